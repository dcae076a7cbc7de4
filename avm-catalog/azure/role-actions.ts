/** What a built-in role allows: its actions, without its exceptions. */
interface RoleActions {
  readonly actions: readonly string[];
  readonly notActions: readonly string[];
}

const common = ['Microsoft.Authorization/*/read', 'Microsoft.Insights/alertRules/*', 'Microsoft.Support/*'] as const;
const deploying = [
  'Microsoft.Resources/deployments/*',
  'Microsoft.Resources/subscriptions/resourceGroups/read',
] as const;

/**
 * Roles that a deployment identity gets, with their actions on resources.
 * Source: https://learn.microsoft.com/azure/role-based-access-control/built-in-roles (general, privileged, networking, security);
 * of Virtual Machine Contributor (compute), those on VMs, disks, networks, and storage accounts.
 */
export const roleActions = {
  Contributor: {
    actions: ['*'],
    notActions: [
      'Microsoft.Authorization/*/Delete',
      'Microsoft.Authorization/*/Write',
      'Microsoft.Authorization/elevateAccess/Action',
      'Microsoft.Blueprint/blueprintAssignments/write',
      'Microsoft.Blueprint/blueprintAssignments/delete',
      'Microsoft.Compute/galleries/share/action',
      'Microsoft.Purview/consents/write',
      'Microsoft.Purview/consents/delete',
      'Microsoft.Resources/deploymentStacks/manageDenySetting/action',
    ],
  },
  'Key Vault Contributor': {
    actions: [...common, ...deploying, 'Microsoft.KeyVault/*'],
    notActions: [
      'Microsoft.KeyVault/locations/deletedVaults/purge/action',
      'Microsoft.KeyVault/hsmPools/*',
      'Microsoft.KeyVault/managedHsms/*',
    ],
  },
  'Locks Contributor': {
    actions: [
      'Microsoft.Authorization/locks/read',
      'Microsoft.Authorization/locks/write',
      'Microsoft.Authorization/locks/delete',
    ],
    notActions: [],
  },
  'Network Contributor': {
    actions: [...common, ...deploying, 'Microsoft.Network/*', 'Microsoft.ResourceHealth/availabilityStatuses/read'],
    notActions: [],
  },
  Owner: { actions: ['*'], notActions: [] },
  'Private DNS Zone Contributor': {
    actions: [
      ...common,
      ...deploying,
      'Microsoft.Network/privateDnsZones/*',
      'Microsoft.Network/privateDnsOperationResults/*',
      'Microsoft.Network/privateDnsOperationStatuses/*',
      'Microsoft.Network/virtualNetworks/read',
      'Microsoft.Network/virtualNetworks/join/action',
    ],
    notActions: [],
  },
  Reader: { actions: ['*/read'], notActions: [] },
  'Resource Policy Contributor': {
    actions: [
      '*/read',
      'Microsoft.Authorization/policyassignments/*',
      'Microsoft.Authorization/policydefinitions/*',
      'Microsoft.Authorization/policyexemptions/*',
      'Microsoft.Authorization/policysetdefinitions/*',
      'Microsoft.PolicyInsights/*',
      'Microsoft.Support/*',
    ],
    notActions: [],
  },
  'Role Based Access Control Administrator': {
    actions: [
      'Microsoft.Authorization/roleAssignments/write',
      'Microsoft.Authorization/roleAssignments/delete',
      '*/read',
      'Microsoft.Support/*',
    ],
    notActions: [],
  },
  'User Access Administrator': {
    actions: ['*/read', 'Microsoft.Authorization/*', 'Microsoft.Support/*'],
    notActions: [],
  },
  'Virtual Machine Contributor': {
    actions: [
      ...common,
      ...deploying,
      'Microsoft.Compute/availabilitySets/*',
      'Microsoft.Compute/disks/write',
      'Microsoft.Compute/disks/read',
      'Microsoft.Compute/disks/delete',
      'Microsoft.Compute/locations/*',
      'Microsoft.Compute/virtualMachines/*',
      'Microsoft.Compute/virtualMachineScaleSets/*',
      'Microsoft.Network/networkInterfaces/*',
      'Microsoft.Network/networkSecurityGroups/join/action',
      'Microsoft.Network/networkSecurityGroups/read',
      'Microsoft.Network/publicIPAddresses/join/action',
      'Microsoft.Network/publicIPAddresses/read',
      'Microsoft.Network/virtualNetworks/read',
      'Microsoft.Network/virtualNetworks/subnets/join/action',
      'Microsoft.Storage/storageAccounts/listKeys/action',
      'Microsoft.Storage/storageAccounts/read',
    ],
    notActions: [],
  },
} as const satisfies Readonly<Record<string, RoleActions>>;

/** A role whose actions are known. */
export type DeploymentRole = keyof typeof roleActions;

/** True if a role allows an action, such as `Microsoft.Network/virtualNetworks/write`. */
export function allows(role: DeploymentRole, action: string): boolean {
  const { actions, notActions }: RoleActions = roleActions[role];
  return actions.some((one) => covers(one, action)) && !notActions.some((one) => covers(one, action));
}

/** True if an action is the given one, or fits it where it has a wildcard. Azure compares them case-insensitively. */
export function covers(pattern: string, action: string): boolean {
  const parts = pattern.split('*').map((part) => part.replaceAll('.', String.raw`\.`));
  return new RegExp(`^${parts.join('.*')}$`, 'i').test(action);
}
