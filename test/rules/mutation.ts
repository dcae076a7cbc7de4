import type { Resources } from './resources.ts';

/** Rule, what is broken, how, and the type of the resource that is to be named; empty for what is missing. */
export type Mutation = readonly [rule: string, what: string, mutate: (resources: Resources) => void, type: string];
