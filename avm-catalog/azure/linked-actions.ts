/** What a deployment identity must be allowed to do to a resource that another one only refers to. */
interface LinkedAction {
  /** Type of the resource that is referred to. */
  readonly type: string;
  /** Types that refer to it; any if missing. */
  readonly by?: string;
  readonly action: string;
  readonly source: string;
}

const learn = 'https://learn.microsoft.com/azure/';

/** Azure checks each with the write that refers to the resource (LinkedAuthorizationFailed). */
export const linkedActions: readonly LinkedAction[] = [
  {
    type: 'Microsoft.Network/virtualNetworks/subnets',
    action: 'Microsoft.Network/virtualNetworks/subnets/join/action',
    source: `${learn}private-link/rbac-permissions`,
  },
  {
    type: 'Microsoft.Network/virtualNetworks',
    by: 'Microsoft.Network/virtualNetworks/virtualNetworkPeerings',
    action: 'Microsoft.Network/virtualNetworks/peer/action',
    source: `${learn}virtual-network/virtual-network-manage-peering#permissions`,
  },
  {
    type: 'Microsoft.Network/routeTables',
    action: 'Microsoft.Network/routeTables/join/action',
    source: `${learn}role-based-access-control/permissions/networking#microsoftnetwork`,
  },
  {
    type: 'Microsoft.Network/privateDnsZones',
    by: 'Microsoft.Network/privateEndpoints/privateDnsZoneGroups',
    action: 'Microsoft.Network/privateDnsZones/join/action',
    source: `${learn}role-based-access-control/permissions/networking#microsoftnetwork`,
  },
  {
    type: 'Microsoft.DataProtection/resourceGuards',
    by: 'Microsoft.RecoveryServices/vaults/backupResourceGuardProxies',
    action: 'Microsoft.DataProtection/resourceGuards/read',
    source: `${learn}backup/multi-user-authorization-concept`,
  },
  {
    type: 'Microsoft.Network/virtualNetworks',
    by: 'Microsoft.RecoveryServices/vaults/replicationProtectionIntents',
    action: 'Microsoft.Network/virtualNetworks/subnets/join/action',
    source: `${learn}site-recovery/site-recovery-role-based-linked-access-control`,
  },
  {
    type: 'Microsoft.Storage/storageAccounts',
    by: 'Microsoft.RecoveryServices/vaults/replicationProtectionIntents',
    action: 'Microsoft.Storage/storageAccounts/listKeys/action',
    source: `${learn}site-recovery/site-recovery-role-based-linked-access-control`,
  },
];

/** Reading a secret into a parameter; source: azure-docs azure-resource-manager/bicep/key-vault-parameter. */
export const secretAction = 'Microsoft.KeyVault/vaults/deploy/action';
