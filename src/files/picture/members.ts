import type { Edge, Node } from '../../../avm-catalog/kernel/drawing.ts';
import type { Kind } from './kinds.ts';
import { nodesOf } from './overview.ts';
import type { Because, Scene } from './scene.ts';

/** The components that are one box of the overview, each in a box of its own that says in words what it has to do with others. */
export function membersOf({ title, members }: Kind, scene: Scene): Scene {
  const known = knownIn(scene);
  const nodes = members.flatMap((name) => {
    const { main, beside } = nodesOf(name, scene);
    return main ? [boxOf(name, main, beside, known)] : [];
  });
  const isOutside = members.some((one) => nodesOf(one, scene).main?.in === 'outside');
  return {
    ...scene,
    ...(isOutside
      ? {
          frames: [
            ['Outside', scene.group],
            ['Existing resources', 'Not changed by a deployment'],
          ] as const,
        }
      : {}),
    sheet: { shows: title, alike: '' },
    network: undefined,
    peer: undefined,
    nodes,
    edges: [],
  };
}

/** So many lines a box says at most. */
const most = 5;

function boxOf(name: string, main: Because<Node>, beside: readonly Node[], known: Known): Because<Node> {
  const { id, icon, shape, reason } = main;
  const words = [...besideIn(beside), ...relationsOf(id, beside, known)];
  const further = words.length > most ? [...words.slice(0, most - 1), `and ${words.length - most + 1} more`] : words;
  return {
    id,
    title: name,
    further,
    in: 'group',
    reason,
    ...(main.name === undefined ? {} : { name: main.name }),
    ...(icon ? { icon } : {}),
    ...(shape ? { shape } : {}),
  };
}

function besideIn(beside: readonly Node[]): readonly string[] {
  const [first] = beside;
  const names = beside.flatMap(({ name }) => name ?? []).toSorted();
  return first ? [`${first.title}: ${names.join(', ')}`] : [];
}

/** What a scene says of each of its nodes. */
interface Known {
  readonly titles: ReadonlyMap<string, string>;
  /** Edges by the ends that they have, in their order. */
  readonly edges: ReadonlyMap<string, readonly Edge[]>;
}

function knownIn({ nodes, edges, network }: Scene): Known {
  const titled = [...(network ? [network] : []), ...nodes.toReversed()];
  const found = new Map<string, Edge[]>();
  for (const edge of edges) {
    if (edge.flow === 'monitoring') continue;
    for (const id of new Set([...edge.from, ...edge.to])) {
      const known = found.get(id);
      if (known) known.push(edge);
      else found.set(id, [edge]);
    }
  }
  return { titles: new Map(titled.map(({ id, title }) => [id, title])), edges: found };
}

function relationsOf(id: string, beside: readonly Node[], { titles, edges }: Known): readonly string[] {
  const own = new Set([id, ...beside.map((one) => one.id)]);
  return (edges.get(id) ?? []).flatMap(({ from, to, label }) => {
    const others = (ends: readonly string[]): readonly string[] =>
      ends.flatMap((one) => (own.has(one) ? [] : [titles.get(one) ?? one]));
    return [
      ...(from.includes(id) ? others(to).map((one) => `${label}: ${one}`) : []),
      ...(to.includes(id) ? others(from).map((one) => `from ${one}: ${label}`) : []),
    ];
  });
}
