import type { Link } from './links.ts';
import type { Scene } from './scene.ts';

/** What boxes say because no line does, by their ids: what ties them to the focus, and what no line can reach. */
export function notesOf(
  { nodes, network, peer }: Scene,
  links: readonly Link[],
  tied: ReadonlySet<string>,
): ReadonlyMap<string, readonly string[]> {
  const titles = new Map([...nodes, network, peer].flatMap((one) => (one ? [[one.id, one.title] as const] : [])));
  const boxes = new Set(nodes.map(({ id }) => id));
  const counts = new Map<string, Map<string, number>>();
  for (const { from, to, edge } of links) {
    const isTied = tied.has(from) || tied.has(to);
    const teller = tied.has(to) || (!tied.has(from) && !boxes.has(from)) ? to : from;
    const other = teller === from ? to : from;
    const words =
      isTied && !(tied.has(from) && tied.has(to)) ? edge.label : `${edge.label}: ${titles.get(other) ?? other}`;
    const said = counts.get(teller) ?? new Map<string, number>();
    counts.set(teller, said.set(words, (said.get(words) ?? 0) + 1));
  }
  return new Map(
    [...counts].map(([id, said]) => [
      id,
      [...said].map(([words, count]) => (count > 1 ? `${words} (${count})` : words)),
    ]),
  );
}
