import type { Capability } from './capability.ts';
import type { Data } from './component.ts';
import type { View } from './view.ts';

/** The categories that Spec Kit sorts the items of a checklist by, in its order. */
export const reviewCategories = [
  'Requirement Completeness',
  'Requirement Clarity',
  'Requirement Consistency',
  'Acceptance Criteria Quality',
  'Scenario Coverage',
  'Edge Case Coverage',
  'Non-Functional Requirements',
  'Dependencies & Assumptions',
  'Ambiguities & Conflicts',
] as const;
type ReviewCategory = (typeof reviewCategories)[number];

/** What somebody wants of the workload. An id is never given again to another one. */
export interface Story<Id extends string = string> {
  readonly id: `US${number}`;
  readonly title: string;
  readonly priority: 'P1' | 'P2' | 'P3';
  readonly why: string;
  /** How it is tried out with nothing else in place. */
  readonly test: string;
  readonly requirements: readonly Id[];
  /** Components that implement it; each component implements one story. */
  readonly components: readonly string[];
  readonly scenarios: readonly Scenario<Id>[];
}

interface Scenario<Id extends string = string> {
  readonly given: string;
  readonly when: string;
  readonly then: string;
  /** It counts where one of these is in scope. */
  readonly requirements: readonly Id[];
  /** It counts where one of these components is on; always, where none is named. */
  readonly with?: readonly string[];
  /** It counts where this rule is on. */
  readonly rule?: string;
}

/** When a requirement counts as met, measured. An id is never given again to another one. */
export interface SuccessCriterion<Id extends string = string> {
  readonly id: `SC-${string}`;
  readonly statement: string;
  readonly requirements: readonly Id[];
  /** It counts where one of these components is on; always, where none is named. */
  readonly with?: readonly string[];
  /** It counts where this rule is on. */
  readonly rule?: string;
  /** Bash that shows it, with the names of the README: `group`, `machine`, `output`. */
  readonly shows?: string;
  /** What `shows` prints where it is met. */
  readonly expect: string;
  /** Components whose part of the README shows it. */
  readonly told?: readonly string[];
}

/** Something that nobody but those who order the workload can say. */
export interface UserInput<Id extends string = string> {
  readonly what: string;
  /** Path of the answer, below `spec` or with a slash. */
  readonly path: string;
  /** Nothing where it is not asked for; null where the answer is none. */
  readonly value: (view: View) => Data | undefined;
  /** It counts where one of these is in scope. */
  readonly requirements: readonly Id[];
  /** It counts where one of these components is on; always, where none is named. */
  readonly with?: readonly string[];
}

/** What a reviewer is asked of the requirements, not of what was built: a person answers it, so it is never ticked. */
export interface Review<Id extends string = string> {
  readonly category: ReviewCategory;
  readonly quality: 'Gap' | 'Clarity' | 'Consistency' | 'Measurability' | 'Coverage' | 'Assumption';
  readonly requirements: readonly Id[];
  /** It is asked where one of these components is on; always, where none is named. */
  readonly with?: readonly string[];
  /** It is asked where this rule is on. */
  readonly rule?: string;
  /** Of the environments it is true in; nothing where it is not worth asking. */
  readonly ask: (views: readonly View[], all: readonly View[]) => string | undefined;
}

/** Why the blueprint does something in one way and not in another. */
export interface Decision<Id extends string = string> {
  readonly topic: string;
  readonly decision: string;
  readonly rationale: string;
  readonly alternatives: string;
  /** It counts where one of these is in scope. */
  readonly requirements: readonly Id[];
  /** It counts where one of these components is on; always, where none is named. */
  readonly with?: readonly string[];
}

/** What may go wrong, and what happens then. */
export interface EdgeCase<Id extends string = string> {
  readonly what: string;
  readonly then: string;
  /** It counts where one of these is in scope. */
  readonly requirements: readonly Id[];
  /** It counts where one of these components is on; always, where none is named. */
  readonly with?: readonly string[];
}

/** What a blueprint says: the words of its documents. */
export interface BlueprintContent {
  /** Statement by ID. An ID is never given again to another requirement. */
  readonly requirements: Readonly<Record<string, string>>;
  /** Requirements that no workload can do without. */
  readonly foundations: readonly string[];
  /** By priority. An ID is never given again to another story. */
  readonly stories: readonly Story[];
  /** In the order of their IDs, which are never given again. */
  readonly criteria: readonly SuccessCriterion[];
  readonly decisions: readonly Decision[];
  readonly edgeCases: readonly EdgeCase[];
  readonly reviews: Readonly<Record<'operations' | 'security', readonly Review[]>>;
  readonly userInputs: readonly UserInput[];
  /** The requirement that asks for a capability; a component whose capabilities nothing asks for serves rules alone. */
  readonly reasons: Readonly<Partial<Record<Capability, string>>> &
    Readonly<Record<'environments' | 'modules', string>>;
}
