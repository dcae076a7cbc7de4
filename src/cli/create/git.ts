import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { thisMachine } from '../../checks/bicep/folders.ts';
import type { RunResult } from '../../checks/bicep/run.ts';
import { findProgram, surroundings } from '../../checks/bicep/programs.ts';

/** One command of Git, to its end. */
export type GitRun = (args: readonly string[]) => Promise<RunResult>;

/**
 * Git that asks nothing and knows no repository of the current folder; undefined where there is none. Its settings are
 * the user's, which may name a proxy or a credential helper. Each character of the output is a byte.
 */
export async function git(
  args: readonly string[],
  env: NodeJS.ProcessEnv,
  timeout: number,
): Promise<RunResult | undefined> {
  const machine = { ...thisMachine(), env };
  const { path } = findProgram('git', machine);
  if (path === null) return undefined;
  const { env: own, cwd } = surroundings(machine, path);
  const kept = Object.entries(own).filter(
    ([name]) => !/^GIT_(DIR|WORK_TREE|INDEX_FILE|OBJECT_DIRECTORY|EXTERNAL_DIFF)$/.test(name),
  );
  const quiet = { GIT_TERMINAL_PROMPT: '0', GIT_ASKPASS: '', SSH_ASKPASS: '', GIT_SSH_COMMAND: 'ssh -oBatchMode=yes' };
  const { run } = await import('../../checks/bicep/run.ts');
  return run(path, args, {
    env: { ...quiet, ...Object.fromEntries(kept), GIT_TERMINAL_PROMPT: '0' },
    cwd,
    timeout,
    encoding: 'latin1',
  });
}

export type GitState = 'made' | 'inside' | 'missing' | 'refused';

/** Makes a Git repository of a folder that is in none; a Git that is missing or refuses is no failure. */
export async function initGit(root: string): Promise<GitState> {
  if (isInRepository(root)) return 'inside';
  const machine = { ...thisMachine(), workspace: resolve(root) };
  const { path } = findProgram('git', machine);
  if (path === null) return 'missing';
  const { spawn } = await import('node:child_process');
  return new Promise((done) => {
    const { env, cwd } = surroundings(machine, path);
    const child = spawn(path, ['init', '--quiet', resolve(root)], { cwd, env, stdio: 'ignore', windowsHide: true });
    child.once('error', () => done('missing'));
    child.once('close', (code) => done(code === 0 ? 'made' : 'refused'));
  });
}

function isInRepository(root: string): boolean {
  for (let folder = resolve(root); ; folder = dirname(folder)) {
    if (existsSync(join(folder, '.git'))) return true;
    if (folder === dirname(folder)) return false;
  }
}
