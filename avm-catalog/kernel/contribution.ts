import type { Expression } from '../../src/bicep/value.ts';

/** An item in a slot, with its component, condition, and reason. */
export interface Contribution<T> {
  readonly item: T;
  readonly from: string;
  readonly on: Expression | undefined;
  readonly ids: readonly string[];
}
