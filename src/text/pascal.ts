/** `two-words` as `TwoWords`, and `part-2` as `Part2`: part of an identifier. */
export const pascal = (name: string): string =>
  name.replaceAll(/(?:^|-)([a-z0-9])/g, (_, first: string) => first.toUpperCase());

/** `two-words` as `twoWords`. */
export const camel = (name: string): string => `${name.charAt(0)}${pascal(name).slice(1)}`;

/** `aWord` as `AWord`. */
export const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);
