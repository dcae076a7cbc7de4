import { isMap, isScalar, isSeq, type ParsedNode, type YAMLMap } from 'yaml';
import { entry, indent, inline, inlineEntry } from './text.ts';
import { isBlock, isFlow, spotOf, type Source, type Spot } from './source.ts';

/** How a new entry is written: the order of its map's keys, and for how many levels maps are blocks. */
export interface EntryStyle {
  readonly order: readonly string[] | undefined;
  readonly blocks: number;
  /** The order counts in a map on one line too, where a new entry is else the last. */
  readonly exact?: boolean;
}

/**
 * The text with a value at a path, and every other line as it was. What is missing on the way is made; a last `+` appends.
 * `styleOf` tells how to write the key at a path.
 */
export function splice(
  source: Source,
  path: readonly string[],
  value: unknown,
  styleOf: (path: readonly string[]) => EntryStyle,
): string {
  const { text, root } = source;
  let depth = path.length;
  let spot = spotOf(root, path);
  while (!spot.whole) spot = spotOf(root, path.slice(0, (depth -= 1)));
  if (depth === path.length) return replaced(text, spot, value);
  const key = path[depth] ?? '';
  const nested = path
    .slice(depth + 1)
    .reduceRight<unknown>((below, one) => (one === '+' ? [below] : { [one]: below }), value);
  const style = styleOf(path.slice(0, depth + 1));
  const { node } = spot;
  const inFlow = path.slice(0, depth).some((_, index) => isFlow(spotOf(root, path.slice(0, index)).node));
  if (isSeq(node))
    return node.items.length === 0 && typeof nested === 'object'
      ? filled(source, spot, [`- ${inline(nested)}`], [nested], inFlow)
      : appended(text, node, inline(nested));
  if (isMap(node) && node.items.length > 0)
    return node.flow
      ? joined(text, node, key, inlineEntry(key, nested), style)
      : inserted(text, node, key, nested, style);
  return filled(source, spot, entry(key, nested, style.blocks), { [key]: nested }, inFlow);
}

const cut = (text: string, from: number, to: number, by: string): string => text.slice(0, from) + by + text.slice(to);

function lineStart(text: string, at: number): number {
  return text.lastIndexOf('\n', at - 1) + 1;
}

function lineEnd(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  return end === -1 ? text.length : end;
}

function colonAfter(text: string, keyEnd: number): number {
  return text.indexOf(':', keyEnd) + 1;
}

/** Where a node's last character is; a block's range goes on to what follows it. */
function contentEnd(text: string, node: ParsedNode | null): number {
  if (isBlock(node)) {
    const last = (node as { items: readonly unknown[] }).items.at(-1);
    if (typeof last !== 'object' || last === null || !('key' in last)) return contentEnd(text, last as ParsedNode);
    const pair = last as { key: ParsedNode; value?: ParsedNode | null };
    return pair.value && pair.value.range[1] > pair.key.range[1]
      ? contentEnd(text, pair.value)
      : colonAfter(text, pair.key.range[1]);
  }
  const end = node?.range[1] ?? 0;
  return text[end - 1] === '\n' ? end - 1 : end;
}

/** The lines of a key of a block, and of the comments that belong to it; `margin` is its indentation. */
export function extentOf(
  text: string,
  root: ParsedNode | null,
  path: readonly string[],
): { readonly start: number; readonly end: number; readonly margin: number } {
  const key = spotOf(root, path).key ?? 0;
  const margin = key - lineStart(text, key);
  return {
    start: aboveComments(text, lineStart(text, key), margin),
    end: belowComments(text, lineEnd(text, pairEnd(text, root, path)), margin),
    margin,
  };
}

/** Where the value at a path ends, which is there. */
export function pairEnd(text: string, root: ParsedNode | null, path: readonly string[]): number {
  const { node, keyEnd } = spotOf(root, path);
  const colon = keyEnd === undefined ? 0 : colonAfter(text, keyEnd);
  return Math.max(colon, node && node.range[1] > node.range[0] ? contentEnd(text, node) : colon);
}

function replaced(text: string, { keyEnd, value, node }: Spot, by: unknown): string {
  const written = inline(by);
  if (keyEnd === undefined || value !== undefined) return cut(text, value ?? 0, contentEnd(text, node), written);
  const colon = colonAfter(text, keyEnd);
  if (!isBlock(node)) return cut(text, colon, colon, ` ${written}`);
  const rest = text.slice(colon, lineEnd(text, colon)).trimEnd();
  return cut(text, colon, contentEnd(text, node), ` ${written}${/^\s*#/.test(rest) ? rest : ''}`);
}

