import type { ChildProcess } from 'node:child_process';
import { rmSync } from 'node:fs';

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
const works = new Set<() => void>();

/**
 * Does a piece of work when this process ends, by itself or by a signal: a child is taken down, a temporary folder is
 * removed. What came last is done first. A signal that nobody else listens for still ends this process, as it would
 * have. Returns what undoes it.
 */
function atEnd(work: () => void): () => void {
  if (works.size === 0) listen();
  works.add(work);
  return () => {
    if (works.delete(work) && works.size === 0) stopListening();
  };
}

/** Takes the child down with this process. */
export function killAtEnd(child: ChildProcess): () => void {
  return atEnd(() => void child.kill('SIGKILL'));
}

/** Removes a folder with this process; a child that was killed may still write into it for a moment. */
export function removeAtEnd(folder: string): () => void {
  return atEnd(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 20 }));
}

function listen(): void {
  process.on('exit', doAll);
  for (const signal of signals) process.on(signal, onSignal);
}

function stopListening(): void {
  process.off('exit', doAll);
  for (const signal of signals) process.off(signal, onSignal);
}

function doAll(): void {
  for (const work of [...works].toReversed()) {
    try {
      work();
    } catch {
      // The remaining work still has to run, and the error cannot be reported.
    }
  }
  works.clear();
}

function onSignal(signal: NodeJS.Signals): void {
  stopListening();
  doAll();
  if (process.listenerCount(signal) === 0) process.kill(process.pid, signal);
}
