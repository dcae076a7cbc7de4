import type { Edge } from '../../../avm-catalog/kernel/drawing.ts';
import type { Port } from './ports.ts';
import type { Row } from './rows.ts';
import type { Span } from './shapes.ts';

/** Between lines side by side, and between a line and a box that it passes. */
const apart = 9;
const beside = 7;

interface Taken {
  readonly x: number;
  readonly edge: Edge;
}

/** Where lines go up and down: channel 0 is above the first row, and channel n above row n. */
export class Channels {
  private readonly taken: readonly Taken[][];
  private readonly blocks: readonly (readonly Span[])[];

  constructor(rows: readonly Row[], ports: ReadonlyMap<string, readonly Port[]>) {
    this.taken = rows.map(() => []);
    this.blocks = rows.map(({ cells }) =>
      cells.flatMap((cell): readonly Span[] => (cell.node ? [cell] : (ports.get(cell.id) ?? []))),
    );
    rows.forEach(({ cells }, index) => {
      for (const { id } of cells) for (const { x, edge } of ports.get(id) ?? []) this.take(x, edge, index, index);
    });
  }

  take(x: number, edge: Edge, first: number, last: number): void {
    for (let channel = first; channel <= last; channel++) this.taken[channel]?.push({ x, edge });
  }

  /** Whether a line can go through these channels and the rows between them. */
  isFree(x: number, edge: Edge, first: number, last: number): boolean {
    for (let channel = first; channel <= last; channel++) {
      for (const one of this.taken[channel] ?? []) {
        if (Math.abs(one.x - x) < apart && (one.edge !== edge || one.x !== x)) return false;
      }
      if (channel === last) continue;
      for (const block of this.blocks[channel] ?? [])
        if (x > block.x - beside && x < block.right + beside) return false;
    }
    return true;
  }

  /** Whether a line of the edge is there already, in some of these channels. */
  has(x: number, edge: Edge, first: number, last: number): boolean {
    for (let channel = first; channel <= last; channel++)
      if (this.taken[channel]?.some((one) => one.x === x && one.edge === edge)) return true;
    return false;
  }
}
