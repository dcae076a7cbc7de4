import type { Flow, Node, Subnet } from '../../../avm-catalog/kernel/drawing.ts';
import type { Reason } from '../../bicep/value.ts';
import { boundWidth, pad, type Across, type Span } from './across.ts';
import { headingOf, indent, stack, type Contents, type Heads } from './contents.ts';
import { gap, otherWidth, othersInRow, type Down, type Reach } from './down.ts';
import { icons } from './icons.ts';
import type { Scene } from './scene.ts';
import type { Seating } from './seats.ts';
import { isInColumn, watchRow, type Seat } from './table.ts';
import type { Box, Rect, Text } from './shapes.ts';

const rectOf = ({ x, right }: Span, { y, bottom }: Reach): Rect => ({ x, y, width: right - x, height: bottom - y });

/** The texts of what boxes stand in: left of the lines that go up from the focus. */
export function headsOf({ region, group, network, peer }: Scene, at: Across): Heads {
  const room = ({ x, right }: Span): number => (x < at.rise && at.rise < right ? at.rise - 8 : right - pad) - x - pad;
  const headOf = ({ key, range, name }: Subnet) =>
    headingOf(`Subnet ${range}`, name, room(at.subnets.get(key) ?? at.network));
  const outer = (title: string, { x, right }: Span): Contents => headingOf(title, '', right - x - 2 * pad);
  return {
    region: outer(`Region ${region}`, at.region),
    group: outer(`Resource group ${group}`, at.group),
    network: network ? headingOf(`${network.title} ${network.range}`, network.name, room(at.network)) : stack([], 8),
    peer: peer && at.peer ? headingOf(peer.title, peer.name, room(at.peer)) : stack([], 8),
    subnets: new Map(network?.subnets.map((one) => [one.key, headOf(one)])),
  };
}

/** What boxes stand in, from the outermost to the innermost. */
export function placesOf(scene: Scene, seating: Seating, at: Across, to: Down, heads: Heads): readonly Box[] {
  const { reason, network } = scene;
  const subnets = network?.subnets.flatMap(({ key }) => subnetPlace(key, seating, at, to, heads, network.reason));
  return [
    placeOf('region', 'region', rectOf(at.region, to.region), heads.region, reason),
    placeOf('group', 'group', rectOf(at.group, to.group), heads.group, reason),
    ...peerPlace(scene, seating, at, to, heads.peer),
    ...(network ? [placeOf('network', 'network', rectOf(at.network, to.network), heads.network, network.reason)] : []),
    ...(subnets ?? []),
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
  key: string,
  { seats, rows }: Seating,
  at: Across,
  to: Down,
  heads: Heads,
  reason: Reason,
): readonly Box[] {
  const [span, head] = [at.subnets.get(key), heads.subnets.get(key)];
  if (!span || !head) return [];
  const inside = [...seats.values()].filter((one) => isInColumn(one) && one.at.subnet === key && one.row > 0);
  const lastRow = Math.min(rows, Math.max(1, ...inside.map((one) => one.last)));
  const y = (to.rows[1]?.y ?? 0) - to.subnets;
  const rect = rectOf(span, { y, bottom: (to.rows[lastRow]?.bottom ?? y) + pad });
  return [placeOf(`subnet ${key}`, 'subnet', rect, head, reason)];
}

function peerPlace({ peer }: Scene, { seats }: Seating, at: Across, to: Down, head: Contents): readonly Box[] {
  if (!at.peer || !peer) return [];
  const rows = [...seats.values()].filter((one) => isInColumn(one) && one.at.zone === 'edge').map((one) => one.row);
  const y = (to.rows[Math.min(...rows)]?.y ?? 0) - head.height;
  const rect = rectOf(at.peer, { y, bottom: (to.rows[Math.max(...rows)]?.bottom ?? y) + Math.floor(gap / 2) });
  return [placeOf('peer', 'hub', rect, head, peer.reason)];
}

function boundPlace({ reason }: Scene, { seats, focus }: Seating, at: Across, to: Down): readonly Box[] {
  const inside = [...seats.values()].filter((one) => one.at === 'bound');
  if (inside.length === 0) return [];
  const used = Math.min(at.boundColumns, inside.length);
  const right = at.bound.x + pad + used * (boundWidth + pad);
  const head = headingOf(focus?.focus?.bound ?? '', '', right - at.bound.x - 2 * pad);
  return [placeOf('bound', 'bound', rectOf({ x: at.bound.x, right }, to.bound), head, reason)];
}

export function nodeBoxes({ edges }: Scene, seating: Seating, at: Across, to: Down): readonly Box[] {
  return [...seating.seats.values()].map((seat) => {
    const { node } = seat;
    const contents = to.contents.get(node.id) ?? stack([], 8);
    const rect = rectOfSeat(seat, seating.rows, contents.height, at, to);
    const isPerson = node.shape === 'round';
    const isFocus = node === seating.focus;
    const inner = { ...rect, y: rect.y + (isFocus ? 0 : Math.floor((rect.height - contents.height) / 2)) };
    return {
      id: node.id,
      kind: isFocus ? 'focus' : isPerson ? 'person' : 'node',
      ...rect,
      radius: isPerson ? Math.floor(Math.min(rect.height, 44) / 2) : 8,
      icon: icons[node.icon ?? 'part'],
      tone: toneOf(node, edges),
      texts: textsIn(contents, inner, indent),
      reason: node.reason,
    };
  });
}

/** As the first edge of it, where nothing is said. */
function toneOf({ id, in: zone, tone }: Node, edges: Scene['edges']): Flow {
  if (tone) return tone;
  if (zone === 'outside') return 'control';
  if (zone === 'monitoring') return 'monitoring';
  return edges.find(({ flow, from, to }) => flow !== 'monitoring' && [...from, ...to].includes(id))?.flow ?? 'control';
}

function rectOfSeat(seat: Seat, rows: number, height: number, at: Across, to: Down): Rect {
  const { row, last } = seat;
  if (seat.at === 'bound') return inGrid(row, at.boundColumns, at.bound.x + pad, boundWidth, pad, to.boundRows);
  if (seat.at === 'other') return inGrid(row, othersInRow(at), at.group.x + 16, otherWidth, 16, to.others);
  if (seat.at === 'watch') return rectOf(at.watch[row] ?? at.group, to.watch);
  if (seat.at === 'loose') return rectOf(at.loose, to.loose[row] ?? to.network);
  const span = at.columns[seat.at.index] ?? at.group;
  if (seat.at.zone !== 'outside')
    return rectOf(span, { y: to.rows[row]?.y ?? 0, bottom: to.rows[Math.min(last, rows)]?.bottom ?? 0 });
  const reach = row === watchRow ? to.watch : (to.rows[row] ?? to.watch);
  const y = Math.floor((reach.y + reach.bottom - height) / 2);
  return rectOf(span, { y, bottom: y + height });
}

function inGrid(index: number, perRow: number, x: number, width: number, space: number, rows: readonly Reach[]): Rect {
  const start = x + (index % perRow) * (width + space);
  return rectOf({ x: start, right: start + width }, rows[Math.floor(index / perRow)] ?? { y: 0, bottom: 0 });
}
