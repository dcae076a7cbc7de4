import type { Node, Part } from '../../../avm-catalog/kernel/drawing.ts';
import { inFlow, layersOf, pairsOf, reachOf, reversed, subnetOf, type Pair } from './graph.ts';
import type { Because, Scene } from './scene.ts';

/** Nodes one below the other; columns are numbered from left to right. */
export interface Column {
  readonly index: number;
  readonly zone: 'outside' | 'edge' | 'subnet' | 'service';
  /** Key of the subnet it is in. */
  readonly subnet?: string;
  readonly width: number;
}

export interface Columns {
  readonly all: readonly Column[];
  /** Of the nodes that have one. */
  readonly of: ReadonlyMap<string, Column>;
  /** The node that all turns on; alone in its column. */
  readonly focus: Because<Node> | undefined;
  /** Parts of the nodes of the group. */
  readonly parts: ReadonlyMap<string, Part>;
}

const widths = { outside: 200, edge: 196, plain: 216, focus: 240, compact: 186 } as const;
export const compactWidth = widths.compact;
export const focusWidth = widths.focus;

type Draft = Omit<Column, 'index'> & { readonly nodes: readonly Because<Node>[] };

/**
 * From left to right: who is outside, what stands at the edge, subnets in the order of what flows through them, services.
 * Within the edge and a subnet, whoever leads to another is left of it.
 */
export function columnsOf(scene: Scene): Columns {
  const flow = pairsOf({ edges: scene.edges.filter((one) => one.flow !== 'monitoring') });
  const focus = scene.nodes.find((node) => node.focus && subnetOf(node) !== undefined);
  const parts = partsOf(scene, focus);
  const inZone = (zone: Node['in']): readonly Because<Node>[] => scene.nodes.filter((node) => node.in === zone);
  const services = scene.nodes.filter(({ id }) => parts.get(id) === 'service');
  const drafts: readonly Draft[] = [
    ...[inZone('outside')].filter(isSome).map((nodes) => ({ zone: 'outside' as const, width: widths.outside, nodes })),
    ...layersOf(inZone('edge'), flow).map((nodes) => ({ zone: 'edge' as const, width: widths.edge, nodes })),
    ...subnetsInOrder(scene, flow).flatMap((key) => ofSubnet(key, scene, flow, focus)),
    ...[services].filter(isSome).map((nodes) => ({ zone: 'service' as const, width: widths.plain, nodes })),
  ];
  const all = drafts.map(({ nodes: _, ...column }, index) => ({ ...column, index }));
  const of = new Map(
    drafts.flatMap(({ nodes }, index) => nodes.flatMap(({ id }) => (all[index] ? [[id, all[index]] as const] : []))),
  );
  return { all, of, focus, parts };
}

const isSome = (nodes: readonly unknown[]): boolean => nodes.length > 0;

function subnetsInOrder({ network, nodes }: Scene, flow: readonly Pair[]): readonly string[] {
  const subnets = new Map(nodes.map((node) => [node.id, subnetOf(node)]));
  const between = flow.flatMap(([from, to]): readonly Pair[] => {
    const [a, b] = [subnets.get(from), subnets.get(to)];
    return a === undefined || b === undefined ? [] : [[a, b]];
  });
  return inFlow(network?.subnets.map(({ key }) => key) ?? [], between);
}

/** What leads to the focus, or has nothing to do with it, is on its left; what it leads to on its right. */
function ofSubnet(subnet: string, scene: Scene, flow: readonly Pair[], focus: Node | undefined): readonly Draft[] {
  const inside = scene.nodes.filter((node) => subnetOf(node) === subnet);
  const draft = (nodes: readonly Because<Node>[], width: number): Draft => ({ zone: 'subnet', subnet, width, nodes });
  const plain = (nodes: readonly Because<Node>[]): Draft =>
    draft(nodes, nodes.every((one) => one.compact) ? widths.compact : widths.plain);
  const own = inside.find((node) => node === focus);
  if (!own) return inside.length === 0 ? [plain([])] : layersOf(inside, flow).map(plain);
  const [after, before] = [reachOf(own.id, flow), reachOf(own.id, reversed(flow))];
  const isAfter = ({ id }: Node): boolean => after.has(id) && !before.has(id);
  const others = inside.filter((node) => node !== own);
  return [
    ...layersOf(
      others.filter((one) => !isAfter(one)),
      flow,
    ).map(plain),
    draft([own], widths.focus),
    ...layersOf(others.filter(isAfter), flow).map(plain),
  ];
}

/** As nodes say; otherwise what is only set up with the focus is bound to it, and what a subnet talks to is a service. */
function partsOf({ nodes, edges }: Scene, focus: Node | undefined): ReadonlyMap<string, Part> {
  const inSubnets = new Set(nodes.flatMap((node) => (subnetOf(node) === undefined ? [] : node.id)));
  const found = ({ id, part }: Node): Part | undefined => {
    if (part) return part === 'bound' && !focus ? undefined : part;
    const own = edges.filter(({ flow, from, to }) => flow !== 'monitoring' && [...from, ...to].includes(id));
    const others = pairsOf({ edges: own }).flatMap(([a, b]) => (a === id ? b : b === id ? a : []));
    if (!others.some((one) => inSubnets.has(one))) return undefined;
    const isBound = own.every(({ flow }) => flow === 'control') && others.every((one) => one === focus?.id);
    return isBound ? 'bound' : 'service';
  };
  const inGroup = nodes.filter((node) => node.in === 'group');
  return new Map(
    inGroup.flatMap((node) => {
      const part = found(node);
      return part ? [[node.id, part] as const] : [];
    }),
  );
}
