import { setAnswers } from '../../answers/edit.ts';
import { parseAssignment } from '../assignments.ts';
import type { ExitCode } from '../exit.ts';
import type { Terminal } from '../terminal.ts';
import { changeWorkspace, type RenderOptions } from './render.ts';

export interface SetOptions extends RenderOptions {
  readonly env?: string;
}

export async function runSet(given: readonly string[], options: SetOptions, terminal: Terminal): Promise<ExitCode> {
  const settings = given.map((one) => ({ ...parseAssignment(one), environment: options.env }));
  return changeWorkspace(options, terminal, (text) => setAnswers(text, settings));
}
