import { unseen } from '../../../src/bicep/escape.ts';
import { isUnresolved } from '../estate.ts';
import {
  comparisons,
  isDays,
  isReference,
  type Bounds,
  type Comparisons,
  type Condition,
  type Related,
  type Scalar,
  type Selection,
  type Tie,
} from './condition.ts';
import { aggregates, type Aggregate, type DeclarationSelection } from './own-rule.ts';
import type { Seen } from './path.ts';
import type { Count } from './related.ts';

const allUnseen = new RegExp(unseen.source, 'g');

/** The value at a path, as evidence. */
export function fact({ value, at }: Seen): string {
  if (value === undefined || value === null) return `${at} isn’t set`;
  return isUnresolved(value) ? `${at} is known only to Azure` : `${at} is ${shown(value)}`;
}

/** A value in a sentence: short, on one line, with visible characters. */
function shown(value: unknown): string {
  if (Array.isArray(value)) return value.length === 0 ? 'an empty list' : `a list of ${value.length}`;
  if (typeof value === 'object' && value !== null) return 'a map';
  if (typeof value !== 'string') return String(value);
  const line = value.replace(/\s+/g, ' ').replace(allUnseen, '');
  return JSON.stringify(line.length > 60 ? `${line.slice(0, 57)}…` : line);
}

/** `there’s no Microsoft.Network/privateEndpoints whose … refers to it`. */
export function countFact({ sure, most }: Count, type: string, fits: boolean, tie: string): string {
  const what = `${type}${tie}${fits ? ' that matches' : ''}`;
  if (most === 0) return `there’s no ${what}`;
  if (sure !== most) return `the number of ${what} is known only to Azure`;
  return sure === 1 ? `there’s 1 ${what}` : `there are ${sure} ${what}`;
}

/** Their names: `: "a", "b", "c", and 2 more`; empty for none. */
export function namesFact(names: readonly string[]): string {
  const most = 3;
  const rest = names.length > most ? `, and ${names.length - most} more` : '';
  return names.length === 0 ? '' : `: ${names.slice(0, most).map(shown).join(', ')}${rest}`;
}

const tieWords: Readonly<Record<Tie, (path: string) => string>> = {
  child: () => ' as its child',
  parent: () => ' as its parent',
  extension: () => ' on it',
  reference: (path) => ` that its ${path} refers to`,
  referencedBy: (path) => ` whose ${path} refers to it`,
  anywhere: () => ' in the environment',
};

export function tied({ by, path = '' }: Related): string {
  return tieWords[by](path);
}

type Given = Comparisons[keyof Comparisons];

/** A literal, or where its value is taken from. */
function scalar(value: Given): string {
  if (isDays(value)) return daysText(value.days);
  if (!isReference(value)) return value === null ? 'nothing' : JSON.stringify(value);
  const { path, resource, setting } = value;
  return setting === undefined ? `the value of ${path ?? resource ?? ''}` : `the setting ${setting}`;
}

function daysText(days: number): string {
  if (days === 0) return 'the day of the check';
  const count = Math.abs(days) === 1 ? '1 day' : `${Math.abs(days)} days`;
  return `the day ${count} ${days < 0 ? 'before' : 'after'} the check`;
}

function list(given: Given, word: string): string {
  if (!Array.isArray(given)) return scalar(given);
  const values = given as readonly Scalar[];
  return values.length < 2
    ? values.map(scalar).join('')
    : `${values.slice(0, -1).map(scalar).join(', ')} ${word} ${scalar(values.at(-1) ?? null)}`;
}

export function boundsText({ atLeast, atMost }: Bounds): string {
  if (atMost === 0 && atLeast === undefined) return 'none';
  if (atLeast !== undefined && atLeast === atMost) return `exactly ${atLeast}`;
  const parts = [atLeast === undefined ? '' : `${atLeast} or more`, atMost === undefined ? '' : `${atMost} or fewer`];
  return parts.filter((one) => one !== '').join(' and ');
}

