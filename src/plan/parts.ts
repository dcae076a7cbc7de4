import type { PlanOutput, PlanParameter, PlanResource, PlanVariable } from './plan.ts';
import type { Definitions } from './references.ts';

/** What components made: that from which a plan is put together. */
export interface Parts {
  readonly resources: readonly PlanResource[];
  readonly variables: ReadonlyMap<string, PlanVariable & { readonly order: number }>;
  readonly parameters: ReadonlyMap<string, PlanParameter & { readonly order: number }>;
  readonly outputs: readonly PlanOutput[];
  /** Symbol that makes an id or a name. */
  readonly makers: ReadonlyMap<string, string>;
  readonly definitions: Definitions;
}
