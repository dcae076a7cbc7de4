import { ownTextMarks } from '../files/own-text.ts';
import { type DiskFile, sha256 } from './disk.ts';

/** A text, and what a person wrote into the place that it has for that, as it is. */
interface Parted {
  readonly rest: string;
  readonly own: string;
}

/** Undefined where the marks do not stand once each, in their order, as whole lines: what is whose is not clear then. */
export function partOwnText(text: string): Parted | undefined {
  const begins: number[] = [];
  const ends: number[] = [];
  let at = 0;
  for (const line of text.split('\n')) {
    const plain = line.endsWith('\r') ? line.slice(0, -1) : line;
    if (plain === ownTextMarks.begin) begins.push(at + line.length + 1);
    if (plain === ownTextMarks.end) ends.push(at);
    at += line.length + 1;
  }
  const [[begin, ...moreBegins], [end, ...moreEnds]] = [begins, ends];
  if (begin === undefined || end === undefined || end < begin) return undefined;
  if (moreBegins.length + moreEnds.length > 0) return undefined;
  return { rest: text.slice(0, begin) + text.slice(end), own: text.slice(begin, end) };
}

/** A generated text with a person's own in its place. */
export function placeOwnText(text: string, own: string): string {
  const end = text.lastIndexOf(`${ownTextMarks.end}\n`);
  return text.slice(0, end) + own + text.slice(end);
}

/** A file on disk without the person's own text, and that text; undefined where it is not clear what is whose. */
export function partFile(file: DiskFile): { readonly rest: DiskFile; readonly own: string } | undefined {
  if (file.link) return undefined;
  const text = file.bytes.toString('utf8');
  const parted = partOwnText(text);
  // Bytes that are no UTF-8 could not be written again as they are.
  if (parted === undefined || !Buffer.from(text).equals(file.bytes)) return undefined;
  const bytes = Buffer.from(parted.rest);
  return { rest: { ...file, bytes, hash: sha256(bytes) }, own: parted.own };
}
