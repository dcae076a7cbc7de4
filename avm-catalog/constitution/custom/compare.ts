import { isUnresolved } from '../estate.ts';
import { comparisons, type Comparisons, type Scalar } from './condition.ts';
import { both, opposite, type Verdict } from './verdict.ts';

/** Text as it is compared: without regard to case, as Azure Policy does. */
type Fold = (text: string) => string;

const fold: Fold = (text) => text.toLowerCase();
/** `West Europe` and `westeurope` are the same region. */
const foldRegion: Fold = (text) => fold(text).replaceAll(' ', '');

type Compare<K extends keyof Comparisons> = (value: unknown, operand: NonNullable<Comparisons[K]>, by: Fold) => boolean;
type Table = { readonly [K in keyof Comparisons]-?: Compare<K> };

/** Of a value that is not there, or of another type, only what denies is true. */
const table: Omit<Table, 'equals' | 'notEquals' | 'contains' | 'notContains' | 'exists'> = {
  in: (value, operand, by) => operand.some((one) => same(value, one, by)),
  notIn: (value, operand, by) => !operand.some((one) => same(value, one, by)),
  like: (value, operand, by) => typeof value === 'string' && like(by(value), by(operand)),
  notLike: (value, operand, by) => !(typeof value === 'string' && like(by(value), by(operand))),
  startsWith: (value, operand, by) => typeof value === 'string' && by(value).startsWith(by(operand)),
  endsWith: (value, operand, by) => typeof value === 'string' && by(value).endsWith(by(operand)),
  atLeast: (value, operand) => typeof value === 'number' && value >= operand,
  atMost: (value, operand) => typeof value === 'number' && value <= operand,
  moreThan: (value, operand) => typeof value === 'number' && value > operand,
  lessThan: (value, operand) => typeof value === 'number' && value < operand,
  length: (value, { atLeast = 0, atMost = Infinity }) => {
    const size = lengthOf(value);
    return size >= atLeast && size <= atMost;
  },
};

/** All comparisons of a condition, held against a value that stands at `at`. */
export function compare(value: unknown, wanted: Comparisons, at: string): Verdict {
  const by = /(^|\.)location$/i.test(at) ? foldRegion : fold;
  return both(
    comparisons.flatMap((name) => {
      const operand = wanted[name];
      return operand === undefined ? [] : [hold(name, value, operand as never, by)];
    }),
  );
}

function hold(name: keyof Comparisons, value: unknown, operand: never, by: Fold): Verdict {
  if (name === 'exists') return operand ? exists(value) : opposite(exists(value));
  if (isUnresolved(value)) return 'unknown';
  if (name === 'equals') return same(value, operand, by);
  if (name === 'notEquals') return !same(value, operand, by);
  if (name === 'contains') return contains(value, operand, by);
  if (name === 'notContains') return opposite(contains(value, operand, by));
  return table[name](value, operand, by);
}

function same(value: unknown, operand: Scalar, by: Fold): boolean {
  if (operand === null) return value === null || value === undefined;
  return typeof value === 'string' && typeof operand === 'string' ? by(value) === by(operand) : value === operand;
}

function contains(value: unknown, operand: Scalar, by: Fold): Verdict {
  if (typeof value === 'string') return typeof operand === 'string' && by(value).includes(by(operand));
  if (!Array.isArray(value)) return false;
  if (value.some((item) => same(item, operand, by))) return true;
  return value.some(isUnresolved) ? 'unknown' : false;
}

/** What is written down is there, unless it is an expression that may come to nothing. */
function exists(value: unknown): Verdict {
  if (value === undefined || value === null) return false;
  if (typeof value !== 'string' || !isUnresolved(value)) return true;
  return /\b(if|null|coalesce|tryGet|tryIndexFromEnd)\(/i.test(value) ? 'unknown' : true;
}

function lengthOf(value: unknown): number {
  if (typeof value === 'string') return [...value].length;
  return typeof value === 'object' && value !== null ? Object.keys(value).length : -1;
}

/** `*` stands for any characters, or none. It takes no regular expression, so that no pattern can take long. */
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
