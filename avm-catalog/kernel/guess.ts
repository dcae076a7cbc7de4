import type { View } from './view.ts';
import type { EnvironmentsParameters } from './rule-parameters.ts';

/** What a specification may leave open: the categories that Spec Kit goes through, in its order. */
export const gapCategories = [
  'Functional Scope & Behavior',
  'Domain & Data Model',
  'Interaction & UX Flow',
  'Non-Functional Quality Attributes',
  'Integration & External Dependencies',
  'Edge Cases & Failure Handling',
  'Constraints & Tradeoffs',
  'Terminology & Consistency',
  'Completion Signals',
  'Misc / Placeholders',
] as const;
export type GapCategory = (typeof gapCategories)[number];

/** In ascending order. */
export type GuessWeight = 1 | 2 | 3;

/** A default that only the user can confirm: `avm clarify` asks about it until it is answered or confirmed. */
export interface Guess {
  /** Path below the component's key; absolute in avm.yaml with a leading slash. */
  readonly path: string;
  /** Without the question mark, so that environments may be named behind it. */
  readonly question: string | ((view: View) => string);
  /** Why it matters, in one sentence. */
  readonly why: string;
  /** How to answer, in one sentence. */
  readonly advice: string;
  /** The current value is the recommended one. */
  readonly asItIs?: true;
  /** It cannot be confirmed as it is: an answer has to be given. */
  readonly required?: true;
  readonly category: GapCategory;
  readonly impact: GuessWeight;
  readonly uncertainty: GuessWeight;
  /** What to choose from, where it is not what the interview offers. */
  readonly options?: readonly string[];
  /** Where it is asked; @default where the component is on */
  readonly when?: ((view: View, views: readonly View[]) => boolean) | undefined;
}

/** Production environments: those that resilience rules name, or else the last one in the order of deployment. */
export function isProductive({ environment, rules }: View, views: readonly View[]): boolean {
  const named = ['RES-001', 'RES-002', 'RES-003'].flatMap(
    (id) => rules.parameters<EnvironmentsParameters>(id).environments,
  );
  const known = views.some((view) => named.includes(view.environment));
  return known ? named.includes(environment) : views.at(-1)?.environment === environment;
}
