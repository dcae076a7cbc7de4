import { exit, type ExitCode } from '../shared/exit.ts';
import { Failure } from '../shared/failure.ts';
import { reportError } from '../shared/report.ts';
import { keepModules } from './kept-code.ts';
import { flushed, processTerminal, type Terminal } from '../shared/terminal.ts';

/** The whole of a bin: this process's arguments and streams, to its exit code. */
export async function start(
  bin: string,
  run: (argv: readonly string[], terminal: Terminal) => Promise<ExitCode>,
): Promise<void> {
  keepModules();
  try {
    process.exitCode = await run(process.argv.slice(2), processTerminal(bin));
    if (process.getActiveResourcesInfo().includes('GetAddrInfoReqWrap')) await leave();
  } catch (error) {
    const isGone = error instanceof Error && 'syscall' in error && error.syscall === 'uv_cwd';
    if (!isGone) throw error;
    const problem = {
      code: 'folder-missing',
      what: 'The current folder was deleted.',
      remedy: 'Change to another folder.',
    };
    const json = process.argv.includes('--json');
    process.exitCode = await reportError(new Failure(problem, exit.usage), processTerminal(bin, ''), json);
  }
}

/** Ends the process once all is written: a name that the system still looks for would keep it for many seconds. */
async function leave(): Promise<void> {
  await flushed();
  // oxlint-disable-next-line unicorn/no-process-exit -- nothing else ends a lookup
  process.exit();
}
