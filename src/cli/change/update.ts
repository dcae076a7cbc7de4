import { updated } from '../../answers/update.ts';
import type { ExitCode } from '../shared/exit.ts';
import type { Terminal } from '../shared/terminal.ts';
import { changeWorkspace, type RenderOptions } from './render.ts';

export async function runUpdate(options: RenderOptions, terminal: Terminal): Promise<ExitCode> {
  return changeWorkspace(options, terminal, (text) => updated(text));
}
