/** Milliseconds in which a compiler has to say its version: whatever is silent for longer is none. */
export const startingTime = 30_000;

const usual = 120;

/** Milliseconds that one answer of the compiler, or getting modules, may take: AVM_TIMEOUT in seconds, or two minutes. */
export function patience(env: NodeJS.ProcessEnv): number {
  const seconds = Number(env['AVM_TIMEOUT']);
  return 1000 * (Number.isFinite(seconds) && seconds > 0 && seconds <= 86_400 ? seconds : usual);
}

/**
 * Milliseconds that each step to another machine may take: a fortieth of that, so three seconds or more where
 * AVM_TIMEOUT allows more, and never more than AVM_TIMEOUT.
 */
export function stepTime(env: NodeJS.ProcessEnv): number {
  const all = patience(env);
  return Math.min(all, Math.max(3000, all / 40));
}
