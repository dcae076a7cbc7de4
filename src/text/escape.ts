import { unseen } from '../bicep/escape.ts';
import { ownValue } from '../bicep/own.ts';

const allUnseen = new RegExp(unseen.source, 'g');

/** A line as it stands, for a terminal: what would steer it or hide in it is left out. */
export function seenLine(text: string): string {
  return text.replace(allUnseen, '');
}

/** One line of characters that are all seen. */
function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').replace(allUnseen, '').trim();
}

/** What is markup anywhere on a line; `_` inside a word, and `<` and `&` before anything else, are not; `#` is where it would close a heading. */
const markupAnywhere =
  /[`*[\]~|$]|\\(?=[!-/:-@[-`{-~]|$)|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])|<(?=[A-Za-z/!?]|$)|&(?=#?\w+;)|(?<![^ ])#(?=#*$)/gu;

/** What is markup only where a line begins: quotes, headings, bullets, rules, underlines of headings, numbers of a list. */
const markupAtStart = /^(?:>|#(?=#*(?: |$))|[-+](?=[ -]|$)|=(?==*$)|:(?=-))|^\d{1,9}(?=[.)](?: |$))/;

/** Words in which nothing is markup: most texts are such, and looking closer costs ten times as much. */
const plainWords = /^[A-Za-z](?:[A-Za-z0-9,.;:()/’'-]| (?=[A-Za-z0-9(]))*$/;
const plainName = /^[\w./:@-]+$/;

/** Text inside a Markdown heading, paragraph, list or table cell: nothing in it is markup, and it stays on its line. */
export function markdown(text: string): string {
  if (plainWords.test(text)) return text;
  return oneLine(text)
    .replace(markupAnywhere, (found) => `\\${found}`)
    .replace(markupAtStart, (found) => (/\d/.test(found) ? `${found}\\` : `\\${found}`));
}

/** Text as code, in a paragraph or in a table cell; nothing for nothing. */
export function codeSpan(text: string): string {
  if (plainName.test(text)) return `\`${text}\``;
  const plain = oneLine(text);
  // A table ends its cell at a bar even inside backticks, and elsewhere a bar that is escaped there shows its backslash.
  if (plain.includes('|'))
    return `<code>${plain.replace(/[!-/:-@[-`{-~]/g, (found) => `&#${found.charCodeAt(0)};`)}</code>`;
  if (plain === '') return '';
  const longest = Math.max(0, ...[...plain.matchAll(/`+/g)].map((run) => run[0].length));
  const fence = '`'.repeat(longest + 1);
  const padding = plain.startsWith('`') || plain.endsWith('`') ? ' ' : '';
  return `${fence}${padding}${plain}${padding}${fence}`;
}

/** The inside of a quoted Mermaid label. */
export function mermaidLabel(text: string): string {
  return oneLine(text).replace(/[^\p{L}\p{N} .,:/()_–-]/gu, (found) => `#${found.codePointAt(0)!};`);
}

const markup: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
const markupOrUnseen = new RegExp(`[&<>"']|(?!\\n)${unseen.source}`, 'g');

/** Text in HTML, between tags or as an attribute in quotes; what cannot be seen is written out: `\u{202e}`. */
export function html(text: string): string {
  return text.replace(
    markupOrUnseen,
    (found) => ownValue(markup, found) ?? `\\u{${found.codePointAt(0)!.toString(16)}}`,
  );
}

/** A word of a POSIX shell. */
export function shell(text: string): string {
  const seen = text.replace(allUnseen, '');
  return /^[A-Za-z0-9_./:@%+=,-]+$/.test(seen) ? seen : `'${seen.replaceAll("'", `'\\''`)}'`;
}

/** A value as JSON: on one line, or on several where it begins at an indent; nothing in it is unseen. */
export function json(value: unknown, indent?: number): string {
  const text = JSON.stringify(value, null, indent === undefined ? undefined : 2);
  return text.replace(allUnseen, (found) =>
    found === '\n' ? `\n${' '.repeat(indent ?? 0)}` : `\\u${found.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

const named: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};

/** Text between tags of XML, or in a quoted attribute; what XML cannot hold at all is left out. */
export function xmlText(text: string): string {
  if (/^[\w.,:/()+-]+(?: [\w.,:/()+-]+)*$/.test(text)) return text;
  const held = text.replace(/[\ud800-\udfff\ufffe\uffff]/gu, '');
  return oneLine(held).replace(/[&<>"']/g, (found) => ownValue(named, found) ?? '');
}
