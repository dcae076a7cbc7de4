import { describe, expect, it } from 'vitest';
import { plain, screenText, unseenCharacter } from '../../src/findings/characters.ts';

describe('text in any language', () => {
  it.each([
    ['Persian, with a non-joiner within a word', 'می\u200cخواهم'],
    ['Malayalam, with a joiner', 'ക്\u200dഷ'],
    ['Malayalam, with a letter at the end of a word that a joiner forms', 'അവന്\u200d വന്നു'],
    ['Devanagari, with a half form at the end of a word', 'क्\u200d क्\u200c'],
    ['Balinese, with a joiner', 'ᬓ᭄\u200dᬓ'],
    ['Persian, with the abbreviation in a date', '۱۴۰۰ ه\u200d.ش'],
    ['an emoji of several', '👩\u200d💻'],
    ['an emoji with a skin tone and a sign', '🏃🏽\u200d♀\ufe0f'],
    ['a sign as an emoji', 'Costs ❤\ufe0f'],
    ['a keycap', '1\ufe0f\u20e3'],
    ['a variant of an ideograph', '辻\u{e0100}'],
    ['Mongolian with a variation selector', 'ᠨ\u180b'],
    ['Chinese, Japanese, Korean, German', '工作负载 ワークロード 워크로드 Prüfstände'],
  ])('is seen as it is: %s', (_, text) => {
    expect(unseenCharacter(text)).toBeUndefined();
    expect(plain(text)).toBe(text);
    expect(screenText(text, '(\\bours\\b)')).toBe(text);
  });

  it.each([
    ['a joiner between Latin letters', 'pay\u200droll', 'U+200D'],
    ['a non-joiner at the end of a word', 'می\u200c', 'U+200C'],
    ['a second joiner', 'क्\u200d\u200d', 'U+200D'],
    ['a joiner before an emoji', 'a\u200d💻', 'U+200D'],
    ['a variation selector behind a letter', 'a\ufe0f', 'U+FE0F'],
    ['one behind a digit that is no keycap', '1\ufe0f', 'U+FE0F'],
    ['one of an ideograph behind a letter', 'a\u{e0100}', 'U+E0100'],
    ['a mark that turns the direction', 'x\u202ey', 'U+202E'],
    ['a tag', 'x\u{e0041}', 'U+E0041'],
    ['half of a pair', '\ud83d', 'U+D83D'],
  ])('is refused where nothing shows it: %s', (_, text, code) => {
    expect(unseenCharacter(text)).toBe(code);
    expect(plain(text)).toContain(`\\u{${code.slice(2).toLowerCase()}}`);
  });
});
