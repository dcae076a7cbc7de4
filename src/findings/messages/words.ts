/** `a, b`. */
export const list = (words: readonly string[]): string => words.join(', ');

export const isOne = (words: readonly string[]): boolean => words.length === 1;
