import type { Value } from '../../src/bicep/value.ts';

/** Once for each item of a list; `index` names its place in it. */
export interface Loop {
  readonly item: string;
  readonly index?: string;
  readonly in: Value;
}
