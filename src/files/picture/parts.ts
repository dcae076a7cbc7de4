import type { Node, Part } from '../../../avm-catalog/kernel/drawing.ts';
import { pairsOf, subnetOf } from './graph.ts';
import type { Because, Scene } from './scene.ts';

/** The node that the others stand around: the first in a subnet that is said to be it. */
export const focusOf = ({ nodes }: Scene): Because<Node> | undefined =>
  nodes.find((node) => node.focus && subnetOf(node) !== undefined);

/** Parts of the nodes of the group. As nodes say; otherwise what is only set up with the focus is bound to it, and what a subnet talks to is a service. */
export function partsOf(scene: Scene): ReadonlyMap<string, Part> {
  const { nodes, edges } = scene;
  const focus = focusOf(scene);
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
