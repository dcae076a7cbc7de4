import { ownValue } from '../../src/bicep/own.ts';
import { read } from './estate.ts';

type Tree = Readonly<Record<string, unknown>>;

const counted = /^\[length\(variables\('(\w+)'\)\)\]$/;
const ofItem = /^\[variables\('(\w+)'\)\[copyIndex\(\)\]((?:\.\w+)+)\]$/;
const maybeOfItem = /^\[tryGet\(variables\('(\w+)'\)\[copyIndex\(\)\], '([^']+)'\)\]$/;

/** The items of a loop in a compiled template, if the template itself lists them. */
export function itemsOf(template: object, resource: unknown): readonly unknown[] | undefined {
  const name = counted.exec(String(read(resource, 'copy.count')))?.[1];
  const list = name === undefined ? undefined : ownValue(read(template, 'variables'), name);
  return Array.isArray(list) ? list : undefined;
}

/** A part of a looped resource for one item; properties that the item omits or sets to null are omitted. */
export function forItem(value: unknown, item: unknown): unknown {
  if (typeof value === 'string') {
    const path = ofItem.exec(value)?.[2]?.slice(1) ?? maybeOfItem.exec(value)?.[2];
    return path === undefined ? value : (read(item, path) ?? undefined);
  }
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((one) => forItem(one, item));
  return Object.fromEntries(Object.entries(value as Tree).map(([key, one]) => [key, forItem(one, item)]));
}
