import { comparisons, isReference, type Comparisons, type Scalar } from '../custom/condition.ts';
import { all, any, has, is, not, type PsCondition } from './condition.ts';
import { refuse } from './inexpressible.ts';

/**
 * Each comparison in the terms of PSRule, with the same result for a missing value and for one of another type. PSRule
 * reads every operand of YAML as text, and converts it to the type of the value; so the type is asked for first.
 */
export function comparisonsOf(condition: Comparisons, field: string): readonly PsCondition[] {
  return comparisons.flatMap((name) => {
    const operand: unknown = condition[name];
    if (operand === undefined) return [];
    if (isReference(operand)) return refuse('It compares two values that a resource or avm.yaml has.');
    if (/(^|\.)location$/i.test(field) && name !== 'exists')
      return refuse('It compares regions, whose spaces don’t count.');
    const write = table[name];
    return [write ? write(field, operand as never) : refuse(`PSRule has no comparison like ${name}.`)];
  });
}

const isText = (field: string): PsCondition => ({ field, isString: true });
const isNumber = (field: string): PsCondition => ({ field, isNumeric: true });

/** Set, and not null. An empty text or list exists too. */
const exists = (field: string): PsCondition => any(has(field), isText(field), { field, isArray: true });

function equals(field: string, operand: Scalar): PsCondition {
  if (operand === null) return not(exists(field));
  if (typeof operand === 'boolean') return all({ field, isBoolean: true }, is(field, operand));
  if (typeof operand === 'number') return all(isNumber(field), is(field, whole(operand)));
  return all(isText(field), is(field, operand));
}

function isIn(field: string, operands: readonly Scalar[]): PsCondition {
  const isTexts = operands.every((one) => typeof one === 'string');
  if (!isTexts) return any(...operands.map((one) => equals(field, one)));
  return all(isText(field), { field, in: operands });
}

/** Text in text, or an item of a list. */
function contains(field: string, operand: Scalar): PsCondition {
  if (typeof operand !== 'string') return refuse('It looks for a number, true, false, or null in a list.');
  return any(all(isText(field), { field, contains: operand }), all({ field, isArray: true }, { field, in: [operand] }));
}

/** `[`, `]`, `?`, and the backtick mean more to PowerShell. */
function like(field: string, pattern: string): PsCondition {
  if (/[[\]?`]/.test(pattern)) return refuse('Its pattern has a character that means more in PowerShell.');
  return all(isText(field), { field, like: pattern });
}

function whole(operand: number): number {
  return Number.isInteger(operand) ? operand : refuse('It compares with a number that isn’t whole.');
}

type Write = (field: string, operand: never) => PsCondition;

const table: Readonly<Partial<Record<keyof Comparisons, Write>>> = {
  equals,
  notEquals: (field: string, operand: Scalar) => not(equals(field, operand)),
  in: isIn,
  notIn: (field: string, operands: readonly Scalar[]) => not(isIn(field, operands)),
  like,
  notLike: (field: string, pattern: string) => not(like(field, pattern)),
  startsWith: (field: string, operand: string) => all(isText(field), { field, startsWith: operand }),
  endsWith: (field: string, operand: string) => all(isText(field), { field, endsWith: operand }),
  contains,
  notContains: (field: string, operand: Scalar) => not(contains(field, operand)),
  atLeast: (field: string, operand: number) => all(isNumber(field), { field, greaterOrEquals: whole(operand) }),
  atMost: (field: string, operand: number) => all(isNumber(field), { field, lessOrEquals: whole(operand) }),
  moreThan: (field: string, operand: number) => all(isNumber(field), { field, greater: whole(operand) }),
  lessThan: (field: string, operand: number) => all(isNumber(field), { field, less: whole(operand) }),
  exists: (field: string, operand: boolean) => (operand ? exists(field) : not(exists(field))),
};
