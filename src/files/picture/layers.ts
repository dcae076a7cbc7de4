import type { Band, Placed } from './bands.ts';
import { borderId, type Link } from './links.ts';

/** Of six: a box is as wide as the lines need that come from above. */
type Units = 2 | 3 | 6;

export interface Draft {
  readonly id: string;
  readonly node?: Placed;
  readonly units: Units;
}

interface Layer extends Pick<Band, 'frames' | 'border' | 'align'> {
  readonly drafts: readonly Draft[];
}

/** Each layer of each band, with the widths of its boxes. */
export function layersIn(bands: readonly Band[], links: readonly Link[]): readonly Layer[] {
  const plain = bands.flatMap(({ frames, border, align, layers }) =>
    (border || layers.length === 0 ? [[]] : layers).map((nodes) => ({
      frames,
      nodes,
      ...(border ? { border } : {}),
      ...(align ? { align } : {}),
    })),
  );
  const order = new Map(
    plain.flatMap(({ nodes, border }, index) =>
      [...nodes.map(({ id }) => id), ...(border ? [borderId(border)] : [])].map((id) => [id, index] as const),
    ),
  );
  const above = new Map<string, Set<unknown>>();
  for (const { edge, cells } of links)
    for (const [id, other] of cells ? [cells, cells.toReversed()] : [])
      if (id !== undefined && other !== undefined && (order.get(other) ?? 0) <= (order.get(id) ?? 0))
        above.set(id, (above.get(id) ?? new Set()).add(edge));
  const unitsOf = (id: string): Units => {
    const ports = above.get(id)?.size ?? 0;
    return ports > 3 ? 6 : ports > 2 ? 3 : 2;
  };
  return plain.map(({ nodes, ...one }) => ({
    ...one,
    drafts: one.border
      ? [{ id: borderId(one.border), units: 6 as const }]
      : nodes.map((node) => ({ id: node.id, node, units: unitsOf(node.id) })),
  }));
}
