import { isUnresolved } from '../estate.ts';
import { ownValue } from '../../../src/bicep/own.ts';

type Step =
  | { readonly kind: 'key'; readonly name: string }
  | { readonly kind: 'item'; readonly index: number }
  | { readonly kind: 'each' };

/** A value at a path, and the exact path to it. */
export interface Seen {
  readonly value: unknown;
  readonly at: string;
  /** True if the path continues inside an expression. */
  readonly within?: true;
}

const step = /(^|(?<=.)\.)(?<key>[^.[\]'"*\s]+)|\[(?<index>\*|\d{1,6})\]|\['(?<quoted>[^']+)'\]/y;

/** `properties.disks[*].sku.name`, `zones[0]`, `tags['cost.center']`; nothing if the text isn’t a path. */
export function parsePath(text: string): readonly Step[] | undefined {
  const result: Step[] = [];
  step.lastIndex = 0;
  while (step.lastIndex < text.length) {
    const found = step.exec(text)?.groups;
    if (!found) return undefined;
    const { key, index, quoted } = found;
    if (index === '*') result.push({ kind: 'each' });
    else if (index === undefined) result.push({ kind: 'key', name: key ?? quoted ?? '' });
    else result.push({ kind: 'item', index: Number(index) });
  }
  return result[0]?.kind === 'key' ? result : undefined;
}

/** True if a path can have many values. */
export function hasEach(path: string): boolean {
  return parsePath(path)?.some((one) => one.kind === 'each') ?? false;
}

/**
 * The values at a path: one, or any number with `[*]`. A missing value is `undefined`; a value inside an expression that
 * only Azure evaluates is the expression.
 */
export function follow(from: Seen, path: string): readonly Seen[] {
  let here: readonly Seen[] = [from];
  for (const one of parsePath(path) ?? []) here = here.flatMap((seen) => next(seen, one));
  return here;
}

function next(seen: Seen, one: Step): readonly Seen[] {
  const { value, at } = seen;
  if (isUnresolved(value)) return [{ ...seen, within: true }];
  if (one.kind === 'key') {
    const key = keyOf(value, one.name);
    return [{ value: ownValue(value, key), at: joined(at, key ?? one.name) }];
  }
  if (one.kind === 'item')
    return [{ value: Array.isArray(value) ? value[one.index] : undefined, at: `${at}[${one.index}]` }];
  return Array.isArray(value) ? value.map((item: unknown, index) => ({ value: item, at: `${at}[${index}]` })) : [];
}

/** Names of properties and tags are case-insensitive in Azure; an exact match wins. */
function keyOf(value: unknown, name: string): string | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  if (Object.hasOwn(value, name)) return name;
  const wanted = name.toLowerCase();
  return Object.keys(value).find((key) => key.toLowerCase() === wanted);
}

function joined(at: string, key: string): string {
  if (!/^[^.[\]'"*\s]+$/.test(key)) return `${at}['${key}']`;
  return at === '' ? key : `${at}.${key}`;
}

interface Reach {
  /** The number of steps of the path that exist, and the total. */
  readonly reached: number;
  readonly steps: number;
  /** The first missing step, and the names that exist there. */
  readonly missing: string;
  readonly names: readonly string[];
}

/** How much of a path exists; an empty list or an expression counts as the whole path. */
export function reach(value: unknown, path: string): Reach {
  const all = parsePath(path) ?? [];
  let here: readonly Seen[] = [{ value, at: '' }];
  for (const [reached, one] of all.entries()) {
    if (here.some((seen) => isUnresolved(seen.value))) break;
    const after = here.flatMap((seen) => next(seen, one));
    const isEmpty = one.kind === 'each' && after.length === 0 && here.some((seen) => Array.isArray(seen.value));
    if (isEmpty) break;
    const there = after.filter((seen) => seen.value !== undefined);
    if (there.length === 0)
      return { reached, steps: all.length, missing: one.kind === 'key' ? one.name : '', names: here.flatMap(namesIn) };
    here = there;
  }
  return { reached: all.length, steps: all.length, missing: '', names: [] };
}

function namesIn({ value }: Seen): readonly string[] {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.keys(value) : [];
}
