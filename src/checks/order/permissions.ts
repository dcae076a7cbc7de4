import { linkedActions, secretAction } from '../../../avm-catalog/azure/linked-actions.ts';
import { resourceGroupOf, typeOfId } from '../../../avm-catalog/azure/resource-ids.ts';
import { allows, covers } from '../../../avm-catalog/azure/role-actions.ts';
import type { DeploymentPermission } from '../../../avm-catalog/kernel/docs.ts';
import { makeFinding, type Finding, type Place } from '../../findings/finding.ts';
import type { SnapshotScope } from '../bicep/protocol.ts';
import { isObject, type JsonObject } from '../canonical.ts';
import { idsAbove, mentionedBy, parentOf } from './mentions.ts';
import type { Locate } from './origin.ts';
import type { Placed } from './place.ts';
import { pathOf } from './precedence.ts';

/** An action that the deployment identity must be allowed at a scope. */
interface Need {
  readonly action: string;
  /** ID of a resource or of a resource group. */
  readonly scope: string;
  /** What needs it; missing for a secret in the parameters. */
  readonly by?: Placed;
}

interface Granted {
  readonly permissions: readonly DeploymentPermission[];
  /** The deployment’s own. */
  readonly scope: SnapshotScope;
  readonly environment: string;
  readonly at: Locate;
  /** True for what only components that a person added make. */
  readonly isNamed: (one: Placed) => boolean;
}

/** Actions of a deployment that no role of the README’s table allows at their scope. */
export function checkPermissions(
  placed: readonly Placed[],
  vaults: readonly string[],
  { permissions, scope, environment, at, isNamed }: Granted,
): readonly Finding[] {
  const own = `/subscriptions/${scope.subscriptionId}/resourceGroups/${scope.resourceGroup}`;
  const scopes = permissions.map((one) => [one, one.within === 'own' ? [own] : one.within(environment)] as const);
  const isGranted = (need: Need): boolean =>
    scopes.some(([one, ids]) => isWithin(need.scope, ids) && isAllowed(one, need.action));
  return needsOf(placed, vaults, own)
    .filter((need) => !isGranted(need))
    .map(({ action, scope: id, by }) => {
      const where: Place = by ? at(by) : { file: `main.${environment}.bicepparam`, environment };
      const args = { from: by ? pathOf(by.steps) : '', action, scope: id };
      return makeFinding('order/permission', by && isNamed(by) ? 'warning' : 'error', args, where);
    });
}

/** Everything a deployment does, with its scope: each pair once, by what does it first. */
function needsOf(placed: readonly Placed[], vaults: readonly string[], own: string): readonly Need[] {
  const all = [
    ...placed.flatMap((by) => needsFor(by, own)),
    ...vaults.map((id) => ({ action: secretAction, scope: id })),
  ];
  const distinct = new Map<string, Need>();
  for (const one of all) {
    const key = `${one.action} ${one.scope}`.toLowerCase();
    if (!distinct.has(key)) distinct.set(key, one);
  }
  return [...distinct.values()];
}

function needsFor(by: Placed, own: string): readonly Need[] {
  const { id, type } = by.resource;
  // The name of an extension may be for the deployment to compute: its scope is known.
  const written = id.startsWith('[') ? (parentOf(by.resource) ?? own) : id;
  const group = resourceGroupOf(written);
  const linked = mentionedBy(by.resource).flatMap((scope) =>
    linkedActions
      .filter((one) => isType(one.type, typeOfId(scope)) && (one.by === undefined || isType(one.by, type)))
      .map(({ action }) => ({ action, scope, by })),
  );
  return [
    { action: `${type}/write`, scope: written, by },
    ...(group === undefined ? [] : [{ action: 'Microsoft.Resources/deployments/write', scope: group, by }]),
    ...linked,
  ];
}

/** Who is granted a custom role instead has only the actions that the table names. */
function isAllowed({ anyOf, actions }: DeploymentPermission, action: string): boolean {
  if (actions !== undefined && !actions.some((one) => covers(one, action))) return false;
  return anyOf.every((role) => allows(role, action));
}

/** A role at a scope is for everything in it. */
function isWithin(id: string, scopes: readonly string[]): boolean {
  return [id, ...idsAbove(id)].some((one) => scopes.some((scope) => one.toLowerCase().endsWith(scope.toLowerCase())));
}

const isType = (a: string, b: string | undefined): boolean => a.toLowerCase() === b?.toLowerCase();

/** IDs of the key vaults that compiled parameters read a secret from. */
export function secretVaults(parameters: string): readonly string[] {
  const { parameters: given } = JSON.parse(parameters) as JsonObject;
  const ids = Object.values(isObject(given) ? given : {}).flatMap((one) => {
    const reference = isObject(one) ? one['reference'] : undefined;
    return isObject(reference) ? vaultOf(reference) : [];
  });
  return [...new Set(ids)].toSorted();
}

function vaultOf({ keyVault }: JsonObject): readonly string[] {
  const id = isObject(keyVault) ? keyVault['id'] : undefined;
  return typeof id === 'string' ? [id] : [];
}
