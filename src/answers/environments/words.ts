/** What becomes of a text that has the name of an environment in it, where the environment gets another name or a copy. */
type Carried = { readonly text: string } | 'kept';

/** How a name is written: all lower, all upper, or with a capital. */
const spellings: readonly ((word: string) => string)[] = [
  (word) => word,
  (word) => word.toUpperCase(),
  (word) => word.charAt(0).toUpperCase() + word.slice(1),
];

/** Prose, and what is found elsewhere by what it is called: IDs, addresses of the web and of mail, files. */
const isElsewhere = (text: string): boolean => /[\s/\\@]/.test(text);

const words = (name: string): RegExp => new RegExp(`(?<![A-Za-z0-9])${name}(?![A-Za-z0-9])`, 'gi');

export function hasWord(text: string, name: string): boolean {
  return words(name).test(text);
}

/**
 * `kv-payroll-dev` for `uat` is `kv-payroll-uat`. Kept is what exists elsewhere, has the other name already, or has the name
 * without anything around it to tell it from the rest of a word; undefined is a text that does not have it at all.
 */
export function carried(text: string, from: string, to: string, workload: string): Carried | undefined {
  if (!hasWord(text, from)) return isJoined(text, from, workload) ? 'kept' : undefined;
  if (isElsewhere(text) || hasWord(text, to)) return 'kept';
  const found = text.match(words(from)) ?? [];
  if (!found.every((word) => spellings.some((spell) => spell(from) === word))) return 'kept';
  return { text: respelt(text, from, to) };
}

/** The text with each spelling of one name as the same spelling of the other. */
function respelt(text: string, from: string, to: string): string {
  return text.replace(words(from), (word) => spellings.find((spell) => spell(from) === word)?.(to) ?? word);
}

/** `kvpayrolldev`: the beginning of the workload's name and that of the environment in one word. */
function isJoined(text: string, from: string, workload: string): boolean {
  const squashed = text.toLowerCase().replace(/[^a-z0-9]/g, '');
  return squashed.includes(workload.replaceAll('-', '').slice(0, 6)) && squashed.includes(from);
}
