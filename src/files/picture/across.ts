import type { Scene, Subnet } from './drawing.ts';
import type { Lane } from './lanes.ts';
import type { Column, Seat, Seating } from './seats.ts';

export interface Span {
  readonly x: number;
  readonly right: number;
}

/** Where lines leave the machine: so far from its left or right side. */
export const ports = { watchLeft: 44, watchRight: 72, bound: 24, out: 56, keys: 24 } as const;

/** Where everything stands from left to right. */
export interface Across {
  readonly columns: Readonly<Partial<Record<Column, Span>>>;
  readonly subnets: Readonly<Partial<Record<Subnet['place'], Span>>>;
  readonly hub: Span | undefined;
  readonly network: Span;
  /** Where lines go up from the machine, and texts end. */
  readonly rise: number;
  readonly bound: Span;
  readonly watch: readonly Span[];
  readonly group: Span;
  readonly region: Span;
  /** Where the line of diagnostic settings goes down, right of everything. */
  readonly trunk: number;
  /** How many boxes stand side by side among those bound to the machine. */
  readonly boundColumns: number;
}

export const edge = 24;
export const pad = 12;
/** Between who is outside and the region, between subnets, beside services, between those who watch: a label fits. */
const gaps = { outside: 112, subnets: 96, front: 86, services: 96, watch: 96 } as const;
const widths: Readonly<Record<Column, number>> = {
  outside: 200,
  hub: 196,
  bastion: 216,
  front: 216,
  machine: 240,
  endpoints: 186,
  services: 216,
};
export const boundWidth = 184;
const watchWidth = 216;

export function across(scene: Scene, { seats }: Seating, lanes: readonly Lane[]): Across {
  const all = [...seats.values()];
  const has = (column: Column): boolean => all.some((one) => one.zone === column);
  const left = leftOf(has);
  const network = insideNetwork(left.network, scene, all, has);
  const services = spanAt(network.right + gaps.services, widths.services);
  const machine = network.columns.machine ?? spanAt(network.x, widths.machine);
  const watch = watchSpans(left.group + 16, machine, all);
  const boundX = machine.right + 44;
  const bound = all.filter((one) => one.zone === 'bound').length;
  const content = Math.max(
    has('services') ? services.right : network.right,
    watch.at(-1)?.right ?? 0,
    bound === 0 ? 0 : boundX + 2 * pad + Math.min(bound, 2) * (boundWidth + pad) - pad,
  );
  const group = { x: left.group, right: content + (lanes.some((one) => one.way === 'settings') ? 40 : 16) };
  return {
    columns: { ...left.columns, ...network.columns, ...(has('services') ? { services } : {}) },
    subnets: network.subnets,
    hub: left.hub,
    network: { x: network.x, right: network.right },
    rise: lanes.some((one) => one.way === 'out' || one.way === 'keys') ? machine.right - ports.out : network.right,
    bound: { x: boundX, right: content },
    boundColumns: Math.min(bound, Math.floor((content - boundX - pad) / (boundWidth + pad))),
    watch,
    group,
    region: { x: left.region, right: group.right + 14 },
    trunk: content + 20,
  };
}

const spanAt = (x: number, width: number): Span => ({ x, right: x + width });

function leftOf(has: (column: Column) => boolean) {
  const outside = has('outside') ? spanAt(edge, widths.outside) : undefined;
  const hubX = outside ? outside.right + gaps.outside : edge;
  const hub = has('hub') ? spanAt(hubX, widths.hub + 2 * pad) : undefined;
  const before = hub ?? outside;
  const region = before ? before.right + gaps.outside : edge;
  return {
    region,
    group: region + 14,
    network: region + 30,
    hub,
    columns: {
      ...(outside ? { outside } : {}),
      ...(hub ? { hub: { x: hub.x + pad, right: hub.right - pad } } : {}),
    },
  };
}

/** Bastion, workload and private endpoints beside each other, each in its subnet. */
function insideNetwork(x: number, scene: Scene, all: readonly Seat[], has: (column: Column) => boolean) {
  const found: Partial<Record<Column, Span>> = {};
  const subnets: Partial<Record<Subnet['place'], Span>> = {};
  let right = x + 16;
  const place = (subnet: Subnet['place'], inside: readonly Column[]): void => {
    const present = inside.filter((one) => one === 'machine' || has(one) || inside.length === 1);
    if (!scene.subnets.some((one) => one.place === subnet) && !inside.some(has)) return;
    const start = right === x + 16 ? right : right + gaps.subnets;
    let at = start + pad;
    for (const one of present) {
      found[one] = spanAt(at, widths[one]);
      at += widths[one] + gaps.front;
    }
    right = at - gaps.front + pad;
    subnets[subnet] = { x: start, right };
  };
  place('bastion', ['bastion']);
  place('workload', ['front', 'machine']);
  place('privateEndpoints', ['endpoints']);
  const loose = all.some((one) => one.zone === 'network') ? looseSpan(found).right : 0;
  return { x, columns: found, subnets, right: Math.max(right, loose) + 16 };
}

/** What is in the network but in no subnet stands below the endpoints, where no line goes down. */
export function looseSpan(found: Readonly<Partial<Record<Column, Span>>>): Span {
  return spanAt((found.machine?.right ?? 0) + 44, widths.endpoints);
}

/** What the logs are told is told below the machine, as far as there is room on the left. */
function watchSpans(left: number, machine: Span, all: readonly Seat[]): readonly Span[] {
  const seats = all.filter((one) => one.zone === 'monitoring').toSorted((a, b) => a.row - b.row);
  const logs = seats.findIndex((one) => one.node.id === 'logs');
  const step = watchWidth + gaps.watch;
  const middle = Math.floor((machine.x + machine.right) / 2);
  const start = Math.max(left, middle - watchWidth / 2 - Math.max(0, logs) * step);
  return seats.map((_, index) => spanAt(start + index * step, watchWidth));
}
