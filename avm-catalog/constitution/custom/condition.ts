import type { Category, Elsewhere, Level } from '../category.ts';

export type Scalar = string | number | boolean | null;

export interface Bounds {
  readonly atLeast?: number;
  readonly atMost?: number;
}

/** What must be true of a value; several of them must all be. */
export interface Comparisons {
  readonly equals?: Scalar;
  readonly notEquals?: Scalar;
  readonly in?: readonly Scalar[];
  readonly notIn?: readonly Scalar[];
  readonly like?: string;
  readonly notLike?: string;
  readonly startsWith?: string;
  readonly endsWith?: string;
  readonly contains?: Scalar;
  readonly notContains?: Scalar;
  readonly atLeast?: number;
  readonly atMost?: number;
  readonly moreThan?: number;
  readonly lessThan?: number;
  readonly length?: Bounds;
  readonly exists?: boolean;
}

export const ties = ['child', 'extension', 'parent', 'reference', 'referencedBy', 'anywhere'] as const;
export type Tie = (typeof ties)[number];

/** Other resources, by how they are tied to this one; one at least unless a number is given. */
export interface Related extends Bounds {
  readonly type: string;
  readonly by: Tie;
  /** Where the id stands: in this resource for `reference`, in the other for `referencedBy`. */
  readonly path?: string;
  readonly where?: Condition;
}

/** One of: a subject (`path`, `every`, `some`) with what must be true of it; `all`, `any`, `none`, `not`; `related`. */
export interface Condition extends Comparisons {
  readonly path?: string;
  readonly every?: string;
  readonly some?: string;
  /** Of `every` and `some`: the items that count. */
  readonly where?: Condition;
  /** A condition with paths that begin at the value. */
  readonly holds?: Condition;
  readonly all?: readonly Condition[];
  readonly any?: readonly Condition[];
  readonly none?: readonly Condition[];
  readonly not?: Condition;
  readonly related?: Related;
}

/** Resources by type; `*` stands for any characters. */
export interface Selection {
  readonly type: string | readonly string[];
  readonly where?: Condition;
}

interface CustomRule {
  readonly title: string;
  readonly level: Level;
  readonly category: Category;
  readonly statement: string;
}

/** How a person shows that a principle is followed, and who said so last. */
export interface Attestation {
  /** What the person does, or looks at. */
  readonly how: string;
  readonly by?: string;
  /** Day as YYYY-MM-DD. */
  readonly on?: string;
}

/** A custom rule about what people do: no file and no resource shows whether it is followed. */
export interface AttestedRule extends CustomRule {
  readonly attest: Attestation;
}

/** A custom rule with a condition, as it stands in avm.yaml. */
export interface OwnRule extends CustomRule {
  readonly resources: Selection;
  /** What must hold of each of the resources. */
  readonly must?: Condition;
  /** How many of the resources there must be in an environment. */
  readonly count?: Bounds;
  readonly message: string;
  readonly instead: string;
  /** @default all */
  readonly environments?: readonly string[];
  readonly elsewhere?: Elsewhere;
}

export const subjects = ['path', 'every', 'some'] as const;
export const combinations = ['all', 'any', 'none', 'not', 'related'] as const;
export const comparisons = [
  'equals',
  'notEquals',
  'in',
  'notIn',
  'like',
  'notLike',
  'startsWith',
  'endsWith',
  'contains',
  'notContains',
  'atLeast',
  'atMost',
  'moreThan',
  'lessThan',
  'length',
  'exists',
] as const satisfies readonly (keyof Comparisons)[];

/** What bounds the work that a rule can ask for. */
export const conditionLimits = { rules: 100, depth: 8, parts: 100, related: 2 } as const;

/** The conditions right below one. */
export function partsOf({ where, holds, all, any, none, not, related }: Condition): readonly Condition[] {
  const single = [where, holds, not, related?.where].filter((one) => one !== undefined);
  return [...single, ...(all ?? []), ...(any ?? []), ...(none ?? [])];
}
