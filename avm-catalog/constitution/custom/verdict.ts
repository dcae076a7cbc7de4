/** Whether something holds; `unknown` where only a deployment can tell. */
export type Verdict = boolean | 'unknown';

/** True where all are: a false one decides before an unknown one. */
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
