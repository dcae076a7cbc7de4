import { compactWidth, focusWidth, type Column } from './columns.ts';
import type { Lane } from './lanes.ts';
import type { Scene } from './scene.ts';
import type { Seating } from './seats.ts';
import type { Seat } from './table.ts';
import { middle } from './shapes.ts';

export interface Span {
  readonly x: number;
  readonly right: number;
}

/** Where lines leave the focus: so far from its left or right side. */
export const ports = { watchLeft: 44, watchRight: 72, bound: 24, out: 56, over: 24 } as const;

/** Where everything stands from left to right. */
export interface Across {
  /** By the number of the column. */
  readonly columns: readonly Span[];
  readonly subnets: ReadonlyMap<string, Span>;
  readonly peer: Span | undefined;
  readonly network: Span;
  /** What all else stands around: the focus, or where it would be. */
  readonly anchor: Span;
  /** Where lines go up from the focus, and texts end. */
  readonly rise: number;
  /** What is in the network but in no subnet. */
  readonly loose: Span;
  readonly bound: Span;
  readonly watch: readonly Span[];
  readonly group: Span;
  readonly region: Span;
  /** Where the line of what tells the logs goes down, right of everything. */
  readonly trunk: number;
  /** How many boxes stand side by side among those bound to the focus. */
  readonly boundColumns: number;
}

export const edge = 24;
export const pad = 12;
/** Between who is outside and the region, between subnets, within one, beside services, between those who watch: a label fits. */
const gaps = { outside: 112, subnets: 96, within: 86, services: 96, watch: 96 } as const;
export const boundWidth = 184;
export const watchWidth = 216;

export function across(scene: Scene, seating: Seating, lanes: readonly Lane[]): Across {
  const seats = [...seating.seats.values()];
  const left = leftOf(seating.all);
  const network = insideNetwork(left.network, scene, seating);
  const services = servicesOf(scene, seating.all, network);
  const anchor = network.focus ?? spanAt(network.x, focusWidth);
  const watch = watchSpans(left.group + 16, anchor, seating);
  const boundX = anchor.right + 44;
  const bound = seats.filter((one) => one.at === 'bound').length;
  const content = Math.max(
    network.right,
    services.at(-1)?.right ?? 0,
    watch.at(-1)?.right ?? 0,
    bound === 0 ? 0 : boundX + 2 * pad + Math.min(bound, 2) * (boundWidth + pad) - pad,
  );
  const group = { x: left.group, right: content + (lanes.some((one) => one.way === 'trunk') ? 40 : 16) };
  return {
    columns: [...left.columns, ...network.columns, ...services],
    subnets: network.subnets,
    peer: left.peer,
    network: { x: network.x, right: network.right },
    anchor,
    rise: lanes.some((one) => one.way === 'out' || one.way === 'over') ? anchor.right - ports.out : network.right,
    loose: network.loose,
    bound: { x: boundX, right: content },
    boundColumns: Math.min(bound, Math.floor((content - boundX - pad) / (boundWidth + pad))),
    watch,
    group,
    region: { x: left.region, right: group.right + 14 },
    trunk: content + 20,
  };
}

const spanAt = (x: number, width: number): Span => ({ x, right: x + width });

/** Columns side by side. */
function spansFrom(x: number, columns: readonly Column[]): readonly Span[] {
  let at = x;
  return columns.map(({ width }) => {
    const span = spanAt(at, width);
    at = span.right + gaps.within;
    return span;
  });
}

const inZone = (all: readonly Column[], zone: Column['zone']): readonly Column[] =>
  all.filter((one) => one.zone === zone);

function leftOf(all: readonly Column[]) {
  const outside = spansFrom(edge, inZone(all, 'outside'));
  const peerX = (outside[0]?.right ?? edge - gaps.outside) + gaps.outside;
  const inPeer = spansFrom(peerX + pad, inZone(all, 'edge'));
  const peer = inPeer.length === 0 ? undefined : { x: peerX, right: (inPeer.at(-1)?.right ?? peerX) + pad };
  const before = peer ?? outside[0];
  const region = before ? before.right + gaps.outside : edge;
  return { region, group: region + 14, network: region + 30, peer, columns: [...outside, ...inPeer] };
}

/** Subnets beside each other, each with its columns. */
function insideNetwork(x: number, scene: Scene, { all, focus, of, seats }: Seating) {
  const columns: Span[] = [];
  const subnets = new Map<string, Span>();
  let right = x + 16;
  const inside = inZone(all, 'subnet');
  for (const subnet of new Set(inside.map((one) => one.subnet ?? ''))) {
    const start = subnets.size === 0 ? right : right + gaps.subnets;
    const own = inside.filter((one) => one.subnet === subnet);
    columns.push(...spansFrom(start + pad, own));
    right = (columns.at(-1)?.right ?? start) + pad;
    subnets.set(subnet, { x: start, right });
  }
  const focusSpan = columns[inside.findIndex((one) => focus && one === of.get(focus.id))];
  const loose = spanAt(focusSpan ? focusSpan.right + 44 : x + 16, compactWidth);
  const isLoose = [...seats.values()].some((one) => one.at === 'loose');
  const least = scene.network ? x + 16 + pad + compactWidth + pad : x + focusWidth;
  return {
    x,
    columns,
    subnets,
    focus: focusSpan,
    loose,
    right: Math.max(right, least, isLoose ? loose.right : 0) + 16,
  };
}

/** Right of the network; where it would be, where there is none. */
function servicesOf({ network }: Scene, all: readonly Column[], { x, right }: Span): readonly Span[] {
  return spansFrom(network ? right + gaps.services : x, inZone(all, 'service'));
}

/** What the sink is told is told below the focus, as far as there is room on the left. */
function watchSpans(left: number, anchor: Span, { seats, sink }: Seating): readonly Span[] {
  const watching = [...seats.values()].filter((one: Seat) => one.at === 'watch');
  const step = watchWidth + gaps.watch;
  const start = Math.max(left, middle(anchor) - watchWidth / 2 - (sink?.row ?? 0) * step);
  return watching.map((_, index) => spanAt(start + index * step, watchWidth));
}
