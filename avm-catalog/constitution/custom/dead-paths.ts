import { nearest } from '../../../src/findings/nearest.ts';
import type { Estate } from '../estate.ts';
import type { DeadPath } from '../rule.ts';
import { comparisons, isReference, type Condition } from './condition.ts';
import { aggregates, type OwnRule } from './own-rule.ts';
import { reach } from './path.ts';
import { ofType } from './related.ts';

/** A path in a rule, for a resource type. */
interface Used {
  readonly type: string | readonly string[];
  readonly path: string;
  readonly answer: string;
  /** True if the rule allows it to be missing. */
  readonly optional: boolean;
}

/** Paths that no resource of their type has, most of them misspelled. Paths with `exists: false` are excluded. */
export function deadPaths(own: OwnRule, estates: readonly Estate[]): readonly DeadPath[] {
  const { type, where } = own.resources;
  const from = { type, prefix: '' };
  const all = [
    ...(where ? pathsIn(where, from, 'resources.where') : []),
    ...(own.must ? pathsIn(own.must, from, 'must') : []),
    ...(own.except ?? []).flatMap((one, index) => pathsIn(one.where, from, `except.${index}.where`)),
    ...aggregated(own).map((one) => ({
      type,
      path: own.aggregate?.[one] ?? '',
      answer: `aggregate.${one}`,
      optional: false,
    })),
  ];
  // Tags have any name.
  const used = all.filter(({ path }) => !/^tags\b/i.test(path));
  const optional = new Set(used.filter((one) => one.optional).map(keyOf));
  return used.filter((one) => !optional.has(keyOf(one))).flatMap((one) => deadPath(one, estates));
}

const aggregated = ({ aggregate }: OwnRule): readonly (typeof aggregates)[number][] =>
  aggregates.filter((one) => aggregate?.[one] !== undefined);

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
  /** Prefix of the paths: the items that contain them. */
  readonly prefix: string;
}

function pathsIn(condition: Condition, from: From, answer: string): readonly Used[] {
  const { path, every, some, setting, where, holds, all, any, none, not, related } = condition;
  if (setting !== undefined) return takenPaths(condition, from, answer);
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
    ...takenPaths(condition, from, answer),
    ...(where ? pathsIn(where, below, `${answer}.where`) : []),
    ...(holds ? pathsIn(holds, below, `${answer}.holds`) : []),
    ...(not ? pathsIn(not, from, `${answer}.not`) : []),
    ...inLists,
    ...(related ? relatedPaths(related, from, `${answer}.related`) : []),
  ];
}

/** The paths that comparisons take their operand from. */
function takenPaths(condition: Condition, from: From, answer: string): readonly Used[] {
  return comparisons.flatMap((name) => {
    const operand = condition[name];
    if (!isReference(operand)) return [];
    const { path, resource } = operand;
    const used = { type: from.type, optional: false };
    if (path !== undefined) return [{ ...used, path: joined(from.prefix, path), answer: `${answer}.${name}.path` }];
    return resource === undefined ? [] : [{ ...used, path: resource, answer: `${answer}.${name}.resource` }];
  });
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
