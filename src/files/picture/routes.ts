import { ports, type Across, type Span } from './across.ts';
import type { Down } from './down.ts';
import type { Lane } from './lanes.ts';
import { watchRow } from './seats.ts';
import { middle, type Point, type Rect, type Text } from './shapes.ts';
import { shorten, wrap } from './text.ts';

export const labelFace = { size: 11 } as const;

export interface Ground {
  readonly at: Across;
  readonly to: Down;
  /** Of nodes, and of what they stand in. */
  readonly boxes: ReadonlyMap<string, Rect>;
  readonly machine: Rect;
}

interface Drawn {
  readonly points: readonly Point[];
  readonly labels: readonly Text[];
}

type Route = (lane: Lane, ground: Ground) => Drawn;

export const routes: Readonly<Record<Exclude<Lane['way'], 'words'>, Route>> = {
  row: (lane, ground) => {
    const [from, to] = [rect(lane.from, ground), rect(lane.to, ground)];
    const y = rowMiddle(lane.row, ground);
    const [left, right] = from.x < to.x ? [from, to] : [to, from];
    const points = [
      { x: left.x + left.width, y },
      { x: right.x, y },
    ];
    const label = alongRow(lane.edge.label, freeSpan(left, right, lane.row, ground), y);
    return { points: from === left ? points : points.toReversed(), labels: label };
  },
  border: (lane, ground) => {
    const from = rect(lane.from, ground);
    const y = rowMiddle(lane.row, ground);
    const free = { x: from.x + from.width, right: ground.at.hub?.x ?? ground.at.region.x };
    return {
      points: [
        { x: free.x, y },
        { x: ground.at.network.x, y },
      ],
      labels: alongRow(lane.edge.label, free, y),
    };
  },
  peering: (lane, ground) => {
    const { at } = ground;
    const y = rect('hub', ground).y + 18;
    const free = { x: at.hub?.right ?? 0, right: at.region.x };
    const points = [
      { x: at.network.x, y },
      { x: free.x, y },
    ];
    return {
      points: lane.from === 'network' ? points : points.toReversed(),
      labels: alongRow(lane.edge.label, free, y),
    };
  },
  column: (lane, ground) => {
    const [from, to] = [rect(lane.from, ground), rect(lane.to, ground)];
    const x = from.x + Math.floor(from.width / 2);
    const [upper, lower] = from.y < to.y ? [from, to] : [to, from];
    const points = [
      { x, y: upper.y + upper.height },
      { x, y: lower.y },
    ];
    const y = Math.floor((upper.y + upper.height + lower.y) / 2) + 4;
    return { points: from === upper ? points : points.toReversed(), labels: [beside(lane.edge.label, x, y, 96)] };
  },
  above: (lane, ground) => {
    const from = rect(lane.from, ground);
    const x = from.x + Math.floor(from.width / 2);
    const points = [
      { x, y: from.y + from.height },
      { x, y: ground.to.network.y },
    ];
    return { points, labels: [beside(lane.edge.label, x, ground.to.network.y - 14, ground.at.network.right - x + 30)] };
  },
  out: (lane, ground) => {
    const { machine, at, to } = ground;
    const other = rect(lane.from === 'machine' ? lane.to : lane.from, ground);
    const x = machine.x + machine.width - ports.out;
    const points = [
      { x, y: machine.y },
      { x, y: other.y + other.height },
    ];
    const labels = [beside(lane.edge.label, x, to.network.y - 14, Math.min(140, at.group.right - x - 16))];
    return { points: lane.from === 'machine' ? points : points.toReversed(), labels };
  },
  keys: (lane, ground) => {
    const { machine, at, to } = ground;
    const other = rect(lane.from === 'machine' ? lane.to : lane.from, ground);
    const [gutter, x, y] = [at.network.right + 48, machine.x + machine.width - ports.keys, to.network.y + 22];
    const start = other.y + Math.floor(other.height / 2);
    const points = [
      { x: other.x, y: start },
      { x: gutter, y: start },
      { x: gutter, y },
      { x, y },
      { x, y: machine.y },
    ];
    const labels = [beside(lane.edge.label, x + 20, y - 6, at.network.right - x - 32)];
    return { points: lane.from === 'machine' ? points.toReversed() : points, labels };
  },
  bound: (_, { machine, at, to }) => {
    const x = machine.x + machine.width - ports.bound;
    const y = Math.floor((to.bound.y + to.bound.bottom) / 2);
    const points = [
      { x: at.bound.x, y },
      { x, y },
      { x, y: machine.y + machine.height },
    ];
    return { points, labels: [] };
  },
  watch: (lane, ground) => {
    const { machine, to } = ground;
    const isLeft = lane.row < 0;
    const x = isLeft ? machine.x + ports.watchLeft : machine.x + machine.width - ports.watchRight;
    const track = to.watch.y - (isLeft ? 22 : 54);
    return dropped(lane, { x, y: machine.y + machine.height }, track, rect(lane.to, ground));
  },
  watched: (lane, ground) => {
    const { machine, to } = ground;
    const start = { x: machine.x + Math.floor(machine.width / 2), y: to.network.bottom };
    return dropped(lane, start, to.watch.y - 38, rect('logs', ground));
  },
  settings: (lane, ground) => {
    const { at, to } = ground;
    const from = rect(lane.from, ground);
    const logs = rect('logs', ground);
    const [y, x] = [from.y + Math.floor(from.height / 2), logs.x + Math.floor(logs.width / 2)];
    const points = [
      { x: from.x + from.width, y },
      { x: at.trunk, y },
      { x: at.trunk, y: to.settings },
      { x, y: to.settings },
      { x, y: logs.y + logs.height },
    ];
    return { points, labels: [beside(lane.edge.label, x + 12, to.settings - 5, 180)] };
  },
};

