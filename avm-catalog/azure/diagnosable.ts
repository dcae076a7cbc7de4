export type Diagnostics = 'logs-and-metrics' | 'logs' | 'metrics' | 'none';

/**
 * What a diagnostic setting may send. `none` also where there are metrics that cannot be exported.
 * Sources: azure-monitor-docs supported-logs and supported-metrics (column DS Export); for Bastion, network
 * interfaces and vaults the AVM modules' own parameters (`diagnosticSettings` of logs, of metrics, of both).
 * On virtual machines and data collection rules the setting is a native resource: AVM has no parameter.
 */
const support: Readonly<Record<string, Diagnostics>> = {
  'microsoft.automation/automationaccounts': 'logs-and-metrics',
  'microsoft.insights/components': 'logs-and-metrics',
  'microsoft.insights/datacollectionrules': 'logs-and-metrics',
  'microsoft.keyvault/vaults': 'logs-and-metrics',
  'microsoft.network/azurefirewalls': 'logs-and-metrics',
  'microsoft.network/loadbalancers': 'logs-and-metrics',
  'microsoft.network/publicipaddresses': 'logs-and-metrics',
  'microsoft.network/publicipprefixes': 'logs-and-metrics',
  'microsoft.network/virtualnetworkgateways': 'logs-and-metrics',
  'microsoft.network/virtualnetworks': 'logs-and-metrics',
  'microsoft.operationalinsights/workspaces': 'logs-and-metrics',
  'microsoft.recoveryservices/vaults': 'logs-and-metrics',
  'microsoft.storage/storageaccounts/blobservices': 'logs-and-metrics',
  'microsoft.storage/storageaccounts/fileservices': 'logs-and-metrics',
  'microsoft.storage/storageaccounts/queueservices': 'logs-and-metrics',
  'microsoft.storage/storageaccounts/tableservices': 'logs-and-metrics',
  'microsoft.network/bastionhosts': 'logs',
  'microsoft.network/networksecuritygroups': 'logs',
  'microsoft.compute/virtualmachines': 'metrics',
  'microsoft.network/networkinterfaces': 'metrics',
  'microsoft.storage/storageaccounts': 'metrics',
  'microsoft.authorization/locks': 'none',
  'microsoft.authorization/roleassignments': 'none',
  'microsoft.compute/availabilitysets': 'none',
  'microsoft.compute/diskencryptionsets': 'none',
  'microsoft.compute/disks': 'none',
  'microsoft.compute/virtualmachines/extensions': 'none',
  'microsoft.insights/actiongroups': 'none',
  'microsoft.insights/metricalerts': 'none',
  'microsoft.insights/scheduledqueryrules': 'none',
  'microsoft.maintenance/maintenanceconfigurations': 'none',
  'microsoft.managedidentity/userassignedidentities': 'none',
  'microsoft.network/applicationsecuritygroups': 'none',
  'microsoft.network/natgateways': 'none',
  'microsoft.network/privatednszones': 'none',
  'microsoft.network/privatednszones/virtualnetworklinks': 'none',
  'microsoft.network/privateendpoints': 'none',
  'microsoft.network/routetables': 'none',
  'microsoft.network/virtualnetworks/subnets': 'none',
  'microsoft.resources/resourcegroups': 'none',
};

/**
 * `undefined`: not known. A NAT gateway's metrics cannot be exported; one of SKU StandardV2 has flow logs
 * (category NatGatewayFlowlogsV1, charged for), for which avm/res/network/nat-gateway has no parameter.
 */
export function diagnostics(type: string, sku?: string): Diagnostics | undefined {
  const key = type.toLowerCase();
  if (key === 'microsoft.network/natgateways' && sku === 'StandardV2') return 'logs';
  return Object.hasOwn(support, key) ? support[key] : undefined;
}
