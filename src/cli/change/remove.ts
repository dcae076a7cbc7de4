import { namedKey } from '../../../avm-catalog/kernel/core.ts';
import { blueprintNamed } from '../../../avm-catalog/blueprints/index.ts';
import { components } from '../../../avm-catalog/components/index.ts';
import { loadCatalog } from '../../../avm-catalog/modules/catalog.ts';
import type { Answers } from '../../answers/answers.ts';
import { parseAnswers } from '../../answers/parse.ts';
import { namedPlace } from '../../answers/version.ts';
import { removeNamed } from '../../answers/remove.ts';
import { ownValue } from '../../bicep/own.ts';
import type { PlanResource } from '../../plan/plan.ts';
import { nearest } from '../../findings/nearest.ts';
import { join } from 'node:path';
import type { ExitCode } from '../shared/exit.ts';
import { Refusal, UsageFailure } from '../shared/failure.ts';
import { readTextFile } from '../shared/answers-text.ts';
import type { Terminal } from '../shared/terminal.ts';
import { findWorkspace } from '../shared/find-workspace.ts';
import { buildWorkspace, type Built } from '../shared/workspace.ts';
import { confirm } from './confirmed.ts';
import { changeWorkspace, type RenderOptions } from './render.ts';

interface RemoveOptions extends RenderOptions {
  /** Name of a component that can contain data, repeated to confirm. */
  readonly confirm?: string;
}

/** `avm remove NAME` and `avm remove environment NAME`: lists what is removed, and removes it if nothing else needs it. */
export async function runRemove(
  what: string,
  name: string | undefined,
  options: RemoveOptions,
  terminal: Terminal,
): Promise<ExitCode> {
  const root = findWorkspace(terminal);
  const text = readTextFile(join(root, 'avm.yaml'), 'avm.yaml');
  const parsed = parseAnswers(text);
  if ('findings' in parsed) return changeWorkspace(options, terminal);
  if (what === 'environment') {
    const { runRemoveEnvironment } = await import('./environments.ts');
    return runRemoveEnvironment(name, parsed.answers, options, terminal);
  }
  if (name !== undefined)
    throw new UsageFailure(`avm remove ${what} takes no second name, such as '${name}'.`, 'Remove it.');
  refuseUnknown(what, parsed.answers);
  const built = await buildWorkspace(text, loadCatalog(), { root, asRecorded: true });
  refuseNeeded(what, parsed.answers);
  const gone = goneWith(what, built, await builtWithout(what, text, root));
  tell(what, { built, gone }, terminal);
  const because = `Nothing was removed: '${what}' can contain data.`;
  if (gone.length > 0) confirm({ name: what, because, command: `avm remove ${what}` }, options);
  return changeWorkspace(options, terminal, (now) => removeNamed(now, what));
}

const namedOf = (answers: Answers): readonly string[] => Object.keys(answers.components ?? {});

function refuseUnknown(what: string, answers: Answers): void {
  const known = namedOf(answers);
  if (known.includes(what)) return;
  const off = commandOff(what, answers);
  const near = nearest(what, known);
  const names = known.length > 0 ? `Use one of ${known.join(', ')}. ` : '';
  const others = 'To list the components of the blueprint, run: avm catalog components';
  throw new UsageFailure(
    off ? `'${what}' is a component of the blueprint.` : `There is no component '${what}' that was added by name.`,
    off ? `To turn it off, run: ${off}` : near ? `Did you mean ${near}?` : `${names}${others}`,
  );
}

/** What turns a component of the blueprint off where it was turned on; nothing for one that has no switch. */
function commandOff(what: string, { blueprint, environments }: Answers): string | undefined {
  const inputs = components.find((one) => one.name === what)?.inputs;
  if (!inputs?.switchOn || !blueprintNamed(blueprint)?.components.includes(what)) return undefined;
  const { key } = inputs.token;
  const switches = Object.keys(inputs.switchOn);
  const isOn = (one: unknown): boolean => switches.some((name) => ownValue(ownValue(one, key), name) === true);
  const own = Object.entries(environments).filter(([, one]) => isOn(one));
  const flags = own.map(([name]) => ` --env ${name}`);
  return `avm set ${switches.map((name) => `${key}.${name}=false`).join(' ')}${flags.join('')}`;
}

/** Settings that name a component: requirements, and parameters of modules that take its ID. */
function refuseNeeded(what: string, answers: Answers): void {
  const places = [...mentions(answers.requirements, what, 'requirements'), ...references(answers, what)];
  if (places.length === 0) return;
  throw new UsageFailure(`'${what}' is used by ${places.join(', ')}.`, 'Change these settings first.');
}

function references(answers: Answers, what: string): readonly string[] {
  const parts: readonly (readonly [string, unknown])[] = [
    [namedPlace(answers.version).join('.'), answers.components],
    ...Object.entries(answers.environments).map(
      ([name, own]) => [`environments.${name}.${namedKey}`, own.components] as const,
    ),
  ];
  return parts.flatMap(([at, named]) => mentions(named, what, at));
}

function mentions(value: unknown, what: string, path: string): readonly string[] {
  if (value === what) return [path];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, one]) => (key === 'type' ? [] : mentions(one, what, `${path}.${key}`)));
}

/** The workspace without it; what then would be wrong is said instead. */
async function builtWithout(what: string, text: string, root: string): Promise<Built> {
  const edited = removeNamed(text, what);
  if ('findings' in edited) throw new Refusal(edited.findings);
  return buildWorkspace(edited.text, loadCatalog(), { root, asRecorded: true });
}

/** Its resources, and those that other components make for it, such as the scripts of a VM. */
function goneWith(what: string, { plan }: Built, after: Built): readonly PlanResource[] {
  const left = new Set(after.plan.resources.map((one) => one.symbol));
  return plan.resources.filter(
    (one) => one.kind !== 'existing' && (one.components.includes(what) || !left.has(one.symbol)),
  );
}

interface Removal {
  readonly built: Built;
  readonly gone: readonly PlanResource[];
}

function tell(what: string, { built: { plan }, gone }: Removal, terminal: Terminal): void {
  const names = gone.map((one) => (one.components.length > 1 ? `its item in ${one.symbol}` : one.symbol));
  const environments = plan.components.find((one) => one.name === what)?.environments ?? [];
  terminal.err(
    `Removed from the template with '${what}': ${names.join(', ') || 'no resource'} (${environments.join(', ') || 'no environment'}).`,
  );
  const files = gone.flatMap((one) => (one.kind === 'file' ? [one.file.path] : []));
  for (const file of files) terminal.err(`'${file}' is your file and stays. If nothing else uses it, delete it.`);
  if (gone.length > 0) terminal.err('Deployed resources stay in Azure until you delete them.');
}