/** The others that tell the logs meet the line of the first. */
export function stub(lane: Lane, ground: Ground): Drawn {
  const from = rect(lane.from, ground);
  const y = from.y + Math.floor(from.height / 2);
  const points = [
    { x: from.x + from.width, y },
    { x: ground.at.trunk, y },
  ];
  return { points, labels: [] };
}

/** Down to a track of its own, along it, and down to whom it tells; straight down where that is below. */
function dropped(lane: Lane, start: Point, track: number, to: Rect): Drawn {
  const isAbove = start.x > to.x + 20 && start.x < to.x + to.width - 20;
  const x = isAbove ? start.x : to.x + 64;
  const end = { x, y: to.y };
  const points = isAbove ? [start, end] : [start, { x: start.x, y: track }, { x, y: track }, end];
  return { points, labels: [beside(lane.edge.label, x, to.y - 8, 122)] };
}

function rect(id: string, { boxes }: Ground): Rect {
  const found = boxes.get(id);
  if (!found) throw new Error(`${id} is not drawn`);
  return found;
}

function rowMiddle(row: number, { to }: Ground): number {
  const { y, bottom } = row === watchRow ? to.watch : (to.rows[row] ?? to.watch);
  return middle({ x: y, right: bottom });
}

/** Between two boxes of a row, where no border of what they stand in is. */
function freeSpan(left: Rect, right: Rect, row: number, { at }: Ground): Span {
  const [start, end] = [left.x + left.width, right.x];
  if (row === watchRow && left.x >= at.group.x) return { x: start, right: end };
  const borders = [
    ...(row === watchRow || row === 0 ? [] : Object.values(at.subnets)),
    ...(row === watchRow || row === 0 ? [] : [at.network]),
    ...(at.hub ? [at.hub] : []),
    at.region,
    at.group,
  ].flatMap((one) => [one.x, one.right]);
  const marks = [start, ...borders.filter((x) => x > start && x < end), end].toSorted((a, b) => a - b);
  const spans = marks.slice(1).map((mark, index) => ({ x: marks[index] ?? start, right: mark }));
  return spans.find((one) => one.right - one.x >= 80) ?? { x: start, right: end };
}

/** On both sides of a line: the first line of the label above it, the second below. */
function alongRow(text: string, { x, right }: Span, y: number): readonly Text[] {
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
function beside(text: string, x: number, y: number, room: number): Text {
  return { x: x + 8, y, text: shorten(text, room, labelFace), style: 'label', anchor: 'start' };
}
