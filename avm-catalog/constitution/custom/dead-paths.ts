import { nearest } from '../../../src/findings/nearest.ts';
import type { Estate } from '../estate.ts';
import type { DeadPath } from '../rule.ts';
import type { Condition, OwnRule } from './condition.ts';
import { reach } from './path.ts';
import { ofType } from './related.ts';

/** A path from a resource of a type, and where it stands in the rule. */
interface Used {
  readonly type: string | readonly string[];
  readonly path: string;
  readonly answer: string;
  /** True where the rule itself says that it may be missing. */
  readonly optional: boolean;
}

/** Paths that lead nowhere in any resource of their type: most are misspelt. One that `exists: false` is asked of may. */
export function deadPaths(own: OwnRule, estates: readonly Estate[]): readonly DeadPath[] {
  const { type, where } = own.resources;
  const from = { type, prefix: '' };
  const used = [
    ...(where ? pathsIn(where, from, 'resources.where') : []),
    ...(own.must ? pathsIn(own.must, from, 'must') : []),
  ];
  const optional = new Set(used.filter((one) => one.optional).map(keyOf));
  return used.filter((one) => !optional.has(keyOf(one))).flatMap((one) => deadPath(one, estates));
}

const keyOf = ({ type, path }: Used): string => `${[type].flat().join(' ')} ${path}`.toLowerCase();

function deadPath({ type, path, answer }: Used, estates: readonly Estate[]): readonly DeadPath[] {
  const reaches = estates.flatMap((estate) => ofType(estate, type).map((one) => reach(one, path)));
  const farthest = Math.max(0, ...reaches.map((one) => one.reached));
  if (reaches.length === 0 || reaches.some((one) => one.reached === one.steps)) return [];
  const ends = reaches.filter((one) => one.reached === farthest);
  const near = nearest(ends[0]?.missing ?? '', new Set(ends.flatMap((one) => one.names)));
  const told = { answer, path, type: [type].flat().join(' or ') };
  return [near === undefined ? told : { ...told, nearest: near }];
}

interface From {
  readonly type: string | readonly string[];
  /** What paths begin with: the items they are in. */
  readonly prefix: string;
}

function pathsIn(condition: Condition, from: From, answer: string): readonly Used[] {
  const { path, every, some, where, holds, all, any, none, not, related } = condition;
  const subject = path ?? every ?? some;
  const whole = subject === undefined ? from.prefix : joined(from.prefix, subject);
  const key = path !== undefined ? 'path' : every !== undefined ? 'every' : 'some';
  const own: readonly Used[] =
    subject === undefined
      ? []
      : [{ type: from.type, path: whole, answer: `${answer}.${key}`, optional: condition.exists === false }];
  const below = { ...from, prefix: whole };
  const inLists = Object.entries({ all, any, none }).flatMap(([name, list]) =>
    (list ?? []).flatMap((one, index) => pathsIn(one, from, `${answer}.${name}.${index}`)),
  );
  return [
    ...own,
    ...(where ? pathsIn(where, below, `${answer}.where`) : []),
    ...(holds ? pathsIn(holds, below, `${answer}.holds`) : []),
    ...(not ? pathsIn(not, from, `${answer}.not`) : []),
    ...inLists,
    ...(related ? relatedPaths(related, from, `${answer}.related`) : []),
  ];
}

function relatedPaths(related: NonNullable<Condition['related']>, from: From, answer: string): readonly Used[] {
  const { type, by, path, where } = related;
  const other = { type, prefix: '' };
  const start = by === 'reference' ? from : other;
  return [
    ...(path === undefined
      ? []
      : [{ type: start.type, path: joined(start.prefix, path), answer: `${answer}.path`, optional: false }]),
    ...(where ? pathsIn(where, other, `${answer}.where`) : []),
  ];
}

function joined(prefix: string, path: string): string {
  return prefix === '' ? path : `${prefix}.${path}`;
}
