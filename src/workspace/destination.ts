import { accessSync, constants, existsSync, readdirSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { errno } from './errors.ts';
import { own } from './paths.ts';
import { isInterrupted } from './recover.ts';

/** What is at the place where a workspace is to be. */
interface Destination {
  /** `empty` also if the folder has only .git, .DS_Store, or the rest of an interrupted first run. */
  readonly kind: 'missing' | 'empty' | 'workspace' | 'occupied' | 'not-a-folder' | 'unwritable';
  /** The first ten conflicting names in it, sorted. */
  readonly entries: readonly string[];
  /** How many there are. */
  readonly count: number;
  /** Whether recoverWorkspace has something to do; what is found afterwards may be another kind. */
  readonly interrupted: boolean;
  /** The path it is about: the folder itself, or the parent that is a file or can't be written. */
  readonly where: string;
  /** Code of the system, such as EACCES. */
  readonly reason?: string;
}

/** `a, b, c and 4 more` of what is in the way. */
export function shownEntries({ entries, count }: Pick<Destination, 'entries' | 'count'>): string {
  return `${entries.slice(0, 3).join(', ')}${count > 3 ? ` and ${count - 3} more` : ''}`;
}

const harmless: ReadonlySet<string> = new Set(['.git', '.DS_Store']);
const leftovers: ReadonlySet<string> = new Set([own.lock, own.staging]);
/** Also markers of runs that died while they took a lock over. */
const isLeft = (path: string): boolean => leftovers.has(path) || path.startsWith(`${own.lock}.`);

/** Looks at a destination; never throws for what it finds there, and changes nothing. */
export function inspectDestination(root: string): Destination {
  const where = resolve(root);
  try {
    const names = readdirSync(where).toSorted();
    const entries = names.filter((name) => !harmless.has(name) && !(name === own.folder && isLeftover(where)));
    const found = { entries: entries.slice(0, 10), count: entries.length, interrupted: isInterrupted(where), where };
    const refused = refusal(where);
    if (refused !== undefined) return { ...found, kind: 'unwritable', reason: refused };
    return { ...found, kind: entries.length === 0 ? 'empty' : isWorkspace(where) ? 'workspace' : 'occupied' };
  } catch (error) {
    const reason = errno(error);
    if (reason === undefined) throw error;
    const nothing = { entries: [], count: 0, interrupted: false };
    if (reason === 'ENOENT') return { ...nothing, ...inspectParent(where) };
    return {
      ...nothing,
      kind: reason === 'ENOTDIR' ? 'not-a-folder' : 'unwritable',
      where: reason === 'ENOTDIR' ? fileOnTheWay(where) : where,
      reason,
    };
  }
}

function isWorkspace(root: string): boolean {
  return [own.manifest, own.journal, 'avm.yaml'].some((path) => existsSync(join(root, path)));
}

function isLeftover(root: string): boolean {
  const folder = join(root, own.folder);
  return statSync(folder).isDirectory() && readdirSync(folder).every((name) => isLeft(`${own.folder}/${name}`));
}

function inspectParent(root: string): Pick<Destination, 'kind' | 'where' | 'reason'> {
  let parent = dirname(root);
  while (!existsSync(parent) && parent !== dirname(parent)) parent = dirname(parent);
  const reason = refusal(parent);
  return reason === undefined ? { kind: 'missing', where: root } : { kind: 'unwritable', where: parent, reason };
}

function fileOnTheWay(path: string): string {
  const parent = dirname(path);
  return existsSync(path) || parent === path ? path : fileOnTheWay(parent);
}

function refusal(folder: string): string | undefined {
  try {
    accessSync(folder, constants.W_OK | constants.X_OK);
    return undefined;
  } catch (error) {
    return errno(error) ?? 'EACCES';
  }
}
