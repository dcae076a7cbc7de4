import { isUnresolved } from '../estate.ts';
import { includesPort, isWithinRanges, overlapsRanges } from './addresses.ts';
import { comparisons, type Bounds, type Comparisons } from './condition.ts';
import { dayNumber } from './days.ts';
import { both, opposite, type Verdict } from './verdict.ts';

/** Text for comparison: case-insensitive, as in Azure Policy. */
type Fold = (text: string) => string;

const fold: Fold = (text) => text.toLowerCase();
/** `West Europe` and `westeurope` are the same region. */
const foldRegion: Fold = (text) => fold(text).replaceAll(' ', '');

/** An operand may be anything: it can come from a resource or a setting. */
type Compare = (value: unknown, operand: unknown, by: Fold) => Verdict;

const texts = (value: unknown, operand: unknown, by: Fold, fits: (one: string, other: string) => boolean): boolean =>
  typeof value === 'string' && typeof operand === 'string' && fits(by(value), by(operand));
const numbers = (value: unknown, operand: unknown, fits: (one: number, other: number) => boolean): boolean =>
  typeof value === 'number' && typeof operand === 'number' && fits(value, operand);
const days = (value: unknown, operand: unknown, fits: (one: number, other: number) => boolean): boolean =>
  numbers(dayNumber(value), dayNumber(operand), fits);

type Positive = Exclude<keyof Comparisons, `not${string}` | 'exists'>;

/** For a missing value or one of another type, none of these is true. */
const table: { readonly [K in Positive]: Compare } = {
  equals: (value, operand, by) => same(value, operand, by),
  in: (value, operand, by) => isAmong(value, [operand].flat(), by),
  like: (value, operand, by) => texts(value, operand, by, like),
  startsWith: (value, operand, by) => texts(value, operand, by, (one, other) => one.startsWith(other)),
  endsWith: (value, operand, by) => texts(value, operand, by, (one, other) => one.endsWith(other)),
  contains: (value, operand, by) => contains(value, operand, by),
  atLeast: (value, operand) => numbers(value, operand, (one, other) => one >= other),
  atMost: (value, operand) => numbers(value, operand, (one, other) => one <= other),
  moreThan: (value, operand) => numbers(value, operand, (one, other) => one > other),
  lessThan: (value, operand) => numbers(value, operand, (one, other) => one < other),
  within: (value, operand) => isWithinRanges(value, [operand].flat()),
  overlaps: (value, operand) => overlapsRanges(value, [operand].flat()),
  includesPort: (value, operand) => includesPort(value, [operand].flat() as readonly number[]),
  before: (value, operand) => days(value, operand, (one, other) => one < other),
  after: (value, operand) => days(value, operand, (one, other) => one > other),
  length: (value, operand) => {
    const { atLeast = 0, atMost = Infinity } = operand as Bounds;
    const size = lengthOf(value);
    return size >= atLeast && size <= atMost;
  },
};

const opposites = { notEquals: 'equals', notIn: 'in', notLike: 'like', notContains: 'contains' } as const;
const isNegative = (name: string): name is keyof typeof opposites => Object.hasOwn(opposites, name);

/** The operand as it is for this resource: a literal, or the value that a reference leads to. */
type Operand = (given: unknown) => unknown;

/** Evaluates all comparisons of a condition against the value at `at`. */
export function compare(value: unknown, wanted: Comparisons, at: string, operandOf: Operand): Verdict {
  const by = /(^|\.)location$/i.test(at) ? foldRegion : fold;
  return both(
    comparisons.flatMap((name) => {
      const given = wanted[name];
      if (given === undefined) return [];
      if (name === 'exists') return [given === true ? exists(value) : opposite(exists(value))];
      return [hold(name, value, given === null ? null : operandOf(given), by)];
    }),
  );
}

function hold(name: Exclude<keyof Comparisons, 'exists'>, value: unknown, operand: unknown, by: Fold): Verdict {
  if (isUnresolved(value) || isUnresolved(operand)) return 'unknown';
  if (isNegative(name)) return operand === undefined ? true : opposite(table[opposites[name]](value, operand, by));
  return operand === undefined ? false : table[name](value, operand, by);
}

function same(value: unknown, operand: unknown, by: Fold): boolean {
  if (operand === null) return value === null || value === undefined;
  return texts(value, operand, by, (one, other) => one === other) || (value === operand && typeof value !== 'object');
}

function isAmong(value: unknown, operands: readonly unknown[], by: Fold): Verdict {
  if (operands.some((one) => !isUnresolved(one) && same(value, one, by))) return true;
  return operands.some(isUnresolved) ? 'unknown' : false;
}

function contains(value: unknown, operand: unknown, by: Fold): Verdict {
  if (typeof value === 'string') return texts(value, operand, by, (one, other) => one.includes(other));
  if (!Array.isArray(value)) return false;
  if (value.some((item) => same(item, operand, by))) return true;
  return value.some(isUnresolved) ? 'unknown' : false;
}

/** A value exists if it’s set, unless it’s an expression that can evaluate to null. */
function exists(value: unknown): Verdict {
  if (value === undefined || value === null) return false;
  if (typeof value !== 'string' || !isUnresolved(value)) return true;
  return /\b(if|null|coalesce|tryGet|tryIndexFromEnd)\(/i.test(value) ? 'unknown' : true;
}

function lengthOf(value: unknown): number {
  if (typeof value === 'string') return [...value].length;
  return typeof value === 'object' && value !== null ? Object.keys(value).length : -1;
}

/** `*` matches any characters, or none. No regular expression is used, so no pattern can take long. */
export function like(text: string, pattern: string): boolean {
  let [at, in_, star, mark] = [0, 0, -1, 0];
  while (at < text.length) {
    if (pattern[in_] === '*') [star, mark, in_] = [in_, at, in_ + 1];
    else if (pattern[in_] === text[at]) [at, in_] = [at + 1, in_ + 1];
    else if (star === -1) return false;
    else [in_, mark, at] = [star + 1, mark + 1, mark + 1];
  }
  return /^\**$/.test(pattern.slice(in_));
}
