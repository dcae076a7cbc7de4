import { namedKey } from '../../../avm-catalog/kernel/core.ts';
import { loadCatalog } from '../../../avm-catalog/modules/catalog.ts';
import type { Answers } from '../../answers/answers.ts';
import { valueAt } from '../../answers/defaults.ts';
import { parseAnswers } from '../../answers/parse.ts';
import { removeEnvironment, removeNamed } from '../../answers/remove.ts';
import { nearest } from '../../findings/nearest.ts';
import { join } from 'node:path';
import type { ExitCode } from '../shared/exit.ts';
import { UsageFailure } from '../shared/failure.ts';
import { readTextFile } from '../shared/answers-text.ts';
import type { Terminal } from '../shared/terminal.ts';
import { buildText, findWorkspace, type Built } from '../shared/workspace.ts';
import { changeWorkspace, type RenderOptions } from './render.ts';

interface RemoveOptions extends RenderOptions {
  /** Name of what holds data, typed once more: the yes to taking it out of the template. */
  readonly confirm?: string;
}

/** `avm remove NAME` and `avm remove environment NAME`: says what goes, and takes it out where nothing else needs it. */
export async function runRemove(
  what: string,
  name: string | undefined,
  options: RemoveOptions,
  terminal: Terminal,
): Promise<ExitCode> {
  const root = findWorkspace(terminal.cwd);
  const text = readTextFile(join(root, 'avm.yaml'), 'avm.yaml');
  const parsed = parseAnswers(text);
  if ('findings' in parsed) return changeWorkspace(options, terminal);
  if (what === 'environment') {
    refuseEnvironment(name, parsed.answers);
    return changeWorkspace(options, terminal, (now) => removeEnvironment(now, name ?? ''));
  }
  if (name !== undefined) throw new UsageFailure(`avm remove ${what} takes no further name.`, `Leave "${name}" out.`);
  refuseUnknown(what, parsed.answers);
  const built = await buildText(text, loadCatalog());
  refuseNeeded(what, parsed.answers);
  tell(what, built, terminal);
  confirm(what, options);
  return changeWorkspace(options, terminal, (now) => removeNamed(now, what));
}

const namedOf = ({ spec }: Answers): readonly string[] => Object.keys(spec.components ?? {});

function refuseUnknown(what: string, answers: Answers): void {
  const known = namedOf(answers);
  if (known.includes(what)) return;
  const near = nearest(what, known);
  throw new UsageFailure(
    `There is no component "${what}" that was added by name.`,
    near
      ? `Did you mean ${near}?`
      : `${known.length > 0 ? `There are ${known.join(', ')}. ` : ''}What belongs to the blueprint is switched off: avm set KEY.enabled=false.`,
  );
}

function refuseEnvironment(name: string | undefined, { environments, defaultEnvironment }: Answers): void {
  const known = Object.keys(environments);
  if (name === undefined || !known.includes(name))
    throw new UsageFailure(`There is no environment "${name ?? ''}".`, `There are ${known.join(', ')}.`);
  if (name === defaultEnvironment)
    throw new UsageFailure(
      `${name} is the default environment.`,
      'Make another one the default first: avm set defaultEnvironment=NAME.',
    );
}

/** What names a component in the answers: requirements, and parameters of modules that take its ID. */
function refuseNeeded(what: string, answers: Answers): void {
  const places = [...mentions(valueAt(answers, ['requirements']), what, 'requirements'), ...references(answers, what)];
  if (places.length === 0) return;
  throw new UsageFailure(
    `${what} is named by ${places.join(', ')}.`,
    'Change these answers first; then it can be removed.',
  );
}

function references(answers: Answers, what: string): readonly string[] {
  const parts: readonly (readonly [string, unknown])[] = [
    ['spec', valueAt(answers.spec, [namedKey])],
    ...Object.entries(answers.environments).map(
      ([name, own]) => [`environments.${name}`, valueAt(own, [namedKey])] as const,
    ),
  ];
  return parts.flatMap(([at, named]) => mentions(named, what, `${at}.${namedKey}`));
}

function mentions(value: unknown, what: string, path: string): readonly string[] {
  if (value === what) return [path];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, one]) => (key === 'type' ? [] : mentions(one, what, `${path}.${key}`)));
}

function tell(what: string, { plan }: Built, terminal: Terminal): void {
  const gone = plan.resources.filter((one) => one.component === what && one.kind !== 'existing');
  const environments = plan.components.find((one) => one.name === what)?.environments ?? [];
  terminal.err(
    `${what} leaves the template: ${gone.map((one) => one.symbol).join(', ') || 'no resource'} (${environments.join(', ') || 'no environment'}).`,
  );
  terminal.err('What is deployed of it stays in Azure until somebody deletes it there.');
}

/** Every component may hold data, so each is named twice. */
function confirm(what: string, { confirm: given, dryRun = false }: RemoveOptions): void {
  if (dryRun || given === what) return;
  throw new UsageFailure(
    given === undefined
      ? `Nothing was removed: ${what} may hold data.`
      : `"${given}" is not the name of what is removed.`,
    `Say its name once more: avm remove ${what} --confirm ${what}`,
  );
}
