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

/** A user story of the workload. An ID is never reused. */
export interface Story<Id extends string = string> {
  readonly id: `US${number}`;
  readonly title: string;
  readonly priority: 'P1' | 'P2' | 'P3';
  /** “As a …, I want … so that …”. */
  readonly as: string;
  readonly why: string;
  /** How to test the story independently. */
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
  /** Applies if one of these is in scope. */
  readonly requirements: readonly Id[];
  /** Applies if one of these components is on, or always if there are none. */
  readonly with?: readonly string[];
  /** Applies if this rule is on. */
  readonly rule?: string;
}

/** A text of the catalog, or one with settings of the environments that it applies to. */
type Told = string | ((views: readonly View[]) => string);

/** A measurable success criterion. An ID is never reused. */
export interface SuccessCriterion<Id extends string = string> {
  readonly id: `SC-${string}`;
  /** A function if it names settings. */
  readonly statement: Told;
  readonly requirements: readonly Id[];
  /** Applies if one of these components is on, or always if there are none. */
  readonly with?: readonly string[];
  /** Applies if this rule is on. */
  readonly rule?: string;
  /** Bash command that shows it, with the variables of the README: `group`, `machine`, `output`. */
  readonly shows?: string;
  /** The output of `shows` if the criterion is met. */
  readonly expect: Told;
  /** Components whose README section shows it. */
  readonly told?: readonly string[];
}

/** A question that only the owner of the workload can answer. */
export interface UserInput<Id extends string = string> {
  readonly what: string;
  /** Path of the setting, below `spec` or with a leading slash. */
  readonly path: string;
  /** Undefined if it isn't asked; null if the answer is none. */
  readonly value: (view: View) => Data | undefined;
  /** Applies if one of these is in scope. */
  readonly requirements: readonly Id[];
  /** Applies if one of these components is on, or always if there are none. */
  readonly with?: readonly string[];
}

/** A review question about the requirements, not the implementation. A person answers it, so it's never ticked. */
export interface Review<Id extends string = string> {
  readonly category: ReviewCategory;
  readonly quality: 'Gap' | 'Clarity' | 'Consistency' | 'Measurability' | 'Coverage' | 'Assumption';
  readonly requirements: readonly Id[];
  /** Asked if one of these components is on, or always if there are none. */
  readonly with?: readonly string[];
  /** Asked if this rule is on. */
  readonly rule?: string;
  /** The environments that it applies to; undefined if the question isn't relevant. */
  readonly ask: (views: readonly View[], all: readonly View[]) => string | undefined;
}

/** A design decision of the blueprint. */
export interface Decision<Id extends string = string> {
  readonly topic: string;
  readonly decision: string;
  readonly rationale: string;
  readonly alternatives: string;
  /** Applies if one of these is in scope. */
  readonly requirements: readonly Id[];
  /** Applies if one of these components is on, or always if there are none. */
  readonly with?: readonly string[];
}

/** An edge case, and the behavior in that case. */
export interface EdgeCase<Id extends string = string> {
  readonly what: string;
  readonly then: string;
  /** Applies if one of these is in scope. */
  readonly requirements: readonly Id[];
  /** Applies if one of these components is on, or always if there are none. */
  readonly with?: readonly string[];
}

/** The texts of a blueprint's documents. */
export interface BlueprintContent {
  /** The problem that the workload solves. */
  readonly problem: string;
  /** Constraints of the scenario. */
  readonly constraints: readonly string[];
  /** Statement by ID. An ID is never reused. */
  readonly requirements: Readonly<Record<string, string>>;
  /** Those requirements that say how well the workload does what the others ask for. */
  readonly nonFunctional?: readonly string[];
  /** Requirements that every workload has. */
  readonly foundations: readonly string[];
  /** By priority. An ID is never reused. */
  readonly stories: readonly Story[];
  /** In the order of their IDs, which are never reused. */
  readonly criteria: readonly SuccessCriterion[];
  readonly decisions: readonly Decision[];
  readonly edgeCases: readonly EdgeCase[];
  readonly reviews: Readonly<Record<'operations' | 'security', readonly Review[]>>;
  readonly userInputs: readonly UserInput[];
  /** The requirement for a capability. A component whose capabilities no requirement needs serves only rules. */
  readonly reasons: Readonly<Partial<Record<Capability, string>>> &
    Readonly<Record<'environments' | 'modules', string>>;
}
