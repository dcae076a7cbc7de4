import type { Flow } from '../../../avm-catalog/kernel/drawing.ts';
import { labelFace } from './contents.ts';
import { meanings } from './meanings.ts';
import { width } from './page.ts';
import type { Line, Rect, Text } from './shapes.ts';
import { widthOf } from './text.ts';

/** What a kind of line or box means. */
export interface Sample {
  readonly flow?: Flow;
  readonly path: string;
  readonly box?: Rect & { readonly isExisting: boolean };
  readonly text: Text;
}

const edge = 24;
const row = 24;

/** Of the kinds of lines and boxes that are drawn, in as many rows as it takes. */
export function legendOf(lines: readonly Line[], hasExisting: boolean, top: number): readonly Sample[] {
  let [x, y] = [edge, top];
  const placed = (text: string) => {
    const needed = 46 + widthOf(text, labelFace) + 28;
    if (x > edge && x + needed > width) [x, y] = [edge, y + row];
    const at = { x, y };
    x += needed;
    return { at, text: { x: at.x + 46, y: at.y, text, style: 'plain', anchor: 'start' } as const };
  };
  const flows = (Object.entries(meanings) as [Flow, string][]).filter(([flow]) =>
    lines.some((one) => one.flow === flow),
  );
  const boxes = hasExisting
    ? ([
        [false, 'Deployed'],
        [true, 'Existing, not deployed'],
      ] as const)
    : [];
  return [
    ...flows.map(([flow, words]) => {
      const { at, text } = placed(words);
      return { flow, path: `M${at.x} ${at.y - 4}L${at.x + 38} ${at.y - 4}`, text };
    }),
    ...boxes.map(([isExisting, words]) => {
      const { at, text } = placed(words);
      return { path: '', box: { x: at.x, y: at.y - 13, width: 38, height: 18, isExisting }, text };
    }),
  ];
}
