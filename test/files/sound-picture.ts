import { expect } from 'vitest';
import type { Node } from '../../avm-catalog/kernel/drawing.ts';
import { faces } from '../../src/files/picture/contents.ts';
import { pictureOf, type Picture } from '../../src/files/picture/picture.ts';
import type { Scene } from '../../src/files/picture/scene.ts';
import type { Line, Point, Rect, Text } from '../../src/files/picture/shapes.ts';
import { widthOf } from '../../src/files/picture/text.ts';
import { diagramLines } from '../../src/files/readme/diagram.ts';

const rectOf = ({ x, y, width, height }: Rect): Rect => ({ x, y, width, height });

function overlap(a: Rect, b: Rect): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

function holds(outer: Rect, inner: Rect): boolean {
  return (
    inner.x >= outer.x &&
    inner.y >= outer.y &&
    inner.x + inner.width <= outer.x + outer.width &&
    inner.y + inner.height <= outer.y + outer.height
  );
}

/** The room a text takes, by the table of widths. */
function roomOf({ x, y, text, style, anchor }: Text): Rect {
  const face = faces[style];
  const width = widthOf(text, face);
  return { x: anchor === 'middle' ? x - Math.ceil(width / 2) : x, y: y - face.size + 2, width, height: face.size };
}

function segmentsOf(points: readonly Point[]): readonly Rect[] {
  return points.slice(1).map((to, index) => {
    const from = points[index] ?? to;
    return {
      x: Math.min(from.x, to.x),
      y: Math.min(from.y, to.y),
      width: Math.abs(from.x - to.x),
      height: Math.abs(from.y - to.y),
    };
  });
}

/** A segment goes through the inside of a box; on its border it does not. */
const crosses = (segment: Rect, box: Rect): boolean =>
  segment.x < box.x + box.width &&
  box.x < segment.x + segment.width + (segment.width === 0 ? 0.5 : 0) &&
  segment.y < box.y + box.height &&
  box.y < segment.y + segment.height + (segment.height === 0 ? 0.5 : 0);

/** Lines of two edges that run over each other. */
function covered({ edges }: Scene, lines: Picture['lines']): readonly string[] {
  const isOneEdge = (a: Line, b: Line): boolean =>
    edges.some(
      ({ flow, from, to }) => flow === a.flow && [a, b].every((one) => from.includes(one.from) && to.includes(one.to)),
    );
  const parts = lines.flatMap((line) => segmentsOf(line.points).map((segment) => ({ line, segment })));
  return parts.flatMap(({ line: a, segment: one }, index) =>
    parts.slice(index + 1).flatMap(({ line: b, segment: other }) => {
      const isOver =
        (one.width === 0 &&
          other.width === 0 &&
          one.x === other.x &&
          one.y < other.y + other.height &&
          other.y < one.y + one.height) ||
        (one.height === 0 &&
          other.height === 0 &&
          one.y === other.y &&
          one.x < other.x + other.width &&
          other.x < one.x + one.width);
      return isOver && a !== b && !isOneEdge(a, b) ? [`${a.from} to ${a.to} covers ${b.from} to ${b.to}`] : [];
    }),
  );
}

