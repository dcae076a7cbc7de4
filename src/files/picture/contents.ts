import { wrap, type Face } from './text.ts';
import type { Lane } from './lanes.ts';
import type { Seating } from './seats.ts';
import type { Seat } from './table.ts';

export const faces = {
  heading: { size: 18, strong: true },
  strong: { size: 13, strong: true },
  plain: { size: 12 },
  note: { size: 11 },
} as const satisfies Readonly<Record<string, Face>>;

export type Style = keyof typeof faces;

/** A line of text in a box: its baseline below the top of the box. */
interface Row {
  readonly text: string;
  readonly style: Style;
  readonly down: number;
}

export interface Contents {
  readonly rows: readonly Row[];
  readonly height: number;
}

const heights: Readonly<Record<Style, number>> = { heading: 22, strong: 16, plain: 15, note: 15 };

/** Where texts begin in a box, right of its icon, and what is kept free on its right. */
export const indent = 40;
const right = 8;

export function contentsOf({ node }: Seat, width: number, notes: readonly string[]): Contents {
  const room = width - indent - right;
  const lines = (text: string, style: Style, most = 2) =>
    wrap(text, room, faces[style], most).map((one) => ({ text: one, style }));
  return stack(
    [
      ...lines(node.title, 'strong'),
      ...lines(node.name ?? '', 'plain'),
      ...(node.details ?? []).flatMap((one) => lines(one, 'plain')),
      ...(node.further ?? []).flatMap((one) => lines(one, 'note')),
      ...notes.flatMap((one) => lines(one, 'note', 3)),
    ],
    11,
  );
}

/** The texts of all that boxes stand in. */
export interface Heads {
  readonly region: Contents;
  readonly group: Contents;
  readonly network: Contents;
  readonly peer: Contents;
  /** By the key of the subnet. */
  readonly subnets: ReadonlyMap<string, Contents>;
}

/** The texts of what boxes stand in: what it is, and what it is called. */
export function headingOf(title: string, name: string, room: number): Contents {
  return stack(
    [
      ...wrap(title, room, faces.strong).map((text) => ({ text, style: 'strong' as const })),
      ...wrap(name, room, faces.plain).map((text) => ({ text, style: 'plain' as const })),
    ],
    8,
  );
}

/** Lines one below the other, with the same space above and below. */
export function stack(lines: readonly { readonly text: string; readonly style: Style }[], space: number): Contents {
  let down = space;
  const rows = lines.map(({ text, style }) => {
    down += heights[style];
    return { text, style, down: down - 4 };
  });
  return { rows, height: Math.max(down + space, 42) };
}

/** What is said in a box rather than drawn as a line: what binds it to the focus, and what no line can reach. */
export function notesOf(id: string, lanes: readonly Lane[], { seats, focus }: Seating): readonly string[] {
  const titleOf = (one: string): string => seats.get(one)?.node.title ?? one;
  return lanes.flatMap(({ way, from, to, edge }) => {
    if (way === 'bound') return id === (from === focus?.id ? to : from) ? [edge.label] : [];
    if (way !== 'words') return [];
    const teller = seats.has(from) ? from : to;
    return teller === id ? [`${edge.label}: ${titleOf(teller === from ? to : from)}`] : [];
  });
}
