import { typesOf } from '../../azure/by-provider.ts';
import type { Estate, Predicted } from '../estate.ts';
import { byUse, unpriced, type Charge } from './charge.ts';
import { dataDiskCharges, protectedItemCharges, replicationCharges, vmCharges } from './compute.ts';
import { keyCharges, storageAccountCharges } from './data.ts';
import { logWorkspaceCharges, metricAlertCharges, queryAlertCharges } from './monitoring.ts';
import {
  bastionCharges,
  loadBalancerCharges,
  natGatewayCharges,
  privateEndpointCharges,
  privateZoneCharges,
  publicAddressCharges,
} from './network.ts';

type Charging = (one: Predicted, estate: Estate) => readonly Charge[];

const used =
  (...what: readonly string[]): Charging =>
  (one) =>
    what.map((each) => byUse(one, each));

/** By resource type. How each is charged for: the resources of infracost, internal/resources/azure. */
const byType: Readonly<Record<string, Charging>> = {
  'Microsoft.Compute/virtualMachines': vmCharges,
  'Microsoft.Compute/disks': dataDiskCharges,
  'Microsoft.Network/bastionHosts': bastionCharges,
  'Microsoft.Network/loadBalancers': loadBalancerCharges,
  'Microsoft.Network/natGateways': natGatewayCharges,
  'Microsoft.Network/publicIPAddresses': publicAddressCharges,
  'Microsoft.Network/privateEndpoints': privateEndpointCharges,
  'Microsoft.Network/privateDnsZones': privateZoneCharges,
  'Microsoft.Network/virtualNetworks/virtualNetworkPeerings': used('data through peerings'),
  'Microsoft.Network/networkWatchers/flowLogs': used('flow logs and Traffic Analytics'),
  'Microsoft.OperationalInsights/workspaces': logWorkspaceCharges,
  'Microsoft.Insights/metricAlerts': metricAlertCharges,
  'Microsoft.Insights/scheduledQueryRules': queryAlertCharges,
  'Microsoft.Insights/actionGroups': used('notifications'),
  'Microsoft.Insights/dataCollectionRules': used('metrics that data collection rules send'),
  'Microsoft.RecoveryServices/vaults': used('stored backups'),
  'Microsoft.RecoveryServices/vaults/backupFabrics/protectionContainers/protectedItems': protectedItemCharges,
  'Microsoft.RecoveryServices/vaults/replicationProtectionIntents': replicationCharges,
  'Microsoft.Storage/storageAccounts': storageAccountCharges,
  'Microsoft.KeyVault/vaults': used('operations of key vaults'),
  'Microsoft.KeyVault/vaults/keys': keyCharges,
  'Microsoft.Security/locations/jitNetworkAccessPolicies': used(
    'Microsoft Defender for Servers Plan 2, which just-in-time access needs',
  ),
  'Microsoft.Security/pricings': used('what plans of Microsoft Defender for Cloud cover'),
};

/**
 * Without a meter: what they cause is charged for elsewhere, such as the logs that a diagnostic setting sends.
 * Sources: infracost, FreeResources of internal/providers/terraform/azure/registry.go (2026-05-06), and what it prices as
 * a part of another resource; Microsoft.Maintenance: azure-docs, update-manager-faq.md (2025-04-16); machine configuration
 * is a part of Azure Policy, which Learn’s module on Azure Policy calls free for Azure resources. A run command runs
 * through the VM agent, as an extension does.
 */
const free = typesOf({
  'Microsoft.AlertsManagement': 'actionRules',
  'Microsoft.Authorization': 'locks policyAssignments policyDefinitions roleAssignments roleDefinitions',
  'Microsoft.Compute': 'virtualMachines/extensions virtualMachines/runCommands',
  'Microsoft.Consumption': 'budgets',
  'Microsoft.DevTestLab': 'schedules',
  'Microsoft.GuestConfiguration': 'guestConfigurationAssignments',
  'Microsoft.Insights':
    'activityLogAlerts dataCollectionRuleAssociations diagnosticSettings privateLinkScopes privateLinkScopes/scopedResources',
  'Microsoft.KeyVault': 'vaults/accessPolicies vaults/secrets',
  'Microsoft.Maintenance': 'configurationAssignments maintenanceConfigurations',
  'Microsoft.ManagedIdentity': 'userAssignedIdentities userAssignedIdentities/federatedIdentityCredentials',
  'Microsoft.Network':
    'applicationSecurityGroups networkInterfaces networkSecurityGroups privateDnsZones/virtualNetworkLinks privateEndpoints/privateDnsZoneGroups routeTables virtualNetworks virtualNetworks/subnets',
  'Microsoft.RecoveryServices': 'vaults/backupPolicies',
  'Microsoft.Resources': 'resourceGroups',
  'Microsoft.Storage':
    'storageAccounts/blobServices storageAccounts/blobServices/containers storageAccounts/fileServices storageAccounts/fileServices/shares storageAccounts/managementPolicies storageAccounts/queueServices storageAccounts/tableServices',
});

const chargingOf: ReadonlyMap<string, Charging> = new Map<string, Charging>([
  ...free.map((type) => [type.toLowerCase(), () => []] as const),
  ...Object.entries(byType).map(([type, charging]) => [type.toLowerCase(), charging] as const),
]);

/** What is charged for a resource; of a type without facts, something unknown. */
export function chargesOf(one: Predicted, estate: Estate): readonly Charge[] {
  const charging = chargingOf.get(one.type.toLowerCase());
  return charging?.(one, estate) ?? [unpriced(one, one.type, 'the catalog has no facts about its charges')];
}
