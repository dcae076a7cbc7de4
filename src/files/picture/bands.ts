import type { Node } from '../../../avm-catalog/kernel/drawing.ts';
import { inFlow, layersOf, pairsOf, subnetOf, type Pair } from './graph.ts';
import { partsOf } from './parts.ts';
import type { Because, Scene } from './scene.ts';

export type Placed = Because<Node>;

/** A strip of the picture, from its left to its right edge, with its nodes in layers from top to bottom. */
export interface Band {
  /** Ids of the frames that it is in, the outermost first. */
  readonly frames: readonly string[];
  readonly layers: readonly (readonly Placed[])[];
  /** Left, middle and right are kept for boxes, so that lines pass where none is: those at the ends first, or on the right. */
  readonly align?: 'ends' | 'right';
  /** A border of the frame with this id, where lines to it end. */
  readonly border?: { readonly of: string; readonly at: 'top' | 'bottom' };
}

const solution = ['region', 'group'] as const;

/**
 * From top to bottom: what is outside, the peer, what is above the network, the network with its subnets, services, what is
 * bound to the focus, all else, monitoring, and who is told by it.
 */
export function bandsOf(scene: Scene): readonly Band[] {
  const parts = partsOf(scene);
  const where = (of: (node: Placed) => boolean): readonly Placed[] => scene.nodes.filter(of);
  const part = (name: string): readonly Placed[] => where(({ id }) => parts.get(id) === name);
  const outside = where((node) => node.in === 'outside');
  const isUpper = reachedFromAbove(scene, parts);
  const flow = pairsOf({ edges: scene.edges.filter((one) => one.flow !== 'monitoring') });
  const others = where((node) => node.in === 'group' && !parts.has(node.id));
  const lanes = [
    band([...solution, 'services'], [part('service')]),
    band([...solution, 'bound'], [part('bound')]),
    band([...solution, 'others'], [others]),
    band(
      [...solution, 'monitoring'],
      layersOf(
        where((node) => node.in === 'monitoring'),
        pairsOf(scene),
      ),
    ),
  ].flat();
  const edge = band(
    ['peer'],
    layersOf(
      where((node) => node.in === 'edge'),
      flow,
    ),
  );
  const above = band(solution, [part('above')], 'right');
  const network = networkBands(scene, flow);
  const inner = [...above, ...network, ...lanes];
  const isBare = inner.length === lanes.length && lanes.every((one) => one.frames.includes('others'));
  const upper = nearestFirst(outside.filter(isUpper), [edge, network, lanes, above], scene);
  return [
    ...band([], [upper], 'ends'),
    ...bordered(edge, 'peer', scene.peer?.id),
    ...(isBare ? bare(others) : inner),
    ...band([], [outside.filter((node) => !isUpper(node))], 'ends'),
  ];
}

function band(
  frames: readonly string[],
  layers: readonly (readonly Placed[])[],
  align?: Band['align'],
): readonly Band[] {
  const some = layers.filter((one) => one.length > 0);
  return some.length === 0 ? [] : [{ frames, layers: some, ...(align ? { align } : {}) }];
}

/** By the first band that they have to do with: what comes last is on the right, beside the lines of the others. */
function nearestFirst(nodes: readonly Placed[], groups: readonly (readonly Band[])[], scene: Scene): readonly Placed[] {
  const order = new Map(groups.flat().flatMap(({ layers }, index) => layers.flat().map(({ id }) => [id, index])));
  const first = new Map<string, number>();
  for (const [a, b] of pairsOf(scene))
    for (const [id, other] of [
      [a, b],
      [b, a],
    ] as const)
      first.set(id, Math.min(first.get(id) ?? Infinity, order.get(other) ?? Infinity));
  return nodes.toSorted((a, b) => rankIn(first, a) - rankIn(first, b));
}

/** Of those without any, a number too, so that they can be compared. */
const rankIn = (first: ReadonlyMap<string, number>, { id }: Placed): number => Math.min(first.get(id) ?? 999, 999);

/** Where there is nothing but boxes, they need no frame of their own. */
const bare = (nodes: readonly Placed[]): readonly Band[] => [{ frames: solution, layers: [nodes] }];

/** Between its borders, where lines to a frame end. */
function bordered(bands: readonly Band[], frame: string, id: string | undefined): readonly Band[] {
  const [first] = bands;
  if (!first || id === undefined) return bands;
  const inside = first.frames.slice(0, first.frames.indexOf(frame) + 1);
  return [
    { frames: inside.slice(0, -1), layers: [], border: { of: id, at: 'top' } },
    ...bands,
    { frames: inside, layers: [], border: { of: id, at: 'bottom' } },
  ];
}

function networkBands({ network, nodes, edges }: Scene, flow: readonly Pair[]): readonly Band[] {
  if (!network) return [];
  const inside = [...solution, 'network'];
  const loose = band(inside, [nodes.filter((node) => node.in === 'network')]);
  const subnets = subnetsInOrder({ network, nodes }, flow).map((key): Band => {
    const own = nodes.filter((node) => subnetOf(node) === key);
    return { frames: [...inside, `subnet ${key}`], layers: layersOf(own, flow) };
  });
  const bands = [...loose, ...subnets];
  return bordered(bands.length === 0 ? [{ frames: inside, layers: [] }] : bands, 'network', network.id).filter(
    ({ border }) => !border || edges.some(({ from, to }) => [...from, ...to].includes(border.of)),
  );
}

function subnetsInOrder(
  { network, nodes }: Pick<Scene, 'network' | 'nodes'>,
  flow: readonly Pair[],
): readonly string[] {
  const subnets = new Map(nodes.map((node) => [node.id, subnetOf(node)]));
  const between = flow.flatMap(([from, to]): readonly Pair[] => {
    const [a, b] = [subnets.get(from), subnets.get(to)];
    return a === undefined || b === undefined ? [] : [[a, b]];
  });
  return inFlow(network?.subnets.map(({ key }) => key) ?? [], between);
}

/** Who talks to the network, what is in it, or what is beside it; others are told in the end, or stand alone. */
function reachedFromAbove(scene: Scene, parts: ReadonlyMap<string, string>): (node: Placed) => boolean {
  const isNear = (node: Placed): boolean =>
    typeof node.in !== 'string' ||
    ['edge', 'network'].includes(node.in) ||
    ['above', 'service'].includes(parts.get(node.id) ?? '');
  const near = new Set([...scene.nodes.filter(isNear), scene.network, scene.peer].flatMap((one) => one?.id ?? []));
  const upper = new Set(pairsOf(scene).flatMap(([a, b]) => (near.has(b) ? [a] : near.has(a) ? [b] : [])));
  return ({ id }) => upper.has(id);
}
