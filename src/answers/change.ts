import { listAt, valueAt } from './inherited.ts';
import { inspect } from './inspect.ts';
import { listIn, orderAt } from './paths.ts';
import { readSource, type Refused, type Source } from './source.ts';
import { splice, type EntryStyle } from './splice.ts';
import { ownValue } from '../bicep/own.ts';

/** The text of an avm.yaml with a value at a place; all else in it stays as it was. */
export type Changed = { readonly text: string } | Refused;

/** LF alone, and no byte order mark: what a changed avm.yaml has. */
export function tidy(text: string): string {
  return text.replace(/^\uFEFF/, '').replaceAll(/\r\n?/g, '\n');
}

/** Reads a text that is to be changed; it need not be valid yet, so that a change can make it so. */
export function readForChange(text: string, file: string): Source | Refused {
  const source = readSource(text, file);
  if ('findings' in source) return source;
  const { findings, stop } = inspect(source);
  return stop ? { findings } : source;
}

/**
 * A value at a path, whose last part may be `+` for a new item. A value that is there already changes nothing. `order` is that
 * of the keys beside the last one, where the schema has none.
 */
export function change(source: Source, path: readonly string[], value: unknown, order?: readonly string[]): string {
  const data: unknown = source.document.toJS();
  const at = placeOf(path, value, data);
  if (at.path.at(-1) !== '+' && same(valueAt(data, at.path), at.value)) return source.text;
  const wanted = withValue(data, at.path, at.value);
  const text = splice(source, at.path, at.value, (one) => ({ ...styleOf(one), ...(order && { order, exact: true }) }));
  const again = readSource(text, source.file);
  if (!('findings' in again) && same(again.document.toJS(), wanted)) return text;
  return rewritten(source, wanted, at.path);
}

interface Place {
  readonly path: readonly string[];
  readonly value: unknown;
}

function placeOf(path: readonly string[], value: unknown, data: unknown): Place {
  if (path[0] === 'constitution' && ['rules', 'own'].includes(path[1] ?? '')) return rulePlace(path, value, data);
  const list = listIn(path);
  const listPath = path.slice(0, list);
  if (list === undefined || Array.isArray(valueAt(data, listPath))) return { path: numbered(path, list, data), value };
  // A list is whole or absent: the one that held until now is what is changed.
  const before = listAt(listPath, data);
  return { path: listPath, value: withValue(before, numbered(path, list, data, before).slice(list), value) };
}

/** A rule is a level, or a map with a level in it: both forms take either kind of change. */
function rulePlace(path: readonly string[], value: unknown, data: unknown): Place {
  const [rule, parameter] = [path.slice(0, 3), path[3]];
  const now = valueAt(data, rule);
  const isMap = typeof now === 'object' && now !== null;
  if (path.length === 3)
    return isMap && typeof value === 'string' ? { path: [...path, 'level'], value } : { path, value };
  if (isMap || path.length < 3 || parameter === undefined) return { path: numbered(path, listIn(path), data), value };
  if (parameter === 'level') return { path: rule, value };
  const own = withValue(
    {},
    path.slice(3).map((key) => (key === '+' ? '0' : key)),
    value,
  ) as object;
  return { path: rule, value: { ...(now === undefined ? {} : { level: now }), ...own } };
}

/** `+` in the middle of a path is the index after the last; at its end it stays, for `splice` to append. */
function numbered(
  path: readonly string[],
  list: number | undefined,
  data: unknown,
  before?: readonly unknown[],
): readonly string[] {
  if (list === undefined || path[list] !== '+') return path;
  const items = before ?? (valueAt(data, path.slice(0, list)) as readonly unknown[]);
  if (path.length === list + 1 && !before) return path;
  return [...path.slice(0, list), String(items.length), ...path.slice(list + 1)];
}

function withValue(tree: unknown, path: readonly string[], value: unknown): unknown {
  const [key, ...rest] = path;
  if (key === undefined) return value;
  if (Array.isArray(tree)) {
    const index = key === '+' ? tree.length : Number(key);
    return [...tree.slice(0, index), withValue(tree[index], rest, value), ...tree.slice(index + 1)];
  }
  const map = typeof tree === 'object' && tree !== null ? (tree as Readonly<Record<string, unknown>>) : {};
  return { ...map, [key]: withValue(ownValue(map, key), rest, value) };
}

function styleOf(path: readonly string[]): EntryStyle {
  const levels: Readonly<Record<string, number>> = {
    spec: 2,
    environments: 3,
    constitution: 0,
    requirements: 3,
    clarifications: 2,
  };
  return { order: orderAt(path.slice(0, -1)), blocks: (ownValue(levels, path[0] ?? '') ?? 1) - (path.length - 1) };
}

/** For a text in a form that `splice` does not know: the library writes all of it again and keeps comments. */
function rewritten({ document }: Source, wanted: unknown, path: readonly string[]): string {
  const list = listIn(path);
  const place = list === undefined ? path : path.slice(0, list);
  document.setIn(place, document.createNode(valueAt(wanted, place)));
  return document.toString({ lineWidth: 0, flowCollectionPadding: false });
}

/** Alike as answers: the order of keys does not count. */
export function same(a: unknown, b: unknown): boolean {
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return a === b;
  const [left, right] = [Object.entries(a), b as Readonly<Record<string, unknown>>];
  return (
    Array.isArray(a) === Array.isArray(b) &&
    left.length === Object.keys(b).length &&
    left.every(([key, value]) => Object.hasOwn(right, key) && same(value, ownValue(right, key)))
  );
}
