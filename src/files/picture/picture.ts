import { frameBoxes, nodeBoxes } from './boxes.ts';
import { headsOf } from './frames.ts';
import { heightsOf } from './heights.ts';
import { legendOf, type Sample } from './legend.ts';
import { linesOf } from './lines.ts';
import { notesOf } from './notes.ts';
import { focusOf, partsOf } from './parts.ts';
import { routesOf } from './routes.ts';
import { width } from './page.ts';
import { rowsOf } from './rows.ts';
import type { Scene } from './scene.ts';
import type { Box, Line, Text } from './shapes.ts';
import { captionsOf, titleOf, type TitleBlock } from './title.ts';

export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly title: TitleBlock;
  /** Left of what is in no frame. */
  readonly captions: readonly Text[];
  /** Frames, and what belongs to them. */
  readonly places: readonly Box[];
  readonly nodes: readonly Box[];
  /** What belongs to nodes, by their ids. */
  readonly tags: ReadonlyMap<string, readonly Box[]>;
  readonly lines: readonly Line[];
  readonly legend: readonly Sample[];
}

/** Lays out what an environment has. */
export function pictureOf(scene: Scene): Picture {
  const title = titleOf(scene);
  const rows = rowsOf(scene);
  const routes = routesOf(rows);
  const heads = headsOf(scene);
  const parts = partsOf(scene);
  const tied = new Set([...parts].flatMap(([id, part]) => (part === 'bound' ? [id] : [])));
  const heights = heightsOf(rows, routes, heads, notesOf(scene, routes.words, tied), title.bottom + 14);
  const { nodes, tags } = nodeBoxes(scene, rows.rows, heights, focusOf(scene));
  const bottoms = new Map(nodes.map(({ id, y, height }) => [id, y + height]));
  const lines = linesOf(routes, heights, bottoms);
  const legend = legendOf(
    lines,
    nodes.some((one) => one.isExisting),
    heights.bottom + 30,
  );
  return {
    width,
    height: (legend.at(-1)?.text.y ?? heights.bottom) + 22,
    title,
    captions: captionsOf(rows.rows.map((row, index) => ({ row, y: heights.rows[index]?.y ?? 0 }))),
    places: frameBoxes(scene, heights, heads),
    nodes,
    tags,
    lines,
    legend,
  };
}
