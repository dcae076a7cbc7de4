import type { Drawing, Edge, Frame, Network, Node, Zone } from '../../../avm-catalog/kernel/drawing.ts';
import type { Environment } from '../../../avm-catalog/kernel/workspace.ts';
import { componentIn } from '../../resolve/components.ts';
import type { Reason } from '../../bicep/value.ts';
import type { Workspace } from '../readme/sides.ts';

export type Because<T> = T & { readonly reason: Reason };

/** All that the pictures of one environment show. */
export interface Scene {
  readonly workload: string;
  readonly environment: string;
  readonly region: string;
  readonly group: string;
  readonly network: Because<Network> | undefined;
  /** What nodes at the edge are in. */
  readonly peer: Because<Frame> | undefined;
  readonly nodes: readonly Because<Node>[];
  readonly edges: readonly Because<Edge>[];
  readonly reason: Reason;
}

/** What an environment has, where it is, and what talks to what. */
export function sceneOf(side: Environment, workspace: Workspace): Scene {
  const drawings = workspace.plan.components
    .filter(({ environments }) => environments.includes(side.environment))
    .map(({ name, title }) => ({
      name,
      drawing: componentIn(name, workspace.spec)?.drawing?.(side, workspace) ?? boxOf(name, title),
      reason: workspace.because(name),
    }));
  const all = <T>(of: (drawing: Drawing) => readonly T[]): readonly Because<T>[] =>
    drawings.flatMap(({ drawing, reason }) => of(drawing).map((one) => ({ ...one, reason })));
  const nodes = all((drawing) => drawing.nodes ?? []);
  return settled({
    workload: workspace.spec.workload.name,
    environment: side.environment,
    region: side.region,
    group: side.group,
    network: all(({ network }) => (network ? [network] : []))[0],
    peer: all(({ peer }) => (peer ? [peer] : []))[0],
    nodes,
    edges: drawings.flatMap(({ name, drawing: { edges = [] }, reason }) =>
      edges.map((edge) => ({ ...withAlike(edge, name, nodes), reason })),
    ),
    reason: workspace.reason(['environments', 'NAM-001']),
  });
}

/** An edge of a component, which also begins or ends at what is like its ends, and named. */
function withAlike(edge: Edge, component: string, nodes: readonly Node[]): Edge {
  const alike = nodes.flatMap(({ id, like }) => (like && like.type !== component ? [{ id, like: like.id }] : []));
  if (alike.length === 0) return edge;
  const isOwn = nodes.some(({ like, id }) => like?.type !== undefined && [...edge.from, ...edge.to].includes(id));
  if (isOwn) return edge;
  const ends = (ids: readonly string[]): readonly string[] =>
    ids.flatMap((id) => [id, ...alike.filter(({ like }) => like === id).map((one) => one.id)]);
  return { ...edge, from: ends(edge.from), to: ends(edge.to) };
}

/** What is drawn of a component that says nothing of it. */
const boxOf = (name: string, title: string): Drawing => ({
  nodes: [{ id: name.replaceAll('-', ''), title, in: 'group' }],
});

/** Nodes are once in it, each in a place there is, and edges have both their ends. */
export function settled(scene: Scene): Scene {
  const nodes = scene.nodes
    .filter(({ id }, index, all) => all.findIndex((one) => one.id === id) === index)
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
