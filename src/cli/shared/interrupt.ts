import { exit } from './exit.ts';

/** Work within work: what is innermost knows best what was stopped. */
const tellers: (() => void)[] = [];

/** Work that Ctrl-C ends together with this process; `tell`, or that of interruptible work inside, then has the last word. */
export async function interruptible<T>(work: () => Promise<T>, tell: () => void): Promise<T> {
  let isStopped = false;
  const stop = (): void => {
    if (isStopped || tellers.at(-1) !== tell) return;
    isStopped = true;
    // Last of all: a spinner and the compiler end by the same signal, and clean up after themselves.
    process.once('exit', tell);
    // oxlint-disable-next-line unicorn/no-process-exit -- by itself the work would go on, without its compiler
    setImmediate(() => process.exit(exit.interrupted));
  };
  tellers.push(tell);
  process.on('SIGINT', stop);
  try {
    return await work();
  } finally {
    process.off('SIGINT', stop);
    tellers.pop();
  }
}
