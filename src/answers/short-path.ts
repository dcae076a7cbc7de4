import { blueprintNamed } from '../../avm-catalog/blueprints/index.ts';
import type { Blueprint } from '../../avm-catalog/kernel/blueprint.ts';
import { namedKey } from '../../avm-catalog/kernel/core.ts';
import { concerns } from '../../avm-catalog/constitution/evaluate.ts';
import { rules } from '../../avm-catalog/constitution/rules/index.ts';
import { makeFinding, type Finding } from '../findings/finding.ts';
import { otherKeys, otherSettings } from './blueprint-parts.ts';
import { plain } from './characters.ts';
import { isTree, valueAt } from './defaults.ts';
import type { Setting } from './edit.ts';
import { knownPaths, refuse, resolvePath } from './paths.ts';
import { readSource, type Refused } from './source.ts';

/** Settings with their paths in full, and a note for each that was shorter. */
interface Completed {
  readonly settings: readonly Setting[];
  readonly notes: readonly Finding[];
}

/** The end of a path stands for the one setting that ends so, in a workspace with this text of avm.yaml. */
export function completePaths(text: string, settings: readonly Setting[]): Completed | Refused {
  const notes: Finding[] = [];
  const findings: Finding[] = [];
  const completed = settings.map((setting) => {
    const found = isShort(setting) ? endingSo(setting, text) : [];
    const [path, another] = found;
    if (path === undefined) return setting;
    const args = { path: plain(setting.path) };
    if (another !== undefined) findings.push(...refuse('path-ambiguous', { ...args, candidates: found }).findings);
    else notes.push(makeFinding('path-completed', 'note', { ...args, full: path }));
    return { ...setting, path };
  });
  return findings.length > 0 ? { findings } : { settings: completed, notes };
}

function isShort({ path, environment }: Setting): boolean {
  const found = resolvePath(path, environment);
  return 'findings' in found && found.findings.every(({ code }) => code === 'path-unknown');
}

/** Full paths that end with a short one, whose list indices stay behind it. */
function endingSo({ path: typed, environment }: Setting, text: string): readonly string[] {
  const source = readSource(text, '');
  const data: unknown = 'findings' in source ? {} : source.document.toJS();
  const at = typed.search(/\[|\.(\d+|\+)(\.|$)/);
  const [head, tail] = at === -1 ? [typed, ''] : [typed.slice(0, at), typed.slice(at)];
  if (head === '') return [];
  const candidates = [...settingsOf(data), ...writtenIn(data)].filter((path) => path.endsWith(`.${head}`));
  const written = namesOf(data, namedKey).includes(head.split('.')[0] ?? '') ? [`${namedKey}.${head}`] : [];
  return [...candidates, ...written]
    .map((path) => path + tail)
    .filter((path) => !('findings' in resolvePath(path, environment)));
}

/** Settings of the catalog that the blueprint has. */
function settingsOf(data: unknown): readonly string[] {
  const blueprint = blueprintNamed(String(valueAt(data, ['blueprint'])));
  if (!blueprint) return knownPaths();
  const others = othersThan(blueprint);
  return knownPaths().filter((path) => !others.some((other) => `${path}.`.startsWith(`${other}.`)));
}

function othersThan(blueprint: Blueprint): readonly string[] {
  return [
    ...otherKeys(blueprint),
    ...otherSettings(blueprint).map((keys) => keys.join('.')),
    ...rules.filter((rule) => !concerns(rule, blueprint.components)).map(({ id }) => id),
  ];
}

/** Tags have names of a person's own. */
function writtenIn(data: unknown): readonly string[] {
  return namesOf(data, 'tags').map((name) => `tags.${name}`);
}

function namesOf(data: unknown, key: string): readonly string[] {
  const found = valueAt(data, [key]);
  return isTree(found) ? Object.keys(found) : [];
}
