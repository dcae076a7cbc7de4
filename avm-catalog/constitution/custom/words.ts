import { unseen } from '../../../src/bicep/escape.ts';
import { isUnresolved } from '../estate.ts';
import type { Attestation, Bounds, Condition, Related, Scalar, Selection, Tie } from './condition.ts';
import { comparisons, type Comparisons } from './condition.ts';
import type { Seen } from './path.ts';
import type { Count } from './related.ts';

const allUnseen = new RegExp(unseen.source, 'g');

/** What stands at a place, as evidence. */
export function fact({ value, at }: Seen): string {
  if (value === undefined || value === null) return `${at} is not there`;
  return isUnresolved(value) ? `${at} is known to Azure alone` : `${at} is ${shown(value)}`;
}

/** A value in a sentence: short, on one line, in characters that are seen. */
function shown(value: unknown): string {
  if (Array.isArray(value)) return value.length === 0 ? 'an empty list' : `a list of ${value.length}`;
  if (typeof value === 'object' && value !== null) return 'a map';
  if (typeof value !== 'string') return String(value);
  const line = value.replace(/\s+/g, ' ').replace(allUnseen, '');
  return JSON.stringify(line.length > 60 ? `${line.slice(0, 57)}…` : line);
}

/** `there is no Microsoft.Network/privateEndpoints that refers to it`. */
export function countFact({ sure, most }: Count, type: string, fits: boolean, tie: string): string {
  const what = `${type}${tie}${fits ? ' that fits' : ''}`;
  if (most === 0) return `there is no ${what}`;
  if (sure !== most) return `how many ${what} there are is known to Azure alone`;
  return sure === 1 ? `there is 1 ${what}` : `there are ${sure} ${what}`;
}

/** Which they are: `: "a", "b", "c" and 2 more`; nothing of none. */
export function namesFact(names: readonly string[]): string {
  const most = 3;
  const rest = names.length > most ? ` and ${names.length - most} more` : '';
  return names.length === 0 ? '' : `: ${names.slice(0, most).map(shown).join(', ')}${rest}`;
}

const tieWords: Readonly<Record<Tie, (path: string) => string>> = {
  child: () => ' as its child',
  parent: () => ' as its parent',
  extension: () => ' on it',
  reference: (path) => ` that its ${path} names`,
  referencedBy: (path) => ` whose ${path} names it`,
  anywhere: () => ' in the environment',
};

export function tied({ by, path = '' }: Related): string {
  return tieWords[by](path);
}

const scalar = (value: Scalar): string => (value === null ? 'nothing' : JSON.stringify(value));
const list = (values: readonly Scalar[], word: string): string =>
  values.length < 2
    ? values.map(scalar).join('')
    : `${values.slice(0, -1).map(scalar).join(', ')} ${word} ${scalar(values.at(-1) ?? null)}`;

export function boundsText({ atLeast, atMost }: Bounds): string {
  if (atMost === 0) return 'none';
  if (atLeast !== undefined && atLeast === atMost) return `exactly ${atLeast}`;
  const parts = [atLeast === undefined ? '' : `${atLeast} or more`, atMost === undefined ? '' : `${atMost} or fewer`];
  return parts.filter((one) => one !== '').join(' and ');
}

const words: { readonly [K in keyof Comparisons]-?: (operand: NonNullable<Comparisons[K]>) => string } = {
  equals: (operand) => `is ${scalar(operand)}`,
  notEquals: (operand) => `is not ${scalar(operand)}`,
  in: (operand) => `is ${list(operand, 'or')}`,
  notIn: (operand) => `is neither ${list(operand, 'nor')}`,
  like: (operand) => `is like ${scalar(operand)}`,
  notLike: (operand) => `is not like ${scalar(operand)}`,
  startsWith: (operand) => `begins with ${scalar(operand)}`,
  endsWith: (operand) => `ends with ${scalar(operand)}`,
  contains: (operand) => `holds ${scalar(operand)}`,
  notContains: (operand) => `does not hold ${scalar(operand)}`,
  atLeast: (operand) => `is ${operand} or more`,
  atMost: (operand) => `is ${operand} or less`,
  moreThan: (operand) => `is more than ${operand}`,
  lessThan: (operand) => `is less than ${operand}`,
  length: (operand) => `has a length of ${boundsText(operand)}`,
  exists: (operand) => (operand ? 'is there' : 'is not there'),
};

/** A condition as a sentence without a full stop. */
export function conditionText(condition: Condition): string {
  const { path, every, some, where, all, any, none, not, related } = condition;
  const which = where ? `, where ${conditionText(where)},` : '';
  if (path !== undefined) return `${path} ${wanted(condition)}`;
  if (every !== undefined) return `each of ${every}${which} ${wanted(condition)}`;
  if (some !== undefined) return `one of ${some}${which} ${wanted(condition)}`;
  if (all) return all.map(inner).join(' and ');
  if (any) return any.map(inner).join(' or ');
  if (none) return `none of these: ${none.map(inner).join('; ')}`;
  if (not) return `not (${conditionText(not)})`;
  return related ? relatedText(related) : '';
}

function inner(condition: Condition): string {
  const isSimple = [condition.path, condition.every, condition.some, condition.not, condition.related].some(
    (one) => one !== undefined,
  );
  return isSimple && !condition.holds && !condition.where ? conditionText(condition) : `(${conditionText(condition)})`;
}

function wanted(condition: Condition): string {
  const compared = comparisons.flatMap((name) => {
    const operand = condition[name];
    return operand === undefined ? [] : [words[name](operand as never)];
  });
  return [...compared, ...(condition.holds ? [`has ${inner(condition.holds)}`] : [])].join(' and ');
}

function relatedText(related: Related): string {
  const { type, where, atLeast, atMost } = related;
  const count = atLeast === undefined && atMost === undefined ? { atLeast: 1 } : related;
  return `there is ${boundsText(count)} of ${type}${tied(related)}${where ? ` where ${conditionText(where)}` : ''}`;
}

export function selectionText({ type, where }: Selection): string {
  const types = [type].flat().map((one) => (one === '*' ? 'everything' : one));
  return `${types.join(', ')}${where ? ` where ${conditionText(where)}` : ''}`;
}

/** Who said last that a rule is followed. */
export function attestationText({ by, on }: Attestation): string {
  return by === undefined ? 'not attested yet' : `attested by ${by} on ${on}`;
}
