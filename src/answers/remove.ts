import { isMap } from 'yaml';
import { namedKey } from '../../avm-catalog/kernel/core.ts';
import { readForChange, same, tidy, type Changed } from './change.ts';
import { isTree } from './defaults.ts';
import { verified } from './edit.ts';
import { valueAt } from './inherited.ts';
import { answersFile } from './parse.ts';
import { isBlock, readSource, spotOf, type Source } from './source.ts';
import { pairEnd } from './splice.ts';

/** What `avm remove` takes out: a component that was added by name, in `spec` and in each environment that says more of it. */
export function removeNamed(text: string, name: string, file = answersFile): Changed {
  const source = readForChange(tidy(text), file);
  if ('findings' in source) return source;
  const data: unknown = source.document.toJS();
  const environments = valueAt(data, ['environments']);
  const parts = [
    ['spec'],
    ...(isTree(environments) ? Object.keys(environments) : []).map((one) => ['environments', one]),
  ];
  const paths = parts.map((part) => [...part, namedKey, name]).filter((path) => valueAt(data, path) !== undefined);
  return removed(text, paths, file);
}

/** An environment with all that it says. */
export function removeEnvironment(text: string, name: string, file = answersFile): Changed {
  return removed(text, [['environments', name]], file);
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
  if (isLast && parent.at(-1) === namedKey) return without(source, parent);
  const wanted = left(source.document.toJS(), path);
  const cut = isBlock(node) ? withoutLines(text, source, path) : undefined;
  const again = cut === undefined ? undefined : readSource(cut, file);
  if (cut !== undefined && again && !('findings' in again) && same(again.document.toJS(), wanted)) return cut;
  source.document.deleteIn(path);
  return source.document.toString({ lineWidth: 0, flowCollectionPadding: false });
}

/** Without the lines of a key, its comments right above, and the empty line that parted it from what is before. */
function withoutLines(text: string, { root }: Source, path: readonly string[]): string | undefined {
  const { key } = spotOf(root, path);
  if (key === undefined) return undefined;
  const lines = text.slice(0, key).split('\n');
  const comment = `${lines.pop() ?? ''}#`;
  while (lines.at(-1)?.startsWith(comment) === true) lines.pop();
  if (lines.at(-1) === '') lines.pop();
  const rest = text
    .slice(pairEnd(text, root, path))
    .split('\n')
    .slice(1);
  return [...lines, ...rest].join('\n');
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
