import { isAbsolute } from 'node:path';
import { namedTypes } from '../../answers/named.ts';
import { UsageFailure } from '../shared/failure.ts';
import { insideOf, type Edited } from '../shared/workspace.ts';
import { withParams, type Called } from './add-module.ts';
import type { Assignment } from './assignments.ts';
import { proposedName } from '../../answers/component-name.ts';

/** Settings of the component itself; all others are parameters of its file. */
const own: Called['own'] = { enabled: 'here', outputs: 'everywhere', reason: 'everywhere' };
const type = namedTypes.find((one) => one.file)?.name ?? '';
const example = 'For example, run: avm add bicep modules/queries.bicep';

interface File {
  readonly file: string;
  readonly name: string;
}

/** A workspace, and the folder that a path is seen from. */
interface Place {
  readonly root: string;
  readonly cwd: string;
}

/** `avm add bicep PATH [name]`: the path is relative to the current folder; the default name is that of the file. */
export function chosenFile(typed: string | undefined, name: string | undefined, { root, cwd }: Place): File {
  if (typed === undefined) throw new UsageFailure('Specify a Bicep file.', example);
  if (isAbsolute(typed) || /^[a-z]:/i.test(typed))
    throw new UsageFailure(
      `'${typed}' is an absolute path, which other computers do not have.`,
      'Use the path inside the workspace, such as modules/queries.bicep.',
    );
  if (!typed.endsWith('.bicep')) throw new UsageFailure(`'${typed}' is not a Bicep file.`, example);
  const [file = ''] = insideOf(root, cwd, [typed]);
  if (file.startsWith('../'))
    throw new UsageFailure(`'${typed}' is outside the workspace.`, 'Move the file into the workspace.');
  return { file, name: name ?? proposedName(file.replace(/^.*\/|\.bicep$/g, '')) };
}

export function withBicepFile(
  text: string,
  { file, name }: File,
  given: readonly Assignment[],
  environment: string | undefined,
): Edited {
  return withParams(text, { type, name, given: { file }, own }, given, environment);
}