function appended(text: string, node: ParsedNode, written: string): string {
  const items = (
    node as unknown as { items: readonly ({ value?: ParsedNode | null; key?: ParsedNode } & ParsedNode)[] }
  ).items;
  const last = items.at(-1);
  if (isBlock(node)) {
    const at = lineEnd(text, contentEnd(text, node));
    const start = node.range[0];
    return cut(text, at, at, `\n${' '.repeat(start - lineStart(text, start))}- ${written}`);
  }
  if (!last) return cut(text, node.range[0] + 1, node.range[1] - 1, written);
  const end = contentEnd(
    text,
    (isScalar(last) || isMap(last) || isSeq(last) ? last : (last.value ?? last.key)) as ParsedNode,
  );
  return cut(text, end, end, `, ${written}`);
}

/** Into a map on one line: last, unless its order is a person's. */
function joined(
  text: string,
  map: YAMLMap.Parsed,
  key: string,
  written: string,
  { order, exact = false }: EntryStyle,
): string {
  const rank = (name: unknown): number => order?.indexOf(String(name)) ?? -1;
  const next = map.items.find(({ key: other }) => isScalar(other) && rank(other.value) > rank(key));
  if (!exact || !next) return appended(text, map, written);
  const at = next.key.range[0];
  return cut(text, at, at, `${written}, `);
}

/** After the last of its map that the schema has before it, or else before the first. */
function inserted(
  text: string,
  map: YAMLMap.Parsed,
  key: string,
  value: unknown,
  { order, blocks }: EntryStyle,
): string {
  const start = map.range[0];
  const margin = start - lineStart(text, start);
  const rank = (name: string): number => order?.indexOf(name) ?? -1;
  const isBefore = ({ key: other }: { key: unknown }): boolean =>
    order === undefined || rank(String(isScalar(other) ? other.value : '')) < rank(key);
  const after =
    map.items.findLast(isBefore) ??
    (text.slice(lineStart(text, start), start).trim() === '' ? undefined : map.items.at(-1));
  const lines = entry(key, value, blocks)
    .map((line) => ' '.repeat(margin) + line)
    .join('\n');
  if (!after) {
    const at = aboveComments(text, lineStart(text, start), margin);
    return cut(text, at, at, `${lines}\n`);
  }
  const end =
    after.value && after.value.range[1] > after.key.range[1]
      ? contentEnd(text, after.value)
      : colonAfter(text, after.key.range[1]);
  const at = belowComments(text, lineEnd(text, end), margin);
  return cut(text, at, at, `\n${lines}`);
}

/** Comments right above a key belong to it. */
function aboveComments(text: string, from: number, margin: number): number {
  const above = lineStart(text, Math.max(from - 1, 0));
  return from > 0 && text.slice(above, from).startsWith(`${' '.repeat(margin)}#`)
    ? aboveComments(text, above, margin)
    : from;
}

/** Comments that stand deeper than a key belong to what is below the key before it. */
function belowComments(text: string, from: number, margin: number): number {
  const [deeper] = new RegExp(`^(\\n *)*\\n {${margin + 1},}#.*`).exec(text.slice(from)) ?? [];
  return deeper === undefined ? from : belowComments(text, from + deeper.length, margin);
}

/** A first entry, where there was an empty map or list, nothing, or a value that is neither. */
function filled(
  { text }: Source,
  { key, keyEnd, node, value }: Spot,
  lines: readonly string[],
  short: unknown,
  inFlow: boolean,
): string {
  const isInline =
    inFlow || key === undefined || keyEnd === undefined || text.slice(lineStart(text, key), key).trim() !== '';
  if (isInline) return cut(text, value ?? 0, node ? contentEnd(text, node) : 0, inline(short));
  const colon = colonAfter(text, keyEnd);
  const end = value === undefined ? colon : contentEnd(text, node);
  const rest = text.slice(end, lineEnd(text, end));
  const margin = ' '.repeat(key - lineStart(text, key));
  return cut(
    text,
    colon,
    lineEnd(text, end),
    rest.trimEnd() + lines.map((line) => `\n${margin}${indent(line)}`).join(''),
  );
}
