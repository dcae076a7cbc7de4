/**
 * Types that take tags. Those of backup policies and protected items are lost in AVM:
 * recovery-services/vault does not pass them on.
 */
const taggable = [
  'Microsoft.Automation/automationAccounts',
  'Microsoft.Compute/availabilitySets',
  'Microsoft.Compute/diskEncryptionSets',
  'Microsoft.Compute/disks',
  'Microsoft.Compute/galleries',
  'Microsoft.Compute/proximityPlacementGroups',
  'Microsoft.Compute/snapshots',
  'Microsoft.Compute/virtualMachines',
  'Microsoft.Compute/virtualMachines/extensions',
  'Microsoft.Compute/virtualMachines/runCommands',
  'Microsoft.AlertsManagement/actionRules',
  'Microsoft.Insights/actionGroups',
  'Microsoft.Insights/activityLogAlerts',
  'Microsoft.Insights/components',
  'Microsoft.Insights/dataCollectionEndpoints',
  'Microsoft.Insights/dataCollectionRules',
  'Microsoft.Insights/metricAlerts',
  'Microsoft.Insights/scheduledQueryRules',
  'Microsoft.KeyVault/vaults',
  'Microsoft.KeyVault/vaults/keys',
  'Microsoft.KeyVault/vaults/secrets',
  'Microsoft.Maintenance/maintenanceConfigurations',
  'Microsoft.ManagedIdentity/userAssignedIdentities',
  'Microsoft.Network/applicationSecurityGroups',
  'Microsoft.Network/azureFirewalls',
  'Microsoft.Network/bastionHosts',
  'Microsoft.Network/firewallPolicies',
  'Microsoft.Network/loadBalancers',
  'Microsoft.Network/natGateways',
  'Microsoft.Network/networkInterfaces',
  'Microsoft.Network/networkSecurityGroups',
  'Microsoft.Network/networkWatchers',
  'Microsoft.Network/privateDnsZones',
  'Microsoft.Network/privateDnsZones/virtualNetworkLinks',
  'Microsoft.Network/privateEndpoints',
  'Microsoft.Network/privateLinkServices',
  'Microsoft.Network/publicIPAddresses',
  'Microsoft.Network/publicIPPrefixes',
  'Microsoft.Network/routeTables',
  'Microsoft.Network/virtualNetworkGateways',
  'Microsoft.Network/virtualNetworks',
  'Microsoft.OperationalInsights/workspaces',
  'Microsoft.RecoveryServices/vaults',
  'Microsoft.RecoveryServices/vaults/backupFabrics/protectionContainers/protectedItems',
  'Microsoft.RecoveryServices/vaults/backupPolicies',
  'Microsoft.Resources/deployments',
  'Microsoft.Resources/resourceGroups',
  'Microsoft.Storage/storageAccounts',
];

const untaggable = [
  'Microsoft.Authorization/locks',
  'Microsoft.Authorization/roleAssignments',
  'Microsoft.GuestConfiguration/guestConfigurationAssignments',
  'Microsoft.Insights/dataCollectionRuleAssociations',
  'Microsoft.Insights/diagnosticSettings',
  'Microsoft.Maintenance/configurationAssignments',
  'Microsoft.Network/loadBalancers/backendAddressPools',
  'Microsoft.Network/networkSecurityGroups/securityRules',
  'Microsoft.Network/privateEndpoints/privateDnsZoneGroups',
  'Microsoft.Network/routeTables/routes',
  'Microsoft.Network/virtualNetworks/subnets',
  'Microsoft.Network/virtualNetworks/virtualNetworkPeerings',
  'Microsoft.Security/locations/jitNetworkAccessPolicies',
  'Microsoft.Security/pricings',
  'Microsoft.Storage/storageAccounts/blobServices',
  'Microsoft.Storage/storageAccounts/blobServices/containers',
  'Microsoft.Storage/storageAccounts/fileServices',
  'Microsoft.Storage/storageAccounts/fileServices/shares',
  'Microsoft.Storage/storageAccounts/managementPolicies',
  'Microsoft.Storage/storageAccounts/queueServices',
  'Microsoft.Storage/storageAccounts/tableServices',
];

const support = new Map<string, boolean>([
  ...taggable.map((it) => [it.toLowerCase(), true] as const),
  ...untaggable.map((it) => [it.toLowerCase(), false] as const),
]);

/** Source: the Bicep types of each API version in use, probed with Bicep 0.49.2. `undefined`: not known. */
export function supportsTags(type: string): boolean | undefined {
  return support.get(type.toLowerCase());
}
