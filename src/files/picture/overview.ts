import type { Edge, Node } from '../../../avm-catalog/kernel/drawing.ts';
import type { Reason } from '../../bicep/value.ts';
import { shortList } from '../../text/enumerate.ts';
import type { Kind } from './kinds.ts';
import type { Because, Scene } from './scene.ts';

/** The reason of what has several. */
export type Joined = (all: readonly Reason[]) => Reason;

/** A box that stands for several nodes. */
export interface Merged {
  readonly node: Because<Node>;
  readonly of: readonly string[];
  /** Whether lines say of how many they are true. */
  readonly isCounted: boolean;
}

/** The scene with one box for the components of each kind, and one for what is beside them. */
export function withKinds(scene: Scene, kinds: readonly Kind[], joined: Joined): Scene {
  return drawnTogether(
    scene,
    kinds.flatMap((kind) => boxesOf(kind, scene, joined)),
    joined,
  );
}

/** The scene with boxes that stand for others, and each line once. */
export function drawnTogether(scene: Scene, merged: readonly Merged[], joined: Joined): Scene {
  const standing = new Map(merged.flatMap((one) => one.of.map((id) => [id, one] as const)));
  if (standing.size === 0) return scene;
  const nodes = scene.nodes.map((one) => standing.get(one.id)?.node ?? one);
  return { ...scene, nodes: [...new Set(nodes)], edges: together(linesOf(scene.edges, standing, joined), joined) };
}

/** What belongs to whom: each component's node, and smaller ones such as its private endpoints. */
export function nodesOf(component: string, { nodes }: Scene) {
  const own = nodes.filter(({ reason }) => reason.component === component);
  const main = own.find((one) => one.compact !== true) ?? own[0];
  return { main, beside: own.filter((one) => one !== main) };
}

function boxesOf({ title, members }: Kind, scene: Scene, joined: Joined): readonly Merged[] {
  const all = members.map((one) => nodesOf(one, scene));
  const id = `kind${title.replaceAll(/(?:^|\W+)(\w)/g, (_, letter: string) => letter.toUpperCase())}`;
  const mains = all.flatMap(({ main }) => main ?? []);
  const beside = all.flatMap((one) => one.beside);
  const names = [...new Set(beside.map(({ name }) => name ?? ''))].filter((one) => one !== '').toSorted();
  return [
    ...merge(mains, { id, title, details: [shortList(members)] }, joined),
    ...merge(
      beside,
      { id: `${id}Beside`, title: beside[0]?.plural ?? beside[0]?.title ?? '', name: names.join(', ') },
      joined,
    ),
  ];
}

function merge(
  nodes: readonly Because<Node>[],
  as: Pick<Node, 'id' | 'title' | 'name' | 'details'>,
  joined: Joined,
): readonly Merged[] {
  const [first] = nodes;
  if (!first) return [];
  const { in: place, part, shape, icon, tone, compact = false } = first;
  const alike = { in: place, compact, ...given({ part, shape, icon, tone }) };
  const title = `${as.title}: ${nodes.length}`;
  return [
    {
      node: { ...as, ...alike, title, reason: joined(nodes.map(({ reason }) => reason)) },
      of: nodes.map(({ id }) => id),
      isCounted: true,
    },
  ];
}

/** Without what is not said. */
function given<T extends object>(some: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(some).filter(([, value]) => value !== undefined)) as ReturnType<
    typeof given<T>
  >;
}

/** Between two boxes, with what it stands for. */
interface Line {
  readonly from: string;
  readonly to: string;
  readonly edge: Because<Edge>;
  readonly labels: readonly string[];
  readonly pairs: readonly (readonly [string, string])[];
}

function linesOf(
  edges: readonly Because<Edge>[],
  standing: ReadonlyMap<string, Merged>,
  joined: Joined,
): readonly Because<Edge>[] {
  const box = (id: string): string => standing.get(id)?.node.id ?? id;
  const found = new Map<string, Line>();
  for (const edge of edges)
    for (const a of edge.from)
      for (const b of edge.to) {
        const [from, to] = [box(a), box(b)];
        if (from === to) continue;
        const key = JSON.stringify([from, to, edge.flow, edge.both ?? false]);
        const { labels = [], pairs = [], ...known } = found.get(key) ?? { edge };
        const reason = joined([known.edge.reason, edge.reason]);
        found.set(key, {
          from,
          to,
          edge: { ...edge, reason },
          labels: [...labels, edge.label],
          pairs: [...pairs, [a, b]],
        });
      }
  return [...found.values()].map(({ from, to, edge, labels, pairs }) => {
    const counts = ([0, 1] as const).map((end) => {
      const ids = new Set(pairs.map((pair) => pair[end]));
      const { of = [], isCounted = false } = standing.get([...ids][0] ?? '') ?? {};
      const all = isCounted ? of.length : ids.size;
      return ids.size < all ? [`${ids.size} of ${all}`] : [];
    });
    const label = [...new Set(labels), ...(counts.find((one) => one.length > 0) ?? [])].join(', ');
    return { ...edge, from: [from], to: [to], label };
  });
}

/** Lines of one meaning to one box are one edge. */
function together(lines: readonly Because<Edge>[], joined: Joined): readonly Because<Edge>[] {
  const found = new Map<string, Because<Edge>>();
  for (const line of lines) {
    const key = JSON.stringify([line.to, line.label, line.flow, line.both ?? false]);
    const known = found.get(key);
    found.set(
      key,
      known ? { ...known, from: [...known.from, ...line.from], reason: joined([known.reason, line.reason]) } : line,
    );
  }
  return [...found.values()];
}
