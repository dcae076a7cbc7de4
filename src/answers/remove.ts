import { isMap, isScalar } from 'yaml';
import { namedKey } from '../../avm-catalog/kernel/core.ts';
import { readForChange, same, tidy, type Changed } from './change.ts';
import { isTree } from './defaults.ts';
import { unknownEnvironment, verified } from './edit.ts';
import { valueAt } from './inherited.ts';
import { answersFile } from './parse.ts';
import { isBlock, readSource, spotOf, type Source } from './source.ts';
import { pairEnd } from './splice.ts';
import { namedPlace, versionOf } from './version.ts';

/** What `avm remove` takes out: a component that was added by name, for all environments and in each environment that says more of it. */
export function removeNamed(text: string, name: string, file = answersFile): Changed {
  const source = readForChange(tidy(text), file);
  if ('findings' in source) return source;
  const data: unknown = source.document.toJS();
  const environments = valueAt(data, ['environments']);
  const parts = [
    namedPlace(versionOf(data)),
    ...(isTree(environments) ? Object.keys(environments) : []).map((one) => ['environments', one, namedKey]),
  ];
  const paths = parts.map((part) => [...part, name]).filter((path) => valueAt(data, path) !== undefined);
  return removed(text, paths, file);
}

/** An environment with all that it says, and what is declared of its texts. */
export function removeEnvironment(text: string, name: string, file = answersFile): Changed {
  const source = readForChange(tidy(text), file);
  if ('findings' in source) return source;
  const unknown = unknownEnvironment(name, source);
  if (unknown) return unknown;
  const declared = valueAt(source.document.toJS(), ['notSecrets']);
  const own = isTree(declared) ? Object.keys(declared).filter((path) => path.startsWith(`environments.${name}.`)) : [];
  return removed(text, [['environments', name], ...own.map((path) => ['notSecrets', path])], file);
}

function removed(text: string, paths: readonly (readonly string[])[], file: string): Changed {
  let now = tidy(text);
  for (const path of paths) {
    const source = readForChange(now, file);
    if ('findings' in source) return source;
    now = without(source, path);
  }
  return verified(
    text,
    now,
    paths.map((path) => path.join('.')),
    file,
  );
}

/** The text without a key; a map that it leaves empty goes too, unless the answers need it. */
function without(source: Source, path: readonly string[]): string {
  const { root, text, file } = source;
  const parent = path.slice(0, -1);
  const { node } = spotOf(root, parent);
  const isLast = isMap(node) && node.items.length === 1;
  if (isLast && [namedKey, 'notSecrets'].includes(parent.at(-1) ?? '')) return without(source, parent);
  const wanted = left(source.document.toJS(), path);
  const cut = isLast
    ? emptied(text, source, parent)
    : isBlock(node)
      ? withoutLines(text, source, path)
      : withoutItem(text, source, path);
  const again = cut === undefined ? undefined : readSource(cut, file);
  if (cut !== undefined && again && !('findings' in again) && same(again.document.toJS(), wanted)) return cut;
  source.document.deleteIn(path);
  return source.document.toString({ lineWidth: 0, flowCollectionPadding: false });
}

/** With an empty map instead of this one, and with the comment of its key. */
function emptied(text: string, { root }: Source, path: readonly string[]): string | undefined {
  const { keyEnd, node } = spotOf(root, path);
  if (!isBlock(node)) return node ? `${text.slice(0, node.range[0])}{}${text.slice(node.range[1])}` : undefined;
  if (keyEnd === undefined) return undefined;
  const colon = text.indexOf(':', keyEnd) + 1;
  const lineEnd = (from: number): number => text.slice(from).search(/\n|$/) + from;
  const kept = text.slice(colon, lineEnd(colon));
  return `${text.slice(0, colon)} {}${kept}${text.slice(lineEnd(pairEnd(text, root, path)))}`;
}

/** Without the lines of a key, its comments right above, and the empty line that parted it from what is before. */
function withoutLines(text: string, { root }: Source, path: readonly string[]): string | undefined {
  const { key } = spotOf(root, path);
  if (key === undefined) return undefined;
  const lines = text.slice(0, key).split('\n');
  const comment = `${lines.pop() ?? ''}#`;
  while (lines.at(-1)?.startsWith(comment) === true) lines.pop();
  const rest = text
    .slice(pairEnd(text, root, path))
    .split('\n')
    .slice(1);
  if (lines.at(-1) === '' && (rest[0] ?? '') === '') lines.pop();
  return [...lines, ...rest].join('\n');
}

/** The same for a map on one line, with the comma that parted it from the one before, or from the one after the first. */
export function withoutItem(text: string, { root }: Source, path: readonly string[]): string | undefined {
  const { node } = spotOf(root, path.slice(0, -1));
  const { key } = spotOf(root, path);
  if (!isMap(node) || key === undefined) return undefined;
  const keys = node.items.map((one) => String(isScalar(one.key) ? one.key.value : ''));
  const at = keys.indexOf(path.at(-1) ?? '');
  const end = (name: string): number => pairEnd(text, root, [...path.slice(0, -1), name]);
  const before = keys[at - 1];
  if (before !== undefined) return text.slice(0, end(before)) + text.slice(end(path.at(-1) ?? ''));
  const next = keys[at + 1];
  const after = next === undefined ? undefined : spotOf(root, [...path.slice(0, -1), next]).key;
  return after === undefined ? undefined : text.slice(0, key) + text.slice(after);
}

function left(data: unknown, [key = '', ...below]: readonly string[]): unknown {
  if (!isTree(data)) return data;
  return Object.fromEntries(
    Object.entries(data).flatMap(([name, value]) => {
      if (name !== key) return [[name, value]];
      return below.length === 0 ? [] : [[name, left(value, below)]];
    }),
  );
}
