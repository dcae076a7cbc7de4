export type Diagnostics = 'logs-and-metrics' | 'logs' | 'metrics' | 'none';

/**
 * What a diagnostic setting may send. `none` also where there are metrics that cannot be exported.
 * Sources: azure-monitor-docs supported-logs and supported-metrics (column DS Export); for Bastion, network
 * interfaces and vaults the AVM modules' own parameters (`diagnosticSettings` of logs, of metrics, of both).
 * On virtual machines and data collection rules the setting is a native resource: AVM has no parameter.
 */
const support: Readonly<Record<string, Exclude<Diagnostics, 'none'>>> = {
  'Microsoft.Automation/automationAccounts': 'logs-and-metrics',
  'Microsoft.Insights/components': 'logs-and-metrics',
  'Microsoft.Insights/dataCollectionRules': 'logs-and-metrics',
  'Microsoft.KeyVault/vaults': 'logs-and-metrics',
  'Microsoft.Network/azureFirewalls': 'logs-and-metrics',
  'Microsoft.Network/loadBalancers': 'logs-and-metrics',
  'Microsoft.Network/publicIPAddresses': 'logs-and-metrics',
  'Microsoft.Network/publicIPPrefixes': 'logs-and-metrics',
  'Microsoft.Network/virtualNetworkGateways': 'logs-and-metrics',
  'Microsoft.Network/virtualNetworks': 'logs-and-metrics',
  'Microsoft.OperationalInsights/workspaces': 'logs-and-metrics',
  'Microsoft.RecoveryServices/vaults': 'logs-and-metrics',
  'Microsoft.Storage/storageAccounts/blobServices': 'logs-and-metrics',
  'Microsoft.Storage/storageAccounts/fileServices': 'logs-and-metrics',
  'Microsoft.Storage/storageAccounts/queueServices': 'logs-and-metrics',
  'Microsoft.Storage/storageAccounts/tableServices': 'logs-and-metrics',
  'Microsoft.Network/bastionHosts': 'logs',
  'Microsoft.Network/networkSecurityGroups': 'logs',
  'Microsoft.Compute/virtualMachines': 'metrics',
  'Microsoft.Network/networkInterfaces': 'metrics',
  'Microsoft.Storage/storageAccounts': 'metrics',
};

const part = 'it is a part of another resource, whose diagnostic settings tell of it';
const setting = 'it is a setting of another resource, and does nothing by itself';
const nothing = 'Azure Monitor has neither logs nor metrics of it';
const unexported = 'its metrics cannot be exported; Azure Monitor keeps them by itself';
const inActivityLog = 'what it does is told by the activity log and by whom it tells';

/** Types without diagnostic settings, each with the reason. */
const without: Readonly<Record<string, string>> = {
  'Microsoft.AlertsManagement/actionRules': setting,
  'Microsoft.Authorization/locks': setting,
  'Microsoft.Authorization/roleAssignments': setting,
  'Microsoft.Compute/availabilitySets': nothing,
  'Microsoft.Compute/diskEncryptionSets': nothing,
  'Microsoft.Compute/disks': unexported,
  'Microsoft.Compute/virtualMachines/extensions': part,
  'Microsoft.Compute/virtualMachines/runCommands': part,
  'Microsoft.GuestConfiguration/guestConfigurationAssignments': setting,
  'Microsoft.Insights/actionGroups': inActivityLog,
  'Microsoft.Insights/activityLogAlerts': inActivityLog,
  'Microsoft.Insights/dataCollectionRuleAssociations': setting,
  'Microsoft.Insights/diagnosticSettings': setting,
  'Microsoft.Insights/metricAlerts': inActivityLog,
  'Microsoft.Insights/scheduledQueryRules': inActivityLog,
  'Microsoft.KeyVault/vaults/accessPolicies': part,
  'Microsoft.KeyVault/vaults/keys': part,
  'Microsoft.KeyVault/vaults/secrets': part,
  'Microsoft.Maintenance/configurationAssignments': setting,
  'Microsoft.Maintenance/maintenanceConfigurations': nothing,
  'Microsoft.ManagedIdentity/userAssignedIdentities': nothing,
  'Microsoft.Network/applicationSecurityGroups': nothing,
  'Microsoft.Network/loadBalancers/backendAddressPools': part,
  'Microsoft.Network/natGateways': unexported,
  'Microsoft.Network/networkSecurityGroups/securityRules': part,
  'Microsoft.Network/privateDnsZones': unexported,
  'Microsoft.Network/privateDnsZones/virtualNetworkLinks': part,
  'Microsoft.Network/privateEndpoints': unexported,
  'Microsoft.Network/privateEndpoints/privateDnsZoneGroups': part,
  'Microsoft.Network/routeTables': nothing,
  'Microsoft.Network/routeTables/routes': part,
  'Microsoft.Network/virtualNetworks/subnets': part,
  'Microsoft.Network/virtualNetworks/virtualNetworkPeerings': part,
  'Microsoft.OperationalInsights/workspaces/tables': part,
  'Microsoft.RecoveryServices/vaults/backupFabrics/protectionContainers/protectedItems': part,
  'Microsoft.RecoveryServices/vaults/backupPolicies': part,
  'Microsoft.Resources/resourceGroups': nothing,
  'Microsoft.Resources/tags': setting,
  'Microsoft.Security/locations/jitNetworkAccessPolicies': inActivityLog,
  'Microsoft.Storage/storageAccounts/blobServices/containers': part,
  'Microsoft.Storage/storageAccounts/fileServices/shares': part,
  'Microsoft.Storage/storageAccounts/managementPolicies': setting,
  'Microsoft.Storage/storageAccounts/queueServices/queues': part,
  'Microsoft.Storage/storageAccounts/tableServices/tables': part,
};

const known: ReadonlyMap<string, Diagnostics> = new Map([
  ...Object.entries(support).map(([type, has]) => [type.toLowerCase(), has] as const),
  ...Object.keys(without).map((type) => [type.toLowerCase(), 'none'] as const),
]);

/** Types that no diagnostic setting is asked of, and why. */
export const undiagnosable: readonly { readonly type: string; readonly why: string }[] = Object.entries(without).map(
  ([type, why]) => ({ type, why }),
);

/**
 * `undefined`: not known. A NAT gateway's metrics cannot be exported; one of SKU StandardV2 has flow logs
 * (category NatGatewayFlowlogsV1, charged for), for which avm/res/network/nat-gateway has no parameter.
 */
export function diagnostics(type: string, sku?: string): Diagnostics | undefined {
  const key = type.toLowerCase();
  if (key === 'microsoft.network/natgateways' && sku === 'StandardV2') return 'logs';
  return known.get(key);
}
