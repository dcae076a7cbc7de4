import type * as zod from 'zod';

/** zod is handed to a schema rather than imported by it: a run that parses nothing does not load it. */
export type Zod = typeof zod;

export interface RuleSettings {
  /** True where the rule has a level other than off. */
  on(id: string): boolean;
  parameters<P>(id: string): P;
}

/** What a default may depend on. */
export interface DefaultsContext {
  readonly workload: string;
  readonly environment: string;
  readonly rules: RuleSettings;
  /** Where it is to be; left out where that isn't known yet. */
  readonly region?: string;
}
