import { exit, type ExitCode } from '../shared/exit.ts';
import { keepModules } from './kept-code.ts';
import { processTerminal, type Terminal } from '../shared/terminal.ts';

/** The whole of a bin: this process's arguments and streams, to its exit code. */
export async function start(run: (argv: readonly string[], terminal: Terminal) => Promise<ExitCode>): Promise<void> {
  keepModules();
  try {
    process.exitCode = await run(process.argv.slice(2), processTerminal());
  } catch (error) {
    const isGone = error instanceof Error && 'syscall' in error && error.syscall === 'uv_cwd';
    if (!isGone) throw error;
    process.stderr.write('error The folder you are in is gone.\n  → Change into another one.\n');
    process.exitCode = exit.usage;
  }
}
