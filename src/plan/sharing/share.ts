import type { ModuleInterface } from '../../../avm-catalog/modules/interface.ts';
import { ownValue } from '../../bicep/own.ts';
import type { Node } from '../order.ts';
import { graphOf } from '../order.ts';
import type { Parts } from '../parts.ts';
import type { PlanModule, PlanResource } from '../plan.ts';
import { references } from '../references.ts';
import { Bundle } from './bundle.ts';
import { isSecret } from './secrets.ts';
import { canDiffer, canonical, isLate, shapeOf } from './shape.ts';
import { coreVariables } from './words.ts';

/**
 * From so many on, named components of one type share a declaration. Up to three are as easily read one below the other;
 * from four on the copies hide what differs, and each copy is the whole module once more in the compiled template.
 */
export const shareFrom = 4;

/** What has to be known beyond the parts. */
interface Known {
  /** Type of a named component; undefined for one of the blueprint, which keeps its declaration. */
  readonly typeOf: (component: string) => string | undefined;
  readonly interface: (module: string, version: string) => ModuleInterface;
  /** Path of the answer that a named component is on by. */
  readonly switchOf: (component: string) => string;
}

/**
 * The same parts, with one declaration where several named components of one type call one module with values of one
 * shape: a loop over a variable with an item for each. `from` is the smallest number that shares.
 */
export function share(parts: Parts, known: Known, from: number): Parts {
  const groups = alike(parts.resources, known).filter((members) => members.length >= from);
  if (groups.length === 0) return parts;
  const graph = graphOf(parts);
  const named = namedIn(parts, graph);
  const taken = namesIn(parts);
  const bundles = new Map<string, Bundle>();
  for (const group of groups) {
    const members = independent(
      group.filter(({ symbol }) => !named.has(symbol)),
      graph,
      bundles,
    );
    for (const part of parted(members)) {
      const bundle = part.length < from ? undefined : Bundle.of(part, known.switchOf, taken);
      for (const { symbol } of bundle ? part : []) bundles.set(symbol, bundle as Bundle);
    }
  }
  return bundles.size === 0 ? parts : bundled(parts, bundles);
}

/** Modules of named components that can be told in one declaration, by their values alone. */
function alike(resources: readonly PlanResource[], known: Known): readonly (readonly PlanModule[])[] {
  const groups = new Map<string, PlanModule[]>();
  for (const one of resources) {
    const type = known.typeOf(one.components[0] ?? '');
    if (one.kind !== 'module' || one.loop || type === undefined) continue;
    const iface = known.interface(one.module, one.version);
    const fixed = Object.keys(one.params)
      .toSorted()
      .flatMap((name) => {
        const value = ownValue(one.params, name);
        if (value === undefined) return [];
        if (isSecret(value, name, iface)) return [`${name}: ${canonical(value)}`];
        return canDiffer(value) ? [] : [`${name}: ${shapeOf(value)}`];
      });
    const key = [type, one.module, one.version, canonical(one.scope), ...fixed].join('\n');
    const group = groups.get(key);
    if (group) group.push(one);
    else groups.set(key, [one]);
  }
  return [...groups.values()];
}

/** Symbols that a value or an output names: in a loop they could be named by their place alone (ARC-006). */
function namedIn({ outputs, definitions }: Parts, graph: ReadonlyMap<string, Node>): ReadonlySet<string> {
  const used = references(
    outputs.map((one) => one.value),
    definitions,
  ).symbols;
  return new Set([...used, ...[...graph.values()].flatMap(({ implied }) => [...implied])]);
}

/** Without those that wait for another one: a declaration cannot wait for itself. */
function independent(
  members: readonly PlanModule[],
  graph: ReadonlyMap<string, Node>,
  bundles: ReadonlyMap<string, Bundle>,
): readonly PlanModule[] {
  const own = new Set(members.map(({ symbol }) => symbol));
  const known = new Map<string, boolean>();
  const leads = (symbol: string): boolean => {
    const found = known.get(symbol);
    if (found !== undefined) return found;
    known.set(symbol, false);
    // What shares a declaration waits for all that any of it waits for.
    const together = bundles.get(symbol)?.members.map((one) => one.symbol) ?? [symbol];
    const isLeading = together
      .flatMap((one) => [...(graph.get(one)?.needs ?? [])])
      .some((need) => own.has(need) || leads(need));
    for (const one of together) known.set(one, isLeading);
    return isLeading;
  };
  return members.filter(({ symbol }) => !leads(symbol));
}

/**
 * What one declaration can hold. A loop has 800 rounds at most, and the compiler writes what is late into one expression,
 * of 24,576 characters at most, which is shorter than its canonical text.
 * Source: azure-docs azure-resource-manager/templates, best-practices.md ("Template limits") and copy-resources.md.
 */
const most = { members: 800, late: 20_000 };

/** In as few parts as each can hold, of the same length. */
function parted(members: readonly PlanModule[]): readonly (readonly PlanModule[])[] {
  for (let count = 1; ; count += 1) {
    const length = Math.ceil(members.length / count);
    const parts = Array.from({ length: count }, (_, index) => members.slice(index * length, (index + 1) * length));
    if (length <= 1 || parts.every(fits)) return parts;
  }
}

function fits(members: readonly PlanModule[]): boolean {
  const texts = members.map(lateText);
  // Equal late values are in the declaration once.
  const late = new Set(texts).size < 2 ? 0 : texts.join('').length;
  return members.length <= most.members && late <= most.late;
}

function lateText({ params }: PlanModule): string {
  const late = Object.values(params).filter((one) => one !== undefined && isLate(one));
  return late.map(canonical).join('\n');
}

export function namesIn(parts: Parts): Set<string> {
  return new Set([
    ...coreVariables,
    ...parts.parameters.keys(),
    ...parts.variables.keys(),
    ...parts.resources.map((one) => one.symbol),
    ...parts.outputs.map((one) => one.name),
  ]);
}

function bundled(parts: Parts, bundles: ReadonlyMap<string, Bundle>): Parts {
  const symbolFor = (symbol: string): string => bundles.get(symbol)?.resource.symbol ?? symbol;
  const shared = new Set(bundles.values());
  const variables = new Map([
    ...parts.variables,
    ...[...shared].flatMap((bundle) => bundle.variables.map((one) => [one.name, one] as const)),
  ]);
  const seen = new Set<Bundle>();
  const resources = parts.resources.flatMap((one): readonly PlanResource[] => {
    const bundle = bundles.get(one.symbol);
    if (bundle && seen.has(bundle)) return [];
    if (bundle) seen.add(bundle);
    const { dependsOn, ...rest } = bundle?.resource ?? one;
    return [{ ...rest, dependsOn: [...new Set(dependsOn.map(symbolFor))] }];
  });
  return {
    ...parts,
    resources,
    variables,
    makers: new Map([...parts.makers].map(([key, symbol]) => [key, symbolFor(symbol)])),
    definitions: { ...parts.definitions, variable: (name) => variables.get(name)?.value },
  };
}
