import type { FindingArguments } from '../finding.ts';

/** An argument as words: `a, b` for a list, nothing for what is not given. */
export const list = (value: FindingArguments[string] | undefined): string =>
  Array.isArray(value) ? value.join(', ') : String(value ?? '');
