import type { Node } from '../../../avm-catalog/kernel/drawing.ts';
import type { Scene } from './scene.ts';

/** From one to the other, by their ids. */
export type Pair = readonly [from: string, to: string];

export const subnetOf = ({ in: zone }: Node): string | undefined =>
  typeof zone === 'string' ? undefined : zone.subnet;

/** Each edge as pairs of its ends. */
export function pairsOf({ edges }: Pick<Scene, 'edges'>): readonly Pair[] {
  return edges.flatMap(({ from, to }) => from.flatMap((a) => to.map((b) => [a, b] as const)));
}

/** Nodes by the length of the longest way to them along the pairs; a circle is cut where it is met. */
export function layersOf<T extends Node>(nodes: readonly T[], pairs: readonly Pair[]): readonly (readonly T[])[] {
  const ids = new Set(nodes.map(({ id }) => id));
  const known = new Map<string, number>();
  const depth = (id: string): number => {
    const found = known.get(id);
    if (found !== undefined) return found;
    known.set(id, 0);
    const before = pairs.filter(([from, to]) => to === id && from !== id && ids.has(from));
    const longest = Math.max(0, ...before.map(([from]) => depth(from) + 1));
    known.set(id, longest);
    return longest;
  };
  const used = [...new Set(nodes.map(({ id }) => depth(id)))].toSorted((a, b) => a - b);
  return used.map((one) => nodes.filter(({ id }) => depth(id) === one));
}

/** A node precedes those that it leads to; otherwise, the order is stable. Cycles are cut at the end. */
export function inFlow(keys: readonly string[], pairs: readonly Pair[]): readonly string[] {
  const left = [...keys];
  const sorted: string[] = [];
  while (left.length > 0) {
    const isLast = (key: string): boolean => !pairs.some(([a, b]) => a === key && b !== key && left.includes(b));
    const next = left.findLast(isLast) ?? left.at(-1) ?? '';
    left.splice(left.indexOf(next), 1);
    sorted.unshift(next);
  }
  return sorted;
}
