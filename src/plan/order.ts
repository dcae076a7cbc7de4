import type { Finding } from '../findings/finding.ts';
import type { Parts } from './parts.ts';
import { valuesOf, type PlanResource } from './plan.ts';
import { hasItem, noteList, references } from './references.ts';

export interface Node {
  readonly resource: PlanResource;
  /** Symbols it needs by the ids, names and outputs its values hold, and those it was told to wait for. */
  readonly needs: ReadonlySet<string>;
  /** Of these, the ones that the text itself names, so that Bicep sees them. */
  readonly implied: ReadonlySet<string>;
  /** True if it is deployed in every environment: others may rely on what it waits for. */
  readonly certain: boolean;
}

/** Resources in an order in which each comes after what it needs, as near as can be to the order of components. */
export function inOrder(parts: Parts): { readonly resources: readonly PlanResource[] } | { readonly finding: Finding } {
  const nodes = graphOf(parts);
  const cycle = findCycle(nodes);
  if (cycle)
    return {
      finding: {
        code: 'cycle',
        severity: 'error',
        where: { file: 'main.bicep', resource: cycle[0] ?? '' },
        ids: [],
        args: { path: cycle },
      },
    };
  const done = new Set<string>();
  const resources: PlanResource[] = [];
  const position = new Map([...nodes.keys()].map((symbol, index) => [symbol, index]));
  const at = (node: Node): number => position.get(node.resource.symbol) ?? 0;
  const place = (node: Node): void => {
    if (done.has(node.resource.symbol)) return;
    done.add(node.resource.symbol);
    const needs = [...node.needs].flatMap((symbol) => nodes.get(symbol) ?? []);
    for (const need of needs.toSorted((a, b) => at(a) - at(b))) place(need);
    resources.push({ ...node.resource, dependsOn: waits(node, nodes) });
  };
  for (const resource of parts.resources.filter((one) => one.kind !== 'existing'))
    place(nodes.get(resource.symbol) as Node);
  return { resources };
}

/** Each resource with what it needs, by its symbol. */
export function graphOf(parts: Parts): ReadonlyMap<string, Node> {
  const { resources } = parts;
  const isExisting = ({ kind }: PlanResource): boolean => kind === 'existing';
  const existing = resources.filter(isExisting).map((one) => nodeOf(parts, one, new Map()));
  const bySymbol = new Map(existing.map((node) => [node.resource.symbol, node]));
  const all = resources.map((one) => bySymbol.get(one.symbol) ?? nodeOf(parts, one, bySymbol));
  return new Map(all.map((node) => [node.resource.symbol, node]));
}

function nodeOf({ definitions, makers }: Parts, resource: PlanResource, existing: ReadonlyMap<string, Node>): Node {
  const items = new Map(resource.loop ? [[resource.loop.item, resource.loop.in]] : []);
  const found = references({ body: valuesOf(resource), condition: resource.condition }, definitions, items);
  if (resource.loop) noteList(resource.loop.in, found, definitions);
  const made = [...found.ids, ...found.names].flatMap((key) => makers.get(key) ?? []);
  // The resource behind an existing one is deployed first: its users wait for it.
  const through = [...found.symbols].flatMap((symbol) => [...(existing.get(symbol)?.needs ?? [])]);
  const needs = new Set([...made, ...through, ...found.symbols, ...resource.dependsOn]);
  needs.delete(resource.symbol);
  return {
    resource: { ...resource },
    needs: resource.kind === 'existing' ? new Set(made) : needs,
    implied: new Set([...found.symbols].filter((one) => found.whole.has(one) || !made.includes(one))),
    certain: !resource.condition && (!resource.loop || hasItem(resource.loop.in, definitions)),
  };
}

/** What has to be said with dependsOn: not what the text names already, nor what another one waits for anyway. */
function waits(node: Node, nodes: ReadonlyMap<string, Node>): readonly string[] {
  if (node.resource.kind === 'existing') return [];
  const direct = [...node.needs].filter((symbol) => nodes.get(symbol)?.resource.kind !== 'existing');
  const others = direct.map((symbol) => nodes.get(symbol)).filter((other) => other !== undefined);
  const covered = new Set(others.filter((other) => other.certain).flatMap((other) => [...reach(other, nodes)]));
  return direct.filter((symbol) => !covered.has(symbol) && !node.implied.has(symbol)).toSorted();
}

function reach(from: Node, nodes: ReadonlyMap<string, Node>, seen = new Set<string>()): ReadonlySet<string> {
  for (const symbol of from.needs) {
    const next = nodes.get(symbol);
    if (seen.has(symbol) || !next) continue;
    seen.add(symbol);
    // Through a resource that may not be deployed, nothing is certain.
    if (next.certain) reach(next, nodes, seen);
  }
  return seen;
}

function findCycle(nodes: ReadonlyMap<string, Node>): readonly string[] | undefined {
  const done = new Set<string>();
  const visit = (symbol: string, path: readonly string[]): readonly string[] | undefined => {
    if (path.includes(symbol)) return [...path.slice(path.indexOf(symbol)), symbol];
    if (done.has(symbol)) return undefined;
    for (const need of nodes.get(symbol)?.needs ?? []) {
      const found = visit(need, [...path, symbol]);
      if (found) return found;
    }
    done.add(symbol);
    return undefined;
  };
  for (const symbol of nodes.keys()) {
    const found = visit(symbol, []);
    if (found) return found;
  }
  return undefined;
}
