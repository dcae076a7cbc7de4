import type { FindingArguments } from '../../src/findings/finding.ts';

/** A zod issue that names its finding; `key` places it at the key rather than at the value. */
export interface Refusal {
  readonly finding: string;
  readonly args: FindingArguments;
  readonly key: boolean;
}

export function refusal(
  finding: string,
  path: readonly string[],
  args: FindingArguments,
  key = false,
): { code: 'custom'; path: string[]; params: { [key: string]: unknown } } {
  const params: Refusal = { finding, args, key };
  return { code: 'custom', path: [...path], params: { ...params } };
}
