import { closeSync, fsyncSync, lstatSync, openSync, readSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { makeFolders, move } from './disk.ts';
import { WorkspaceError, onDisk } from './errors.ts';

/** Whether a file can be written to a path: it is free, has a file of ours, or has another one. */
type Place = 'free' | 'ours' | 'foreign';

/** Throws `is-link` and `not-a-file`: nothing is ever written through a link, or over a folder or a device. */
export function lookAtPlace(full: string, where: string, mark: string): Place {
  return onDisk(where, () => {
    const found = lstatSync(full, { throwIfNoEntry: false });
    if (found === undefined) return 'free';
    if (found.isSymbolicLink()) throw new WorkspaceError('is-link', where);
    if (!found.isFile()) throw new WorkspaceError('not-a-file', where);
    return beginning(full, Buffer.byteLength(mark)) === mark ? 'ours' : 'foreign';
  });
}

/** Puts a file in its place in one step, with the folders it needs; a run that is killed leaves the old one. */
export function placeFile(full: string, where: string, text: string): void {
  makeFolders(dirname(full), where);
  const staged = `${full}.${process.pid}.tmp`;
  try {
    onDisk(where, () => writeWhole(staged, text));
    move(staged, full, where);
  } catch (error) {
    rmSync(staged, { force: true });
    throw error;
  }
}

function writeWhole(staged: string, text: string): void {
  const file = openSync(staged, 'wx');
  try {
    writeFileSync(file, text);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

function beginning(full: string, length: number): string {
  const file = openSync(full, 'r');
  try {
    const bytes = Buffer.alloc(length);
    return bytes.toString('utf8', 0, readSync(file, bytes, 0, length, 0));
  } finally {
    closeSync(file);
  }
}
