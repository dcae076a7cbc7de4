import type { Across, Span } from './across.ts';
import { middle, type Rect, type Text } from './shapes.ts';
import { watchRow } from './table.ts';
import { shorten, wrap } from './text.ts';

export const labelFace = { size: 11 } as const;

/** Between two boxes of a row, where no border of what they stand in is. */
export function freeSpan(left: Rect, right: Rect, row: number, at: Across): Span {
  const [start, end] = [left.x + left.width, right.x];
  if (row === watchRow && left.x >= at.group.x) return { x: start, right: end };
  const borders = [
    ...(row === watchRow || row === 0 ? [] : at.subnets.values()),
    ...(row === watchRow || row === 0 ? [] : [at.network]),
    ...(at.peer ? [at.peer] : []),
    at.region,
    at.group,
  ].flatMap((one) => [one.x, one.right]);
  const marks = [start, ...borders.filter((x) => x > start && x < end), end].toSorted((a, b) => a - b);
  const spans = marks.slice(1).map((mark, index) => ({ x: marks[index] ?? start, right: mark }));
  return spans.find((one) => one.right - one.x >= 80) ?? { x: start, right: end };
}

/** On both sides of a line: the first line of the label above it, the second below. */
export function alongRow(text: string, { x, right }: Span, y: number): readonly Text[] {
  const lines = wrap(text, right - x - 10, labelFace);
  const at = middle({ x, right });
  return lines.map((one, index) => ({
    x: at,
    y: index === 0 ? y - 6 : y + 14,
    text: one,
    style: 'label',
    anchor: 'middle',
  }));
}

/** Right of a line that goes up or down, no longer than there is room. */
export function beside(text: string, x: number, y: number, room: number): Text {
  return { x: x + 8, y, text: shorten(text, room, labelFace), style: 'label', anchor: 'start' };
}
