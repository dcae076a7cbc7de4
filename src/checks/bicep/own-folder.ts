import { chmodSync, lstatSync, mkdirSync } from 'node:fs';

/** Why a folder may not be used as one of the user's alone. */
type FolderProblem = 'not-a-folder' | 'not-yours' | 'open-to-others';

const writableByOthers = 0o022;

/**
 * Makes a folder of the user's alone, mode 700, and says what is wrong with one that is there: code that was kept, or a
 * compiler, is run from it. A folder that others could read but not write was made by an earlier version, and is closed.
 * Undefined where it serves. Throws what the system refuses.
 */
export function makeOwnFolder(folder: string): FolderProblem | undefined {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const found = lstatSync(folder);
  const problem = problemOf(found);
  if (problem === undefined && process.platform !== 'win32' && (found.mode & 0o077) !== 0) chmodSync(folder, 0o700);
  return problem;
}

/** The folder where it can be had; undefined where it cannot, or where it is not the user's alone. */
export function ownFolder(folder: string): string | undefined {
  try {
    return makeOwnFolder(folder) === undefined ? folder : undefined;
  } catch {
    return undefined;
  }
}

function problemOf(found: { isDirectory(): boolean; uid: number; mode: number }): FolderProblem | undefined {
  if (!found.isDirectory()) return 'not-a-folder';
  return isOpen(found);
}

/** Whether another user owns a file or folder, or can write it; unknown on Windows. */
export function isOpen(found: {
  readonly uid: number;
  readonly mode: number;
}): 'not-yours' | 'open-to-others' | undefined {
  const user = process.getuid?.();
  if (user === undefined) return undefined;
  if (found.uid !== user) return 'not-yours';
  return (found.mode & writableByOthers) === 0 ? undefined : 'open-to-others';
}
