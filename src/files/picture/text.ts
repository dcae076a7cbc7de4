import { ownValue } from '../../bicep/own.ts';

/** How a text is set: its size in pixels, and whether it is strong. */
export interface Face {
  readonly size: number;
  readonly strong?: boolean;
}

/**
 * Hundredths of the size that the printable characters of ASCII are wide, from the space on: in the widest of DejaVu Sans,
 * Noto Sans and Liberation Sans. A reader's own font is narrower, so what is measured by this fits.
 */
const [plain, strong] = [
  '32 41 46 84 64 96 78 28 40 40 50 84 32 37 32 34 64 64 64 64 64 64 64 64 64 64 34 34 84 84 84 56 ' +
    '102 73 69 73 78 67 62 78 76 34 50 73 62 89 75 79 67 79 73 67 62 74 73 99 73 73 69 40 34 40 84 56 ' +
    '50 62 64 55 64 62 36 64 64 28 28 58 28 98 64 62 64 64 42 53 40 64 60 82 60 60 53 64 34 64 84',
  '35 46 56 84 70 101 88 31 46 46 53 84 38 42 38 37 70 70 70 70 70 70 70 70 70 70 40 40 84 84 84 62 ' +
    '100 78 77 74 84 69 69 83 84 39 56 78 67 100 84 86 74 86 78 73 69 82 78 111 78 73 73 46 37 46 84 56 ' +
    '50 68 72 60 72 68 44 72 72 35 35 67 35 105 72 69 72 72 50 60 48 72 66 93 65 66 59 72 37 72 84',
].map((table) => table.split(' ').map(Number));

const narrow: Readonly<Record<string, number>> = { '·': 40, '’': 40, '–': 56 };

/** Rounded up. What the table does not have is as wide as the widest letter there is, and a picture sign wider. */
export function widthOf(text: string, { size, strong: isStrong }: Face): number {
  const table = (isStrong ? strong : plain) ?? [];
  let sum = 0;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    sum += table[code - 32] ?? ownValue(narrow, text.charAt(index)) ?? (code >= 0xd800 && code < 0xe000 ? 80 : 110);
  }
  return Math.ceil((sum * size) / 100);
}

/** Cut in the middle, so that what it begins and what it ends with are still there. */
export function shorten(text: string, width: number, face: Face): string {
  if (widthOf(text, face) <= width) return text;
  const characters = [...text];
  for (let kept = characters.length - 1; kept > 0; kept--) {
    const head = Math.ceil(kept / 2);
    const tail = characters.slice(characters.length - (kept - head)).join('');
    const short = `${characters.slice(0, head).join('')}…${tail}`;
    if (widthOf(short, face) <= width) return short;
  }
  return '';
}

/** At spaces and after hyphens, into lines that are no wider, two of them about as long; what does not fit is cut. */
export function wrap(text: string, width: number, face: Face, most = 2): readonly string[] {
  if (widthOf(text, face) <= width) return text === '' ? [] : [text];
  const pieces = (text.match(/[^\s-]+-*\s*|-+\s*/g) ?? []).flatMap((one) => cut(one, width, face));
  const lines = fill(pieces, width, face, most);
  const even = lines.length === 2 ? halve(pieces, face) : lines;
  const fits = even.every((one) => widthOf(one, face) <= width);
  return (fits ? even : lines).map((one) => shorten(one, width, face));
}

/** A word that is wider than a line, as parts. */
function cut(word: string, width: number, face: Face): readonly string[] {
  if (widthOf(word.trimEnd(), face) <= width) return [word];
  const parts: string[] = [];
  let part = '';
  for (const one of word) {
    if (part !== '' && widthOf((part + one).trimEnd(), face) > width) {
      parts.push(part);
      part = '';
    }
    part += one;
  }
  return [...parts, part];
}

function fill(pieces: readonly string[], width: number, face: Face, most: number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const [index, piece] of pieces.entries()) {
    if (line !== '' && widthOf((line + piece).trimEnd(), face) > width) {
      if (lines.length === most - 1) return [...lines, line + pieces.slice(index).join('').trimEnd()];
      lines.push(line.trimEnd());
      line = '';
    }
    line += piece;
  }
  return [...lines, line.trimEnd()].filter((one) => one !== '');
}

function halve(pieces: readonly string[], face: Face): readonly string[] {
  const halves = pieces
    .slice(1)
    .map((_, index) => [pieces.slice(0, index + 1), pieces.slice(index + 1)].map((half) => half.join('').trimEnd()));
  const longer = (pair: readonly string[]): number => Math.max(...pair.map((one) => widthOf(one, face)));
  return halves.reduce((best, pair) => (longer(pair) < longer(best) ? pair : best));
}