const words: { readonly [K in keyof Comparisons]-?: (operand: NonNullable<Comparisons[K]>) => string } = {
  equals: (operand) => `is ${scalar(operand)}`,
  notEquals: (operand) => `isn’t ${scalar(operand)}`,
  in: (operand) => `is ${list(operand, 'or')}`,
  notIn: (operand) => `is neither ${list(operand, 'nor')}`,
  like: (operand) => `is like ${scalar(operand)}`,
  notLike: (operand) => `isn’t like ${scalar(operand)}`,
  startsWith: (operand) => `begins with ${scalar(operand)}`,
  endsWith: (operand) => `ends with ${scalar(operand)}`,
  contains: (operand) => `contains ${scalar(operand)}`,
  notContains: (operand) => `doesn’t contain ${scalar(operand)}`,
  atLeast: (operand) => `is ${scalar(operand)} or more`,
  atMost: (operand) => `is ${scalar(operand)} or less`,
  moreThan: (operand) => `is more than ${scalar(operand)}`,
  lessThan: (operand) => `is less than ${scalar(operand)}`,
  within: (operand) => `is within ${list(operand, 'or')}`,
  overlaps: (operand) => `overlaps ${list(operand, 'or')}`,
  includesPort: (operand) => `includes port ${list(operand, 'or')}`,
  before: (operand) => `is before ${scalar(operand)}`,
  after: (operand) => `is after ${scalar(operand)}`,
  length: (operand) => `has a length of ${boundsText(operand)}`,
  exists: (operand) => (operand ? 'is set' : 'isn’t set'),
};

/** A condition as a sentence without a period. */
export function conditionText(condition: Condition): string {
  const { path, every, some, setting, where, all, any, none, not, related } = condition;
  const which = where ? `, where ${conditionText(where)},` : '';
  if (path !== undefined) return `${path} ${wanted(condition)}`;
  if (setting !== undefined) return `the setting ${setting} ${wanted(condition)}`;
  if (every !== undefined) return `each of ${every}${which} ${wanted(condition)}`;
  if (some !== undefined) return `one of ${some}${which} ${wanted(condition)}`;
  if (all) return all.map(inner).join(' and ');
  if (any) return any.map(inner).join(' or ');
  if (none) return `none of these: ${none.map(inner).join('; ')}`;
  if (not) return `not (${conditionText(not)})`;
  return related ? relatedText(related) : '';
}

function inner(condition: Condition): string {
  const isSimple = [
    condition.path,
    condition.every,
    condition.some,
    condition.setting,
    condition.not,
    condition.related,
  ].some((one) => one !== undefined);
  return isSimple && !condition.holds && !condition.where ? conditionText(condition) : `(${conditionText(condition)})`;
}

function wanted(condition: Condition): string {
  const compared = comparisons.flatMap((name) => {
    const operand = condition[name];
    return operand === undefined ? [] : [words[name](operand as never)];
  });
  return [...compared, ...(condition.holds ? [`has this: ${inner(condition.holds)}`] : [])].join(' and ');
}

function relatedText(related: Related): string {
  const { type, where, atLeast, atMost } = related;
  const count = atLeast === undefined && atMost === undefined ? { atLeast: 1 } : related;
  return `there’s ${boundsText(count)} of ${type}${tied(related)}${where ? ` where ${conditionText(where)}` : ''}`;
}

export function selectionText({ type, where }: Selection): string {
  const types = [type].flat().map((one) => (one === '*' ? 'every resource' : one));
  return `${types.join(', ')}${where ? ` where ${conditionText(where)}` : ''}`;
}

/** The declarations that a rule applies to, in words. */
export function declarationsText({ kind, where }: DeclarationSelection): string {
  const kinds = `${[kind].flat().join(' and ')} declarations of main.bicep and of the files that it uses`;
  return `${kinds}${where ? ` where ${conditionText(where)}` : ''}`;
}

export function aggregateText(aggregate: Aggregate): string {
  const by = aggregates.find((one) => aggregate[one] !== undefined) ?? 'sum';
  const { atLeast, atMost } = aggregate;
  const bounds = [
    ...(atLeast === undefined ? [] : [`${atLeast} or more`]),
    ...(atMost === undefined ? [] : [`${atMost} or less`]),
  ];
  return `the ${by} of ${aggregate[by]} is ${bounds.join(' and ')}`;
}
