import type { Finding, FindingArguments, Place, Severity } from '../findings/finding.ts';

/** A finding of a check; `ids` are sorted here. */
export function makeFinding(
  code: string,
  severity: Severity,
  args: FindingArguments,
  where: Place = {},
  ids: readonly string[] = [],
): Finding {
  return { code, severity, where, ids: ids.toSorted(), args };
}
