export type Scalar = string | number | boolean | null;

export interface Bounds {
  readonly atLeast?: number;
  readonly atMost?: number;
}

/** Where a comparison takes its operand from, instead of the rule. */
export const origins = ['path', 'resource', 'setting'] as const;

/** One of them: a path that begins where those of the condition do, a path in the resource, or a setting. */
export type Reference = Readonly<Partial<Record<(typeof origins)[number], string>>>;

/** A day, counted from the as-of date of the check; negative for the past. */
interface Days {
  readonly days: number;
}

/** Comparisons with a value; all of them apply. */
export interface Comparisons {
  readonly equals?: Scalar | Reference;
  readonly notEquals?: Scalar | Reference;
  readonly in?: readonly Scalar[] | Reference;
  readonly notIn?: readonly Scalar[] | Reference;
  readonly like?: string;
  readonly notLike?: string;
  readonly startsWith?: string | Reference;
  readonly endsWith?: string | Reference;
  readonly contains?: Scalar | Reference;
  readonly notContains?: Scalar | Reference;
  readonly atLeast?: number | Reference;
  readonly atMost?: number | Reference;
  readonly moreThan?: number | Reference;
  readonly lessThan?: number | Reference;
  /** Address ranges, of which one has all addresses of the value. */
  readonly within?: string | readonly string[] | Reference;
  /** Address ranges, of which one shares addresses with the value. */
  readonly overlaps?: string | readonly string[] | Reference;
  /** Ports, of which one is among those of the value. */
  readonly includesPort?: number | readonly number[];
  /** A day as YYYY-MM-DD. */
  readonly before?: string | Days | Reference;
  readonly after?: string | Days | Reference;
  readonly length?: Bounds;
  readonly exists?: boolean;
}

export const ties = ['child', 'extension', 'parent', 'reference', 'referencedBy', 'anywhere'] as const;
export type Tie = (typeof ties)[number];

/** Related resources; at least one unless a number is set. */
export interface Related extends Bounds {
  readonly type: string;
  readonly by: Tie;
  /** The path of the ID: in this resource for `reference`, in the other for `referencedBy`. */
  readonly path?: string;
  readonly where?: Condition;
}

/** One of: a subject (`path`, `every`, `some`, `setting`) with comparisons; `all`, `any`, `none`, `not`; `related`. */
export interface Condition extends Comparisons {
  readonly path?: string;
  readonly every?: string;
  readonly some?: string;
  /** Path in avm.yaml, of the environment. */
  readonly setting?: string;
  /** For `every` and `some`: the items to evaluate. */
  readonly where?: Condition;
  /** A condition whose paths start at the value. */
  readonly holds?: Condition;
  readonly all?: readonly Condition[];
  readonly any?: readonly Condition[];
  readonly none?: readonly Condition[];
  readonly not?: Condition;
  readonly related?: Related;
}

/** Resources by type; `*` matches any characters. */
export interface Selection {
  readonly type: string | readonly string[];
  readonly where?: Condition;
}

export const subjects = ['path', 'every', 'some', 'setting'] as const;
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
  'within',
  'overlaps',
  'includesPort',
  'before',
  'after',
  'length',
  'exists',
] as const satisfies readonly (keyof Comparisons)[];

/** Limits on the work that a rule can cause. */
export const conditionLimits = { rules: 100, depth: 8, parts: 100, related: 2, exceptions: 10 } as const;

/** The direct child conditions. */
export function partsOf({ where, holds, all, any, none, not, related }: Condition): readonly Condition[] {
  const single = [where, holds, not, related?.where].filter((one) => one !== undefined);
  return [...single, ...(all ?? []), ...(any ?? []), ...(none ?? [])];
}

/** True if a comparison takes its operand from elsewhere. */
export function isReference(operand: unknown): operand is Reference {
  return typeof operand === 'object' && operand !== null && origins.some((origin) => Object.hasOwn(operand, origin));
}

export function isDays(operand: unknown): operand is Days {
  return typeof operand === 'object' && operand !== null && Object.hasOwn(operand, 'days');
}

/** The operands of a condition that are taken from elsewhere. */
export function referencesOf(condition: Comparisons): readonly Reference[] {
  return comparisons.map((name) => condition[name]).filter(isReference);
}
