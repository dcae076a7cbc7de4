import template from '../../templates/docs/architecture.svg.hbs';
import type { Edge } from '../../avm-catalog/kernel/drawing.ts';
import type { Reason } from '../bicep/value.ts';
import type { GeneratedFile } from './file-set.ts';
import { pictureOf, type Picture } from './picture/picture.ts';
import type { Box, Line, Text } from './picture/shapes.ts';
import { sceneOf, type Because, type Scene } from './picture/scene.ts';
import { enumerate } from '../text/enumerate.ts';
import type { Workspace } from './readme/sides.ts';
import type { Environment } from '../../avm-catalog/kernel/workspace.ts';
import { renderFile } from './render.ts';
import { namesOf } from '../../avm-catalog/kernel/documents.ts';

/** One picture, and the environments that look like it. */
interface PicturedSides {
  readonly path: string;
  readonly sides: readonly Environment[];
  readonly scene: Scene;
}

/**
 * The default environment has docs/architecture.svg. Another one has a picture of its own unless the boxes and lines in it are
 * those of a picture there is already; names, sizes and ranges make no difference.
 */
export function picturesOf(workspace: Workspace): readonly PicturedSides[] {
  const known = pictured.get(workspace) ?? findPictures(workspace);
  pictured.set(workspace, known);
  return known;
}

/** Several files tell of the pictures; they are found once. */
const pictured = new WeakMap<Workspace, readonly PicturedSides[]>();

function findPictures(workspace: Workspace): readonly PicturedSides[] {
  const { default: first, sides } = workspace;
  const found = new Map<string, { readonly path: string; readonly sides: Environment[]; readonly scene: Scene }>();
  for (const side of [first, ...sides.filter((one) => one !== first)]) {
    const scene = sceneOf(side, workspace);
    const looks = looksOf(scene);
    const known = found.get(looks);
    if (known) known.sides.push(side);
    else found.set(looks, { path: pathOf(side, first), sides: [side], scene });
  }
  return [...found.values()];
}

const pathOf = (side: Environment, first: Environment): string =>
  side === first ? 'docs/architecture.svg' : `docs/architecture.${side.environment}.svg`;

/** What is drawn, but for what boxes are called. */
function looksOf({ nodes, edges, network }: Scene): string {
  return JSON.stringify([
    nodes.map(({ id, title, in: place }) => [id, title, place]),
    edges.map(({ from, to, label }) => [from, to, label]),
    network?.subnets.map(({ key }) => key),
  ]);
}

/** How documents tell of the pictures. */
export function pictureLinks(workspace: Workspace) {
  return picturesOf(workspace).map(({ path, sides: [first, ...others] }, index, all) => ({
    path,
    environment: first?.environment ?? '',
    isDefault: index === 0,
    leads: index === 0 && all.length > 1,
    alike: enumerate(namesOf(others)),
    verb: others.length === 1 ? 'has' : 'have',
    own: others.length === 1 ? 'its' : 'their',
    reason: {
      ...workspace.reason(['environments']),
      answers: [first, ...others].flatMap((side) => (side ? [`environments.${side.environment}`] : [])),
    },
  }));
}

export function pictures(workspace: Workspace): readonly GeneratedFile[] {
  const reason = workspace.reason(['ARC-001', 'environments']);
  return picturesOf(workspace).map(({ path, scene }) => draw(path, scene, reason));
}

/** The picture of a scene: SVG that may stand alone, in an `img`, or as it is in a page of HTML. */
export function draw(path: string, scene: Scene, reason: Reason): GeneratedFile {
  const picture = pictureOf(scene);
  const model = {
    width: picture.width,
    height: picture.height,
    title: `Architecture of ${scene.workload}, ${scene.environment}`,
    sentences: scene.edges.flatMap((edge) => sentences(edge, scene)),
    figures: figures(picture, reason),
  };
  return renderFile(path, template, model, reason);
}

/** In the order in which one covers another: what boxes stand in, lines, boxes, and what is said of lines. */
function figures({ heading, places, lines, nodes, legend }: Picture, reason: Reason): readonly Figure[] {
  return [
    { texts: [heading], reason },
    ...places.map(ofBox),
    ...lines.map((line) => ({ line, texts: [], reason: line.reason })),
    ...nodes.map(ofBox),
    ...lines.map((line) => ({ texts: line.labels, reason: line.reason })),
    ...legend.map(({ flow, path, text }) => ({ line: { flow, path, heads: [] }, texts: [text], reason })),
  ];
}

interface Figure {
  readonly box?: Box & { readonly isFocus: boolean };
  readonly icon?: { readonly x: number; readonly y: number; readonly path: string };
  readonly line?: Pick<Line, 'flow' | 'path' | 'heads'>;
  readonly texts: readonly Text[];
  readonly reason: Reason;
}

/** A picture sign stands beside the first text. */
function ofBox(box: Box): Figure {
  const { x, y, icon: path, texts, reason } = box;
  const icon = path === '' ? {} : { icon: { x: x + 11, y: (texts[0]?.y ?? y + 25) - 15, path } };
  return { box: { ...box, isFocus: box.kind === 'focus' }, ...icon, texts, reason };
}

function sentences({ from, to, label, reason }: Because<Edge>, { nodes, network, peer }: Scene) {
  const titleOf = (id: string): string => [...nodes, network, peer].find((one) => one?.id === id)?.title ?? id;
  return from.flatMap((a) => to.map((b) => ({ from: titleOf(a), to: titleOf(b), label, reason })));
}
