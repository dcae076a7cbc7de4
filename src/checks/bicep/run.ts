import { execFile } from 'node:child_process';

export interface RunOptions {
  readonly env?: NodeJS.ProcessEnv;
  readonly cwd?: string;
  /** Milliseconds; @default 120000 */
  readonly timeout?: number;
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

/** Runs a program to its end, without a shell; never rejects. */
export function run(command: string, args: readonly string[], options: RunOptions = {}): Promise<RunResult> {
  const { env, cwd, timeout = 120_000 } = options;
  return new Promise((resolve) => {
    execFile(
      command,
      args,
      { env, cwd, timeout, maxBuffer: outputLimit, windowsHide: true },
      (error, stdout, stderr) => {
        if (error === null) return resolve({ code: 0, stdout, stderr });
        if (typeof error.code === 'number') return resolve({ code: error.code, stdout, stderr });
        resolve({ code: null, stdout, stderr, failure: failureOf(error, timeout) });
      },
    );
  });
}

function failureOf(error: { killed?: boolean; message: string }, timeout: number): string {
  return error.killed === true ? `took longer than ${timeout / 1000} s` : error.message;
}
