import {
  resourceOf,
  type Drawing,
  type Edge,
  type Frame,
  type Network,
  type Node,
  type Zone,
} from '../../../avm-catalog/kernel/drawing.ts';
import type { Environment } from '../../../avm-catalog/kernel/workspace.ts';
import type { Reason } from '../../bicep/value.ts';
import type { Workspace } from '../readme/sides.ts';

export type Because<T> = T & { readonly reason: Reason };

/** How much a picture shows. */
export type Level = 'overview' | 'network' | 'full';

export const levels: Readonly<Record<Level, string>> = {
  overview: 'Overview: main resources and connections',
  network: 'Network: address ranges, NSGs, public IP addresses',
  full: 'All resources and connections',
};

/** What a picture says of itself. */
interface Sheet {
  readonly shows: string;
  /** Other environments that it is true of. */
  readonly alike: string;
}

/** The contents of the diagrams of one environment. */
export interface Scene {
  readonly workload: string;
  readonly environment: string;
  readonly region: string;
  /** Name and version of the blueprint. */
  readonly blueprint: string;
  readonly group: string;
  /** What the two outermost frames say, where they are not the region and the group. */
  readonly frames?: readonly [readonly [string, string], readonly [string, string]];
  readonly sheet: Sheet;
  readonly network: Because<Network> | undefined;
  /** What nodes at the edge are in. */
  readonly peer: Because<Frame> | undefined;
  readonly nodes: readonly Because<Node>[];
  readonly edges: readonly Because<Edge>[];
  readonly reason: Reason;
}

/** What an environment has, where it is, and what talks to what. */
export function sceneOf(side: Environment, workspace: Workspace): Scene {
  const defined = new Map(workspace.spec.components.map((one) => [one.name, one]));
  const drawings = workspace.plan.components
    .filter(({ environments }) => environments.includes(side.environment))
    .map(({ name, title }) => ({
      name,
      drawing: defined.get(name)?.drawing?.(side, workspace) ?? boxOf(name, title),
      reason: workspace.because(name),
    }));
  const all = <T>(of: (drawing: Drawing) => readonly T[]): readonly Because<T>[] =>
    drawings.flatMap(({ drawing, reason }) => of(drawing).map((one) => ({ ...one, reason })));
  const drawn = all((drawing) => drawing.nodes ?? []);
  const known = knownTwice(drawn);
  const nodes = drawn.filter(({ id }) => !known.has(id));
  const alike = alikeIn(nodes);
  const ids = new Map(drawings.map(({ name, drawing }) => [resourceOf(name), resourceIn(drawing)]));
  return settled({
    workload: workspace.spec.workload.name,
    environment: side.environment,
    region: side.region,
    blueprint: `${workspace.spec.blueprint.name} ${workspace.spec.blueprint.version}`,
    group: side.group,
    network: all(({ network }) => (network ? [network] : []))[0],
    peer: all(({ peer }) => (peer ? [peer] : []))[0],
    nodes,
    edges: drawings.flatMap(({ name, drawing: { edges = [] }, reason }) =>
      edges.map((edge) => ({ ...atNodes(withAlike(ended(edge, known), name, alike), ids), reason })),
    ),
    sheet: { shows: levels.full, alike: '' },
    reason: workspace.reason(['environments', 'NAM-001']),
  });
}

/** By the id of a node: those that are like it, each with its type. */
type Alike = ReadonlyMap<string, readonly { readonly id: string; readonly type: string }[]>;

function alikeIn(nodes: readonly Node[]): Alike {
  const found = new Map<string, { readonly id: string; readonly type: string }[]>();
  for (const { id, like } of nodes) {
    if (!like) continue;
    const others = found.get(like.id);
    if (others) others.push({ id, type: like.type });
    else found.set(like.id, [{ id, type: like.type }]);
  }
  return found;
}

/** An edge of a component, which also begins or ends at what is like its ends, and named. */
function withAlike(edge: Edge, component: string, alike: Alike): Edge {
  const ends = (of: readonly string[]): readonly string[] =>
    of.flatMap((id) => [id, ...(alike.get(id) ?? []).flatMap((one) => (one.type === component ? [] : [one.id]))]);
  return { ...edge, from: ends(edge.from), to: ends(edge.to) };
}

/** What others run is there once, however many components name it: ids of the further ones, and of the first. */
function knownTwice(nodes: readonly Node[]): ReadonlyMap<string, string> {
  return new Map(
    nodes.flatMap(({ id, like, in: zone, name }) => {
      const first = zone === 'outside' && like ? nodes.find((one) => one.id === like.id) : undefined;
      return first?.name === name && first ? [[id, first.id] as const] : [];
    }),
  );
}

function ended(edge: Edge, known: ReadonlyMap<string, string>): Edge {
  const ends = (ids: readonly string[]): readonly string[] => ids.map((id) => known.get(id) ?? id);
  return { ...edge, from: ends(edge.from), to: ends(edge.to) };
}

/** The node of what a component makes: beside it there are but small ones, such as private endpoints. */
const resourceIn = ({ network, nodes = [] }: Drawing): string | undefined =>
  network?.id ?? nodes.find((one) => one.compact !== true)?.id;

function atNodes(edge: Edge, ids: ReadonlyMap<string, string | undefined>): Edge {
  const ends = (of: readonly string[]): readonly string[] => [...new Set(of.map((one) => ids.get(one) ?? one))];
  return { ...edge, from: ends(edge.from), to: ends(edge.to) };
}

/** What is drawn of a component that says nothing of it. */
const boxOf = (name: string, title: string): Drawing => ({
  nodes: [{ id: name.replaceAll('-', ''), title, in: 'group' }],
});

/** Nodes are once in it, each in a place there is, and edges have both their ends. */
export function settled(scene: Scene): Scene {
  const first = new Map(scene.nodes.toReversed().map((node) => [node.id, node]));
  const nodes = scene.nodes
    .filter((node) => first.get(node.id) === node)
    .map((node) => ({ ...node, in: zoneIn(node.in, scene) }));
  const peer = nodes.some((one) => one.in === 'edge') ? scene.peer : undefined;
  const known = new Set([...nodes, scene.network, peer].flatMap((one) => one?.id ?? []));
  const only = (ids: readonly string[]): readonly string[] => ids.filter((id) => known.has(id));
  const edges = scene.edges
    .map((edge) => ({ ...edge, from: only(edge.from), to: only(edge.to) }))
    .filter(({ from, to }) => from.length > 0 && to.length > 0);
  return { ...scene, peer, nodes, edges };
}

function zoneIn(zone: Zone, { network, peer }: Scene): Zone {
  if (zone === 'edge') return peer ? zone : 'outside';
  if (zone === 'network') return network ? zone : 'group';
  if (typeof zone === 'string') return zone;
  if (network?.subnets.some(({ key }) => key === zone.subnet)) return zone;
  return network ? 'network' : 'group';
}
