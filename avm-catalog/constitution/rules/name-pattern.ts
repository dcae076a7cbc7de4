export interface NamePatternParameters {
  readonly pattern: string;
  readonly instance: string;
}

const tokens = ['workload', 'environment', 'region', 'instance', 'unique'] as const;
export type NameToken = (typeof tokens)[number];

const token = new RegExp(`\\{(${tokens.join('|')})\\}`, 'g');

/** The parts of a pattern in order, without its type. */
export function tokensOf(pattern: string): readonly NameToken[] {
  return [...pattern.matchAll(token)].map((match) => match[1] as NameToken);
}

/**
 * True if the type comes first or last, the workload and a part that differs by environment are present, and no part repeats.
 * `{unique}` is computed from the resource group, which differs by environment.
 */
export function isNamePattern(text: string): boolean {
  const parts = text.split('-');
  const given = tokensOf(text);
  const typeAt = parts.indexOf('{type}');
  return (
    parts.length === given.length + 1 &&
    parts.every((part) => part === '{type}' || given.some((one) => part === `{${one}}`)) &&
    new Set(parts).size === parts.length &&
    (typeAt === 0 || typeAt === parts.length - 1) &&
    given.includes('workload') &&
    (given.includes('environment') || given.includes('unique'))
  );
}
