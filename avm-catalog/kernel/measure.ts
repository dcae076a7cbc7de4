import type { GapCategory, GuessWeight } from './guess.ts';
import type { View } from './view.ts';

/** A quantity of an environment, which should not be lower in production than in other environments. */
export interface Measure {
  /** Path below `spec`. */
  readonly path: string;
  readonly subject: string;
  /** Undefined if it doesn't apply. */
  readonly of: (view: View) => number | undefined;
}

/** Settings of one environment that are each allowed but conflict: `avm clarify` asks about them. */
export interface Contradiction {
  /** Its prose is among the messages of questions. */
  readonly code: string;
  /** Path below `spec`. */
  readonly path: string;
  readonly category: GapCategory;
  readonly impact: GuessWeight;
  readonly uncertainty: GuessWeight;
  readonly now: string | number;
  readonly recommended?: string | number;
  readonly options: readonly (string | number)[];
  readonly args: Readonly<Record<string, string | number | readonly string[]>>;
}

/** Measures of every environment. */
export const coreMeasures: readonly Measure[] = [
  { path: 'lock', subject: 'the lock against deletion', of: ({ core }) => (core.lock === 'none' ? 0 : 1) },
];
