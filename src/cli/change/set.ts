import { parseAssignment } from './assignments.ts';
import type { ExitCode } from '../shared/exit.ts';
import { settle } from './settings.ts';
import type { Terminal } from '../shared/terminal.ts';
import { changeWorkspace, type RenderOptions } from './render.ts';

interface SetOptions extends RenderOptions {
  readonly env?: readonly string[];
}

export async function runSet(given: readonly string[], options: SetOptions, terminal: Terminal): Promise<ExitCode> {
  const environments = options.env ?? [undefined];
  const settings = given
    .map(parseAssignment)
    .flatMap((one) => environments.map((environment) => ({ ...one, environment })));
  return changeWorkspace(options, terminal, (text) => settle(text, settings));
}
