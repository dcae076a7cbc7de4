import type { Message } from '../describe.ts';
import type { FindingArguments } from '../finding.ts';

type Word =
  | 'alias'
  | 'character'
  | 'component'
  | 'count'
  | 'environment'
  | 'example'
  | 'expected'
  | 'found'
  | 'id'
  | 'key'
  | 'known'
  | 'most'
  | 'nearest'
  | 'next'
  | 'path'
  | 'problem'
  | 'quoted'
  | 'reason'
  | 'rule'
  | 'tag'
  | 'title'
  | 'what';
/** The arguments as words: `a, b or c` for a list, nothing for what is not given. */
export type Words = Readonly<Record<Word, string>>;
export type Templates = Readonly<Record<string, (words: Words) => Message>>;

export function words(args: FindingArguments): Words {
  return Object.fromEntries(
    Object.entries(args).map(([name, value]) => [name, typeof value === 'object' ? oneOf(value) : String(value)]),
  ) as Words;
}

/** A long list is cut. */
function oneOf(items: readonly string[]): string {
  if (items.length > 12) return `${items.slice(0, 12).join(', ')} …`;
  return items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} or ${items.at(-1)}`;
}

export const meant = (near: string | undefined, otherwise: string): string =>
  near ? `Did you mean ${near}?` : otherwise;
