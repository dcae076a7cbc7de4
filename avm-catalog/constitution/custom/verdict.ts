/** `unknown` if only a deployment determines it. */
export type Verdict = boolean | 'unknown';

/** True if all are true; false has precedence over unknown. */
export function both(verdicts: readonly Verdict[]): Verdict {
  if (verdicts.includes(false)) return false;
  return verdicts.includes('unknown') ? 'unknown' : true;
}

export function either(verdicts: readonly Verdict[]): Verdict {
  if (verdicts.includes(true)) return true;
  return verdicts.includes('unknown') ? 'unknown' : false;
}

export function opposite(verdict: Verdict): Verdict {
  return verdict === 'unknown' ? verdict : !verdict;
}
