import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

export type GitState = 'made' | 'inside' | 'missing' | 'refused';

/** Makes a Git repository of a folder that is in none; a Git that is missing or refuses is no failure. */
export async function initGit(root: string): Promise<GitState> {
  if (isInRepository(root)) return 'inside';
  const { spawn } = await import('node:child_process');
  return new Promise((done) => {
    const child = spawn('git', ['init', '--quiet'], { cwd: root, stdio: 'ignore', windowsHide: true });
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
