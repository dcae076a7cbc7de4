import type { Expression, Value } from '../../../src/bicep/value.ts';

export type AlertSeverity = 0 | 1 | 2 | 3 | 4;
/** A threshold in a sentence. */
type Shown = string | Expression;

/** Settings of an alert that a user can change, if the alert has them. */
export interface Settable {
  /** Its condition in one line, for the README. */
  readonly reports: string;
  /** Component that it belongs to. */
  readonly of: string;
  /** Undefined if Azure sets the severity. */
  readonly severity?: AlertSeverity;
  readonly threshold?: {
    readonly initial: number;
    readonly least: number;
    readonly most: number;
    /** The unit after the number in a sentence. */
    readonly unit: string;
  };
  /** The first one is the default. */
  readonly minutes?: readonly number[];
  readonly describe: (threshold: Shown) => Value;
}

export interface MetricRule extends Settable {
  readonly severity: AlertSeverity;
  readonly minutes: readonly number[];
  readonly frequency: 'PT1M' | 'PT5M';
  readonly resourceType: string;
  readonly metric: string;
  readonly aggregation: 'Average' | 'Count' | 'Maximum' | 'Minimum' | 'Total';
  readonly operator: 'GreaterThan' | 'LessThan';
  /** The threshold, if users can't set it. */
  readonly always?: number;
  readonly dimensions?: readonly Dimension[];
}
export interface Dimension {
  readonly name: string;
  readonly operator: 'Include' | 'Exclude';
  readonly values: readonly string[];
}
export interface LogRule extends Settable {
  readonly severity: AlertSeverity;
  readonly minutes: readonly number[];
  readonly frequency: 'PT5M' | 'PT15M';
  readonly dimensions?: readonly Dimension[];
}

export const share = { least: 1, most: 99, unit: 'percent' };
export const number = { least: 0, most: 100_000 };
