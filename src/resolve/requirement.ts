import type { StoryAnswer } from '../answers/requirements.ts';

/** A requirement of the blueprint, or a custom one. */
export interface Requirement {
  readonly id: string;
  readonly kind: 'functional' | 'constraint' | 'success';
  readonly statement: string;
  /** Its path in avm.yaml; absent for one of the blueprint. */
  readonly answer?: string;
  /** Why this workload does not want it. */
  readonly outOfScope?: string;
  /** Custom: the story it belongs to. */
  readonly story?: string;
  /** Custom: what satisfies it, according to the settings. */
  readonly components: readonly string[];
  readonly rules: readonly string[];
  readonly task?: string;
}

/** A custom story. */
export interface OwnStory extends StoryAnswer {
  readonly id: string;
  readonly answer: string;
}
