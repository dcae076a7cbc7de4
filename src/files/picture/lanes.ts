import type { Because, Edge, Scene } from './drawing.ts';
import { columns, watchRow, type Seat, type Seating } from './seats.ts';

/**
 * How a line gets from one to the other without meeting a box: along a row (`row`, `border` to the network), down a column
 * (`column`, `above` to the network), through what is left free for it; or `words` in a box, where there is no such way.
 */
export type Way =
  | 'row'
  | 'border'
  | 'column'
  | 'above'
  | 'out'
  | 'keys'
  | 'bound'
  | 'watch'
  | 'watched'
  | 'settings'
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
        const found = wayOf(from, to, seating);
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

function wayOf(from: string, to: string, seating: Seating): Found {
  const { seats } = seating;
  if ([from, to].includes('network') && [from, to].includes('hub')) return only('peering');
  const [a, b] = [seats.get(from), seats.get(to)];
  if (from === 'network' && to === 'logs' && b) return only('watched');
  if (a && to === 'network') return toNetwork(a, seating);
  if (!a || !b || a === b) return words;
  if (a.node.id === 'machine') return ofMachine(b, a, seating);
  if (b.node.id === 'machine') return a.zone === 'monitoring' ? words : ofMachine(a, b, seating);
  if (b.node.id === 'logs' && a.zone === 'services') return { way: 'settings', row: a.row, keys: [`settings ${from}`] };
  if (a.zone === 'services' && b.zone === 'services') return inColumn(a, b);
  return besides(a, b, seating);
}

function toNetwork(a: Seat, seating: Seating): Found {
  if (a.zone === 'endpoints' && a.row === 0) return only('above');
  const isFree = a.zone === 'outside' && a.row > 0 && a.row < watchRow && isClear(a.row, 'outside', 'bastion', seating);
  return isFree ? { way: 'border', row: a.row, keys: [`${a.node.id} ${a.row} >`] } : words;
}

function ofMachine(other: Seat, machine: Seat, seating: Seating): Found {
  if (other.zone === 'machine') return only('out');
  if (other.zone === 'services' && other.row === 0) return { way: 'keys', row: 0, keys: [`> 0 ${other.node.id}`] };
  if (other.zone === 'bound') return { way: 'bound', row: 0, keys: [`bound ${other.node.id}`] };
  if (other.zone !== 'monitoring') return besides(other, machine, seating);
  const logs = seating.seats.get('logs');
  if (!logs || other === logs) return words;
  const isLeft = other.row < logs.row;
  return { way: 'watch', row: isLeft ? -1 : 1, keys: [`watch ${isLeft}`] };
}

function inColumn(a: Seat, b: Seat): Found {
  const [upper, lower] = a.row < b.row ? [a, b] : [b, a];
  return upper.last + 1 === lower.row ? { way: 'column', row: upper.last, keys: [`column ${upper.node.id}`] } : words;
}

/** Along a row that both are in, where nobody stands between. */
function besides(a: Seat, b: Seat, seating: Seating): Found {
  if (a.zone === 'monitoring' || b.zone === 'monitoring') return inWatchRow(a, b);
  const [left, right] = indexOf(a) < indexOf(b) ? [a, b] : [b, a];
  if (indexOf(left) < 0 || indexOf(left) === indexOf(right)) return words;
  const row = Math.max(left.row, right.row);
  if (row > Math.min(left.last, right.last)) return words;
  if (!isClear(row, left.zone as Column, right.zone as Column, seating)) return words;
  return { way: 'row', row, keys: [`${left.node.id} ${row} >`, `> ${row} ${right.node.id}`] };
}

function inWatchRow(a: Seat, b: Seat): Found {
  const place = (one: Seat): number | undefined =>
    one.zone === 'monitoring' ? one.row : one.row === watchRow ? -1 : undefined;
  const [from, to] = [place(a), place(b)];
  if (from === undefined || to === undefined || Math.abs(from - to) !== 1) return words;
  return { way: 'row', row: watchRow, keys: [`watch row ${Math.min(from, to)}`] };
}

type Column = (typeof columns)[number];

const indexOf = ({ zone }: Seat): number => columns.indexOf(zone as Column);

/** Nobody stands in the row between the two columns. */
function isClear(row: number, left: Column, right: Column, { seats }: Seating): boolean {
  const [first, last] = [columns.indexOf(left), columns.indexOf(right)];
  return [...seats.values()].every((one) => {
    const index = indexOf(one);
    return index <= first || index >= last || one.row > row || one.last < row;
  });
}
