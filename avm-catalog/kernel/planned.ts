import type { ObjectValue, Reason, Value } from '../../src/bicep/value.ts';

/** As much of a plan as a component may look at, to tell of it or to judge it. */
export interface Planned {
  readonly names: readonly PlannedName[];
  readonly variables: readonly { readonly name: string; readonly value: Value }[];
  readonly resources: readonly PlannedResource[];
}

/** A name as it will be, in one environment; the part Azure computes is written as `x`. */
export interface PlannedName {
  readonly key: string;
  readonly type: string;
  readonly values: Readonly<Record<string, string>>;
  /** Environments in which a setting gives it, which is judged with the settings. */
  readonly given?: readonly string[];
}

interface PlannedResource {
  readonly kind: 'module' | 'native' | 'file' | 'existing';
  readonly symbol: string;
  readonly reason: Reason;
  readonly module?: string;
  readonly version?: string;
  readonly params?: ObjectValue;
}
