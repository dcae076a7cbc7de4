import type { Because, Edge, Node, Scene } from './drawing.ts';

/** Columns from left to right; each has rows, from 0 above the network on. */
export const columns = ['outside', 'hub', 'bastion', 'front', 'machine', 'endpoints', 'services'] as const;
export type Column = (typeof columns)[number];

/** Besides the columns: what watches, what is bound to the machine, what else is in the network, and in the group. */
export type Zone = Column | 'monitoring' | 'bound' | 'network' | 'other';

/** The row of what watches, below all others. */
export const watchRow = 1000;

export interface Seat {
  readonly node: Because<Node>;
  readonly zone: Zone;
  /** First and last row in a column; elsewhere the place in the line. */
  readonly row: number;
  readonly last: number;
}

export interface Seating {
  readonly seats: ReadonlyMap<string, Seat>;
  /** Rows beside the machine, 1 to this one. */
  readonly rows: number;
}

/** Gives every node its column and its rows, so that what talks to each other is side by side. */
export function seat(scene: Scene): Seating {
  const seats = new Map<string, Seat>();
  const put = (node: Because<Node>, zone: Zone, row: number, last = row): void => {
    seats.set(node.id, { node, zone, row, last });
  };
  const linked = (a: Node, b: Node): boolean => links(scene.edges, a.id, b.id);
  const top = seatAbove(scene, put);
  const right = seatServices(scene, put, linked);
  const left = seatOutside(scene, put, top, linked);
  const front = seatInFront(scene, put, left, linked);
  seatBelow(scene, put, seats);
  return { seats, rows: Math.max(2, right, left.length, front) };
}

type Put = (node: Because<Node>, zone: Zone, row: number, last?: number) => void;
type Linked = (a: Node, b: Node) => boolean;

const links = (edges: readonly Edge[], a: string, b: string): boolean =>
  edges.some(({ from, to }) => (from.includes(a) && to.includes(b)) || (from.includes(b) && to.includes(a)));

const isMachine = (node: Node): boolean => node.id === 'machine';
const inGroup = ({ nodes }: Scene, part: Node['part']): readonly Because<Node>[] =>
  nodes.filter((node) => node.in === 'group' && node.part === part);

/** Above the network there is one place in each column; who comes second is among the others. */
function seatAbove(scene: Scene, put: Put): readonly Node[] {
  const above = [
    ['egress', 'machine'],
    ['names', 'endpoints'],
    ['keys', 'services'],
  ] as const;
  for (const [part, column] of above) {
    const [first] = inGroup(scene, part);
    if (first) put(first, column, 0);
  }
  return inGroup(scene, 'egress').slice(0, 1);
}

/** Each service beside its endpoints; those without come last, so that the endpoints stand together. */
function seatServices(scene: Scene, put: Put, linked: Linked): number {
  const endpoints = scene.nodes.filter((node) => node.in === 'privateEndpoints');
  const services = inGroup(scene, 'services').map((node) => ({
    node,
    ends: endpoints.filter((one) => linked(one, node)),
  }));
  let row = 0;
  const placed = new Set<string>();
  for (const { node, ends } of services.filter((one) => one.ends.length > 0)) {
    const own = ends.filter((one) => !placed.has(one.id));
    own.forEach((one, index) => put(one, 'endpoints', row + 1 + index));
    own.forEach((one) => placed.add(one.id));
    const first = row + 1;
    row += Math.max(1, own.length);
    put(node, 'services', first, row);
  }
  for (const one of endpoints.filter(({ id }) => !placed.has(id))) put(one, 'endpoints', ++row);
  for (const { node } of services.filter((one) => one.ends.length === 0)) put(node, 'services', ++row);
  return row;
}

/** Who comes in by Bastion is first, then who uses the application, then the rest. */
function seatOutside(scene: Scene, put: Put, top: readonly Node[], linked: Linked): readonly Node[] {
  const outside = scene.nodes.filter((node) => node.in === 'outside');
  const talksTo = (node: Node, others: readonly Node[]): boolean => others.some((one) => linked(node, one));
  const above = outside.find((node) => talksTo(node, top));
  const told = outside.find((node) => node !== above && talksTo(node, inGroup(scene, 'monitoring')));
  if (above) put(above, 'outside', 0);
  if (told) put(told, 'outside', watchRow);
  const gates = scene.nodes.filter((node) => node.in === 'bastion' || node.in === 'hub');
  const fronts = scene.nodes.filter((node) => node.in === 'workload' && !isMachine(node));
  const rank = (node: Node): number => (talksTo(node, gates) ? 0 : talksTo(node, fronts) ? 1 : 2);
  const rest = outside.filter((node) => node !== above && node !== told).toSorted((a, b) => rank(a) - rank(b));
  rest.forEach((node, index) => put(node, 'outside', index + 1));
  return rest;
}

/** Bastion, hub and balancer stand in the row of whoever comes through them. */
function seatInFront(scene: Scene, put: Put, left: readonly Node[], linked: Linked): number {
  const zones = { bastion: 'bastion', hub: 'hub', workload: 'front' } as const;
  const taken = new Set<string>();
  let next = left.length;
  for (const node of scene.nodes) {
    if (node.in !== 'bastion' && node.in !== 'hub' && node.in !== 'workload') continue;
    if (isMachine(node)) continue;
    const zone = zones[node.in];
    const beside = left.findIndex((one) => linked(one, node)) + 1;
    const row = beside > 0 && !taken.has(`${zone} ${beside}`) ? beside : ++next;
    taken.add(`${zone} ${row}`);
    put(node, zone, row);
  }
  return next;
}

function seatBelow(scene: Scene, put: Put, seats: ReadonlyMap<string, Seat>): void {
  const machine = scene.nodes.find(isMachine);
  if (machine) put(machine, 'machine', 1, watchRow - 1);
  downstreamFirst(scene).forEach((node, index) => put(node, 'monitoring', index));
  inGroup(scene, 'machine').forEach((node, index) => put(node, 'bound', index));
  scene.nodes.filter((node) => node.in === 'network').forEach((node, index) => put(node, 'network', index));
  scene.nodes.filter((node) => !seats.has(node.id)).forEach((node, index) => put(node, 'other', index));
}

/** What watches, from whom others tell in the end to where it begins; what nobody tells is last. */
function downstreamFirst(scene: Scene): readonly Because<Node>[] {
  const nodes = inGroup(scene, 'monitoring');
  const ids = new Set(nodes.map((node) => node.id));
  const edges = scene.edges.flatMap(({ from, to }) => from.flatMap((a) => to.map((b) => [a, b] as const)));
  const inside = edges.filter(([a, b]) => ids.has(a) && ids.has(b));
  const reach = (id: string, seen: Set<string>): number => {
    for (const [a, b] of inside) {
      if (a !== id || seen.has(b)) continue;
      seen.add(b);
      reach(b, seen);
    }
    return seen.size;
  };
  const rank = ({ id }: Node): number => (inside.some((pair) => pair.includes(id)) ? reach(id, new Set([id])) : 99);
  return nodes.toSorted((a, b) => rank(a) - rank(b));
}
