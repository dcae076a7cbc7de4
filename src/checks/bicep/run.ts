import { execFile } from 'node:child_process';
import { dirname, isAbsolute } from 'node:path';
import { killAtEnd } from './signals.ts';

interface RunOptions {
  readonly env?: NodeJS.ProcessEnv;
  readonly cwd?: string;
  /** Milliseconds; @default 120000 */
  readonly timeout?: number;
  /** Of the output; latin1 keeps each byte. @default utf8 */
  readonly encoding?: 'utf8' | 'latin1';
}

export interface RunResult {
  /** Exit code; null where the process could not be started, was killed or took too long. */
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
  /** Why there is no exit code. */
  readonly failure?: string;
}

const outputLimit = 64 * 1024 * 1024;

/**
 * Runs a program to its end, without a shell; never rejects. The program is named by its whole path, so that nothing but
 * `findProgram` decides which one it is, and does not run in the current folder.
 */
export function run(command: string, args: readonly string[], options: RunOptions = {}): Promise<RunResult> {
  const { env, cwd = dirname(command), timeout = 120_000, encoding = 'utf8' } = options;
  if (!isAbsolute(command)) throw new Error(`${command} is started without its path`);
  return new Promise((resolve) => {
    const child = execFile(
      command,
      args,
      { env, cwd, timeout, encoding, killSignal: 'SIGKILL', maxBuffer: outputLimit, windowsHide: true },
      (error, stdout, stderr) => {
        release();
        if (error === null) return resolve({ code: 0, stdout, stderr });
        if (typeof error.code === 'number') return resolve({ code: error.code, stdout, stderr });
        resolve({ code: null, stdout, stderr, failure: failureOf(error, timeout) });
      },
    );
    const release = killAtEnd(child);
  });
}

function failureOf(error: { killed?: boolean; message: string }, timeout: number): string {
  return error.killed === true ? `took longer than ${timeout / 1000} s` : error.message;
}
