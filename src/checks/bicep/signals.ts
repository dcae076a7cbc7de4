import type { ChildProcess } from 'node:child_process';

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * Takes the child down with this process. A signal that nobody else listens for still ends this
 * process, as it would have. Returns what undoes it.
 */
export function killOnSignal(child: ChildProcess): () => void {
  const kill = () => child.kill('SIGKILL');
  const onSignal = (signal: NodeJS.Signals) => {
    release();
    kill();
    if (process.listenerCount(signal) === 0) process.kill(process.pid, signal);
  };
  const release = () => {
    process.off('exit', kill);
    for (const signal of signals) process.off(signal, onSignal);
  };
  process.on('exit', kill);
  for (const signal of signals) process.on(signal, onSignal);
  return release;
}
