import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { thisMachine } from '../../checks/bicep/folders.ts';
import { findProgram, surroundings } from '../../checks/bicep/programs.ts';

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
