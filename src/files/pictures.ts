import template from '../../templates/docs/architecture.svg.hbs';
import type { Edge } from '../../avm-catalog/kernel/drawing.ts';
import type { Reason } from '../bicep/value.ts';
import type { GeneratedFile } from './file-set.ts';
import { pictureOf, type Picture } from './picture/picture.ts';
import type { Box, Line, Rect, Text } from './picture/shapes.ts';
import { allPictures, picturesOf } from './picture/pictured.ts';
import { levels as shown, type Because, type Scene } from './picture/scene.ts';
import { enumerate } from '../text/enumerate.ts';
import type { Workspace } from './readme/sides.ts';
import { renderFile } from './render.ts';
import { switchesOf } from './tracing/switches.ts';
import { namesOf } from '../../avm-catalog/kernel/documents.ts';

/** Links to the diagrams. */
export function pictureLinks(workspace: Workspace) {
  return picturesOf(workspace).map(({ path, levels: [, ...levels], sides: [first, ...others] }, index, all) => ({
    path,
    levels: levels.map((one) => ({ path: one.path, level: one.level, title: shown[one.level] })),
    environment: first?.environment ?? '',
    isDefault: index === 0,
    leads: index === 0 && all.length > 1,
    alike: enumerate(namesOf(others)),
    reason: {
      ...workspace.reason(['environments']),
      answers: [first, ...others].flatMap((side) => (side ? [`environments.${side.environment}`] : [])),
    },
  }));
}

/** Links to the diagrams of components that share a box, by title. */
export function kindLinks(workspace: Workspace) {
  const { kinds } = allPictures(workspace);
  return kinds
    .toSorted((a, b) => (a.kind.title < b.kind.title ? -1 : a.kind.title > b.kind.title ? 1 : 0))
    .map(({ path, kind, sides }) => ({
      path,
      title: `${kind.title}: ${kind.members.length}`,
      environments: enumerate(namesOf(sides)),
      isEverywhere: sides.length === workspace.sides.length,
      reason: {
        ...workspace.reason(['environments']),
        answers: kind.members.flatMap((one) => switchesOf(one, workspace.spec)),
      },
    }));
}

export function pictures(workspace: Workspace): readonly GeneratedFile[] {
  const reason = workspace.reason(['ARC-001', 'environments']);
  const { overviews, kinds } = allPictures(workspace);
  return [...overviews.flatMap(({ levels }) => levels), ...kinds].map(({ path, scene }) => draw(path, scene, reason));
}

/** The diagram of a scene, as SVG for a file, an `img`, or inline HTML. */
export function draw(path: string, scene: Scene, reason: Reason): GeneratedFile {
  const picture = pictureOf(scene);
  const model = {
    width: picture.width,
    height: picture.height,
    title: describeScene(scene),
    sentences: scene.edges.flatMap((edge) => sentences(edge, scene)),
    figures: figures(picture, reason),
  };
  return renderFile(path, template, model, reason);
}

const describeScene = ({ workload, environment, sheet, region, blueprint }: Scene): string =>
  `Architecture of ${workload}, ${environment}. ${sheet.shows}. Region ${region}, blueprint ${blueprint}`;

/** In drawing order: frames, lines, boxes, and labels of lines. */
function figures(picture: Picture, reason: Reason): readonly Figure[] {
  const { title, captions, places, lines, nodes, tags, legend } = picture;
  return [
    { box: { ...title.rect, kind: 'title', radius: 6, isExisting: false }, texts: title.texts, reason },
    { texts: captions, reason },
    ...places.map(ofBox),
    ...lines.map((line) => ({ line, texts: [], reason: line.reason })),
    ...nodes.flatMap((node) => [node, ...(tags.get(node.id) ?? [])].map(ofBox)),
    ...lines.map((line) => ({ texts: line.labels, reason: line.reason })),
    ...legend.map(({ flow, path, box, text }) => ({
      ...(flow ? { line: { flow, path, heads: [] } } : {}),
      ...(box ? { box: { ...box, kind: 'node', radius: 5 } } : {}),
      texts: [text],
      reason,
    })),
  ];
}

interface Figure {
  readonly box?: Rect & { readonly kind: string; readonly radius: number; readonly isExisting: boolean };
  readonly icon?: { readonly x: number; readonly y: number; readonly path: string; readonly tone: string };
  readonly line?: Pick<Line, 'flow' | 'path' | 'heads'>;
  readonly texts: readonly Text[];
  readonly reason: Reason;
}

/** The icon is beside the first text. */
function ofBox(box: Box): Figure {
  const { x, y, icon: path, texts, reason, kind } = box;
  const icon = { x: x + (kind === 'tag' ? 4 : 10), y: (texts[0]?.y ?? y + 25) - 15, path, tone: box.tone };
  return { box, ...(path === '' ? {} : { icon }), texts, reason };
}

function sentences({ from, to, label, reason }: Because<Edge>, { nodes, network, peer }: Scene) {
  const titleOf = (id: string): string => [...nodes, network, peer].find((one) => one?.id === id)?.title ?? id;
  return from.flatMap((a) => to.map((b) => ({ from: titleOf(a), to: titleOf(b), label, reason })));
}
