import { unseen } from '../bicep/escape.ts';

/** Beyond these a text is read no further: nobody writes so much by hand. */
export const limits = { characters: 1_000_000, line: 4_000, lines: 20_000 } as const;

const allUnseen = new RegExp(unseen.source, 'g');

/** Lines without their ends, whatever those are. */
export function linesOf(text: string): readonly string[] {
  const bounded = text.length > limits.characters ? text.slice(0, limits.characters) : text;
  const own = bounded.charCodeAt(0) === 0xfeff ? bounded.slice(1) : bounded;
  const lines = own.includes('\r') ? own.split(/\r\n|\n|\r/) : own.split('\n');
  const some = lines.length > limits.lines ? lines.slice(0, limits.lines) : lines;
  return some.map((line) => (isWhole(line) ? line : line.slice(0, limits.line).trimEnd()));
}

/** Not too long, and it ends in a character that can be seen, as nearly every line does. */
function isWhole(line: string): boolean {
  const last = line.charCodeAt(line.length - 1);
  return line === '' || (line.length <= limits.line && last > 0x20 && last < 0x7f);
}

/** True where a text is more than `linesOf` gives. */
export function isCut(text: string, lines: readonly string[]): boolean {
  return (
    text.length > limits.characters || lines.length >= limits.lines || lines.some((line) => line.length >= limits.line)
  );
}

/** One line of what a document says, without markup and with nothing that hides or steers. */
export function said(text: string): string {
  return marked.test(text) ? plain(text.replace(/\\([!-/:-@[-`{-~])/g, '$1')) : text.trim();
}

/** The same of a text that is no Markdown. */
export function plain(text: string): string {
  if (!marked.test(text)) return text.trim();
  return text.replaceAll('`', '').replace(/\s+/g, ' ').replace(allUnseen, '').replace(/ {2,}/g, ' ').trim();
}

/** What most of what is written does not have: something to be taken out. */
const marked = /[\\`]| {2}|[^ -~’“”–]/;

/** The same, short enough to be told. */
export function told(text: string): string {
  const all = said(text);
  return all.length > 160 ? `${all.slice(0, 159)}…` : all;
}

/** Ids of rules, requirements, constraints and criteria. */
export const idPattern = /\b[A-Z]{2,5}-\d{3}\b/g;

export function idsIn(text: string): readonly string[] {
  return text.match(idPattern) ?? [];
}

/** Its words in lower case, each once. */
export function wordsOf(text: string): ReadonlySet<string> {
  const words = new Set(
    said(text)
      .toLowerCase()
      .split(/[\s,;:()“”"]+|\.(?= |$)/),
  );
  words.delete('');
  return words;
}

/** Eight characters that stand for a text in an id. */
export function digest(text: string): string {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  return (hash >>> 0).toString(16).padStart(8, '0');
}
