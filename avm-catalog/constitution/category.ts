import type { cis2Controls, cis3Controls, mcsbControls } from '../azure/benchmark-controls.ts';

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

/** Similar rules of other sources, which can require more or less. */
export interface Elsewhere {
  /** Rule names of PSRule for Azure. */
  readonly psrule?: readonly string[];
  /** Display names of built-in Azure Policy definitions. */
  readonly policy?: readonly string[];
}

/** Controls of benchmarks that a rule corresponds to. A control can require more, and a rule can cover a part of it. */
export interface Controls {
  readonly mcsb?: readonly (keyof typeof mcsbControls)[];
  readonly cis2?: readonly (keyof typeof cis2Controls)[];
  readonly cis3?: readonly (keyof typeof cis3Controls)[];
}

/** The same for a custom rule, which can name any control. */
export type ControlIds = Readonly<Partial<Record<keyof Controls, readonly string[]>>> & {
  /** Controls of other baselines, with the name of the baseline: `NCSC 5`. */
  readonly other?: readonly string[];
};