/** What is wrong with a layout, in words. */
function faultsOf(scene: Scene, picture: Picture): readonly string[] {
  const { nodes, places, tags, lines, legend, title, captions } = picture;
  const found: string[] = [];
  const ground = { x: 0, y: 0, width: picture.width, height: picture.height };
  const place = (id: string) => places.find((one) => one.id === id);
  nodes.forEach((a, index) => {
    for (const b of nodes.slice(index + 1)) if (overlap(a, b)) found.push(`${a.id} overlaps ${b.id}`);
  });
  for (const node of nodes)
    for (const tag of tags.get(node.id) ?? []) if (!holds(node, tag)) found.push(`${tag.id} is outside`);
  for (const box of [...places, ...nodes, ...[...tags.values()].flat()]) {
    if (!holds(ground, box)) found.push(`${box.id} leaves the picture`);
    for (const text of box.texts) if (!holds(box, roomOf(text))) found.push(`${box.id} does not hold “${text.text}”`);
  }
  const parentOf = (zone: Node['in']): string => {
    if (typeof zone !== 'string') return `subnet ${zone.subnet}`;
    return zone === 'edge' ? 'peer' : zone === 'monitoring' ? 'group' : zone;
  };
  for (const node of scene.nodes) {
    const box = nodes.find((one) => one.id === node.id);
    if (!box) found.push(`${node.id} is missing`);
    else if (node.in === 'outside') {
      for (const one of places) if (overlap(one, box)) found.push(`${node.id} is inside ${one.id}`);
    } else {
      const parent = place(parentOf(node.in));
      if (!parent || !holds(parent, box)) found.push(`${node.id} is not inside ${parentOf(node.in)}`);
      if (!place('region') || !holds(place('region')!, box) !== (node.in === 'edge')) found.push(`${node.id}: region`);
    }
  }
  const inside = (inner: string, outer: string): void => {
    const [a, b] = [place(inner), place(outer)];
    if (a && (!b || !holds(b, a))) found.push(`${inner} is not inside ${outer}`);
  };
  inside('group', 'region');
  inside('network', 'group');
  inside('bound', 'group');
  const subnets = (scene.network?.subnets ?? []).map(({ key }) => `subnet ${key}`);
  for (const one of subnets) inside(one, 'network');
  for (const one of [...subnets, ...(scene.network ? ['network'] : [])]) if (!place(one)) found.push(`no ${one}`);
  const apart = [...subnets, 'bound'].flatMap((one) => place(one) ?? []);
  apart.forEach((a, index) => {
    for (const b of apart.slice(index + 1)) if (overlap(a, b)) found.push(`${a.id} overlaps ${b.id}`);
  });
  const [network, peer, region] = [place('network'), place('peer'), place('region')];
  if (peer && region && overlap(peer, region)) found.push('peer overlaps region');
  for (const { id } of scene.nodes.filter((node) => node.in === 'group' || node.in === 'monitoring')) {
    const box = nodes.find((one) => one.id === id);
    if (box && network && overlap(box, network)) found.push(`${id} is inside network`);
  }
  const heads = places.flatMap((one) => one.texts.map((text) => ({ id: `heading of ${one.id}`, ...roomOf(text) })));
  for (const outer of places)
    for (const inner of [...places, ...nodes].filter((one) => one !== outer && holds(outer, one)))
      for (const text of outer.texts)
        if (overlap(roomOf(text), inner)) found.push(`heading of ${outer.id} is under ${inner.id}`);
  const loose = captions.map((text) => ({ id: `caption “${text.text}”`, ...roomOf(text) }));
  for (const text of loose)
    for (const one of [...places, ...nodes]) if (overlap(text, one)) found.push(`${text.id} is under ${one.id}`);
  const labels = lines.flatMap((one) => one.labels.map((text) => ({ id: `label “${text.text}”`, ...roomOf(text) })));
  const solid = [...nodes.map((one) => ({ id: one.id, ...rectOf(one) })), ...heads, ...loose];
  for (const line of lines)
    for (const segment of segmentsOf(line.points)) {
      if (segment.width > 0 && segment.height > 0) found.push(`${line.from} to ${line.to} is slanted`);
      for (const one of [...solid, ...labels])
        if (crosses(segment, one)) found.push(`${line.from} to ${line.to} crosses ${one.id}`);
    }
  found.push(...covered(scene, lines));
  labels.forEach((a, index) => {
    for (const b of [...solid, ...labels.slice(index + 1)]) if (overlap(a, b)) found.push(`${a.id} overlaps ${b.id}`);
    if (!holds(ground, a)) found.push(`${a.id} leaves the picture`);
  });
  for (const text of [...title.texts, ...captions, ...legend.map((one) => one.text)])
    if (!holds(ground, roomOf(text))) found.push(`“${text.text}” leaves the picture`);
  return [...new Set(found)];
}

/** Pairs of an edge that neither a line nor words in a box tell of. */
function untold(scene: Scene, { lines, nodes }: Picture): readonly string[] {
  const said = nodes.flatMap((one) => one.texts.map((text) => text.text)).join(' ');
  const start = (text: string): string => (text.split(/[ ,-]/)[0] ?? text).slice(0, 4);
  return scene.edges.flatMap(({ from, to, label }) =>
    from.flatMap((a) =>
      to.flatMap((b) =>
        lines.some((line) => line.from === a && line.to === b) || said.includes(start(label))
          ? []
          : [`${a} to ${b}: ${label}`],
      ),
    ),
  );
}

/** Ends of edges that are not in the picture, and of the Mermaid one those that it has no box for. */
function loose(scene: Scene): readonly string[] {
  const ids = new Set([...scene.nodes, scene.network, scene.peer].flatMap((one) => one?.id ?? []));
  const lines = diagramLines(scene);
  const boxes = new Set(lines.filter(({ kind }) => kind.group || kind.node).map(({ id }) => id));
  const named = lines.flatMap(({ from, to }) => [from, to]).flatMap((one) => (one === '' ? [] : one.split(' & ')));
  return [
    ...scene.edges.flatMap(({ from, to }) => [...from, ...to].filter((id) => !ids.has(id))),
    ...scene.edges.flatMap(({ from, to, label }) => (from.length > 0 && to.length > 0 ? [] : [label])),
    ...[...ids, ...named].filter((id) => !boxes.has(id)),
  ];
}

/** The smallest text of an SVG as wide as a README shows it, in pixels, by the styles in it. */
export function smallestText(svg: string): number {
  const width = Number(/viewBox="0 0 (\d+) /.exec(svg)?.[1]);
  const sizes = new Map(
    [...svg.matchAll(/\.avm-(\w+) \{ font-size: (\d+)px/g)].map(([, name, size]) => [name, Number(size)]),
  );
  const texts = [...svg.matchAll(/<text class="avm-(\w+)/g)];
  return Math.min(...texts.map(([, name]) => ((sizes.get(name) ?? 0) * 840) / width));
}

/** Boxes, lines and texts do not meet, and whatever is meant is drawn or said. */
export const expectSound = (scene: Scene): void => {
  const picture = pictureOf(scene);
  expect(loose(scene)).toEqual([]);
  expect(faultsOf(scene, picture)).toEqual([]);
  expect(untold(scene, picture)).toEqual([]);
};
