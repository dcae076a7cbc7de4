import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

const id = /^[0-9a-f]{40}([0-9a-f]{24})?$/;
/** Git files that are read here have one line, except for packed refs. */
const mostBytes = 4_000_000;

/** The commit that is checked out, read from Git's own files: no program is started. Null where none says so. */
export function commitOf(root: string): string | null {
  const folder = gitFolder(root);
  if (folder === undefined) return null;
  const head = line(join(folder, 'HEAD'));
  const [, ref] = /^ref: (refs\/\S+)$/.exec(head) ?? [];
  if (ref === undefined) return id.test(head) ? head : null;
  // Git names have none of these, and each could change the path.
  if (ref.split('/').includes('..') || /[\0\\]/.test(ref)) return null;
  const common = line(join(folder, 'commondir'));
  const shared = common === '' ? folder : resolve(folder, common);
  const loose = [folder, shared].map((one) => line(join(one, ref))).find((one) => id.test(one));
  return loose ?? packed(join(shared, 'packed-refs'), ref);
}

/** `.git` of the nearest folder upwards that has one; of a linked work tree the folder that it names. */
function gitFolder(root: string): string | undefined {
  for (let folder = resolve(root); ; folder = dirname(folder)) {
    const git = join(folder, '.git');
    if (existsSync(git)) {
      if (statSync(git).isDirectory()) return git;
      const [, named] = /^gitdir: (.+)$/.exec(line(git)) ?? [];
      return named === undefined ? undefined : resolve(folder, named);
    }
    if (folder === dirname(folder)) return undefined;
  }
}

function packed(path: string, ref: string): string | null {
  const found = text(path)
    .split('\n')
    .find((one) => one.endsWith(` ${ref}`));
  const [commit = ''] = found?.split(' ') ?? [];
  return id.test(commit) ? commit : null;
}

const line = (path: string): string => text(path).trim();

function text(path: string): string {
  const found = statSync(path, { throwIfNoEntry: false });
  if (!found?.isFile() || found.size > mostBytes) return '';
  return readFileSync(path, 'utf8');
}
