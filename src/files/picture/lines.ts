import type { Edge } from '../../../avm-catalog/kernel/drawing.ts';
import { labelX, type Port } from './ports.ts';
import { Drawn } from './drawn.ts';
import type { Heights, Reach } from './heights.ts';
import type { Route, Routes } from './routes.ts';
import { headOf, type Line, type Point, type Text } from './shapes.ts';

const lineHeight = 14;

/** A line for each route, with its label where it enters its lower end; lines of one edge there have one label. */
export function linesOf(routes: Routes, heights: Heights, bottoms: ReadonlyMap<string, number>): readonly Line[] {
  const labeled = new Set<Port>();
  const drawn = new Map<Edge, Drawn>();
  return routes.routes.map((route) => {
    const { link, lower } = route;
    const port = routes.ports.get(lower)?.find(({ edge }) => edge === link.edge);
    const top = heights.rows[route.last]?.y ?? 0;
    const labels = port && !labeled.has(port) ? labelsOf(port, top) : [];
    if (port) labeled.add(port);
    const points = pointsOf(route, heights, bottoms);
    const ofEdge = drawn.get(link.edge) ?? new Drawn();
    drawn.set(link.edge, ofEdge);
    return lineOf(route, points, ofEdge.add(points), labels);
  });
}

function labelsOf(port: Port, top: number): readonly Text[] {
  const { label } = port;
  return label.map((text, index) => ({
    x: labelX(port),
    y: top - 7 - (label.length - 1 - index) * lineHeight,
    text,
    style: 'plain',
    anchor: 'start',
  }));
}

/** From the upper end to the lower one. */
function pointsOf(
  { link, upper, first, last, xs, isOver }: Route,
  heights: Heights,
  bottoms: ReadonlyMap<string, number>,
): readonly Point[] {
  const [exit, pass, entry] = xs;
  const reach = (row: number): Reach => heights.rows[row] ?? { y: 0, bottom: 0 };
  const top = reach(last).y;
  const [from, to] = [heights.trackOf(first, link.edge), heights.trackOf(last, link.edge)];
  const start = isOver ? top : (bottoms.get(upper) ?? reach(first - 1).bottom);
  const all = [
    { x: exit, y: start },
    ...(exit === pass
      ? []
      : [
          { x: exit, y: from },
          { x: pass, y: from },
        ]),
    ...(pass === entry || isOver
      ? []
      : [
          { x: pass, y: to },
          { x: entry, y: to },
        ]),
    { x: entry, y: top },
  ];
  return all;
}

function lineOf({ link, lower }: Route, down: readonly Point[], path: string, labels: readonly Text[]): Line {
  const { edge, from, to, cells } = link;
  const points = cells?.[0] === lower ? down.toReversed() : down;
  const [first, second] = points;
  const [before, tip] = points.slice(-2);
  const heads = [
    ...(before && tip ? [headOf(before, tip)] : []),
    ...(edge.both && first && second ? [headOf(second, first)] : []),
  ];
  return { from, to, flow: edge.flow, points, path, heads, labels, reason: edge.reason };
}
