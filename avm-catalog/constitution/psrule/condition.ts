/**
 * A condition of PSRule 2.9 as data, with the keys and in the order that its YAML has.
 * Source: microsoft/PSRule v2.9.0, src/PSRule/Definitions/Expressions/LanguageExpressions.cs.
 */
export type PsCondition =
  | { readonly allOf: readonly PsCondition[] }
  | { readonly anyOf: readonly PsCondition[] }
  | { readonly not: PsCondition }
  | PsItems
  | PsComparison;

/** Counts the items of a list that meet all conditions. Without a number, documentation and code of PSRule differ. */
interface PsItems {
  readonly field: string;
  readonly greaterOrEqual?: number;
  readonly lessOrEqual?: number;
  readonly allOf: readonly PsCondition[];
}

interface PsComparison {
  readonly field: string;
  readonly equals?: string | number | boolean;
  readonly in?: readonly string[];
  /** Null exists, and has no value. */
  readonly exists?: boolean;
  readonly hasValue?: boolean;
  readonly isString?: true;
  readonly isArray?: true;
  readonly isNumeric?: true;
  readonly isBoolean?: true;
  readonly match?: string;
  readonly like?: string;
  readonly contains?: string;
  readonly startsWith?: string;
  readonly endsWith?: string | readonly string[];
  readonly greater?: number;
  readonly greaterOrEquals?: number;
  readonly less?: number;
  readonly lessOrEquals?: number;
  readonly caseSensitive?: true;
}

export function all(...conditions: readonly PsCondition[]): PsCondition {
  const [only, ...others] = conditions;
  return only && others.length === 0 ? only : { allOf: conditions };
}

export function any(...conditions: readonly PsCondition[]): PsCondition {
  const [only, ...others] = conditions;
  return only && others.length === 0 ? only : { anyOf: conditions };
}

export function not(condition: PsCondition): PsCondition {
  return 'not' in condition ? condition.not : { not: condition };
}

export function is(field: string, equals: string | number | boolean): PsCondition {
  return { field, equals };
}

export function has(field: string): PsCondition {
  return { field, hasValue: true };
}

/** Missing, null, or empty. */
export function lacks(field: string): PsCondition {
  return { field, hasValue: false };
}

export function some(field: string, ...allOf: readonly PsCondition[]): PsCondition {
  return { field, greaterOrEqual: 1, allOf };
}

export function none(field: string, ...allOf: readonly PsCondition[]): PsCondition {
  return { field, lessOrEqual: 0, allOf };
}

/** PSRule for Azure moves child and extension resources into `resources` of the resources above them. */
const nested = 'resources';

export function someBelow(type: string, ...conditions: readonly PsCondition[]): PsCondition {
  return some(nested, is('type', type), ...conditions);
}

export function noneBelow(type: string, ...conditions: readonly PsCondition[]): PsCondition {
  return none(nested, is('type', type), ...conditions);
}
