import type { Edge } from '../../../avm-catalog/kernel/drawing.ts';
import type { Route } from './routes.ts';

/** Where lines go from left to right between two rows: each edge on a track of its own, where it would meet another. */
export interface Tracks {
  /** The number of its track, from the top. */
  readonly yOf: (channel: number, edge: Edge) => number;
  readonly countIn: (channel: number) => number;
}

/** Between lines on one track. */
const apart = 16;

interface Stretch {
  readonly x: number;
  readonly right: number;
}

export function tracksOf(routes: readonly Route[]): Tracks {
  const channels = new Map<number, Map<Edge, Stretch>>();
  for (const { link, first, last, xs, isOver } of routes) {
    const [exit, pass, entry] = xs;
    const stretches: readonly (readonly [number, number, number])[] = isOver
      ? [[last, exit, entry]]
      : first === last
        ? [[last, exit, entry]]
        : [
            [first, exit, pass],
            [last, pass, entry],
          ];
    for (const [channel, a, b] of stretches) if (a !== b) stretch(channels, channel, link.edge, a, b);
  }
  const tracks = new Map([...channels].map(([channel, edges]) => [channel, inTracks(edges)]));
  return {
    yOf: (channel, edge) => tracks.get(channel)?.of.get(edge) ?? 0,
    countIn: (channel) => tracks.get(channel)?.count ?? 0,
  };
}

function stretch(channels: Map<number, Map<Edge, Stretch>>, channel: number, edge: Edge, a: number, b: number): void {
  const edges = channels.get(channel) ?? new Map<Edge, Stretch>();
  const known = edges.get(edge) ?? { x: a, right: a };
  edges.set(edge, { x: Math.min(known.x, a, b), right: Math.max(known.right, a, b) });
  channels.set(channel, edges);
}

/** Each on the first track that is free from its left end on. */
function inTracks(edges: ReadonlyMap<Edge, Stretch>) {
  const ends: number[] = [];
  const of = new Map<Edge, number>();
  for (const [edge, { x, right }] of [...edges].toSorted(([, a], [, b]) => a.x - b.x)) {
    const found = ends.findIndex((end) => end + apart < x);
    const track = found < 0 ? ends.length : found;
    ends[track] = right;
    of.set(edge, track);
  }
  return { of, count: ends.length };
}
