/**
 * Characters that are not seen as they are: controls, line separators, bidirectional, zero-width and filling marks,
 * half surrogates. Listed rather than asked for by property, which follows the Unicode version of the Node at hand.
 */
const unseen =
  /[\u0000-\u001f\u007f-\u009f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u2028-\u202e\u2060-\u206f\u2800\u3164\ud800-\udfff\ufe00-\ufe0f\ufeff\uffa0\ufff0-\uffff\u{1d173}-\u{1d17a}\u{e0000}-\u{e0fff}]/u;
const everyUnseen = new RegExp(unseen.source, 'gu');

/** `U+202E` for the first character of a text that cannot be seen; nothing where all can. */
export function unseenCharacter(text: string): string | undefined {
  const found = unseen.exec(text)?.[0].codePointAt(0);
  return found === undefined ? undefined : `U+${found.toString(16).toUpperCase().padStart(4, '0')}`;
}

/** A value inside a message: short, on one line, with nothing that a terminal would obey. */
export function show(value: unknown): string {
  if (value === null || value === undefined) return 'nothing';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object') return 'a map';
  if (typeof value !== 'string') return String(value);
  const short = [...value].length > 60 ? `${[...value].slice(0, 57).join('')}…` : value;
  return `"${plain(short)}"`;
}

export function plain(text: string): string {
  return text.replace(everyUnseen, (one) => `\\u{${(one.codePointAt(0) ?? 0).toString(16)}}`);
}
