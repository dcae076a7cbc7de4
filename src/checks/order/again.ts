import { isUnresolved } from '../../../avm-catalog/constitution/estate.ts';
import { ownValue } from '../../bicep/own.ts';
import { makeFinding, type Finding } from '../../findings/finding.ts';
import type { Locate } from './origin.ts';
import { isObject, type Json } from '../canonical.ts';
import type { PredictedResource } from '../snapshot.ts';
import type { Placed } from './place.ts';
import { pathOf } from './precedence.ts';

/** What a deployment creates or changes that follows an earlier one, under another name and at another time. */
export function checkAgain(
  first: readonly PredictedResource[],
  second: readonly Placed[],
  at: Locate,
): readonly Finding[] {
  const before = new Map(first.map((one) => [keyOf(one), one]));
  // Of an ID that two create, it isn’t known which one is which.
  const twice = repeated(first.map(keyOf));
  return second.flatMap((one) => {
    const { resource } = one;
    const from = pathOf(one.steps);
    if (twice.has(keyOf(resource))) return [];
    const earlier = before.get(keyOf(resource));
    if (!earlier) return [makeFinding('order/another', 'error', { from, type: resource.type }, at(one))];
    if (isNew(resource.id)) return [makeFinding('order/another', 'error', { from, type: resource.type }, at(one))];
    const [path] = [...differences(earlier, resource), ...newIn(resource)];
    return path === undefined ? [] : [makeFinding('order/changes', 'error', { from, path }, at(one))];
  });
}

function repeated(keys: readonly string[]): ReadonlySet<string> {
  const seen = new Set<string>();
  return new Set(keys.filter((key) => seen.size === seen.add(key).size));
}

const keyOf = ({ id, type }: PredictedResource): string => `${type} ${id}`.toLowerCase();

/** The compiler doesn’t evaluate what is different at each time. */
const isNew = (text: string): boolean => isUnresolved(text) && /\b(?:newGuid|utcNow)\(/.test(text);

/** Paths of values that are new with each deployment. */
function newIn(value: Json, path = ''): readonly string[] {
  if (typeof value === 'string') return isNew(value) ? [path] : [];
  if (Array.isArray(value)) return value.flatMap((one: Json, index) => newIn(one, `${path}[${index}]`));
  if (!isObject(value)) return [];
  return Object.entries(value).flatMap(([key, one]) => newIn(one, path === '' ? key : `${path}.${key}`));
}

/** Paths at which two values differ. */
function differences(a: Json | undefined, b: Json | undefined, path = ''): readonly string[] {
  if (isObject(a) && isObject(b)) {
    const keys = [...new Set([...Object.keys(a), ...Object.keys(b)])].toSorted();
    return keys.flatMap((key) =>
      differences(ownValue<Json>(a, key), ownValue<Json>(b, key), path === '' ? key : `${path}.${key}`),
    );
  }
  if (Array.isArray(a) && Array.isArray(b) && a.length === b.length)
    return (a as readonly Json[]).flatMap((one, index) =>
      differences(one, (b as readonly Json[])[index], `${path}[${index}]`),
    );
  return JSON.stringify(a) === JSON.stringify(b) ? [] : [path];
}
