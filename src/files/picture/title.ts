import { faces, type Style } from './contents.ts';
import { content, width } from './page.ts';
import { type Row } from './rows.ts';
import type { Scene } from './scene.ts';
import type { Rect, Text } from './shapes.ts';
import { shorten, wrap } from './text.ts';

/** Says what the picture is of, and how far it can be relied on. */
export interface TitleBlock {
  readonly rect: Rect;
  readonly texts: readonly Text[];
  readonly bottom: number;
}

const edge = 12;
const inside = 24;
const columns = 3;

export function titleOf({ workload, environment, region, blueprint, sheet }: Scene): TitleBlock {
  const facts = [
    ['Environment', environment],
    ['Region', region],
    ['Blueprint', blueprint],
    ['Shows', sheet.shows],
    ['Same structure', sheet.alike],
    ['Status', 'Planned from avm.yaml, not read from Azure'],
  ].filter(([, value]) => value !== '');
  const each = Math.floor((width - 2 * inside) / columns);
  const room = each - 16;
  const heading = textAt(inside, 42, shorten(workload, width - 2 * inside, faces.heading), 'heading');
  let y = 64;
  const texts: Text[] = [];
  for (let index = 0; index < facts.length; index += columns) {
    const some = facts
      .slice(index, index + columns)
      .map(([name = '', value = '']) => ({ name, lines: wrap(value, room, faces.plain) }));
    some.forEach(({ name, lines }, column) => {
      const x = inside + column * each;
      texts.push(textAt(x, y, name, 'strong'));
      lines.forEach((one, line) => texts.push(textAt(x, y + 16 + line * 15, one, 'plain')));
    });
    y += 24 + 15 * Math.max(...some.map(({ lines }) => lines.length));
  }
  const bottom = y - 8;
  return {
    rect: { x: edge, y: edge, width: width - 2 * edge, height: bottom - edge },
    texts: [heading, ...texts],
    bottom,
  };
}

const textAt = (x: number, y: number, text: string, style: Style): Text => ({ x, y, text, style, anchor: 'start' });

/** Left of the boxes that are in no frame. */
export function captionsOf(rows: readonly { readonly row: Row; readonly y: number }[]): readonly Text[] {
  return rows.flatMap(({ row, y }, index) => {
    const isFirst = rows[index - 1]?.row.frames.length !== 0;
    if (row.frames.length > 0 || row.border || !isFirst) return [];
    return wrap('Outside the resource group', content.x - 2 * inside, faces.strong).map((text, line) =>
      textAt(inside, y + 20 + line * 16, text, 'strong'),
    );
  });
}
