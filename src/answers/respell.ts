import { isMap, isScalar } from 'yaml';
import { same } from './change.ts';
import { isTree } from './defaults.ts';
import { readSource, spotOf, type Source } from './source.ts';
import { inline } from './text.ts';

/** A key, or a text, that becomes another one; paths are those before any of them changes. */
export interface Respelling {
  readonly path: readonly string[];
  readonly of: 'key' | 'value';
  readonly before: string;
  readonly after: string;
}

/** The text with other spellings at some places, and all else in it as it was: quotes, comments, order. */
export function respelled(source: Source, all: readonly Respelling[]): string {
  const cuts = all.map((one) => ({ ...one, ...rangeOf(source, one) })).toSorted((a, b) => b.start - a.start);
  const text = cuts.reduce(
    (now, one) => now.slice(0, one.start) + written(now.slice(one.start, one.end), one) + now.slice(one.end),
    source.text,
  );
  const again = readSource(text, source.file);
  const wanted = all.toReversed().reduce(applied, source.document.toJS() as unknown);
  if (!('findings' in again) && isSame(again.document.toJS(), wanted)) return text;
  return rewritten(source, all);
}

function rangeOf({ root }: Source, { path, of }: Respelling): { readonly start: number; readonly end: number } {
  const { key = 0, keyEnd = 0, value = 0, node } = spotOf(root, path);
  return of === 'key' ? { start: key, end: keyEnd } : { start: value, end: node?.range[1] ?? value };
}

/** Quotes that a person chose stay; those that only the old text needed go. */
function written(now: string, { before, after }: Respelling): string {
  const quote = now.charAt(0);
  const isChosen = /["']/.test(quote) && now === quote + before + quote && now !== inline(before);
  return isChosen && !/["'\\]/.test(after) ? quote + after + quote : inline(after);
}

/** A key that changes is on the way to what is below it, and so is the last to change. */
function applied(tree: unknown, { path: [key = '', ...below], of, before, after }: Respelling): unknown {
  const next = (value: unknown): unknown => applied(value, { path: below, of, before, after });
  if (Array.isArray(tree))
    return tree.map((one, at) => (String(at) !== key ? one : below.length === 0 ? after : next(one)));
  if (!isTree(tree)) return tree;
  return Object.fromEntries(
    Object.entries(tree).map(([name, value]) => {
      if (name !== key) return [name, value];
      if (below.length > 0) return [name, next(value)];
      return of === 'key' ? [after, value] : [name, after];
    }),
  );
}

function isSame(a: unknown, b: unknown): boolean {
  return same(a, b) && JSON.stringify(a) === JSON.stringify(b);
}

/** For a text in a form that can't be spliced: the library writes it, comments kept. */
function rewritten({ document }: Source, all: readonly Respelling[]): string {
  for (const { path, after } of all.filter(({ of }) => of === 'value')) document.setIn(path, after);
  for (const { path, before, after } of all.filter(({ of }) => of === 'key')) {
    const map = document.getIn(path.slice(0, -1));
    const pair = isMap(map) ? map.items.find(({ key }) => isScalar(key) && key.value === before) : undefined;
    if (pair && isScalar(pair.key)) pair.key.value = after;
  }
  return document.toString({ lineWidth: 0, flowCollectionPadding: false });
}
