import type { Node } from '../../../avm-catalog/kernel/drawing.ts';
import { shortList } from '../../text/enumerate.ts';
import { pairsOf, subnetOf } from './graph.ts';
import { drawnTogether, type Joined, type Merged } from './overview.ts';
import { partsOf } from './parts.ts';
import { levels, settled, type Because, type Level, type Scene } from './scene.ts';

/** So few boxes need no overview. */
const few = 6;

/** From the one with the least on; where there is little or no network, one. */
export function levelsOf(scene: Scene, joined: Joined): readonly (readonly [Level, Scene])[] {
  if (!scene.network || scene.nodes.length <= few) return [['full', scene]];
  const found = { overview: overviewOf(scene, joined), network: networkOf(scene), full: scene };
  return (Object.entries(found) as [Level, Scene][]).map(([level, one]) => [
    level,
    { ...one, sheet: { ...one.sheet, shows: levels[level] } },
  ]);
}

const isFrame = ({ network, peer }: Scene, ids: readonly string[]): boolean =>
  ids.some((id) => id === network?.id || id === peer?.id);

/** What is in the network, what it talks to, and how. */
function networkOf(scene: Scene): Scene {
  const inside = new Set(scene.nodes.flatMap((node) => (subnetOf(node) === undefined ? [] : node.id)));
  const parts = partsOf(scene);
  const edges = scene.edges.filter(
    ({ flow, from, to }) => flow !== 'monitoring' && (flow !== 'control' || isFrame(scene, [...from, ...to])),
  );
  const linked = new Set(edges.flatMap(({ from, to }) => [...from, ...to]));
  const reached = new Set(edges.flatMap(({ from, to }) => (from.some((id) => inside.has(id)) ? to : [])));
  const isShown = ({ id, in: zone }: Node): boolean =>
    zone === 'group' ? (parts.get(id) === 'above' ? linked : reached).has(id) : zone !== 'monitoring';
  const nodes = scene.nodes.filter(isShown).map((node) => only(node, [...outline, 'name', 'attached']));
  return settled({ ...scene, nodes: linkedOutside(nodes, { ...scene, edges }), edges });
}

/** Who is outside has somebody to talk to in the picture. */
function linkedOutside(nodes: readonly Because<Node>[], { edges, network, peer }: Scene): readonly Because<Node>[] {
  const shown = new Set([...nodes, network, peer].flatMap((one) => one?.id ?? []));
  const linked = new Set(
    pairsOf({ edges }).flatMap(([a, b]) => (a !== b && shown.has(a) && shown.has(b) ? [a, b] : [])),
  );
  return nodes.filter((node) => node.in !== 'outside' || linked.has(node.id));
}

/** A box for each main resource, and one for what is around it. */
function overviewOf(scene: Scene, joined: Joined): Scene {
  const parts = partsOf(scene);
  const watching = scene.nodes.filter((node) => node.in === 'monitoring');
  const bound = scene.nodes.filter((node) => parts.get(node.id) === 'bound');
  const merged = [
    ...smallOnes(scene.nodes).flatMap((nodes) => oneOf(nodes, nodes[0]?.plural ?? '', joined)),
    ...oneOf(watching, 'Monitoring resources', joined),
    ...oneOf(bound, 'Supporting resources', joined),
  ];
  const isWatching = new Set(watching.map(({ id }) => id));
  const edges = scene.edges
    .filter(({ flow, from, to }) => flow !== 'control' || isFrame(scene, [...from, ...to]))
    .map((edge) => (edge.to.some((id) => isWatching.has(id)) ? { ...edge, label: 'monitoring data' } : edge));
  const together = drawnTogether({ ...scene, edges }, merged, joined);
  const whole = new Set<Node>(merged.map(({ node }) => node));
  const nodes = together.nodes.map((node) => (whole.has(node) ? node : only(node, outline)));
  return settled({ ...together, ...withoutTags(scene), nodes: linkedOutside(nodes, together) });
}

const outline = ['id', 'title', 'in', 'part', 'focus', 'compact', 'shape', 'icon', 'tone', 'reason'] as const;

function only<T extends object, K extends keyof T>(whole: T, keys: readonly K[]): Pick<T, K> {
  return Object.fromEntries(keys.flatMap((key) => (whole[key] === undefined ? [] : [[key, whole[key]]]))) as Pick<T, K>;
}

const withoutTags = ({ network }: Scene): Pick<Scene, 'network'> => ({
  network: network && {
    ...network,
    subnets: network.subnets.map((one) => only(one, ['key', 'id', 'name', 'range'])),
  },
});

/** Of one kind in one place. */
function smallOnes(nodes: Scene['nodes']): readonly (readonly Because<Node>[])[] {
  const found = new Map<string, Because<Node>[]>();
  for (const node of nodes.filter(({ compact, plural }) => compact === true && plural !== undefined)) {
    const key = JSON.stringify([node.in, node.plural]);
    found.set(key, [...(found.get(key) ?? []), node]);
  }
  return [...found.values()];
}

/** Says which kinds there are, or if there is one kind, which ones. */
function oneOf(nodes: readonly Because<Node>[], title: string, joined: Joined): readonly Merged[] {
  const [first] = nodes;
  if (!first || nodes.length === 1) return [];
  const kinds = [...new Set(nodes.map((node) => node.title))];
  const details = kinds.length === 1 ? [shortList(nodes.flatMap(({ name }) => name ?? []))] : kinds;
  const node = {
    ...only(first, outline),
    title,
    details,
    reason: joined(nodes.map(({ reason }) => reason)),
  };
  return [{ node, of: nodes.map(({ id }) => id), isCounted: false }];
}
