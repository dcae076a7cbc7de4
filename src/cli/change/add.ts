import { componentNamed, components } from '../../../avm-catalog/components/index.ts';
import { namedKey } from '../../../avm-catalog/kernel/core.ts';
import { addNamed } from '../../answers/add-named.ts';
import { addEnvironment, setAnswers, switchOn } from '../../answers/edit.ts';
import { nearest } from '../../findings/nearest.ts';
import { parseAssignment, type Assignment } from './assignments.ts';
import { withAddition } from './addition.ts';
import { UsageFailure } from '../shared/failure.ts';
import type { ExitCode } from '../shared/exit.ts';
import { ownRequirement, requirementKinds } from './requirement.ts';
import { settle } from './settings.ts';
import type { Terminal } from '../shared/terminal.ts';
import { findWorkspace, type Edited } from '../shared/workspace.ts';
import { changeWorkspace, type RenderOptions } from './render.ts';

interface AddOptions extends RenderOptions {
  readonly env?: string;
  readonly set?: readonly string[];
  /** What a module is to be called. */
  readonly as?: string | undefined;
  /** Environment that a new one begins like. */
  readonly from?: string;
}

const additions = components.flatMap((one) => one.additions ?? []);
export const extras = [
  'environment',
  'module',
  'existing',
  ...additions.map(({ name }) => name),
  ...Object.keys(requirementKinds),
];

export async function runAdd(
  what: string | undefined,
  name: string | undefined,
  options: AddOptions,
  terminal: Terminal,
): Promise<ExitCode> {
  if (what === undefined) return addAsked(options, terminal);
  refuseOptions(what, name, options);
  const given = (options.set ?? []).map(parseAssignment);
  if (what === 'environment')
    return changeWorkspace(options, terminal, (text) => withEnvironment(text, name ?? '', options.from, given));
  if (what === 'module') {
    const { chosenModule, withModule } = await import('./add-module.ts');
    const module = chosenModule(name, options.as);
    return changeWorkspace(options, terminal, (text) => withModule(text, module, given, options.env));
  }
  if (what === 'existing') {
    const { withExisting } = await import('./add-existing.ts');
    return changeWorkspace(options, terminal, (text) => withExisting(text, name, options.as, options.env));
  }
  const addition = additions.find((one) => one.name === what);
  if (addition) return changeWorkspace(options, terminal, (text) => withAddition(text, addition, given, options.env));
  if (Object.hasOwn(requirementKinds, what)) {
    const root = findWorkspace(terminal.cwd);
    const isAsked = terminal.interactive && given.length === 0 && !options.json;
    const said = isAsked ? await (await import('./ask.ts')).askForRequirement(terminal, root, what) : given;
    return changeWorkspace(options, terminal, (text) => ownRequirement(root, text, what, said));
  }
  if (name !== undefined)
    return changeWorkspace(options, terminal, (text) =>
      withNamed(text, { what, name, given, environment: options.env }),
    );
  const key = keyOf(what);
  if (terminal.interactive && given.length === 0 && !options.json) return addAsked(options, terminal, what);
  return changeWorkspace(options, terminal, (text) =>
    withComponent(text, { what, key, given, environment: options.env }),
  );
}

/** The menu, or the questions of one component. */
async function addAsked(options: AddOptions, terminal: Terminal, what?: string): Promise<ExitCode> {
  if (!terminal.interactive)
    throw new UsageFailure('Say what to add.', `It can be ${[...names(), ...extras].join(', ')}.`);
  const { askForComponent } = await import('./ask.ts');
  const edit = await askForComponent(terminal, { what, environment: options.env });
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
  if ('findings' in added || given.length === 0) return added;
  const settings = given.map(({ path, value }) => ({ path: `${namedKey}.${name}.${path}`, value, environment }));
  return settle(added.text, settings);
}

function withEnvironment(text: string, name: string, from: string | undefined, given: readonly Assignment[]): Edited {
  const added = addEnvironment(text, name, from);
  if ('findings' in added || given.length === 0) return added;
  return setAnswers(
    added.text,
    given.map((one) => ({ ...one, environment: name })),
  );
}

function keyOf(what: string): string {
  const found = components.find((one) => one.name === what);
  if (found) return found.inputs?.token.key ?? '';
  const known = [...names(), ...extras];
  const near = known.find((one) => what.length > 1 && one.includes(what)) ?? nearest(what, known);
  throw new UsageFailure(
    `There is no component "${what}".`,
    near ? `Did you mean ${near}?` : `There are ${known.join(', ')}.`,
  );
}

function names(): readonly string[] {
  return components.filter((one) => one.inputs?.switchOn).map((one) => one.name);
}

function refuseOptions(what: string, name: string | undefined, options: AddOptions): void {
  if (what === 'environment') {
    if (name === undefined)
      throw new UsageFailure(
        'Say how the new environment is called.',
        'For example: avm add environment uat --from test',
      );
    if (options.env !== undefined)
      throw new UsageFailure(
        '--env names an environment that is there already.',
        'Leave it out: avm add environment names the new one.',
      );
    return;
  }
  if (!extras.includes(what)) keyOf(what);
  if (options.as !== undefined && !['module', 'existing'].includes(what))
    throw new UsageFailure(`avm add ${what} takes no further name, such as "${options.as}".`, 'Leave it out.');
  if (name !== undefined && !['module', 'existing'].includes(what) && !componentNamed(what)?.many)
    throw new UsageFailure(
      `avm add ${what} takes no further name, such as "${name}".`,
      'Give answers with --set path=value.',
    );
  if (options.env !== undefined && Object.hasOwn(requirementKinds, what))
    throw new UsageFailure(`A ${what} is the same in every environment.`, 'Leave --env out.');
  if (options.from !== undefined) throw new UsageFailure('--from is for avm add environment.', 'Leave it out.');
}
