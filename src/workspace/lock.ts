import { existsSync, readFileSync, unlinkSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { dirname } from 'node:path';
import { makeFolders, removeEmptyFolders, sleep } from './disk.ts';
import { WorkspaceError, errno, onDisk } from './errors.ts';
import { own, pathsInside } from './paths.ts';

const held = new Set<string>();

/**
 * Runs `work` while no other run can change the workspace. Folders made for the lock are removed again where they stay empty.
 * A Ctrl-C meanwhile takes effect afterwards, so that it finds a whole workspace.
 * Throws WorkspaceError `locked` where another run is at work.
 */
export async function withLock<T>(root: string, work: () => T | Promise<T>): Promise<T> {
  const release = takeLock(root);
  const allowSignals = holdSignals();
  try {
    return await work();
  } finally {
    release();
    await allowSignals();
  }
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
    if (create(file) || takeOver(file)) return made;
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
  const text = readLock(file);
  return /^[1-9]\d{0,9} \S+$/.test(text) ? { detail: `process ${text.replace(' ', ' on ')}` } : {};
}

/** False where the file is there. */
function create(file: string): boolean {
  return onDisk(own.lock, () => {
    try {
      writeFileSync(file, `${process.pid} ${hostname()}`, { flag: 'wx' });
      return true;
    } catch (error) {
      if (errno(error) === 'EEXIST') return false;
      throw error;
    }
  });
}

/** Of several runs that find a dead lock only the one that makes the marker may remove it, and looks again before it does. */
function takeOver(file: string): boolean {
  if (isMissing(file)) return create(file);
  if (!isDead(file)) return false;
  const marker = `${file}.stale`;
  if (!create(marker)) {
    // A run that died while taking over: its marker goes now, the lock with the next run.
    if (isDead(marker)) forget(marker);
    return false;
  }
  try {
    if (!isMissing(file)) {
      if (!isDead(file)) return false;
      forget(file);
    }
    return create(file);
  } finally {
    forget(marker);
  }
}

/** Whether the run that made the lock is gone. One on another machine can't be asked and counts as alive. */
function isDead(file: string): boolean {
  const [, digits, host] = /^([1-9]\d{0,9}) (\S+)$/.exec(readLock(file)) ?? [];
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
      text = readFileSync(file, 'utf8');
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
