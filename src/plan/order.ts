import type { Finding } from '../findings/finding.ts';
import type { Draft } from './draft.ts';
import type { PlanResource } from './plan.ts';
import { noteList, references } from './references.ts';

interface Node {
  readonly resource: PlanResource;
  /** Symbols it needs by the ids, names and outputs its values hold, and those it was told to wait for. */
  readonly needs: ReadonlySet<string>;
  /** Of these, the ones that the text itself names, so that Bicep sees them. */
  readonly implied: ReadonlySet<string>;
}

/** Resources in an order in which each comes after what it needs, as near as can be to the order of components. */
export function inOrder(draft: Draft): { readonly resources: readonly PlanResource[] } | { readonly finding: Finding } {
  const nodes = new Map(draft.resources.map((resource) => [resource.symbol, nodeOf(draft, resource)]));
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
  for (const resource of draft.resources.filter((one) => one.kind !== 'existing'))
    place(nodes.get(resource.symbol) as Node);
  return { resources };
}

function nodeOf(draft: Draft, resource: PlanResource): Node {
  const items = new Map(resource.loop ? [[resource.loop.item, resource.loop.in]] : []);
  const body =
    resource.kind === 'module'
      ? { params: resource.params, scope: resource.scope }
      : resource.kind === 'native'
        ? resource.body
        : { name: resource.name, scope: resource.scope };
  const found = references({ body, condition: resource.condition }, draft.definitions, items);
  if (resource.loop) noteList(resource.loop.in, found, draft.definitions);
  const made = [...found.ids, ...found.names].flatMap((key) => draft.makers.get(key) ?? []);
  // What an existing resource is named after has to be there first: whoever uses it waits for that.
  const through = [...found.symbols].flatMap((symbol) =>
    draft.resources
      .filter((one) => one.symbol === symbol && one.kind === 'existing')
      .flatMap((one) => [...nodeOf(draft, one).needs]),
  );
  const needs = new Set([...made, ...through, ...found.symbols, ...resource.dependsOn]);
  needs.delete(resource.symbol);
  return {
    resource: { ...resource },
    needs: resource.kind === 'existing' ? new Set(made) : needs,
    implied: found.symbols,
  };
}

/** What has to be said with dependsOn: not what the text names already, nor what another one waits for anyway. */
function waits(node: Node, nodes: ReadonlyMap<string, Node>): readonly string[] {
  if (node.resource.kind === 'existing') return [];
  const direct = [...node.needs].filter((symbol) => nodes.get(symbol)?.resource.kind !== 'existing');
  const others = direct.map((symbol) => nodes.get(symbol)).filter((other) => other !== undefined);
  const covered = new Set(
    others.filter((other) => !other.resource.condition).flatMap((other) => [...reach(other, nodes)]),
  );
  return direct.filter((symbol) => !covered.has(symbol) && !node.implied.has(symbol)).toSorted();
}

function reach(from: Node, nodes: ReadonlyMap<string, Node>, seen = new Set<string>()): ReadonlySet<string> {
  for (const symbol of from.needs) {
    const next = nodes.get(symbol);
    if (seen.has(symbol) || !next) continue;
    seen.add(symbol);
    // Through a resource that may not be deployed, nothing is certain.
    if (!next.resource.condition) reach(next, nodes, seen);
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
