import type { Node } from '../../../avm-catalog/kernel/drawing.ts';
import { columnsOf, type Column, type Columns } from './columns.ts';
import { pairsOf } from './graph.ts';
import type { Because, Scene } from './scene.ts';

/** Besides the columns: what watches, what is bound to the focus, what else is in the network, and in the group. */
export type Strip = 'watch' | 'bound' | 'loose' | 'other';

/** The row of what watches, below all others. */
export const watchRow = 1000;

export interface Seat {
  readonly node: Because<Node>;
  readonly at: Column | Strip;
  /** First and last row in a column, from 0 above the network on; elsewhere the place in the line. */
  readonly row: number;
  readonly last: number;
}

export const isInColumn = (seat: Seat): seat is Seat & { readonly at: Column } => typeof seat.at !== 'string';

export type Placed = Because<Node>;

/** Who sits where so far, and who talks to whom. */
export class Table {
  readonly scene: Scene;
  readonly columns: Columns;
  readonly seats = new Map<string, Seat>();
  private readonly pairs: ReadonlySet<string>;

  constructor(scene: Scene) {
    this.scene = scene;
    this.columns = columnsOf(scene);
    this.pairs = new Set(pairsOf(scene).flatMap(([a, b]) => [`${a}\n${b}`, `${b}\n${a}`]));
  }

  put(node: Placed, at: Seat['at'], row: number, last = row): void {
    this.seats.set(node.id, { node, at, row, last });
  }

  putInColumn(node: Placed, row: number, last = row): void {
    const column = this.column(node);
    if (column) this.put(node, column, row, last);
  }

  linked(a: string, b: string): boolean {
    return this.pairs.has(`${a}\n${b}`);
  }

  talksTo(node: Node, others: readonly Node[]): boolean {
    return others.some((one) => this.linked(node.id, one.id));
  }

  column({ id }: Node): Column | undefined {
    return this.columns.of.get(id);
  }

  index(node: Node): number {
    return this.column(node)?.index ?? 0;
  }

  /** Those that have no seat yet. */
  nodesIn(zone: Column['zone']): readonly Placed[] {
    return this.scene.nodes.filter((node) => this.column(node)?.zone === zone && !this.seats.has(node.id));
  }

  isFree(column: Column, row: number): boolean {
    return [...this.seats.values()].every(({ at, row: first, last }) => at !== column || row < first || row > last);
  }

  freeRow(column: Column, from = 1): number {
    let row = from;
    while (!this.isFree(column, row)) row++;
    return row;
  }

  /** A row of somebody whom it talks to, where its own column has room for it. */
  rowBeside(node: Node, column: Column, isNeighbour: (column: Column) => boolean): number | undefined {
    return [...this.seats.values()]
      .filter(isInColumn)
      .filter((one) => this.linked(one.node.id, node.id) && isNeighbour(one.at))
      .flatMap(({ row, last }) => Array.from({ length: last - row + 1 }, (_, index) => row + index))
      .find((row) => row > 0 && row < watchRow && this.isFree(column, row));
  }
}
