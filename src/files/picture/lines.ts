import type { Lane } from './lanes.ts';
import { routes, stub, type Ground } from './routes.ts';
import { headOf, pathOf, type Line, type Point, type Text } from './shapes.ts';

/** A line for each lane; what several have together is drawn once. */
export function linesOf(lanes: readonly Lane[], ground: Ground): readonly Line[] {
  const single = new Set<Lane>(['bound', 'trunk'].flatMap((way) => lanes.find((one) => one.way === way) ?? []));
  return lanes.flatMap((lane) => {
    if (lane.way === 'words' || (lane.way === 'bound' && !single.has(lane))) return [];
    const isStub = lane.way === 'trunk' && !single.has(lane);
    const { points, labels } = isStub ? stub(lane, ground) : routes[lane.way](lane, ground);
    return [lineOf(lane, ground, points, labels, isStub)];
  });
}

function lineOf(
  { edge, from, to, way }: Lane,
  { focus }: Ground,
  points: readonly Point[],
  labels: readonly Text[],
  isStub: boolean,
): Line {
  const [first, second] = points;
  const [before, tip] = points.slice(-2);
  const heads = [
    ...(before && tip && !isStub ? [headOf(before, tip)] : []),
    ...(edge.both && first && second ? [headOf(second, first)] : []),
  ];
  const path = pathOf(points);
  const ends = way === 'bound' ? { from: 'bound', to: focus?.id ?? '' } : { from, to };
  return { ...ends, flow: edge.flow, points, path, heads, labels, reason: edge.reason };
}
