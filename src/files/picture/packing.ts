import type { Band, Placed } from './bands.ts';
import type { Draft } from './layers.ts';
import { content, spaces } from './page.ts';
import type { Span } from './shapes.ts';

/** A box, or a border where lines end. */
export interface Cell extends Span {
  readonly id: string;
  readonly node?: Placed;
}

/** A line that goes on below a box: where it comes from, and how much it matters. */
export interface Passing {
  readonly at: number;
  readonly weight: number;
}

/** In as few rows as there is room, about as many in each if they are even; an empty row stands for an empty frame. */
export function pack(drafts: readonly Draft[], isEven: boolean): readonly (readonly Draft[])[] {
  const most = isEven ? Math.ceil(drafts.length / Math.ceil(drafts.length / 3)) : 3;
  const rows: Draft[][] = [[]];
  let room = 6;
  for (const draft of drafts) {
    const row = rows.at(-1) ?? [];
    if (row.length > 0 && (draft.units > room || row.length >= most)) {
      rows.push([draft]);
      room = 6 - draft.units;
    } else {
      row.push(draft);
      room -= draft.units;
    }
  }
  return rows;
}

const spanOf = (index: number, of: number): Span => {
  const space = spaces[of] ?? 0;
  const each = Math.floor((content.right - content.x - (of - 1) * space) / of);
  const x = content.x + index * (each + space);
  return { x, right: x + each };
};

/** A border, a box that many lines enter, and one that others are bound to, which has the most to say. */
const isWide = ({ units, node }: Draft): boolean => units === 6 || !node || node.focus?.bound !== undefined;

/** One for each draft; for a single one without a place of its own, two to choose from. */
export function spansOf(drafts: readonly Draft[], align: Band['align']): readonly Span[] {
  const [only] = drafts;
  const { length } = drafts;
  if (only && length === 1 && isWide(only)) return [spanOf(0, 1)];
  const isNarrow = align !== undefined && drafts.every(({ units }) => units === 2);
  if (!isNarrow) return [0, 1, 2].slice(0, Math.max(2, length)).map((index) => spanOf(index, Math.max(2, length)));
  const places = align === 'ends' ? { 1: [0], 2: [0, 2] } : { 1: [2], 2: [1, 2] };
  return (places[length as 1 | 2] ?? [0, 1, 2]).map((index) => spanOf(index, 3));
}

/** What comes from the left is on the left; a single box rather where no line has to go around it. */
export function placed(
  drafts: readonly Draft[],
  spans: readonly Span[],
  passing: readonly Passing[],
  meanAbove: (id: string) => number | undefined,
): readonly Cell[] {
  const costOf = (span: Span): number =>
    passing.reduce((sum, { at, weight }) => sum + (at > span.x && at < span.right ? weight * 400 : 0), 0) +
    Math.abs((meanAbove(drafts[0]?.id ?? '') ?? content.x) - (span.x + span.right) / 2);
  const chosen = drafts.length === 1 ? spans.toSorted((a, b) => costOf(a) - costOf(b)) : spans;
  return drafts
    .map((draft, index) => {
      const { x, right } = chosen[index] ?? content;
      return { draft, at: meanAbove(draft.id) ?? (x + right) / 2 };
    })
    .toSorted((a, b) => a.at - b.at)
    .map(({ draft: { id, node } }, index) => ({ id, ...(node ? { node } : {}), ...spanIn(chosen, index) }));
}

const spanIn = (spans: readonly Span[], index: number): Span => {
  const { x, right } = spans[index] ?? content;
  return { x, right };
};
