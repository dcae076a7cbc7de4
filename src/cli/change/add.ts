import { componentNamed, components } from '../../../avm-catalog/components/index.ts';
import { namedKey } from '../../../avm-catalog/kernel/core.ts';
import { addNamed } from '../../answers/add-named.ts';
import { switchOn } from '../../answers/edit.ts';
import { namedTypes } from '../../answers/named.ts';
import { nearest } from '../../findings/nearest.ts';
import { parseAssignment, type Assignment } from './assignments.ts';
import { withAddition } from './addition.ts';
import { UsageFailure } from '../shared/failure.ts';
import type { ExitCode } from '../shared/exit.ts';
import { ownRequirement, requirementKinds } from './requirement.ts';
import { withRecorded } from './recorded.ts';
import { settle } from './settings.ts';
import type { Terminal } from '../shared/terminal.ts';
import { findWorkspace } from '../shared/find-workspace.ts';
import type { Edited } from '../shared/workspace.ts';
import { changeWorkspace, type RenderOptions } from './render.ts';

interface AddOptions extends RenderOptions {
  readonly env?: string;
  readonly set?: readonly string[];
  /** The name of a module. */
  readonly as?: string | undefined;
  /** Environment that a new one copies settings from. */
  readonly from?: string;
  /** Name of a new environment again, if it changes names of others. */
  readonly confirm?: string;
}

/** Types that are only added by name; modules, existing resources, and Bicep files have their own arguments. */
const byName = namedTypes.filter((one) => !components.includes(one) && !one.modules && !one.many?.existing);

const additions = components.flatMap((one) => one.additions ?? []);
export const extras = [
  'environment',
  'module',
  'existing',
  'bicep',
  ...additions.map(({ name }) => name),
  ...Object.keys(requirementKinds),
];

/** Additions that take a path or an ID, and an optional name. */
const takesPath: readonly string[] = ['module', 'existing', 'bicep'];

export async function runAdd(
  what: string | undefined,
  name: string | undefined,
  options: AddOptions,
  terminal: Terminal,
): Promise<ExitCode> {
  if (what === undefined) return addAsked(options, terminal);
  refuseOptions(what, name, options);
  if (what === 'environment') {
    const { runAddEnvironment } = await import('./environments.ts');
    return runAddEnvironment(name ?? '', options, terminal);
  }
  const given = (options.set ?? []).map(parseAssignment);
  if (what === 'module') {
    const { chosenModule, withModule } = await import('./add-module.ts');
    const module = chosenModule(name, options.as);
    if (terminal.interactive && given.length === 0 && !options.json)
      return addAsked(options, terminal, { module: { typed: name ?? '', name: options.as } });
    return changeWorkspace(options, terminal, (text) => withModule(text, module, given, options.env));
  }
  if (what === 'existing') {
    const { withExisting } = await import('./add-existing.ts');
    return changeWorkspace(options, terminal, (text) => withExisting(text, name, options.as, options.env));
  }
  if (what === 'bicep') {
    const { chosenFile, withBicepFile } = await import('./add-bicep.ts');
    const file = chosenFile(name, options.as, { root: findWorkspace(terminal), cwd: terminal.cwd });
    return changeWorkspace(options, terminal, (text) => withBicepFile(text, file, given, options.env));
  }
  const addition = additions.find((one) => one.name === what);
  if (addition) return changeWorkspace(options, terminal, (text) => withAddition(text, addition, given, options.env));
  if (Object.hasOwn(requirementKinds, what)) {
    const root = findWorkspace(terminal);
    const isAsked = terminal.interactive && given.length === 0 && !options.json;
    const said = isAsked ? await (await import('./ask.ts')).askForRequirement(terminal, root, what) : given;
    return changeWorkspace(options, terminal, (text) => ownRequirement(root, text, what, said));
  }
  if (name !== undefined)
    return changeWorkspace(options, terminal, (text) =>
      withNamed(text, { what, name, given, environment: options.env }),
    );
  const key = keyOf(what);
  if (byName.some((one) => one.name === what))
    throw new UsageFailure(`A ${what} needs a name.`, `For example, run: avm add ${what} data`);
  if (terminal.interactive && given.length === 0 && !options.json) return addAsked(options, terminal, { what });
  return changeWorkspace(options, terminal, (text) =>
    withComponent(text, { what, key, given, environment: options.env }),
  );
}

