import type { Blueprint } from '../../../avm-catalog/kernel/blueprint.ts';
import { makeFinding, type Finding } from '../../findings/finding.ts';
import type { Locate } from './origin.ts';
import type { SnapshotScope } from '../bicep/protocol.ts';
import { parentOf } from './mentions.ts';
import type { Placed } from './place.ts';
import { pathOf } from './precedence.ts';

interface Bounds {
  readonly blueprint: Blueprint;
  /** Components of the blueprint: what a person added is outside what it promises. */
  readonly makersOf: (one: Placed) => readonly string[];
  readonly scope: SnapshotScope;
  readonly at: Locate;
}

/** What components of the blueprint write beyond its boundary, nested deployments included. */
export function checkBoundary(placed: readonly Placed[], bounds: Bounds): readonly Finding[] {
  const { blueprint, makersOf, scope, at } = bounds;
  return placed.flatMap((one) => {
    const components = makersOf(one);
    if (components.length === 0) return [];
    const { resource } = one;
    const provider = resource.type.split('/')[0] ?? '';
    const args = { from: pathOf(one.steps), blueprint: blueprint.name };
    const { providers, reachesOut } = blueprint.boundary;
    if (!providers.some((known) => known.toLowerCase() === provider.toLowerCase()))
      return [makeFinding('order/provider', 'error', { ...args, provider }, at(one))];
    const isOut = !isWithin(resource.id.startsWith('[') ? (parentOf(resource) ?? '') : resource.id, scope);
    return isOut && !components.every((component) => reachesOut.includes(component))
      ? [makeFinding('order/scope', 'error', { ...args, id: resource.id }, at(one))]
      : [];
  });
}

function isWithin(id: string, { subscriptionId, resourceGroup }: SnapshotScope): boolean {
  return id.toLowerCase().startsWith(`/subscriptions/${subscriptionId}/resourcegroups/${resourceGroup}/`.toLowerCase());
}
