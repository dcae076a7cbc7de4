import { hash } from 'node:crypto';
import {
  closeSync,
  constants,
  existsSync,
  lstatSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  rmdirSync,
  statSync,
  unlinkSync,
} from 'node:fs';
import { dirname } from 'node:path';
import { WorkspaceError, errno, onDisk } from './errors.ts';

export interface DiskFile {
  readonly bytes: Buffer;
  /** Of the bytes as they are. */
  readonly hash: string;
  readonly link: boolean;
  readonly mode: number;
}

/** What is generated has some megabytes at most. */
const mostBytes = 64 * 1024 * 1024;
/** Without waiting for a writer of a pipe; Windows has no such flag, which counts as 0. */
const toRead = constants.O_RDONLY | constants.O_NONBLOCK;

export function sha256(data: string | Buffer): string {
  return hash('sha256', data, 'hex');
}

/** The file at a path that pathsInside made; undefined where there is none. Throws `not-a-file` for folders, pipes and devices. */
export function readDisk(full: string, where: string): DiskFile | undefined {
  return onDisk(where, () => {
    const found = lstatSync(full, { throwIfNoEntry: false });
    if (found === undefined) return undefined;
    const stats = found.isSymbolicLink() ? statSync(full) : found;
    if (!stats.isFile()) throw new WorkspaceError('not-a-file', where);
    if (stats.size > mostBytes) throw new WorkspaceError('too-large', where);
    const bytes = readWhole(full);
    return { bytes, hash: sha256(bytes), link: found.isSymbolicLink(), mode: stats.mode & 0o777 };
  });
}

function readWhole(full: string): Buffer {
  const file = openSync(full, toRead);
  try {
    return readFileSync(file);
  } finally {
    closeSync(file);
  }
}

/** Whether a file holds the text with this hash, be it with LF or, as Git checks out on Windows, with CRLF. */
export function holds(file: DiskFile, wanted: string): boolean {
  return file.hash === wanted || (file.bytes.includes('\r\n') && sha256(withLf(file.bytes)) === wanted);
}

function withLf(bytes: Buffer): Buffer {
  return Buffer.from(bytes.toString('latin1').replaceAll('\r\n', '\n'), 'latin1');
}

/**
 * Makes a folder with its parents, all or none; the outermost folder that was made, undefined where all were there.
 * One by one, as the recursive mkdir of Node 20 never returns where the system answers ENOENT, such as below /proc.
 */
export function makeFolders(full: string, where: string): string | undefined {
  const missing: string[] = [];
  for (let folder = full; !existsSync(folder) && folder !== dirname(folder); folder = dirname(folder))
    missing.unshift(folder);
  const made = missing[0];
  try {
    for (const folder of missing) onDisk(where, () => makeFolder(folder));
  } catch (error) {
    if (made !== undefined) removeEmptyFolders(full, made);
    throw error;
  }
  return made;
}

function makeFolder(full: string): void {
  try {
    mkdirSync(full);
  } catch (error) {
    if (errno(error) !== 'EEXIST' || !statSync(full).isDirectory()) throw error;
  }
}

/** Removes a folder and its parents up to and with `last`, as long as they are empty. */
export function removeEmptyFolders(folder: string, last: string): void {
  for (let current = folder; current.length >= last.length; current = dirname(current)) {
    try {
      rmdirSync(current);
    } catch (error) {
      if (!['ENOENT', 'ENOTDIR', 'ENAMETOOLONG'].includes(errno(error) ?? '')) return;
    }
  }
}

/** Removes a file or a folder with all in it; links are removed, not followed. */
export function remove(full: string, where: string): void {
  onDisk(where, () => rmSync(full, { recursive: true, force: true }));
}

export function unlink(full: string, where: string): void {
  onDisk(where, () => patiently(() => unlinkSync(full)));
}

/** Moves a file over another in one step. */
export function move(from: string, to: string, where: string): void {
  onDisk(where, () => patiently(() => renameSync(from, to)));
}

/** On Windows a virus scanner or an indexer holds new files open for a moment, and moving them fails meanwhile. */
function patiently(work: () => void): void {
  for (let pause = 4; ; pause *= 2) {
    try {
      return work();
    } catch (error) {
      const passing = ['EPERM', 'EACCES', 'EBUSY'].includes(errno(error) ?? '');
      if (process.platform !== 'win32' || !passing || pause > 600) throw error;
      sleep(pause);
    }
  }
}

export function sleep(milliseconds: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds);
}
