import { linesOf } from '../text.ts';

interface Heading {
  readonly level: number;
  readonly text: string;
  readonly line: number;
}

/** A line outside of fences that is not empty, with the heading of the first or second level it stands under. */
export interface Prose {
  readonly text: string;
  readonly line: number;
  readonly section: string;
}

export interface Row extends Prose {
  readonly cells: readonly string[];
  /** Cells of the head of its table. */
  readonly head: readonly string[];
}

export interface Markdown {
  readonly path: string;
  readonly lines: readonly string[];
  readonly headings: readonly Heading[];
  readonly prose: readonly Prose[];
  readonly rows: readonly Row[];
}

const headingPattern = /^(#{1,6}) +(.*)$/;

/** Reads any text as Markdown, as far as the passes need it; nothing in it is an error. */
export function readMarkdown(path: string, text: string): Markdown {
  const lines = linesOf(text);
  const headings: Heading[] = [];
  const prose: Prose[] = [];
  const rows: Row[] = [];
  let fence = '';
  let section = '';
  let head: readonly string[] | undefined;
  lines.forEach((line, index) => {
    const mark = fenceOf(line);
    if (mark !== '' && (fence === '' || fence === mark)) fence = fence === '' ? mark : '';
    if (fence !== '' || mark !== '' || line === '') {
      head = undefined;
      return;
    }
    const found = line.startsWith('#') ? headingPattern.exec(line) : null;
    if (found) {
      const [, marks = '', title = ''] = found;
      if (marks.length < 3) section = title;
      headings.push({ level: marks.length, text: title, line: index + 1 });
    }
    prose.push({ text: line, line: index + 1, section });
    if (!line.startsWith('|')) head = undefined;
    else if (head === undefined) head = cellsOf(line);
    else if (!/^\|[\s|:-]+$/.test(line))
      rows.push({ text: line, line: index + 1, section, head, cells: cellsOf(line) });
  });
  return { path, lines, headings, prose, rows };
}

function fenceOf(line: string): string {
  if (line.startsWith('```')) return '```';
  return line.startsWith('~~~') ? '~~~' : '';
}

/** A bar behind a backslash does not end a cell. */
function cellsOf(line: string): readonly string[] {
  const parts = line.includes('\\|') ? line.split(/(?<!\\)\|/) : line.split('|');
  return parts.slice(1, line.endsWith('|') ? -1 : undefined).map((cell) => cell.trim());
}

interface Link {
  readonly target: string;
  readonly line: number;
}

/** Links of a document, those in code left out. */
export function linksOf({ prose }: Markdown): readonly Link[] {
  return prose.flatMap(({ text, line }) => {
    if (!text.includes('](')) return [];
    const plain = text.includes('`') ? text.replace(/(?<!`)(`{1,20})(?!`).*?(?<!`)\1(?!`)/g, '') : text;
    return [...plain.matchAll(/(?<!\\)\]\(([^()\s]{1,500})\)/g)].map(([, target = '']) => ({ target, line }));
  });
}

/** What is neither letter, digit nor part of an anchor; the second takes far longer to make. */
const notInAnchor = /[^\w\- ]/g;
const plainTitle = /^[ -~’“”–]*$/;

/** Titles of headings in a text that nothing else is read of. */
export function titlesOf(text: string): readonly string[] {
  return linesOf(text).flatMap((line) => (line.startsWith('#') ? (headingPattern.exec(line)?.[2] ?? []) : []));
}

/** Anchors as GitHub makes them of headings. */
export function anchorsOf(titles: readonly string[]): ReadonlySet<string> {
  const anchors = new Set<string>();
  for (const title of titles) {
    const pattern = plainTitle.test(title) ? notInAnchor : new RegExp('[^\\p{L}\\p{N}\\-_ ]', 'gu');
    const anchor = title.toLowerCase().replace(pattern, '').replaceAll(' ', '-');
    for (let count = 0, free = anchor; ; count += 1, free = `${anchor}-${count}`)
      if (!anchors.has(free)) {
        anchors.add(free);
        break;
      }
  }
  return anchors;
}
