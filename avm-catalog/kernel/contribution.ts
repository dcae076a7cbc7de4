import type { Expression } from '../../src/bicep/value.ts';

/** What a component put into a slot: the item, who gave it, when it holds, and why. */
export interface Contribution<T> {
  readonly item: T;
  readonly from: string;
  readonly on: Expression | undefined;
  readonly ids: readonly string[];
}