interface Known {
  readonly what?: string;
  readonly module?: { readonly typed: string; readonly name: string | undefined };
}

/** The menu, or the questions of one component or module. */
async function addAsked(options: AddOptions, terminal: Terminal, known: Known = {}): Promise<ExitCode> {
  if (!terminal.interactive)
    throw new UsageFailure('Specify what to add.', `Use one of ${[...names(), ...extras].join(', ')}.`);
  const { askForComponent } = await import('./ask.ts');
  const edit = await askForComponent(terminal, { ...known, environment: options.env });
  return changeWorkspace(options, terminal, edit);
}

interface Wanted {
  readonly what: string;
  readonly key: string;
  readonly given: readonly Assignment[];
  readonly environment: string | undefined;
}

function withComponent(text: string, { what, key, given, environment }: Wanted): Edited {
  const added = switchOn(text, what, environment);
  if ('findings' in added || given.length === 0) return added;
  const settings = given.map(({ path, value }) => ({
    path: path === key || path.startsWith(`${key}.`) ? path : `${key}.${path}`,
    value,
    environment,
  }));
  return settle(added.text, settings);
}

interface Named extends Omit<Wanted, 'key'> {
  readonly name: string;
}

function withNamed(text: string, { what, name, given, environment }: Named): Edited {
  keyOf(what);
  const added = addNamed(text, { type: what, name }, environment);
  const fixed = componentNamed(what)?.inputs?.fixed ?? [];
  const settings = given.map(({ path, value }) => ({
    path: `${namedKey}.${name}.${path}`,
    value,
    // Settings that are the same in every environment are set once, also if the component is on in one environment.
    environment: fixed.some((one) => path === one || path.startsWith(`${one}.`) || path.startsWith(`${one}[`))
      ? undefined
      : environment,
  }));
  const settled = 'findings' in added || given.length === 0 ? added : settle(added.text, settings);
  return withRecorded(settled, what, name);
}

function keyOf(what: string): string {
  const found = components.find((one) => one.name === what) ?? byName.find((one) => one.name === what);
  if (found) return found.inputs?.token.key ?? '';
  const known = [...names(), ...byName.map((one) => one.name), ...extras];
  const near = known.find((one) => what.length > 1 && one.includes(what)) ?? nearest(what, known);
  throw new UsageFailure(
    `There is no component '${what}'.`,
    near ? `Did you mean ${near}?` : `Use one of ${known.join(', ')}.`,
  );
}

function names(): readonly string[] {
  return components.filter((one) => one.inputs?.switchOn).map((one) => one.name);
}

function refuseOptions(what: string, name: string | undefined, options: AddOptions): void {
  if (what === 'environment') {
    if (name === undefined)
      throw new UsageFailure(
        'Specify the name of the new environment.',
        'For example, run: avm add environment uat --from test',
      );
    if (options.env !== undefined)
      throw new UsageFailure(
        '--env cannot be used with avm add environment.',
        'Remove --env: the argument names the new environment.',
      );
    return;
  }
  if (!extras.includes(what)) keyOf(what);
  if (options.as !== undefined && !takesPath.includes(what))
    throw new UsageFailure(`avm add ${what} takes no second name, such as '${options.as}'.`, 'Remove it.');
  if (name !== undefined && !takesPath.includes(what) && !componentNamed(what)?.many)
    throw new UsageFailure(`avm add ${what} takes no name, such as '${name}'.`, 'To set values, use --set PATH=VALUE.');
  if (options.env !== undefined && Object.hasOwn(requirementKinds, what))
    throw new UsageFailure(`A ${what} applies to every environment.`, 'Remove --env.');
  if (options.confirm !== undefined)
    throw new UsageFailure('--confirm can only be used with avm add environment.', 'Remove it.');
  if (options.from !== undefined)
    throw new UsageFailure('--from can only be used with avm add environment.', 'Remove it.');
}
