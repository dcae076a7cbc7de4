import { bandsOf } from './bands.ts';
import { layersIn } from './layers.ts';
import { borderId, linksOf, type Link } from './links.ts';
import { pack, placed, spansOf, type Cell, type Passing } from './packing.ts';
import type { Scene } from './scene.ts';

export interface Row {
  readonly frames: readonly string[];
  readonly border?: 'top' | 'bottom';
  readonly cells: readonly Cell[];
}

export interface Rows {
  readonly rows: readonly Row[];
  readonly links: readonly Link[];
}

/** Every node gets a row and a width, and is below what it has to do with, as far as there is room. */
export function rowsOf(scene: Scene): Rows {
  const bands = bandsOf(scene);
  const links = linksOf(scene, bands);
  const used = new Set(links.flatMap(({ cells }) => cells ?? []));
  const layers = layersIn(bands, links).filter(({ border }) => !border || used.has(borderId(border)));
  const partners = partnersIn(links);
  const centers = new Map<string, number>();
  let last: readonly Cell[] = [];
  const rows = layers.flatMap(({ frames, border, align, drafts }) =>
    pack(drafts, align === undefined).map((some, index): Row => {
      const spans = spansOf(some, index === 0 ? align : align && 'right');
      const meanAbove = (id: string): number | undefined =>
        meanOf((partners.get(id) ?? []).flatMap((one) => centers.get(one) ?? []));
      const passing = some.length === 1 ? passingBy(some[0]?.id ?? '', links, centers, last) : [];
      const cells = placed(some, spans, passing, meanAbove);
      for (const { id, x, right } of cells) centers.set(id, (x + right) / 2);
      last = cells;
      return { frames, cells, ...(border ? { border: border.at } : {}) };
    }),
  );
  return { rows, links };
}

/** Where lines come from that go on below a box, and how much it matters: they begin just above it, or they can turn before. */
function passingBy(
  id: string,
  links: readonly Link[],
  centers: ReadonlyMap<string, number>,
  last: readonly Cell[],
): readonly Passing[] {
  return links.flatMap(({ cells }) => {
    if (!cells || cells.includes(id)) return [];
    const [a, b] = cells;
    const upper = centers.has(a) ? a : b;
    const at = centers.get(upper);
    const weight = last.some((one) => one.id === upper) ? 3 : 1;
    return at === undefined || (centers.has(a) && centers.has(b)) ? [] : [{ at, weight }];
  });
}

function partnersIn(links: readonly Link[]): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  const add = (id: string, other: string): unknown => found.get(id)?.push(other) ?? found.set(id, [other]);
  for (const { cells } of links) {
    if (!cells) continue;
    add(cells[0], cells[1]);
    add(cells[1], cells[0]);
  }
  return found;
}

const meanOf = (all: readonly number[]): number | undefined =>
  all.length === 0 ? undefined : all.reduce((sum, one) => sum + one, 0) / all.length;
