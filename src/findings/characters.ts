/**
 * Characters that are not seen as they are: controls, line separators, bidirectional, zero-width and filling marks,
 * half surrogates. Listed rather than asked for by property, which follows the Unicode version of the Node at hand.
 */
const ranges =
  '0-1f 7f-9f ad 34f 61c 115f-1160 17b4-17b5 180b-180f 200b-200f 2028-202e 2060-206f 2800 3164 d800-dfff fe00-fe0f feff ffa0 fff0-ffff 1d173-1d17a e0000-e0fff';
const classOf = (hex: string): string => hex.replace(/[0-9a-f]+/g, '\\u{$&}').replaceAll(' ', '');
const characters = classOf(ranges);

/** Scripts that are written with joiners: Arabic, Syriac, N'Ko, those of India, Sinhala, Tibetan, Myanmar, Khmer, Mongolian. */
const joining = classOf(
  '620-6ff 700-74f 750-77f 7c0-7ff 8a0-8ff 900-dff f00-fff 1000-109f 1780-17b3 17b6-17ff 1820-18aa',
);
const emoji = classOf(
  'a9 ae 203c 2049 2122 2139 2190-21ff 2300-23ff 25a0-27bf 2900-297f 2b00-2bff 3030 303d 3297 3299 1f000-1faff',
);
const ideographs = classOf('3400-4dbf 4e00-9fff f900-faff 20000-323af');
const mongolian = classOf('1820-18aa');

/** Signs that take the vowel of the letter before (RFC 5892 A.1 and A.2): a joiner behind one says how that letter is written, also at the end of a word. */
const viramas = classOf(
  '94d 9cd a4d acd b4d bcd c4d ccd d3b-d3c d4d dca e3a eba f84 1039-103a 1714-1715 1734 17d2 1a60 1b44 1baa-1bab 1bf2-1bf3 2d7f a806 a82c a8c4 a953 a9c0 aaf6 abed',
);

/** What is unseen by itself and shapes what stands before it: joiners within words and emoji, and variation selectors. */
const shaping = [
  `(?<=[${joining}])[\\u200c\\u200d](?=[${joining}])`,
  `(?<=[${viramas}])[\\u200c\\u200d]`,
  // In dates, Persian writes the initial form of heh alone.
  '(?<=\\u0647)\\u200d',
  `(?<=[${emoji}]\\ufe0f?)\\u200d(?=[${emoji}])`,
  `(?<=[${emoji}])[\\ufe0e\\ufe0f]`,
  `(?<=[0-9#*])\\ufe0f(?=\\u20e3)`,
  `(?<=[${ideographs}])[\\ufe00-\\ufe02\\u{e0100}-\\u{e01ef}]`,
  `(?<=[${mongolian}])[\\u180b-\\u180d]`,
].join('|');
const hidden = `(?=[${characters}])(?!${shaping})[${characters}]`;
const unseen = new RegExp(hidden, 'u');
const everyUnseen = new RegExp(hidden, 'gu');

/** `U+202E` for the first character of a text that cannot be seen; nothing where all can. */
export function unseenCharacter(text: string): string | undefined {
  const found = unseen.exec(text)?.[0].codePointAt(0);
  return found === undefined ? undefined : `U+${found.toString(16).toUpperCase().padStart(4, '0')}`;
}

/** Foreign text on one line of a screen: what would steer it, end the line or hide is written out, as `\\u{1b}`. */
export function plain(text: string): string {
  return text.replace(everyUnseen, (one) => `\\u{${(one.codePointAt(0) ?? 0).toString(16)}}`);
}

const steering = `(?![\\n\\t])${hidden}`;

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
