import { roleName } from '../../../avm-catalog/azure/roles.ts';
import type { Reason, Value } from '../../bicep/value.ts';
import type { PlanResource } from '../../plan/plan.ts';
import { enumerate } from '../../resolve/enumerate.ts';
import { lastPart } from '../../../avm-catalog/azure/resource-ids.ts';
import { packages } from './first-deployment.ts';
import type { Workspace } from './sides.ts';
import type { Environment } from '../../../avm-catalog/kernel/workspace.ts';

/** A role that somebody needs before or during a deployment. */
interface Permission {
  readonly role: string;
  readonly scope: string;
  readonly why: string;
  /** Actions of Azure that it is needed for, where the role isn't the only one with them. */
  readonly actions?: readonly string[];
  readonly reason: Reason;
}

const group = 'The resource group';

export function permissions(workspace: Workspace) {
  return { deployment: deploymentPermissions(workspace), preparation: preparationPermissions(workspace) };
}

/** What the identity needs that deploys, by what the plan writes and where. */
function deploymentPermissions(workspace: Workspace): readonly Permission[] {
  const { plan } = workspace;
  const assigning = plan.resources.filter((one) => rolesIn(one).length > 0);
  const roles = [...new Set(assigning.flatMap(rolesIn))].toSorted();
  return [
    {
      role: 'Contributor',
      scope: group,
      why: 'The deployment creates and changes the resources in it.',
      reason: workspace.reason(['modules']),
    },
    ...(roles.length === 0
      ? []
      : [
          {
            role: 'Role Based Access Control Administrator',
            scope: `${group}${where(workspace, sidesWith(workspace, assigning))}`,
            why: `The deployment assigns ${enumerate(roles)} to managed identities. A condition can limit the role to these and to service principals.`,
            reason: workspace.reason(['identity'], 'managed-identity'),
          },
        ]),
    ...rows(workspace, ({ core }) => core.lock !== 'none', {
      role: 'Locks Contributor, User Access Administrator, or Owner',
      scope: group,
      why: 'The deployment creates locks, which Contributor can’t.',
      reason: workspace.reason(['locks']),
    }),
    {
      role: 'Key Vault Contributor, Contributor, or Owner',
      scope: 'The key vault with the administrator’s password',
      why: 'The deployment reads the password. None of these roles reads secrets by itself.',
      actions: ['Microsoft.KeyVault/vaults/deploy/action'],
      reason: workspace.reason(['administrator-credentials', 'SEC-012'], 'virtual-machine'),
    },
    ...elsewhere(workspace),
  ];
}

/** Other resource groups that the deployment writes to, or joins something of. */
function elsewhere(workspace: Workspace): readonly Permission[] {
  const peered = (back: boolean) => (side: Environment) =>
    workspace.with('hub-peering').includes(side) && side.core.network.hub.peerBack === back;
  const joins = (side: Environment): boolean =>
    side.inputs.privateDns.zones === 'existing' &&
    workspace.plan.parameters.some((one) => one.name === 'privateDnsZoneNames');
  return [
    // The peering on the hub's side is a deployment in that group: a role on the network alone doesn't cover it.
    ...rows(workspace, peered(true), {
      role: 'Network Contributor',
      scope: 'The resource group of the hub',
      why: 'The deployment creates the peering on the hub’s side by a nested deployment there.',
      actions: ['Microsoft.Resources/deployments/*', 'Microsoft.Network/virtualNetworks/virtualNetworkPeerings/write'],
      reason: workspace.because('hub-peering'),
    }),
    ...rows(workspace, peered(false), {
      role: 'Network Contributor',
      scope: 'The hub’s virtual network',
      why: 'The deployment creates a peering that leads to it.',
      actions: ['Microsoft.Network/virtualNetworks/peer/action'],
      reason: workspace.because('hub-peering'),
    }),
    ...rows(workspace, joins, {
      role: 'Private DNS Zone Contributor',
      scope: 'The resource group of the existing private DNS zones',
      why: 'Private endpoints register their records there.',
      actions: ['Microsoft.Network/privateDnsZones/join/action'],
      reason: workspace.reason(['SEC-008'], 'private-dns'),
    }),
  ];
}

/** What a person needs who prepares the subscription, once. */
function preparationPermissions(workspace: Workspace): readonly Permission[] {
  const vaults = [
    ...new Set(workspace.sides.map((side) => side.inputs.virtualMachine.administrator.vaultResourceGroup)),
  ];
  const accounts = packages(workspace).flatMap((one) => (one.blob ? [one.account] : []));
  return [
    {
      role: 'Contributor',
      scope: 'The subscription',
      why: `Resource providers are registered${workspace.sides.some((side) => side.inputs.virtualMachine.encryptionAtHost) ? ', the feature EncryptionAtHost is registered' : ''}, and resource groups are created.`,
      reason: workspace.reason(['modules']),
    },
    ...rows(workspace, (side) => workspace.with('just-in-time').includes(side), {
      role: 'Security Admin or Owner',
      scope: 'The subscription',
      why: 'The Defender for Servers plan is switched on.',
      actions: ['Microsoft.Security/pricings/write'],
      reason: workspace.because('just-in-time'),
    }),
    {
      role: 'Owner, or Contributor and Role Based Access Control Administrator',
      scope: vaults.length === 1 ? `The resource group ${vaults[0]}` : `The resource groups ${enumerate(vaults)}`,
      why: 'The key vault with the administrator’s password is created, and you get the right to write secrets to it.',
      reason: workspace.reason(['administrator-credentials', 'SEC-012'], 'virtual-machine'),
    },
    ...[...new Set(accounts)].map((account) => ({
      role: 'Role Based Access Control Administrator',
      scope: `The storage account ${account}`,
      why: 'The VM’s identity is allowed to read the application’s package.',
      reason: workspace.because('application'),
    })),
  ];
}

function rows(workspace: Workspace, holds: (side: Environment) => boolean, row: Permission): readonly Permission[] {
  const sides = workspace.sides.filter(holds);
  return sides.length === 0 ? [] : [{ ...row, scope: `${row.scope}${where(workspace, sides)}` }];
}

function where(workspace: Workspace, sides: readonly Environment[]): string {
  return sides.length === workspace.sides.length ? '' : ` (${workspace.where(sides)})`;
}

function sidesWith(workspace: Workspace, resources: readonly PlanResource[]): readonly Environment[] {
  return workspace.sides.filter((side) => resources.some((one) => workspace.with(one.component).includes(side)));
}

/** The built-in roles that a resource assigns. */
function rolesIn(one: PlanResource): readonly string[] {
  return one.kind === 'module' ? rolesAt(one.params) : [];
}

function rolesAt(value: Value | undefined, key = ''): readonly string[] {
  if (typeof value === 'string') return key === 'roleDefinitionIdOrName' ? [roleName(lastPart(value)) ?? value] : [];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) => rolesAt(inner as Value, name));
}
