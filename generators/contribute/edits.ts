/*
 * Changes to the lists of the catalog, as text: they keep order and comments. Each throws where the text is not as it
 * expects, with what a person then adds by hand.
 */

/** Adds a text to the list that follows a mark, before the first that comes after it; one that is there stays alone. */
export function addText(source: string, mark: string, value: string, order: 'last' | 'sorted'): string {
  const [open, close] = brackets(source, mark, value);
  const items = Array.from(source.slice(open + 1, close).matchAll(/'([^']*)'/g), ([, one = '']) => one);
  if (items.includes(value)) return source;
  const after = order === 'last' ? -1 : items.findIndex((one) => one > value);
  const at = after === -1 ? items.length : after;
  const all = items.toSpliced(at, 0, value).map((one) => `'${one}'`);
  return `${source.slice(0, open + 1)}${all.join(', ')}${source.slice(close)}`;
}

function brackets(source: string, mark: string, value: string): readonly [number, number] {
  const from = source.indexOf(mark);
  const open = source.indexOf('[', from + mark.length - 1);
  const close = source.indexOf(']', open);
  const isList = from !== -1 && open !== -1 && close !== -1 && !source.slice(open, close).includes('//');
  if (!isList) throw new Error(`There is no list of texts at "${mark}" to add '${value}' to`);
  return [open, close];
}

/** Adds a row to the object that begins with a mark, before the first of its keys that comes after it. */
export function addRow(source: string, mark: string, { key, row, order = (text: string) => text }: Row): string {
  const from = source.indexOf(mark);
  const end = source.indexOf('\n}', from);
  if (from === -1 || end === -1) throw new Error(`There is no object "${mark}" to add '${key}' to`);
  const rows = [...source.slice(from, end).matchAll(/^ {2}'([^']+)':/gm)];
  if (rows.some(([, one]) => one === key)) return source;
  const next = rows.find(([, one = '']) => order(one) > order(key));
  const at = next ? from + next.index : end + 1;
  return `${source.slice(0, at)}  '${key}': ${row},\n${source.slice(at)}`;
}

interface Row {
  readonly key: string;
  readonly row: string;
  /** What keys are sorted by, where that is not themselves. */
  readonly order?: (key: string) => string;
}

/** Adds an entry at the end of a list of code, which ends at the first of these after the mark. */
export function addLast(source: string, mark: string, end: string, entry: string): string {
  const at = source.indexOf(end, source.indexOf(mark));
  if (!source.includes(mark) || at === -1) throw new Error(`There is no list "${mark}" to add to:\n${entry}`);
  return `${source.slice(0, at)}\n${entry}${source.slice(at)}`;
}

/** Adds an import of a folder beside the file, in the order of folders. */
export function addSorted(source: string, name: string, path: string): string {
  const found = [...source.matchAll(/^import \{ [^}]+ \} from '(\.\/[^']+)';\n/gm)];
  const next = found.find(([, one = '']) => one > path);
  const last = found.at(-1);
  if (!last) throw new Error(`There is no import to place that of ${path} beside`);
  const at = next ? next.index : last.index + last[0].length;
  return `${source.slice(0, at)}import { ${name} } from '${path}';\n${source.slice(at)}`;
}

/** Imports names of a file, beside those that are imported of it already. */
export function addImport(source: string, names: readonly string[], path: string): string {
  const own = new RegExp(`^import \\{([^}]*)\\} from '${path}';`, 'm').exec(source);
  const there = (own?.[1] ?? '')
    .split(',')
    .map((one) => one.trim())
    .filter((one) => one !== '');
  const isSorted = there.every((one, index) => index === 0 || (there[index - 1] ?? '') < one);
  const both = [...there, ...names.filter((one) => !there.includes(one))];
  const all = isSorted ? both.toSorted() : both;
  const line = `import { ${all.join(', ')} } from '${path}';`;
  if (own) return source.replace(own[0], () => line);
  const last = [...source.matchAll(/^import .*\n|^\} from '[^']+';\n/gm)].at(-1);
  const at = last ? last.index + last[0].length : 0;
  return `${source.slice(0, at)}${line}\n${source.slice(at)}`;
}
