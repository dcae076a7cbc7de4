import type { Edge } from '../../../avm-catalog/kernel/drawing.ts';
import type { Column } from './columns.ts';
import type { Because, Scene } from './scene.ts';
import type { Seating } from './seats.ts';
import { isInColumn, watchRow, type Seat } from './table.ts';

/**
 * How a line gets from one to the other without meeting a box: along a row (`row`, `border` to the network), down a column
 * (`column`, `above` to the network), through what is left free for it; or `words` in a box, where there is no such way.
 */
type Way =
  | 'row'
  | 'border'
  | 'column'
  | 'above'
  | 'out'
  | 'over'
  | 'bound'
  | 'watch'
  | 'watched'
  | 'trunk'
  | 'peering'
  | 'words';

export interface Lane {
  readonly edge: Because<Edge>;
  readonly from: string;
  readonly to: string;
  readonly way: Way;
  readonly row: number;
}

/** Finds each edge its way; no two are given the same. */
export function lanesOf(scene: Scene, seating: Seating): readonly Lane[] {
  const taken = new Set<string>();
  return scene.edges.flatMap((edge) =>
    edge.from.flatMap((from) =>
      edge.to.flatMap((to) => {
        const found = wayOf(from, to, scene, seating);
        const free = found.keys.every((key) => !taken.has(key));
        if (free) found.keys.forEach((key) => taken.add(key));
        const { way, row } = free ? found : words;
        const known = [from, to].some((id) => seating.seats.has(id));
        return known || way === 'peering' ? [{ edge, from, to, way, row }] : [];
      }),
    ),
  );
}

interface Found {
  readonly way: Way;
  readonly row: number;
  /** What nobody else may have. */
  readonly keys: readonly string[];
}

const words: Found = { way: 'words', row: 0, keys: [] };
const only = (way: Way, row = 0): Found => ({ way, row, keys: [way] });

function wayOf(from: string, to: string, { network, peer }: Scene, seating: Seating): Found {
  const { seats, focus, sink } = seating;
  if (network && peer && [from, to].includes(network.id) && [from, to].includes(peer.id)) return only('peering');
  const [a, b] = [seats.get(from), seats.get(to)];
  if (from === network?.id && b && b === sink) return only('watched');
  if (a && to === network?.id) return toNetwork(a, seating);
  if (!a || !b || a === b) return words;
  if (a.node === focus) return ofFocus(b, a, seating);
  if (b.node === focus) return a.at === 'watch' ? words : ofFocus(a, b, seating);
  if (b === sink && isService(a)) return { way: 'trunk', row: a.row, keys: [`trunk ${from}`] };
  if (isInColumn(a) && a.at === b.at) return inColumn(a, b);
  return besides(a, b, seating);
}

const isService = (seat: Seat): boolean => isInColumn(seat) && seat.at.zone === 'service';

function toNetwork(a: Seat, seating: Seating): Found {
  if (!isInColumn(a)) return words;
  const focus = seating.focus && seating.of.get(seating.focus.id);
  if (a.row === 0 && a.at.zone === 'subnet') return a.at === focus ? words : only('above');
  const first = seating.all.filter(({ zone }) => zone === 'outside' || zone === 'edge').length;
  const isFree = a.at.zone === 'outside' && a.row > 0 && a.row < watchRow && isClear(a.row, a.at.index, first, seating);
  return isFree ? { way: 'border', row: a.row, keys: [`${a.node.id} ${a.row} >`] } : words;
}

function ofFocus(other: Seat, focus: Seat, seating: Seating): Found {
  if (other.at === focus.at) return only('out');
  if (isService(other) && other.row === 0) return { way: 'over', row: 0, keys: [`> 0 ${other.node.id}`] };
  if (other.at === 'bound') return { way: 'bound', row: 0, keys: [`bound ${other.node.id}`] };
  if (other.at !== 'watch') return besides(other, focus, seating);
  const { sink } = seating;
  if (!sink || other === sink) return words;
  const isLeft = other.row < sink.row;
  return { way: 'watch', row: isLeft ? -1 : 1, keys: [`watch ${isLeft}`] };
}

/** From one box down to the next; where the network begins between them, there are headings in the way. */
function inColumn(a: Seat & { readonly at: Column }, b: Seat): Found {
  const [upper, lower] = a.row < b.row ? [a, b] : [b, a];
  const isOpen = upper.row > 0 || a.at.zone === 'service';
  return isOpen && upper.last + 1 === lower.row
    ? { way: 'column', row: upper.last, keys: [`column ${upper.node.id}`] }
    : words;
}

/** Along a row that both are in, where nobody stands between. */
function besides(a: Seat, b: Seat, seating: Seating): Found {
  if (a.at === 'watch' || b.at === 'watch') return inWatchRow(a, b);
  if (!isInColumn(a) || !isInColumn(b) || a.at === b.at) return words;
  const [left, right] = a.at.index < b.at.index ? [a, b] : [b, a];
  const row = Math.max(left.row, right.row);
  if (row > Math.min(left.last, right.last)) return words;
  if (!isClear(row, left.at.index, right.at.index, seating)) return words;
  return { way: 'row', row, keys: [`${left.node.id} ${row} >`, `> ${row} ${right.node.id}`] };
}

function inWatchRow(a: Seat, b: Seat): Found {
  const place = (one: Seat): number | undefined =>
    one.at === 'watch' ? one.row : one.row === watchRow ? -1 : undefined;
  const [from, to] = [place(a), place(b)];
  if (from === undefined || to === undefined || Math.abs(from - to) !== 1) return words;
  return { way: 'row', row: watchRow, keys: [`watch row ${Math.min(from, to)}`] };
}

/** Nobody stands in the row between the two columns. */
function isClear(row: number, first: number, last: number, { seats }: Seating): boolean {
  return [...seats.values()].every(
    (one) => !isInColumn(one) || one.at.index <= first || one.at.index >= last || one.row > row || one.last < row,
  );
}
