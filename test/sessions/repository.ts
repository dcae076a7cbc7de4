import { execFileSync } from 'node:child_process';

/** Git with no settings of this computer. */
export function git(cwd: string, ...args: readonly string[]): string {
  const who = ['-c', 'user.name=Ada', '-c', 'user.email=ada@example.com', '-c', 'commit.gpgSign=false'];
  const env = { ...process.env, GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_NOSYSTEM: '1' };
  return execFileSync('git', [...who, ...args], { cwd, encoding: 'utf8', env });
}

export function commitAll(cwd: string): void {
  git(cwd, 'add', '--all');
  git(cwd, 'commit', '--quiet', '--allow-empty', '--message', 'as it is');
}

/** Files that differ from the last commit, but for the data of the tool. */
export function changedIn(cwd: string): readonly string[] {
  const lines = git(cwd, 'status', '--porcelain', '--untracked-files=all', '--no-renames').split('\n');
  return lines.flatMap((line) => (line === '' || line.slice(3).startsWith('.avm/') ? [] : [line.slice(3)])).toSorted();
}

/** Files that a command said it created, changed, or deleted. */
export function namedOn(screen: string): readonly string[] {
  return [...screen.matchAll(/^[+~-] (\S+)/gm)].map(([, path = '']) => path).toSorted();
}
