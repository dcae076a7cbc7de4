import { ports, type Across } from './across.ts';
import type { Down } from './down.ts';
import { alongRow, beside, freeSpan } from './labels.ts';
import type { Lane } from './lanes.ts';
import type { Scene } from './scene.ts';
import { middle, type Box, type Point, type Rect, type Text } from './shapes.ts';
import { watchRow } from './table.ts';

export interface Ground {
  readonly at: Across;
  readonly to: Down;
  readonly scene: Scene;
  /** Of nodes. */
  readonly boxes: ReadonlyMap<string, Rect>;
  readonly peer: Box | undefined;
  readonly focus: Box | undefined;
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
    const label = alongRow(lane.edge.label, freeSpan(left, right, lane.row, ground.at), y);
    return { points: from === left ? points : points.toReversed(), labels: label };
  },
  border: (lane, ground) => {
    const from = rect(lane.from, ground);
    const y = rowMiddle(lane.row, ground);
    const free = { x: from.x + from.width, right: ground.at.peer?.x ?? ground.at.region.x };
    return {
      points: [
        { x: free.x, y },
        { x: ground.at.network.x, y },
      ],
      labels: alongRow(lane.edge.label, free, y),
    };
  },
  peering: (lane, ground) => {
    const { at, scene, peer } = ground;
    const y = (peer?.y ?? 0) + 18;
    const free = { x: at.peer?.right ?? 0, right: at.region.x };
    const points = [
      { x: at.network.x, y },
      { x: free.x, y },
    ];
    return {
      points: lane.from === scene.network?.id ? points : points.toReversed(),
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
    return { points, labels: [beside(lane.edge.label, x, ground.to.network.y - 14, from.x + from.width + 58 - x)] };
  },
  out: (lane, ground) => {
    const { at, to } = ground;
    const [focus, other] = [focusOf(ground), rect(otherEnd(lane, ground), ground)];
    const x = focus.x + focus.width - ports.out;
    const points = [
      { x, y: focus.y },
      { x, y: other.y + other.height },
    ];
    const labels = [beside(lane.edge.label, x, to.network.y - 14, Math.min(140, at.group.right - x - 16))];
    return { points: isFromFocus(lane, ground) ? points : points.toReversed(), labels };
  },
  over: (lane, ground) => {
    const { at, to } = ground;
    const [focus, other] = [focusOf(ground), rect(otherEnd(lane, ground), ground)];
    const [gutter, x, y] = [at.network.right + 48, focus.x + focus.width - ports.over, to.network.y + 22];
    const start = other.y + Math.floor(other.height / 2);
    const points = [
      { x: other.x, y: start },
      { x: gutter, y: start },
      { x: gutter, y },
      { x, y },
      { x, y: focus.y },
    ];
    const labels = [beside(lane.edge.label, x + 20, y - 6, at.network.right - x - 32)];
    return { points: isFromFocus(lane, ground) ? points.toReversed() : points, labels };
  },
  bound: (_, ground) => {
    const { at, to } = ground;
    const focus = focusOf(ground);
    const x = focus.x + focus.width - ports.bound;
    const y = Math.floor((to.bound.y + to.bound.bottom) / 2);
    const points = [
      { x: at.bound.x, y },
      { x, y },
      { x, y: focus.y + focus.height },
    ];
    return { points, labels: [] };
  },
  watch: (lane, ground) => {
    const { to } = ground;
    const focus = focusOf(ground);
    const isLeft = lane.row < 0;
    const x = isLeft ? focus.x + ports.watchLeft : focus.x + focus.width - ports.watchRight;
    const track = to.watch.y - (isLeft ? 22 : 54);
    return dropped(lane, { x, y: focus.y + focus.height }, track, rect(lane.to, ground));
  },
  watched: (lane, ground) => {
    const { at, to } = ground;
    const start = { x: middle(at.anchor), y: to.network.bottom };
    return dropped(lane, start, to.watch.y - 38, rect(lane.to, ground));
  },
  trunk: (lane, ground) => {
    const { at, to } = ground;
    const [from, sink] = [rect(lane.from, ground), rect(lane.to, ground)];
    const [y, x] = [from.y + Math.floor(from.height / 2), sink.x + Math.floor(sink.width / 2)];
    const points = [
      { x: from.x + from.width, y },
      { x: at.trunk, y },
      { x: at.trunk, y: to.trunk },
      { x, y: to.trunk },
      { x, y: sink.y + sink.height },
    ];
    return { points, labels: [beside(lane.edge.label, x + 12, to.trunk - 5, Math.min(180, at.trunk - x - 28))] };
  },
};

/** The others that tell the sink meet the line of the first. */
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

function focusOf({ focus }: Ground): Rect {
  if (!focus) throw new Error('nothing is in the middle');
  return focus;
}

const isFromFocus = (lane: Lane, { focus }: Ground): boolean => lane.from === focus?.id;
const otherEnd = (lane: Lane, ground: Ground): string => (isFromFocus(lane, ground) ? lane.to : lane.from);

function rowMiddle(row: number, { to }: Ground): number {
  const { y, bottom } = row === watchRow ? to.watch : (to.rows[row] ?? to.watch);
  return middle({ x: y, right: bottom });
}
