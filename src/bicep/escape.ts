import { ownValue } from './own.ts';

const named: Readonly<Record<string, string>> = { '\\': '\\\\', "'": "\\'", '\n': '\\n', '\r': '\\r', '\t': '\\t' };

/** Characters that would not be seen as they are: controls, separators, bidirectional and zero-width marks. */
export const unseen = /[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u200b-\u200f\u2028-\u202f\u2060-\u206f\ufeff]/;
const special = new RegExp(`\\\\|'|\\$(?=\\{)|${unseen.source}`, 'g');

/** The inside of a Bicep string: the one place where text enters Bicep. */
export function escapeText(text: string): string {
  return text.replace(special, (found) => {
    if (found === '$') return '\\$';
    return ownValue(named, found) ?? `\\u{${found.codePointAt(0)!.toString(16)}}`;
  });
}

export function quote(text: string): string {
  return `'${escapeText(text)}'`;
}

/** Bicep reads these as values; every other word, its keywords too, may stand as a name: test/bicep/words.test.ts. */
const identifier = /^(?!(?:true|false|null)$)[A-Za-z_][A-Za-z0-9_]*$/;

export function propertyName(name: string): string {
  return identifier.test(name) ? name : quote(name);
}

/** A comment's text: one line, nothing unseen. */
export function commentText(text: string): string {
  return text.replace(/\s+/g, ' ').replace(new RegExp(unseen.source, 'g'), '').trim();
}
