import type { Edge } from '../../../avm-catalog/kernel/drawing.ts';
import type { Band } from './bands.ts';
import type { Because, Scene } from './scene.ts';

/** From one box to another, or to the border of a frame. */
export interface Link {
  readonly edge: Because<Edge>;
  readonly from: string;
  readonly to: string;
  /** Ids of the cells where it begins and ends; undefined if no line can reach both. */
  readonly cells: readonly [string, string] | undefined;
}

type Border = NonNullable<Band['border']>;

export const borderId = ({ of, at }: Border): string => `${of} ${at}`;

/** Each pair of ends of an edge. */
export function linksOf({ edges, nodes }: Scene, bands: readonly Band[]): readonly Link[] {
  const bandOf = new Map(bands.flatMap(({ layers }, index) => layers.flat().map(({ id }) => [id, index] as const)));
  const tied = new Set(
    bands
      .find(({ frames }) => frames.includes('bound'))
      ?.layers.flat()
      .map(({ id }) => id),
  );
  const focus = nodes.find((one) => one.focus && typeof one.in !== 'string')?.id;
  const borderAt = (of: string, at: Border['at']): number =>
    bands.findIndex(({ border }) => border?.of === of && border.at === at);
  /** The first and the last band of it. */
  const span = (id: string): readonly [number, number] => {
    const band = bandOf.get(id);
    return band === undefined ? [borderAt(id, 'top'), borderAt(id, 'bottom')] : [band, band];
  };
  const cellOf = (id: string, at: Border['at']): string => (bandOf.has(id) ? id : borderId({ of: id, at }));
  const cellsOf = (from: string, to: string): Link['cells'] => {
    const [a, b] = [span(from), span(to)];
    if (from === to || a[0] < 0 || b[0] < 0) return undefined;
    if ((tied.has(from) && to === focus) || (tied.has(to) && from === focus)) return undefined;
    if (bandOf.has(from) && bandOf.has(to)) return [from, to];
    if (a[1] < b[0]) return [cellOf(from, 'bottom'), cellOf(to, 'top')];
    return b[1] < a[0] ? [cellOf(from, 'top'), cellOf(to, 'bottom')] : undefined;
  };
  return edges.flatMap((edge) =>
    edge.from.flatMap((from) => edge.to.map((to) => ({ edge, from, to, cells: cellsOf(from, to) }))),
  );
}
