/** `a`, `a and b`, `a, b, and c`; or with another conjunction. */
export function enumerate(words: readonly string[], conjunction: 'and' | 'or' = 'and'): string {
  const [first = '', second, ...others] = words;
  if (second === undefined || others.length === 0) return words.join(` ${conjunction} `);
  return `${[first, second, ...others.slice(0, -1)].join(', ')}, ${conjunction} ${others.at(-1)!}`;
}

/** All of them where they are few and short, or the first ones and how many more there are. */
export function shortList(words: readonly string[]): string {
  if (words.length <= 3 && words.join(', ').length <= 40) return enumerate(words);
  const shown = words.slice(0, words.slice(0, 2).join('').length <= 26 ? 2 : 1);
  return `${shown.join(', ')}${shown.length > 1 ? ',' : ''} and ${words.length - shown.length} more`;
}
