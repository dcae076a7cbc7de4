import { chmodSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { makeFolders, move, readDisk, remove, removeEmptyFolders, unlink } from './disk.ts';
import { onDisk } from './errors.ts';
import { type Journal, type OnStep, type Operation, stagedPaths } from './journal.ts';
import { foldersOf, own, pathsInside } from './paths.ts';

/**
 * How far an operation is. `left`: a person changed or removed the file since, so it stays as it is;
 * `lost`: it is still to be done, but its staged text is gone or damaged.
 */
type Progress = 'done' | 'pending' | 'left' | 'lost';

export interface JudgedWrite extends Operation {
  readonly progress: Progress;
  /** Permissions of the file that is replaced. */
  readonly mode: number | undefined;
}

/** Looks at disk for each operation; with `trusted` the staged texts are not read again. */
export function judge(root: string, journal: Journal, trusted: boolean): readonly JudgedWrite[] {
  const inside = pathsInside(root);
  const staged = stagedPaths(root);
  return journal.map((operation, index) => {
    const found = readDisk(inside(operation.path), operation.path);
    const isStaged = (): boolean => trusted || isWhole(staged(index), operation.after);
    return { ...operation, progress: progressOf(operation, found?.hash, isStaged), mode: found?.mode };
  });
}

/** A link is not what was staged, whatever it leads to. */
function isWhole(staged: string, hash: string | undefined): boolean {
  const found = readDisk(staged, own.staging);
  return found !== undefined && !found.link && found.hash === hash;
}

function progressOf({ path, before, after }: Operation, now: string | undefined, isStaged: () => boolean): Progress {
  if (now === after) return 'done';
  const isOwn = path === own.manifest || path === own.trace;
  if (now !== undefined && now !== before && !isOwn) return 'left';
  if (after === undefined || isStaged()) return 'pending';
  return now === undefined && !isOwn ? 'left' : 'lost';
}

/** Does what is pending, then forgets the journal. Can be stopped anywhere and begun again. */
export function finish(root: string, operations: readonly JudgedWrite[], onStep: OnStep = () => {}): void {
  const inside = pathsInside(root);
  const staged = stagedPaths(root);
  for (const { path, after, progress } of operations) {
    if (progress !== 'pending' || after !== undefined) continue;
    unlink(inside(path), path);
    onStep(`deleted ${path}`);
  }
  for (const { path, after } of operations) if (after === undefined) removeFoldersOf(root, path, inside);
  onStep('emptied folders removed');
  const made = new Set<string>();
  operations.forEach(({ path, after, progress, mode }, index) => {
    if (progress !== 'pending' || after === undefined) return;
    place(path, staged(index), inside(path), mode, made);
    onStep(`placed ${path}`);
  });
  remove(inside(own.staging), own.staging);
  onStep('staging removed');
  unlink(inside(own.journal), own.journal);
  onStep('journal removed');
}

function removeFoldersOf(root: string, path: string, inside: (path: string) => string): void {
  const outermost = foldersOf(path).at(-1);
  if (outermost !== undefined) removeEmptyFolders(dirname(inside(path)), resolve(root, outermost));
}

function place(path: string, staged: string, target: string, mode: number | undefined, made: Set<string>): void {
  const folder = dirname(target);
  if (!made.has(folder)) makeFolders(folder, path);
  made.add(folder);
  if (mode !== undefined) onDisk(path, () => chmodSync(staged, mode));
  move(staged, target, path);
}
