export type Level = 'must' | 'should' | 'off';

export const levels = ['must', 'should', 'off'] as const;

export const categories = [
  'modules',
  'network',
  'identity',
  'secrets',
  'encryption',
  'hardening',
  'logging',
  'backup',
  'patching',
  'resilience',
  'cost',
  'naming',
  'tags',
  'regions-and-sizes',
  'process',
] as const;

export type Category = (typeof categories)[number];

/** What says about the same elsewhere: a rule here may ask for more, or for less. */
export interface Elsewhere {
  /** Names of rules of PSRule for Azure. */
  readonly psrule?: readonly string[];
  /** Display names of built-in definitions of Azure Policy. */
  readonly policy?: readonly string[];
}
