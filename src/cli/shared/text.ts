import { isUtf8 } from 'node:buffer';
import { Refusal } from './failure.ts';

/** How standard input is named to a person. */
export const standardInput = 'standard input';

/** Text as it was written, with its byte order mark and its line ends. Throws `Refusal` for bytes that are not UTF-8. */
export function decodeText(bytes: Buffer, shown: string): string {
  const encoding = encodingOf(bytes);
  if (encoding === undefined) return bytes.toString('utf8');
  const where = { file: shown, ...(encoding === 'unknown' ? firstFault(bytes) : {}) };
  throw new Refusal([
    {
      code: 'answers-not-utf8',
      severity: 'error',
      where,
      ids: [],
      args: { encoding, file: shown === standardInput ? '' : shown },
    },
  ]);
}

/** What Windows PowerShell and old editors write; nothing for UTF-8. UTF-16 of English letters is UTF-8 with a zero in each second byte. */
function encodingOf(bytes: Buffer): 'UTF-16LE' | 'UTF-16BE' | 'UTF-32' | 'unknown' | undefined {
  const start = bytes.subarray(0, 4).toString('hex');
  if (/^(fffe0000|0000feff)/.test(start)) return 'UTF-32';
  if (start.startsWith('fffe') || /^[^0].00[^0].00/.test(start)) return 'UTF-16LE';
  if (start.startsWith('feff') || /^00[^0].00[^0]./.test(start)) return 'UTF-16BE';
  return isUtf8(bytes) ? undefined : 'unknown';
}

/** No multibyte character of UTF-8 contains a line feed, so each line can be decoded separately. */
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

/** A plain text with the byte order mark and the line endings of the file before; new lines get the most common one. */
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
