import type * as zod from 'zod';

/** zod is handed to a schema rather than imported by it: a run that parses nothing does not load it. */
export type Zod = typeof zod;

export interface RuleSettings {
  /** Whether the rule has a level other than off. */
  on(id: string): boolean;
  parameters<P>(id: string): P;
}

/** What a default can depend on. */
export interface DefaultsContext {
  readonly workload: string;
  readonly environment: string;
  readonly rules: RuleSettings;
  /** The region; undefined if it isn't known yet. */
  readonly region?: string;
  /** The name of a named component. */
  readonly component?: string;
}
