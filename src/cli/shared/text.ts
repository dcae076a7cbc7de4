import { isUtf8 } from 'node:buffer';
import { Refusal } from './failure.ts';

/** Text as it was written, with its byte order mark and its line ends. Throws `Refusal` for bytes that are not UTF-8. */
export function decodeText(bytes: Buffer, shown: string): string {
  if (isUtf8(bytes)) return bytes.toString('utf8');
  throw new Refusal([
    { code: 'answers-not-utf8', severity: 'error', where: { file: shown, ...firstFault(bytes) }, ids: [], args: {} },
  ]);
}

/** No character of UTF-8 has a line feed in it, so that each line can be looked at by itself. */
function firstFault(bytes: Buffer): { readonly line: number; readonly column: number } {
  for (let line = 1, start = 0; ; line += 1) {
    const end = bytes.indexOf(10, start);
    const text = bytes.subarray(start, end === -1 ? bytes.length : end);
    if (end === -1 || !isUtf8(text)) return { line, column: Math.max(text.toString('utf8').indexOf('\uFFFD'), 0) + 1 };
    start = end + 1;
  }
}

/** LF alone and no byte order mark: the text that is read and changed. */
export function plainText(text: string): string {
  return text.replace(/^\uFEFF/, '').replaceAll(/\r\n?/g, '\n');
}

/** A plain text with the byte order mark and the line ends that stood there before; a new line gets the end most have. */
export function inFormOf(before: string, text: string): string {
  const mark = before.startsWith('\uFEFF') ? '\uFEFF' : '';
  const old = linesOf(before.slice(mark.length));
  const fresh = text.split('\n');
  const usual = usualEnd(old);
  const most = Math.min(old.length, fresh.length);
  let same = 0;
  while (same < most && old[same]?.text === fresh[same]) same += 1;
  let tail = 0;
  while (tail < most - same && old.at(-1 - tail)?.text === fresh.at(-1 - tail)) tail += 1;
  const endOf = (index: number): string => {
    if (index < same) return old[index]?.end ?? usual;
    return index >= fresh.length - tail ? (old[index - fresh.length + old.length]?.end ?? usual) : usual;
  };
  return (
    mark + fresh.map((line, index) => (index === fresh.length - 1 ? line : line + (endOf(index) || usual))).join('')
  );
}

interface Line {
  readonly text: string;
  /** Empty for what comes after the last line end. */
  readonly end: string;
}

function linesOf(text: string): readonly Line[] {
  const parts = text.split(/(\r\n|\n|\r)/);
  return parts.flatMap((part, index) => (index % 2 === 0 ? [{ text: part, end: parts[index + 1] ?? '' }] : []));
}

function usualEnd(lines: readonly Line[]): string {
  const ends = ['\n', '\r\n', '\r'];
  const counts = ends.map((end) => lines.filter((line) => line.end === end).length);
  return ends[counts.indexOf(Math.max(...counts))] ?? '\n';
}
