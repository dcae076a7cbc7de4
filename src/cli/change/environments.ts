import type { Answers } from '../../answers/answers.ts';
import { setAnswers } from '../../answers/edit.ts';
import { addEnvironment, type Order } from '../../answers/environments/add.ts';
import { copyEnvironment } from '../../answers/environments/copy.ts';
import { renameEnvironment } from '../../answers/environments/rename.ts';
import { removeEnvironment } from '../../answers/remove.ts';
import { nearest } from '../../findings/nearest.ts';
import type { ExitCode } from '../shared/exit.ts';
import { UsageFailure } from '../shared/failure.ts';
import type { Terminal } from '../shared/terminal.ts';
import type { Edited } from '../shared/workspace.ts';
import { parseAssignment, type Assignment } from './assignments.ts';
import { guarded } from './guarded.ts';
import type { RenderOptions } from './render.ts';

interface EnvironmentOptions extends RenderOptions {
  readonly from?: string;
  readonly after?: string;
  readonly first?: boolean;
  readonly set?: readonly string[];
  readonly addressSpace?: string;
  readonly confirm?: string;
}

const orderOf = ({ after, first }: EnvironmentOptions): Order | undefined =>
  first === true ? 'first' : after === undefined ? undefined : { after };

export async function runAddEnvironment(
  name: string,
  options: EnvironmentOptions,
  terminal: Terminal,
): Promise<ExitCode> {
  const { from } = options;
  const given = (options.set ?? []).map(parseAssignment);
  const because = `'${name}' was not added: the names of other environments would change.`;
  return guarded(
    {
      edit: (text) => added(text, name, options, given),
      command: `avm env add ${name}`,
      name,
      because,
      ...(from && { like: from }),
    },
    options,
    terminal,
  );
}

function added(text: string, name: string, options: EnvironmentOptions, given: readonly Assignment[]): Edited {
  const { from } = options;
  const order = orderOf(options) ?? 'last';
  const result: Edited =
    from === undefined ? addEnvironment(text, { name, order }) : copyEnvironment(text, { from, to: name, order });
  if ('findings' in result || given.length === 0) return result;
  const changed = setAnswers(
    result.text,
    given.map((one) => ({ ...one, environment: name })),
  );
  if ('findings' in changed) return changed;
  const said = given.map(({ path }) => `environments.${name}.${path}`);
  return { ...changed, notes: (result.notes ?? []).filter(({ where }) => !said.includes(where.answer ?? '')) };
}

export async function runCopyEnvironment(
  from: string,
  to: string,
  options: EnvironmentOptions,
  terminal: Terminal,
): Promise<ExitCode> {
  const { addressSpace } = options;
  const because = `'${to}' was not added: the names of other environments would change.`;
  const edit = (text: string): Edited => copyEnvironment(text, { from, to, order: orderOf(options), addressSpace });
  return guarded({ edit, command: `avm env copy ${from} ${to}`, name: to, because, like: from }, options, terminal);
}

export async function runRenameEnvironment(
  from: string,
  to: string,
  options: EnvironmentOptions,
  terminal: Terminal,
): Promise<ExitCode> {
  const because = `'${from}' was not renamed: the next deployment would recreate its resources under new names.`;
  const edit = (text: string): Edited => renameEnvironment(text, from, to);
  const renamed = { from, to };
  return guarded({ edit, command: `avm env rename ${from} ${to}`, name: from, because, renamed }, options, terminal);
}

export async function runRemoveEnvironment(
  name: string | undefined,
  answers: Answers,
  options: EnvironmentOptions,
  terminal: Terminal,
): Promise<ExitCode> {
  const known = Object.keys(answers.environments);
  if (name === undefined || !known.includes(name)) {
    const near = name === undefined ? undefined : nearest(name, known);
    throw new UsageFailure(
      name === undefined ? 'Specify an environment.' : `There is no environment '${name}'.`,
      near ? `Did you mean ${near}?` : `Use ${known.join(', ')}.`,
    );
  }
  if (name === answers.defaultEnvironment)
    throw new UsageFailure(
      `'${name}' is the default environment.`,
      'First, change the default: avm set defaultEnvironment=NAME',
    );
  const because = `'${name}' was not removed: the names of other environments would change.`;
  const edit = (text: string): Edited => removeEnvironment(text, name);
  return guarded({ edit, command: `avm env remove ${name}`, name, because }, options, terminal);
}
