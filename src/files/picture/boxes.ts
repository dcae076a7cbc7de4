import type { Reason } from '../../bicep/value.ts';
import { boundWidth, looseSpan, pad, type Across, type Span } from './across.ts';
import { headingOf, indent, stack, type Contents } from './contents.ts';
import { gap, otherWidth, othersInRow, type Down, type Reach } from './down.ts';
import type { Flow, Scene, Subnet } from './drawing.ts';
import { icons } from './icons.ts';
import { watchRow, type Seat, type Seating } from './seats.ts';
import type { Box, Rect, Text } from './shapes.ts';

const rectOf = ({ x, right }: Span, { y, bottom }: Reach): Rect => ({ x, y, width: right - x, height: bottom - y });

export interface Heads {
  readonly network: Contents;
  readonly hub: Contents;
  readonly subnets: ReadonlyMap<string, Contents>;
}

/** The texts of what boxes stand in: left of the lines that go up from the machine. */
export function headsOf({ network, hub, subnets }: Scene, at: Across): Heads {
  const room = ({ x, right }: Span): number => (x < at.rise && at.rise < right ? at.rise - 8 : right - pad) - x - pad;
  const headOf = ({ place, range, name }: Subnet) =>
    headingOf(`Subnet ${range}`, name, room(at.subnets[place] ?? at.network));
  return {
    network: headingOf(`Virtual network ${network.range}`, network.name, room(at.network)),
    hub: headingOf('Hub', hub, at.hub ? room(at.hub) : 0),
    subnets: new Map(subnets.map((one) => [one.place, headOf(one)])),
  };
}

/** What boxes stand in, from the outermost to the innermost. */
export function placesOf(scene: Scene, seating: Seating, at: Across, to: Down, heads: Heads): readonly Box[] {
  const { group, network } = scene.because;
  const outer = (title: string, { x, right }: Span): Contents => headingOf(title, '', right - x - 2 * pad);
  return [
    placeOf('region', 'region', rectOf(at.region, to.region), outer(`Region ${scene.region}`, at.region), group),
    placeOf('group', 'group', rectOf(at.group, to.group), outer(`Resource group ${scene.group}`, at.group), group),
    ...hubPlace(scene, seating, at, to, heads.hub),
    placeOf('network', 'network', rectOf(at.network, to.network), heads.network, network),
    ...scene.subnets.flatMap(({ place }) => subnetPlace(place, seating, at, to, heads, network)),
    ...boundPlace(scene, seating, at, to),
  ];
}

function placeOf(id: string, kind: Box['kind'], rect: Rect, head: Contents, reason: Reason): Box {
  return { id, kind, ...rect, radius: 10, icon: '', tone: 'control', texts: textsIn(head, rect, pad), reason };
}

function textsIn({ rows }: Contents, { x, y }: Rect, from: number): readonly Text[] {
  return rows.map(({ text, style, down }) => ({ x: x + from, y: y + down, text, style, anchor: 'start' }));
}

/** As far down as there are boxes in it. */
function subnetPlace(
  place: Subnet['place'],
  { seats, rows }: Seating,
  at: Across,
  to: Down,
  heads: Heads,
  reason: Reason,
): readonly Box[] {
  const [span, head] = [at.subnets[place], heads.subnets.get(place)];
  if (!span || !head) return [];
  const column = { bastion: 'bastion', workload: 'machine', privateEndpoints: 'endpoints' }[place];
  const inside = [...seats.values()].filter((one) => one.zone === column && one.row > 0);
  const lastRow = Math.min(rows, Math.max(1, ...inside.map((one) => one.last)));
  const y = (to.rows[1]?.y ?? 0) - to.subnets;
  const rect = rectOf(span, { y, bottom: (to.rows[lastRow]?.bottom ?? y) + pad });
  return [placeOf(`subnet ${place}`, 'subnet', rect, head, reason)];
}

function hubPlace({ because }: Scene, { seats }: Seating, at: Across, to: Down, head: Contents): readonly Box[] {
  if (!at.hub) return [];
  const rows = [...seats.values()].filter((one) => one.zone === 'hub').map((one) => one.row);
  const y = (to.rows[Math.min(...rows)]?.y ?? 0) - head.height;
  const rect = rectOf(at.hub, { y, bottom: (to.rows[Math.max(...rows)]?.bottom ?? y) + Math.floor(gap / 2) });
  return [placeOf('hub', 'hub', rect, head, because.hub)];
}

function boundPlace({ because }: Scene, { seats }: Seating, at: Across, to: Down): readonly Box[] {
  const inside = [...seats.values()].filter((one) => one.zone === 'bound');
  if (inside.length === 0) return [];
  const used = Math.min(at.boundColumns, inside.length);
  const right = at.bound.x + pad + used * (boundWidth + pad);
  const head = headingOf('Bound to the machine', '', right - at.bound.x - 2 * pad);
  return [placeOf('bound', 'bound', rectOf({ x: at.bound.x, right }, to.bound), head, because.group)];
}

const tones: Readonly<Record<Seat['zone'], Flow>> = {
  outside: 'control',
  hub: 'access',
  bastion: 'access',
  front: 'traffic',
  machine: 'access',
  endpoints: 'data',
  services: 'data',
  monitoring: 'monitoring',
  bound: 'control',
  network: 'control',
  other: 'control',
};

export function nodeBoxes({ seats, rows }: Seating, at: Across, to: Down): readonly Box[] {
  return [...seats.values()].map((seat) => {
    const { node } = seat;
    const contents = to.contents.get(node.id) ?? stack([], 8);
    const rect = rectOfSeat(seat, rows, contents.height, at, to);
    const isPerson = node.shape === 'round';
    const isMachine = node.id === 'machine';
    const inner = { ...rect, y: rect.y + (isMachine ? 0 : Math.floor((rect.height - contents.height) / 2)) };
    return {
      id: node.id,
      kind: isPerson ? 'person' : isMachine ? 'machine' : 'node',
      ...rect,
      radius: isPerson ? Math.floor(Math.min(rect.height, 44) / 2) : 8,
      icon: icons[node.icon ?? 'part'],
      tone: seat.row === 0 && seat.zone === 'machine' ? 'traffic' : tones[seat.zone],
      texts: textsIn(contents, inner, indent),
      reason: node.reason,
    };
  });
}

function rectOfSeat({ zone, row, last }: Seat, rows: number, height: number, at: Across, to: Down): Rect {
  if (zone === 'bound') return inGrid(row, at.boundColumns, at.bound.x + pad, boundWidth, pad, to.boundRows);
  if (zone === 'other') return inGrid(row, othersInRow(at), at.group.x + 16, otherWidth, 16, to.others);
  if (zone === 'monitoring') return rectOf(at.watch[row] ?? at.group, to.watch);
  if (zone === 'network') return rectOf(looseSpan(at.columns), to.loose[row] ?? to.network);
  const span = at.columns[zone] ?? at.group;
  if (zone !== 'outside')
    return rectOf(span, { y: to.rows[row]?.y ?? 0, bottom: to.rows[Math.min(last, rows)]?.bottom ?? 0 });
  const reach = row === watchRow ? to.watch : (to.rows[row] ?? to.watch);
  const y = Math.floor((reach.y + reach.bottom - height) / 2);
  return rectOf(span, { y, bottom: y + height });
}

function inGrid(index: number, perRow: number, x: number, width: number, space: number, rows: readonly Reach[]): Rect {
  const start = x + (index % perRow) * (width + space);
  return rectOf({ x: start, right: start + width }, rows[Math.floor(index / perRow)] ?? { y: 0, bottom: 0 });
}
