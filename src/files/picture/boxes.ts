import type { Flow, Node } from '../../../avm-catalog/kernel/drawing.ts';
import type { Reason } from '../../bicep/value.ts';
import { indent, type Contents } from './contents.ts';
import { styleOf } from './frames.ts';
import type { Heights } from './heights.ts';
import { icons } from './icons.ts';
import type { Cell } from './packing.ts';
import type { Row } from './rows.ts';
import type { Scene } from './scene.ts';
import type { Box, Rect, Text } from './shapes.ts';

/** Run by others, as the deployment finds it. A person, or the internet, is no resource. */
const isExisting = ({ in: zone, shape }: Node): boolean => (zone === 'outside' || zone === 'edge') && shape !== 'round';

/** Frames, from the outermost to the innermost. */
export function frameBoxes(scene: Scene, heights: Heights, heads: ReadonlyMap<string, Contents>): readonly Box[] {
  return [...heights.frames].flatMap(([id, { y, bottom }]) => {
    const { x, right, kind, reason } = styleOf(id, scene);
    const rect = { x, y, width: right - x, height: bottom - y };
    const head = heads.get(id) ?? { rows: [], tags: [], height: 0 };
    const box: Box = {
      id,
      kind,
      ...rect,
      radius: 10,
      icon: '',
      tone: 'control',
      isExisting: kind === 'hub',
      texts: textsIn(head, rect),
      reason,
    };
    return [box, ...tagsIn(id, head, rect, reason)];
  });
}

function textsIn({ rows }: Contents, { x, y }: Rect): readonly Text[] {
  return rows.map(({ text, style, over, down }) => ({ x: x + over, y: y + down, text, style, anchor: 'start' }));
}

/** What belongs to a box, as small boxes in it. */
function tagsIn(id: string, { tags }: Contents, { x, y }: Rect, reason: Reason): readonly Box[] {
  return tags.map(({ icon, over, down, width, contents }, index) => {
    const rect = { x: x + over, y: y + down, width, height: contents.height };
    return {
      id: `${id} tag ${index}`,
      kind: 'tag',
      ...rect,
      radius: 5,
      icon: icons[icon],
      tone: 'control',
      isExisting: false,
      texts: textsIn(contents, rect),
      reason,
    };
  });
}

export function nodeBoxes({ edges }: Scene, rows: readonly Row[], heights: Heights, focus: Node | undefined) {
  const nodes: Box[] = [];
  const tags = new Map<string, readonly Box[]>();
  rows.forEach(({ cells }, index) => {
    for (const { id, node, x, right } of cells) {
      const contents = heights.contents.get(id);
      if (!node || !contents) continue;
      const rect = rectOf({ x, right }, heights.rows[index] ?? { y: 0, bottom: 0 }, contents.height);
      const isPerson = node.shape === 'round';
      nodes.push({
        id,
        kind: node === focus ? 'focus' : isPerson ? 'person' : 'node',
        ...rect,
        radius: isPerson ? Math.min(22, Math.floor(rect.height / 2)) : 8,
        icon: icons[node.icon ?? 'part'],
        tone: toneOf(node, edges),
        isExisting: isExisting(node),
        texts: textsIn(contents, rect),
        reason: node.reason,
      });
      tags.set(id, tagsIn(id, contents, rect, node.reason));
    }
  });
  return { nodes, tags };
}

/** Lines enter boxes of a row at one height. */
const rectOf = ({ x, right }: Pick<Cell, 'x' | 'right'>, { y }: { readonly y: number }, height: number): Rect => ({
  x,
  y,
  width: right - x,
  height: Math.max(height, indent),
});

/** As the first edge of it, where nothing is said. */
function toneOf({ id, in: zone, tone }: Node, edges: Scene['edges']): Flow {
  if (tone) return tone;
  if (zone === 'outside') return 'control';
  if (zone === 'monitoring') return 'monitoring';
  return edges.find(({ flow, from, to }) => flow !== 'monitoring' && [...from, ...to].includes(id))?.flow ?? 'control';
}
