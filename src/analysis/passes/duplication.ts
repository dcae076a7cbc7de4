import type { Documents } from '../documents.ts';
import { teller, type PassResult } from '../tell.ts';
import { said, wordsOf } from '../text.ts';

const tell = teller('duplication');

interface Item {
  readonly id: string;
  readonly text: string;
  readonly line: number;
}

/** Ids that are given twice, and what is said twice in other words or in the same. */
export function duplication({ constitution, specification, tasks }: Documents): readonly PassResult[] {
  const statements = specification?.statements ?? [];
  const criteria = statements.filter(({ id }) => id.startsWith('SC-'));
  return [
    ...among(constitution?.path, constitution?.rules ?? [], true),
    ...among(
      specification?.path,
      specification?.stories.map(({ id, title, line }) => ({ id, text: title, line })) ?? [],
      true,
    ),
    ...among(
      specification?.path,
      statements.filter((one) => !criteria.includes(one)),
      true,
    ),
    ...among(specification?.path, criteria, true),
    ...among(tasks?.path, tasks?.lines.filter(({ id }) => id !== '').map(asItem) ?? [], false),
  ];
}

/** A task without what every task ends in: ids, what it waits for, when it is done. */
function asItem({ id, text, line, accept }: { id: string; text: string; line: number; accept: string }): Item {
  return { id, text: `${text.replace(/ \([A-Z]{2,5}-\d{3}[^()]*\).*$/, '')} ${accept}`, line };
}

function among(file: string | undefined, items: readonly Item[], isNear: boolean): readonly PassResult[] {
  if (file === undefined) return [];
  const first = new Map<string, Item>();
  const texts = new Map<string, Item>();
  const found: PassResult[] = [];
  for (const one of items) {
    const same = first.get(one.id);
    if (same) found.push(tell('HIGH', 'duplicate-id', { file, line: one.line, subject: one.id }, { line: same.line }));
    else first.set(one.id, one);
    const text = said(one.text).toLowerCase();
    const twin = texts.get(text);
    if (twin && twin.id !== one.id) found.push(alike(file, one, twin, 'the same'));
    else if (text !== '' && !twin) texts.set(text, one);
  }
  return isNear ? [...found, ...nearlySame(file, [...texts.values()])] : found;
}

/** How much of their words two must share. */
const near = 0.8;

/**
 * Pairs that share most of their words. Two that do have one of their rarest words in common,
 * so that only those are compared which meet there; of many that meet, the last few.
 */
function nearlySame(file: string, items: readonly Item[]): readonly PassResult[] {
  const worded = items.map((one) => ({ one, words: wordsOf(one.text) })).filter(({ words }) => words.size > 4);
  const ranks = ranksOf(worded.map(({ words }) => words));
  const meeting = new Map<number, typeof worded>();
  return worded.flatMap((here) => {
    const rarest = rarestOf(here.words, ranks);
    const others = new Set(rarest.flatMap((word) => meeting.get(word) ?? []));
    for (const word of rarest) meeting.set(word, [...(meeting.get(word) ?? []).slice(-19), here]);
    return [...others]
      .filter((other) => shared(here.words, other.words) >= near)
      .map((other) => alike(file, here.one, other.one, 'nearly the same'));
  });
}

/** The words that several texts have, the rarest first. */
function ranksOf(texts: readonly ReadonlySet<string>[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const words of texts) for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  const common = [...counts].filter(([, count]) => count > 1);
  const sorted = common.toSorted(([a, many], [b, more]) => many - more || (a < b ? -1 : 1));
  return new Map(sorted.map(([word], rank) => [word, rank]));
}

/** As many of its rarest words as two texts that are near cannot both lack; those that no other text has are left out. */
function rarestOf(words: ReadonlySet<string>, ranks: ReadonlyMap<string, number>): readonly number[] {
  const wanted = words.size - Math.ceil(near * words.size) + 1;
  const own: number[] = [];
  for (const word of words) {
    const rank = ranks.get(word);
    if (rank !== undefined) own.push(rank);
  }
  const missing = wanted - (words.size - own.length);
  return missing <= 0 ? [] : [...Uint32Array.from(own).toSorted().slice(0, missing)];
}

/** Words in common, of all that two have. */
function shared(left: ReadonlySet<string>, right: ReadonlySet<string>): number {
  let common = 0;
  for (const word of left) if (right.has(word)) common += 1;
  return common / (left.size + right.size - common);
}

function alike(file: string, one: Item, other: Item, how: string): PassResult {
  return tell(
    'MEDIUM',
    'duplicate-text',
    { file, line: one.line, subject: one.id },
    { other: other.id, how, line: other.line },
  );
}
