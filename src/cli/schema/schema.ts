import { schemaText } from '../../answers/json-schema.ts';
import { exit, type ExitCode } from '../shared/exit.ts';
import type { Terminal } from '../shared/terminal.ts';

export async function runSchema({ out }: Terminal): Promise<ExitCode> {
  out(schemaText().replace(/\n$/, ''));
  return exit.clean;
}
