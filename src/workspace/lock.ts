import { randomUUID } from 'node:crypto';
import { existsSync, lstatSync, readFileSync, readdirSync, unlinkSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { makeFolders, removeEmptyFolders, sha256, sleep } from './disk.ts';
import { WorkspaceError, errno, onDisk } from './errors.ts';
import { own, pathsInside } from './paths.ts';

const held = new Set<string>();
/** Process and computer, then what tells one lock of a process from the next. */
const lockText = /^([1-9]\d{0,9}) (\S+)(?: [\w-]+)?$/;
const mostText = 1000;

/** Milliseconds that a run waits for another one. */
const patience = 10_000;
const pause = 100;

/**
 * Runs `work` while no other run can change the workspace. Folders made for the lock are removed again where they stay empty.
 * A Ctrl-C meanwhile takes effect afterwards, so that it finds a whole workspace.
 * Throws WorkspaceError `locked`, with who holds it, where another run is still at work after the time to wait.
 */
export async function withLock<T>(root: string, work: () => T | Promise<T>, wait: number = patience): Promise<T> {
  const release = await waitForLock(root, wait);
  const allowSignals = holdSignals();
  try {
    return await work();
  } finally {
    release();
    await allowSignals();
  }
}

async function waitForLock(root: string, wait: number): Promise<() => void> {
  for (let waited = 0; ; waited += pause) {
    try {
      return takeLock(root);
    } catch (error) {
      if (!(error instanceof WorkspaceError) || error.code !== 'locked') throw error;
      if (waited >= wait) throw waited === 0 ? error : afterWaiting(error, waited);
      await new Promise((done) => setTimeout(done, pause));
    }
  }
}

function afterWaiting(error: WorkspaceError, waited: number): WorkspaceError {
  const who = /: (.+)\.$/s.exec(error.message)?.[1];
  const detail = `${who === undefined ? '' : `${who}, `}still after ${waited / 1000} seconds`;
  return new WorkspaceError('locked', error.where, { detail, cause: error });
}

/** Takes the lock; the function returned gives it back, as does the end of the process. */
export function takeLock(root: string): () => void {
  const file = pathsInside(root)(own.lock);
  const folder = dirname(file);
  const made = acquire(file, folder);
  held.add(file);
  const release = (): void => {
    process.off('exit', release);
    if (!held.delete(file)) return;
    forget(file);
    removeEmptyFolders(folder, made);
  };
  process.on('exit', release);
  return release;
}

/** Makes the lock; the outermost folder that giving it back removes if empty. */
function acquire(file: string, folder: string, turns = 20): string {
  let made = folder;
  try {
    made = makeFolders(folder, folder) ?? folder;
    if (create(file) || takeOver(file)) {
      forgetMarkers(file);
      return made;
    }
    throw new WorkspaceError('locked', own.lock, holder(file));
  } catch (error) {
    removeEmptyFolders(folder, made);
    // A run that gives its lock back just now takes the empty folders along.
    const vanished = error instanceof WorkspaceError && errno(error.cause) === 'ENOENT';
    if (!vanished || turns === 0) throw error;
    return acquire(file, folder, turns - 1);
  }
}

function holder(file: string): { detail?: string } {
  const [, pid, host] = lockText.exec(readLock(file)) ?? [];
  return pid === undefined ? {} : { detail: `process ${pid} on ${host}` };
}

/** False if the file exists. */
function create(file: string): boolean {
  return onDisk(own.lock, () => {
    try {
      writeFileSync(file, `${process.pid} ${hostname()} ${randomUUID()}`, { flag: 'wx' });
      return true;
    } catch (error) {
      if (errno(error) === 'EEXIST') return false;
      throw error;
    }
  });
}

/**
 * Takes over the lock of a run that is gone. Of several runs that find it, the one that makes the marker of that lock is
 * the only one that may remove it, and looks again before it does. A run that dies meanwhile leaves its marker: the marker
 * of the next one is named after the lock and every dead marker of it, so that again one run alone can make it. Markers
 * go once a lock is held: a run that still has one then finds a different lock.
 */
function takeOver(file: string): boolean {
  if (isMissing(file)) return create(file);
  const dead = readLock(file);
  if (!isDead(file, dead)) return false;
  const marker = freeMarker(file, dead);
  if (marker === undefined || !create(marker)) return false;
  try {
    if (!isMissing(file)) {
      if (readLock(file) !== dead) return false;
      forget(file);
    }
    return create(file);
  } finally {
    forget(marker);
  }
}

/** Where the marker of a dead lock is to be; undefined while a run that lives has it. */
function freeMarker(file: string, dead: string): string | undefined {
  for (let chain = dead; ;) {
    const marker = `${file}.${sha256(chain).slice(0, 16)}`;
    if (isMissing(marker)) return marker;
    const text = readLock(marker);
    if (!isDead(marker, text)) return undefined;
    chain = `${chain}\n${text}`;
  }
}

/** What runs that died while they took over left behind. */
function forgetMarkers(file: string): void {
  const name = basename(file);
  for (const entry of readdirSync(dirname(file), { withFileTypes: true })) {
    const marker = join(dirname(file), entry.name);
    if (entry.isFile() && entry.name.startsWith(`${name}.`) && isDead(marker, readLock(marker))) forget(marker);
  }
}

/** Whether the run that created a lock or a marker has ended. One on another computer counts as running. */
function isDead(file: string, text: string): boolean {
  const [, digits, host] = lockText.exec(text) ?? [];
  if (digits === undefined) return true;
  if (host !== hostname()) return false;
  const pid = Number(digits);
  if (pid === process.pid) return !held.has(file);
  try {
    process.kill(pid, 0);
    return false;
  } catch (error) {
    return errno(error) === 'ESRCH';
  }
}

function isMissing(file: string): boolean {
  return !existsSync(file);
}

/** A lock is empty for a moment between being made and being written. */
function readLock(file: string): string {
  let text = '';
  for (let turn = 0; turn < 10 && text === ''; turn += 1) {
    if (turn > 0) sleep(5);
    try {
      if (!lstatSync(file).isFile()) throw new WorkspaceError('not-a-file', own.lock);
      text = readFileSync(file, 'utf8').slice(0, mostText);
    } catch (error) {
      if (errno(error) === 'ENOENT') return '';
      throw error;
    }
  }
  return text;
}

function forget(file: string): void {
  try {
    unlinkSync(file);
  } catch (error) {
    if (errno(error) === undefined) throw error;
  }
}

function holdSignals(): () => Promise<void> {
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
  let received: NodeJS.Signals | undefined;
  const remember = (signal: NodeJS.Signals): void => void (received = signal);
  for (const signal of signals) process.on(signal, remember);
  return async () => {
    // A signal that came during synchronous work is delivered in the next whole turn of the event loop.
    await new Promise((done) => setImmediate(() => setImmediate(done)));
    for (const signal of signals) process.off(signal, remember);
    if (received) process.kill(process.pid, received);
  };
}
