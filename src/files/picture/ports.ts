import type { Edge } from '../../../avm-catalog/kernel/drawing.ts';
import { labelFace } from './contents.ts';
import type { Link } from './links.ts';
import { content } from './page.ts';
import type { Cell } from './packing.ts';
import { type Row } from './rows.ts';
import { wrap, widthOf } from './text.ts';

/** Where the lines of an edge enter a box from above. Its label is on the right. */
export interface Port {
  readonly edge: Edge;
  readonly x: number;
  readonly label: readonly string[];
  readonly right: number;
}

export interface Place {
  readonly row: number;
  readonly cell: Cell;
}

/** Left of a port, between it and its label, and after the label. */
const spaces = { before: 12, label: 6, after: 6 } as const;
const around = spaces.before + spaces.label + spaces.after;
const least = 76;
const ofBorder = 180;

export const placesOf = (rows: readonly Row[]): ReadonlyMap<string, Place> =>
  new Map(rows.flatMap(({ cells }, row) => cells.map((cell) => [cell.id, { row, cell }] as const)));

/** By the id of the box, the ports that it has room for, from left to right. */
export function portsOf(
  links: readonly Link[],
  places: ReadonlyMap<string, Place>,
): ReadonlyMap<string, readonly Port[]> {
  const wanted = new Map<string, Map<Edge, Wanted>>();
  for (const { edge, cells } of links) {
    const [a, b] = [places.get(cells?.[0] ?? ''), places.get(cells?.[1] ?? '')];
    if (!a || !b) continue;
    if (a.row <= b.row) want(wanted, b, edge, a, true);
    if (b.row <= a.row) want(wanted, a, edge, b, b.row < a.row);
  }
  return new Map([...wanted].map(([id, edges]) => [id, inSlots([...edges.values()], places.get(id)?.cell)]));
}

interface Wanted {
  readonly edge: Edge;
  readonly centers: readonly number[];
  readonly isLabeled: boolean;
}

function want(wanted: Map<string, Map<Edge, Wanted>>, at: Place, edge: Edge, other: Place, isLabeled: boolean): void {
  const edges = wanted.get(at.cell.id) ?? new Map<Edge, Wanted>();
  const known = edges.get(edge) ?? { edge, centers: [], isLabeled: false };
  const center = (other.cell.x + other.cell.right) / 2;
  edges.set(edge, { edge, centers: [...known.centers, center], isLabeled: known.isLabeled || isLabeled });
  wanted.set(at.cell.id, edges);
}

const meanOf = ({ centers }: Wanted): number => centers.reduce((sum, one) => sum + one, 0) / centers.length;

function inSlots(wanted: readonly Wanted[], cell: Cell | undefined): readonly Port[] {
  if (!cell) return [];
  const span = cell.node ? cell : { x: Math.max(content.x, cell.right - wanted.length * ofBorder), right: cell.right };
  const most = Math.floor((span.right - span.x) / least);
  const all = wanted.slice(0, most).toSorted((a, b) => meanOf(a) - meanOf(b));
  const needs = all.map(neededBy);
  const sum = needs.reduce((total, one) => total + one, 0);
  let x = span.x;
  return all.map((one, index) => {
    const room = Math.floor(((needs[index] ?? 0) * (span.right - span.x)) / sum);
    const port = portIn(one, x, room);
    x += room;
    return port;
  });
}

/** So that no word is cut, where there is room. */
function neededBy({ edge, isLabeled }: Wanted): number {
  const words = isLabeled ? edge.label.split(' ').map((one) => widthOf(one, labelFace)) : [];
  return Math.max(least - around, ...words) + around;
}

/** As near to what it comes from as there is room for the label. */
function portIn(wanted: Wanted, start: number, room: number): Port {
  const { edge, isLabeled } = wanted;
  const most = room - around;
  const label = isLabeled ? wrap(edge.label, Math.min(most, 150), labelFace, 3) : [];
  const needed = Math.max(0, ...label.map((one) => widthOf(one, labelFace)));
  const last = start + room - needed - spaces.label - spaces.after;
  const x = Math.floor(Math.min(Math.max(meanOf(wanted), start + spaces.before), last));
  return { edge, x, label, right: x + spaces.label + needed + spaces.after };
}

export const labelX = ({ x }: Port): number => x + spaces.label;
