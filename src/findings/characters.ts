/**
 * Characters that are not seen as they are: controls, line separators, bidirectional, zero-width and filling marks,
 * half surrogates. Listed rather than asked for by property, which follows the Unicode version of the Node at hand.
 */
const ranges =
  '0-1f 7f-9f ad 34f 61c 115f-1160 17b4-17b5 180b-180f 200b-200f 2028-202e 2060-206f 2800 3164 d800-dfff fe00-fe0f feff ffa0 fff0-ffff 1d173-1d17a e0000-e0fff';
const characters = ranges.replace(/[0-9a-f]+/g, '\\u{$&}').replaceAll(' ', '');
const unseen = new RegExp(`[${characters}]`, 'u');
const everyUnseen = new RegExp(`[${characters}]`, 'gu');

/** `U+202E` for the first character of a text that cannot be seen; nothing where all can. */
export function unseenCharacter(text: string): string | undefined {
  const found = unseen.exec(text)?.[0].codePointAt(0);
  return found === undefined ? undefined : `U+${found.toString(16).toUpperCase().padStart(4, '0')}`;
}

/** Foreign text on one line of a screen: what would steer it, end the line or hide is written out, as `\\u{1b}`. */
export function plain(text: string): string {
  return text.replace(everyUnseen, (one) => `\\u{${(one.codePointAt(0) ?? 0).toString(16)}}`);
}

const steering = `(?![\\n\\t])[${characters}]`;

/** The same for a text of several lines; a sequence that `ours` matches stays, as its first group says. */
export function screenText(text: string, ours: string): string {
  return text.replace(new RegExp(`${ours}|${steering}`, 'gu'), (one, kept: string | undefined) =>
    kept === undefined ? `\\u{${(one.codePointAt(0) ?? 0).toString(16)}}` : `\u001b${kept}`,
  );
}

/** A value as JSON over several lines, in which nothing is unseen. */
export function jsonText(value: unknown): string {
  const text = JSON.stringify(value, null, 2);
  return text.replace(new RegExp(steering, 'gu'), (one) =>
    Array.from({ length: one.length }, (_, at) => `\\u${one.charCodeAt(at).toString(16).padStart(4, '0')}`).join(''),
  );
}
