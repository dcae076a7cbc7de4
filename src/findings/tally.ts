import type { Finding, Severity } from './finding.ts';

/** `2 errors, 1 warning`; empty where there is nothing. */
export function tally(findings: readonly Finding[]): string {
  const count = (severity: Severity): number => findings.filter((one) => one.severity === severity).length;
  return (['error', 'warning', 'note'] as const)
    .flatMap((one) => (count(one) === 0 ? [] : [counted(count(one), one)]))
    .join(', ');
}

export function counted(count: number, word: string, plural = `${word}s`): string {
  return `${count} ${count === 1 ? word : plural}`;
}
