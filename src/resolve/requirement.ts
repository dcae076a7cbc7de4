import type { StoryAnswer } from '../answers/requirements.ts';

/** A requirement of the blueprint, or one of one's own. */
export interface Requirement {
  readonly id: string;
  readonly kind: 'functional' | 'constraint' | 'success';
  readonly statement: string;
  /** Where it stands in avm.yaml; absent for one of the blueprint. */
  readonly answer?: string;
  /** Why this workload does not want it. */
  readonly outOfScope?: string;
  /** Of one's own: the story it belongs to. */
  readonly story?: string;
  /** Of one's own: what is said to satisfy it. */
  readonly components: readonly string[];
  readonly rules: readonly string[];
  readonly task?: string;
}

/** A story of one's own. */
export interface OwnStory extends StoryAnswer {
  readonly id: string;
  readonly answer: string;
}
