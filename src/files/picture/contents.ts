import type { Attachment, Icon, Node } from '../../../avm-catalog/kernel/drawing.ts';
import { wrap, type Face } from './text.ts';

/** No size is below 12: a picture is shown as wide as it is. */
export const faces = {
  heading: { size: 18, strong: true },
  strong: { size: 13, strong: true },
  plain: { size: 12 },
} as const satisfies Readonly<Record<string, Face>>;

export const labelFace = faces.plain;

export type Style = keyof typeof faces;

interface Words {
  readonly text: string;
  readonly style: Style;
}

/** A line of text in a box: its baseline, and where it begins. */
interface Row extends Words {
  readonly over: number;
  readonly down: number;
}

/** A small box in another one. */
interface Tag {
  readonly icon: Icon;
  readonly over: number;
  readonly down: number;
  readonly width: number;
  readonly contents: Contents;
}

export interface Contents {
  readonly rows: readonly Row[];
  readonly tags: readonly Tag[];
  readonly height: number;
}

const heights: Readonly<Record<Style, number>> = { heading: 24, strong: 16, plain: 15 };

/** Where texts begin in a box, right of its icon; in a small one; and what is kept free on the right. */
export const indent = 38;
const tagIndent = 27;
const right = 8;
const space = 10;
/** A box this wide has two columns of text. */
const wide = 400;

const linesOf = (text: string, style: Style, room: number, most = 2): readonly Words[] =>
  wrap(text, room, faces[style], most).map((one) => ({ text: one, style }));

export function contentsOf(node: Node, width: number, notes: readonly string[]): Contents {
  const isWide = width > wide;
  const half = Math.floor(width / 2);
  const room = (isWide ? half : width) - indent - right;
  const said = [
    ...linesOf(node.title, 'strong', room),
    ...linesOf(node.name ?? '', 'plain', room),
    ...(node.details ?? []).flatMap((one) => linesOf(one, 'plain', room)),
  ];
  const further = [
    ...(node.further ?? []).flatMap((one) => linesOf(one, 'plain', room)),
    ...notes.flatMap((one) => linesOf(one, 'plain', room, 3)),
  ];
  const main = stack(isWide ? said : [...said, ...further], space, indent);
  const side = stack(isWide ? further : [], space, half + indent);
  const both = { rows: [...main.rows, ...side.rows], height: Math.max(main.height, side.height) };
  return withTags(both, node.attached ?? [], 10, width - 20);
}

/** The texts of a frame: its type, its name, and what belongs to it. */
export function headingOf(title: string, name: string, attached: readonly Attachment[], room: number): Contents {
  const texts = stack([...linesOf(title, 'strong', room, 3), ...linesOf(name, 'plain', room, 3)], 6, 12);
  return attached.length === 0 ? texts : withTags(texts, attached, 6, room + 14);
}

/** Lines one below the other, with the same space above and below. */
function stack(lines: readonly Words[], around: number, over: number): Contents {
  let down = around;
  const rows = lines.map(({ text, style }) => {
    down += heights[style];
    return { text, style, over, down: down - 4 };
  });
  return { rows, tags: [], height: lines.length === 0 ? 0 : down + around };
}

function withTags(
  { rows, height }: Pick<Contents, 'rows' | 'height'>,
  attached: readonly Attachment[],
  over: number,
  width: number,
): Contents {
  let down = height;
  const tags = attached.map(({ title, name, icon }) => {
    const room = width - tagIndent - 4;
    const contents = stack([...linesOf(title, 'strong', room), ...linesOf(name, 'plain', room, 3)], 5, tagIndent);
    const tag = { icon, over, down, width, contents };
    down += contents.height + 8;
    return tag;
  });
  return { rows, tags, height: down };
}
