import { schemaText } from '../../answers/json-schema.ts';
import { exit, type ExitCode } from '../exit.ts';
import type { Terminal } from '../terminal.ts';

export async function runSchema({ out }: Terminal): Promise<ExitCode> {
  out(schemaText().replace(/\n$/, ''));
  return exit.clean;
}
