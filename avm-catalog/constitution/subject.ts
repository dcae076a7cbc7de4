import type { View } from '../kernel/view.ts';
import { read, readList, type Estate, type Predicted } from './estate.ts';

/** The predicted resources that a rule applies to. */
export interface Subject {
  /** As it follows “no”: `storage account`. */
  readonly name: string;
  /** `today` as YYYY-MM-DD: a condition can depend on the as-of date. */
  readonly in: (estate: Estate, view?: View, today?: string) => readonly Predicted[];
}

export function ofTypes(name: string, ...types: readonly string[]): Subject {
  return { name, in: (estate) => estate.ofType(...types) };
}

/** The resources of a subject that fit. */
export function such(name: string, subject: Subject, fits: (one: Predicted, estate: Estate) => boolean): Subject {
  return { name, in: (estate) => subject.in(estate).filter((one) => fits(one, estate)) };
}

/** All resources: for a rule about an environment as a whole. */
export const anyResource: Subject = { name: 'resource', in: (estate) => estate.resources };

export const virtualMachines = ofTypes('VM', 'Microsoft.Compute/virtualMachines');
export const budgets = ofTypes('budget', 'Microsoft.Consumption/budgets');
export const dataDisks = ofTypes('data disk', 'Microsoft.Compute/disks');
export const storageAccounts = ofTypes('storage account', 'Microsoft.Storage/storageAccounts');
export const keyVaults = ofTypes('key vault', 'Microsoft.KeyVault/vaults');
const vaultType = 'Microsoft.RecoveryServices/vaults';
const recoveryVaults = ofTypes('Recovery Services vault', vaultType);
/** Recovery Services vaults that back something up, or could. A vault that only replicates VMs has no backups. */
export const backupVaults = such(
  'Recovery Services vault for backups',
  recoveryVaults,
  (vault, estate) =>
    estate.below(vault, `${vaultType}/replicationProtectionIntents`).length === 0 ||
    estate.below(vault, `${vaultType}/backupPolicies`).length > 0 ||
    estate.below(vault, `${vaultType}/backupFabrics/protectionContainers/protectedItems`).length > 0,
);
/** Recovery Services vaults that replicate VMs. */
export const replicationVaults = such(
  'Recovery Services vault for replication',
  recoveryVaults,
  (vault, estate) => estate.below(vault, `${vaultType}/replicationProtectionIntents`).length > 0,
);
export const replicationIntents = ofTypes('replication of a VM', `${vaultType}/replicationProtectionIntents`);
export const logWorkspaces = ofTypes('Log Analytics workspace', 'Microsoft.OperationalInsights/workspaces');
export const collectionEndpoints = ofTypes('data collection endpoint', 'Microsoft.Insights/dataCollectionEndpoints');
export const blobContainers = ofTypes('blob container', 'Microsoft.Storage/storageAccounts/blobServices/containers');
export const vaultPolicies = ofTypes('access policy of a key vault', 'Microsoft.KeyVault/vaults/accessPolicies');
export const keys = ofTypes('key in a key vault', 'Microsoft.KeyVault/vaults/keys');
export const roleAssignments = ofTypes('role assignment', 'Microsoft.Authorization/roleAssignments');
const networks = 'Microsoft.Network/virtualNetworks';
export const virtualNetworks = ofTypes('virtual network', networks);
/** Subnets, and virtual networks that declare them. */
export const subnets: Subject = {
  name: 'subnet',
  in: (estate) => [
    ...estate.ofType(`${networks}/subnets`),
    ...estate.ofType(networks).filter((one) => readList(one, 'properties.subnets').length > 0),
  ],
};
export const networkInterfaces = ofTypes('network interface', 'Microsoft.Network/networkInterfaces');
export const loadBalancers = ofTypes('load balancer', 'Microsoft.Network/loadBalancers');
export const publicAddresses = ofTypes('public IP address', 'Microsoft.Network/publicIPAddresses');
export const bastionHosts = ofTypes('Azure Bastion host', 'Microsoft.Network/bastionHosts');
export const dnsZones = ofTypes('private DNS zone', 'Microsoft.Network/privateDnsZones');
export const securityGroups = ofTypes('network security group', 'Microsoft.Network/networkSecurityGroups');
export const privateEndpoints = ofTypes('private endpoint', 'Microsoft.Network/privateEndpoints');
export const accessPolicies = ofTypes(
  'just-in-time access policy',
  'Microsoft.Security/locations/jitNetworkAccessPolicies',
);
/** Metric and log search alert rules. */
export const measuringAlerts = ofTypes(
  'metric or log search alert rule',
  'Microsoft.Insights/metricAlerts',
  'Microsoft.Insights/scheduledQueryRules',
);
export const alertRules = ofTypes(
  'alert rule',
  'Microsoft.Insights/metricAlerts',
  'Microsoft.Insights/scheduledQueryRules',
  'Microsoft.Insights/activityLogAlerts',
);
export const suppressionRules = such(
  'alert processing rule that suppresses notifications',
  ofTypes('alert processing rule', 'Microsoft.AlertsManagement/actionRules'),
  (rule) => readList(rule, 'properties.actions').some((one) => read(one, 'actionType') === 'RemoveAllActionGroups'),
);
export const windowsVms = such(
  'Windows VM',
  virtualMachines,
  (one) => !read(one, 'properties.osProfile.linuxConfiguration'),
);
