import { boundWidth, pad, watchWidth, type Across } from './across.ts';
import { compactWidth } from './columns.ts';
import { contentsOf, notesOf, type Contents, type Heads } from './contents.ts';
import type { Lane } from './lanes.ts';
import type { Scene } from './scene.ts';
import type { Seating } from './seats.ts';
import { isInColumn, watchRow, type Seat, type Strip } from './table.ts';

export interface Reach {
  readonly y: number;
  readonly bottom: number;
}

/** Where everything stands from top to bottom. */
export interface Down {
  readonly contents: ReadonlyMap<string, Contents>;
  readonly region: Reach;
  readonly group: Reach;
  readonly network: Reach;
  /** What stands above the first row inside a subnet. */
  readonly subnets: number;
  /** Rows 0 above the network, then those in it. */
  readonly rows: readonly Reach[];
  readonly loose: readonly Reach[];
  readonly bound: Reach;
  readonly boundRows: readonly Reach[];
  readonly watch: Reach;
  /** Line of what tells the sink, below those who watch. */
  readonly trunk: number;
  readonly others: readonly Reach[];
}

export const gap = 24;
/** Above what is inside, with a heading of one line. */
const headers = { region: 32, group: 36 } as const;
const top = 60;

export function down(scene: Scene, seating: Seating, lanes: readonly Lane[], at: Across, heads: Heads): Down {
  const contents = contentsOfAll(seating, lanes);
  const seats = [...seating.seats.values()];
  const height = (one: Seat): number => contents.get(one.node.id)?.height ?? 0;
  const tallest = (some: readonly Seat[]): number => Math.max(0, ...some.map(height));
  const inStrip = (strip: Strip): readonly Seat[] => seats.filter((one) => one.at === strip);
  const group = top + headers.region + moreThanOne(heads.region);
  const inner = group + headers.group + moreThanOne(heads.group);
  const above = tallest(seats.filter((one) => one.row === 0 && isInColumn(one)));
  const network = above === 0 ? inner : inner + above + 34;
  const subnets = Math.max(0, ...[...heads.subnets.values()].map((one) => one.height));
  const first = network + (scene.network ? heads.network.height : 0) + subnets;
  const row = rowHeight(seats, seating.rows, height);
  const beside = Array.from({ length: seating.rows }, (_, index) => reach(first + index * (row + gap), row));
  const loose = pile(last(beside, first) + pad + 16, inStrip('loose').map(height));
  const networkBottom = Math.max(last(beside, first) + pad + 16, last(loose, 0) + 16);
  const bound = boundReach(networkBottom + 28, inStrip('bound').map(height), at.boundColumns);
  const watch = reach(
    Math.max(networkBottom, bound.bottom) + 74,
    tallest(seats.filter((one) => one.at === 'watch' || one.row === watchRow)),
  );
  const trunk = watch.bottom + 24;
  const below = watch.bottom + (lanes.some((one) => one.way === 'trunk') ? 42 : 16);
  const others = pile(below, rowsOf(inStrip('other').map(height), othersInRow(at)));
  const groupBottom = Math.max(below, last(others, 0) + 16);
  return {
    contents,
    region: { y: top, bottom: groupBottom + 14 },
    group: { y: group, bottom: groupBottom },
    network: { y: network, bottom: networkBottom },
    subnets,
    rows: [reach(inner, above), ...beside],
    loose,
    bound,
    boundRows: bound.rows,
    watch,
    trunk,
    others,
  };
}

const moreThanOne = ({ rows }: Contents): number => (rows.at(-1)?.down ?? 0) - (rows[0]?.down ?? 0);

export const otherWidth = 216;

export const othersInRow = ({ group }: Across): number =>
  Math.max(1, Math.floor((group.right - group.x - 16) / (otherWidth + 16)));

const reach = (y: number, height: number): Reach => ({ y, bottom: y + height });
const last = (all: readonly Reach[], otherwise: number): number => all.at(-1)?.bottom ?? otherwise;

function pile(y: number, heights: readonly number[]): readonly Reach[] {
  let next = y;
  return heights.map((height) => {
    const one = reach(next, height);
    next = one.bottom + 16;
    return one;
  });
}

/** Height of each row of boxes that stand side by side. */
function rowsOf(heights: readonly number[], perRow: number): readonly number[] {
  return Array.from({ length: Math.ceil(heights.length / perRow) }, (_, index) =>
    Math.max(...heights.slice(index * perRow, (index + 1) * perRow)),
  );
}

function boundReach(
  y: number,
  heights: readonly number[],
  perRow: number,
): Reach & { readonly rows: readonly Reach[] } {
  if (heights.length === 0) return { y, bottom: 0, rows: [] };
  const rows = pile(y + 32, rowsOf(heights, perRow));
  return { y, bottom: last(rows, y) + pad, rows };
}

/** All rows beside the focus are as high as the one that needs most. */
function rowHeight(seats: readonly Seat[], rows: number, height: (one: Seat) => number): number {
  const needed = seats
    .filter((one) => isInColumn(one) && one.row > 0 && one.row < watchRow)
    .map((one) => {
      const count = Math.min(one.last, rows) - one.row + 1;
      return Math.ceil((height(one) - (count - 1) * gap) / count);
    });
  return Math.max(64, ...needed);
}

function contentsOfAll(seating: Seating, lanes: readonly Lane[]): ReadonlyMap<string, Contents> {
  const widthIn = (seat: Seat): number => {
    if (isInColumn(seat)) return seat.at.width;
    const strips = { watch: watchWidth, bound: boundWidth, loose: compactWidth, other: otherWidth };
    return strips[seat.at as Strip];
  };
  return new Map(
    [...seating.seats.values()].map((one) => [
      one.node.id,
      contentsOf(one, widthIn(one), notesOf(one.node.id, lanes, seating)),
    ]),
  );
}
