import type { Node } from '../../../avm-catalog/kernel/drawing.ts';
import type { Columns } from './columns.ts';
import { pairsOf, reachOf } from './graph.ts';
import type { Scene } from './scene.ts';
import { isInColumn, Table, watchRow, type Placed, type Seat, type Strip } from './table.ts';

export interface Seating extends Columns {
  readonly seats: ReadonlyMap<string, Seat>;
  /** Rows beside the focus, 1 to this one. */
  readonly rows: number;
  /** What the others that watch stand around. */
  readonly sink: Seat | undefined;
}

/** Gives every node its column and its rows, so that what talks to each other is side by side. */
export function seat(scene: Scene): Seating {
  const table = new Table(scene);
  const { columns, seats } = table;
  seatAbove(table);
  seatRight(table);
  seatOutermost(table);
  if (columns.focus) {
    seatOutside(table);
    seatFromLeft(table);
  } else {
    seatFromRight(table, table.nodesIn('edge'));
    seatFromRight(table, table.nodesIn('outside'));
  }
  seatBelow(table);
  const inRows = [...seats.values()].filter((one) => isInColumn(one) && one.last < watchRow - 1);
  return {
    ...columns,
    seats,
    rows: Math.max(columns.focus ? 2 : scene.network ? 1 : 0, ...inRows.map((one) => one.last)),
    sink: [...seats.values()].find(({ at, node }) => at === 'watch' && node.focus),
  };
}

/** Above the last of those it has to do with; one stands there, and who comes second is among the others. */
function seatAbove(table: Table): void {
  const { scene, columns } = table;
  const last = columns.all.findLast(({ zone }) => zone === 'subnet');
  for (const node of scene.nodes.filter(({ id }) => columns.parts.get(id) === 'above')) {
    const column = columns.all.findLast(
      (one) =>
        (one.zone === 'subnet' || one.zone === 'service') &&
        ((one === last && scene.network && table.linked(node.id, scene.network.id)) ||
          scene.nodes.some((other) => table.column(other) === one && table.linked(node.id, other.id))),
    );
    if (column && table.isFree(column, 0)) table.put(node, column, 0);
  }
}

/** Each service beside what leads to it; services that nothing there leads to come last, so that the others stand together. */
function seatRight(table: Table): void {
  const { columns, seats } = table;
  const pivot = columns.focus ? table.index(columns.focus) : -1;
  const right = table.nodesIn('subnet').filter((node) => table.index(node) > pivot);
  const services = table.nodesIn('service');
  let row = 0;
  for (const service of services.filter((one) => table.talksTo(one, right))) {
    const own = right.filter(({ id }) => table.linked(id, service.id) && !seats.has(id));
    const first = row + 1;
    for (const node of own) row = Math.max(row, stack(table, node, first));
    row = Math.max(row, first);
    table.putInColumn(service, first, row);
  }
  const place = (node: Placed): void => {
    const column = table.column(node);
    const beside = column && table.rowBeside(node, column, () => true);
    table.putInColumn(node, beside ?? ++row);
  };
  fromRight(
    table,
    right.filter(({ id }) => !seats.has(id)),
  ).forEach(place);
  for (const node of table.nodesIn('service')) table.putInColumn(node, ++row);
}

/** In the first free row of its column from this one on; says which that is. */
function stack(table: Table, node: Placed, from: number): number {
  const column = table.column(node);
  const row = column ? table.freeRow(column, from) : from;
  table.putInColumn(node, row);
  return row;
}

/** Beside what is above the network, and beside what watches. */
function seatOutermost(table: Table): void {
  const top = [...table.seats.values()].filter(({ row }) => row === 0).map(({ node }) => node);
  const watching = table.scene.nodes.filter((node) => node.in === 'monitoring');
  const outside = table.nodesIn('outside');
  const above = outside.find((node) => table.talksTo(node, top));
  const told = outside.find((node) => node !== above && table.talksTo(node, watching));
  if (above) table.putInColumn(above, 0);
  if (told) table.putInColumn(told, watchRow);
}

/** Who talks to what is furthest from the focus is first. */
function seatOutside(table: Table): void {
  const { columns, scene } = table;
  const pivot = columns.focus ? table.index(columns.focus) : 0;
  const rank = (node: Node): number => {
    const found = scene.nodes.flatMap((one) => (table.linked(one.id, node.id) ? (table.column(one)?.index ?? []) : []));
    return Math.min(pivot, ...found.filter((index) => index > 0));
  };
  const outside = table.nodesIn('outside').toSorted((a, b) => rank(a) - rank(b));
  outside.forEach((node, index) => table.putInColumn(node, index + 1));
}

/** What is before the focus stands in the row of whoever comes through it. */
function seatFromLeft(table: Table): void {
  const outside = [...table.seats.values()].filter(({ at, last }) => isOutside(at) && last < watchRow);
  let next = Math.max(0, ...outside.map(({ last }) => last));
  const left = [...table.nodesIn('edge'), ...table.nodesIn('subnet')].filter((node) => node !== table.columns.focus);
  for (const node of fromLeft(table, left)) {
    const column = table.column(node);
    const beside = column && table.rowBeside(node, column, ({ index }) => index < column.index);
    table.putInColumn(node, beside ?? ++next);
  }
}

const isOutside = (at: Seat['at']): boolean => typeof at !== 'string' && at.zone === 'outside';

/** Where there is no focus, those on the left stand in the rows of those whom they talk to. */
function seatFromRight(table: Table, nodes: readonly Placed[]): void {
  for (const node of fromRight(table, nodes)) {
    const column = table.column(node);
    if (column) table.putInColumn(node, table.rowBeside(node, column, () => true) ?? table.freeRow(column));
  }
}

const fromLeft = (table: Table, nodes: readonly Placed[]): readonly Placed[] =>
  nodes.toSorted((a, b) => table.index(a) - table.index(b));

const fromRight = (table: Table, nodes: readonly Placed[]): readonly Placed[] =>
  nodes.toSorted((a, b) => table.index(b) - table.index(a));

function seatBelow(table: Table): void {
  const { scene, columns, seats } = table;
  const line = (nodes: readonly Placed[], at: Strip): void =>
    nodes.forEach((node, index) => table.put(node, at, index));
  if (columns.focus) table.putInColumn(columns.focus, 1, watchRow - 1);
  line(downstreamFirst(scene), 'watch');
  line(
    scene.nodes.filter(({ id }) => columns.parts.get(id) === 'bound'),
    'bound',
  );
  line(
    scene.nodes.filter((node) => node.in === 'network'),
    'loose',
  );
  line(
    scene.nodes.filter(({ id }) => !seats.has(id)),
    'other',
  );
}

/** What watches, from whom others tell in the end to where it begins; what nobody tells is last. */
function downstreamFirst(scene: Scene): readonly Placed[] {
  const nodes = scene.nodes.filter((node) => node.in === 'monitoring');
  const ids = new Set(nodes.map((node) => node.id));
  const inside = pairsOf(scene).filter(([a, b]) => ids.has(a) && ids.has(b));
  const rank = ({ id }: Node): number => (inside.some((pair) => pair.includes(id)) ? reachOf(id, inside).size : 99);
  return nodes.toSorted((a, b) => rank(a) - rank(b));
}
