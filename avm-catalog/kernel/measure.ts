import type { GapCategory, GuessWeight } from './guess.ts';
import type { View } from './view.ts';

/** How much of something an environment has: where people rely on it there should not be less than where they try things out. */
export interface Measure {
  /** Path below `spec`. */
  readonly path: string;
  readonly subject: string;
  /** Nothing where it has no say. */
  readonly of: (view: View) => number | undefined;
}

/** Settings of one environment that are each allowed, and do not go together: `avm clarify` asks about it. */
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

/** What every environment has, whatever is in it. */
export const coreMeasures: readonly Measure[] = [
  { path: 'lock', subject: 'the lock against deletion', of: ({ core }) => (core.lock === 'none' ? 0 : 1) },
];
