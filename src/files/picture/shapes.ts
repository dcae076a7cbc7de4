import type { Flow } from '../../../avm-catalog/kernel/drawing.ts';
import type { Reason } from '../../bicep/value.ts';
import type { Style } from './contents.ts';

export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Rect extends Point {
  readonly width: number;
  readonly height: number;
}

/** From left to right. */
export interface Span {
  readonly x: number;
  readonly right: number;
}

export interface Text extends Point {
  readonly text: string;
  readonly style: Style;
  /** Where `x` is: at its start, or in its middle. */
  readonly anchor: 'start' | 'middle';
}

/** A box or a frame. */
export interface Box extends Rect {
  readonly id: string;
  readonly kind: 'region' | 'group' | 'network' | 'subnet' | 'hub' | 'lane' | 'node' | 'person' | 'focus' | 'tag';
  readonly radius: number;
  /** Path of its icon; empty for none. */
  readonly icon: string;
  readonly tone: Flow;
  /** Not deployed by the solution. */
  readonly isExisting: boolean;
  readonly texts: readonly Text[];
  readonly reason: Reason;
}

export interface Line {
  readonly from: string;
  readonly to: string;
  readonly flow: Flow;
  readonly points: readonly Point[];
  /** Its points as a path with round corners. */
  readonly path: string;
  /** Arrowheads, as paths. */
  readonly heads: readonly string[];
  readonly labels: readonly Text[];
  readonly reason: Reason;
}

/** A path along points that are above or beside one another, its corners round. */
export function pathOf(points: readonly Point[]): string {
  return points
    .map((point, index) => {
      const [before, after] = [points[index - 1], points[index + 1]];
      if (!before) return `M${point.x} ${point.y}`;
      if (!after) return `L${point.x} ${point.y}`;
      const radius = Math.min(8, Math.floor(distance(before, point) / 2), Math.floor(distance(point, after) / 2));
      const [start, end] = [toward(point, before, radius), toward(point, after, radius)];
      return `L${start.x} ${start.y}Q${point.x} ${point.y} ${end.x} ${end.y}`;
    })
    .join('');
}

/** A head at `tip`, seen from `from`. */
export function headOf(from: Point, tip: Point): string {
  const back = toward(tip, from, 9);
  const [dx, dy] = from.x === tip.x ? [4, 0] : [0, 4];
  return `M${tip.x} ${tip.y}L${back.x + dx} ${back.y + dy}L${back.x - dx} ${back.y - dy}z`;
}

const distance = (a: Point, b: Point): number => Math.abs(a.x - b.x) + Math.abs(a.y - b.y);

function toward(from: Point, to: Point, by: number): Point {
  return { x: from.x + Math.sign(to.x - from.x) * by, y: from.y + Math.sign(to.y - from.y) * by };
}
