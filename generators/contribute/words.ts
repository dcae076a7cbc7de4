/** A text of TypeScript; oxfmt chooses its quotes. */
export function quoted(text: string): string {
  return JSON.stringify(text);
}

/** `someThing` for `some-thing`. */
export function camel(name: string): string {
  return name.replace(/-([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
}

export function pascal(name: string): string {
  const text = camel(name);
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** `Data location` for `dataLocation`, `Owner resource ID` for `ownerResourceId`. */
export function sentence(name: string): string {
  const words = name.replace(
    /([a-z0-9])([A-Z])/g,
    (_, before: string, after: string) => `${before} ${after.toLowerCase()}`,
  );
  return (words.charAt(0).toUpperCase() + words.slice(1)).replace(/ id\b/, ' ID');
}

/** A title within a sentence; one with further capital letters is a name, and stays. */
export function within(title: string): string {
  return /^[A-Z][^A-Z]*$/.test(title) ? title.charAt(0).toLowerCase() + title.slice(1) : title;
}

export function withArticle(noun: string): string {
  return `${/^[aeiou]/i.test(noun) ? 'an' : 'a'} ${noun}`;
}

/** `'a', 'b'`, for messages. */
export function listed(words: readonly string[]): string {
  return words.map((one) => `'${one}'`).join(', ');
}
