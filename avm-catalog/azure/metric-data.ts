type MetricUnit = 'Bytes' | 'BytesPerSecond' | 'Count' | 'CountPerSecond' | 'MilliSeconds' | 'Percent' | 'Seconds';
type Aggregation = 'Average' | 'Minimum' | 'Maximum' | 'Total' | 'Count';

export interface MetricRow {
  readonly name: string;
  readonly unit: MetricUnit;
  /** Those Azure documents, its default first; it may take others too. */
  readonly aggregations: readonly Aggregation[];
  readonly dimensions?: readonly string[];
  /** Shortest interval; absent for one minute. A metric alert's window may not be shorter. */
  readonly grain?: 'PT1H';
}

const average = (name: string, unit: MetricUnit, ...dimensions: string[]): MetricRow =>
  row(name, unit, ['Average'], dimensions);
const total = (name: string, unit: MetricUnit, ...dimensions: string[]): MetricRow =>
  row(name, unit, ['Total'], dimensions);
const count = (name: string, ...dimensions: string[]): MetricRow => row(name, 'Count', ['Count'], dimensions);

const spread: readonly Aggregation[] = ['Average', 'Minimum', 'Maximum'];
const vaultCall = ['ActivityType', 'ActivityName', 'StatusCode', 'StatusCodeClass'];
const storageCall = ['GeoType', 'ApiName', 'Authentication'];
const backup = [
  'dataSourceURL',
  'backupInstanceUrl',
  'dataSourceType',
  'healthStatus',
  'backupInstanceName',
  'isResourceMetricReady',
];

/** Source: azure-monitor-docs articles/azure-monitor/reference/supported-metrics (2025-04 to 2026-07). */
export const platformMetrics: Readonly<Record<string, readonly MetricRow[]>> = {
  'Microsoft.Compute/virtualMachines': [
    row('VmAvailabilityMetric', 'Count', spread, ['Context']),
    average('Percentage CPU', 'Percent'),
    average('Available Memory Bytes', 'Bytes'),
    average('Available Memory Percentage', 'Percent'),
    average('CPU Credits Consumed', 'Count'),
    average('CPU Credits Remaining', 'Count'),
    average('OS Disk Bandwidth Consumed Percentage', 'Percent', 'LUN'),
    average('OS Disk IOPS Consumed Percentage', 'Percent', 'LUN'),
    average('OS Disk Latency', 'MilliSeconds'),
    average('OS Disk Queue Depth', 'Count'),
    average('OS Disk Read Bytes/sec', 'BytesPerSecond'),
    average('OS Disk Write Bytes/sec', 'BytesPerSecond'),
    average('OS Disk Read Operations/Sec', 'CountPerSecond'),
    average('OS Disk Write Operations/Sec', 'CountPerSecond'),
    average('Data Disk Bandwidth Consumed Percentage', 'Percent', 'LUN'),
    average('Data Disk IOPS Consumed Percentage', 'Percent', 'LUN'),
    average('Data Disk Latency', 'MilliSeconds', 'LUN'),
    average('Data Disk Queue Depth', 'Count', 'LUN'),
    average('Data Disk Read Bytes/sec', 'BytesPerSecond', 'LUN'),
    average('Data Disk Write Bytes/sec', 'BytesPerSecond', 'LUN'),
    average('Data Disk Read Operations/Sec', 'CountPerSecond', 'LUN'),
    average('Data Disk Write Operations/Sec', 'CountPerSecond', 'LUN'),
    average('VM Cached Bandwidth Consumed Percentage', 'Percent'),
    average('VM Cached IOPS Consumed Percentage', 'Percent'),
    average('VM Uncached Bandwidth Consumed Percentage', 'Percent'),
    average('VM Uncached IOPS Consumed Percentage', 'Percent'),
    total('Network In Total', 'Bytes'),
    total('Network Out Total', 'Bytes'),
    average('Inbound Flows', 'Count'),
    average('Outbound Flows', 'Count'),
  ],
  'Microsoft.KeyVault/vaults': [
    average('Availability', 'Percent', ...vaultCall),
    average('SaturationShoebox', 'Percent', 'ActivityType', 'ActivityName', 'TransactionType'),
    average('ServiceApiLatency', 'MilliSeconds', ...vaultCall),
    count('ServiceApiHit', 'ActivityType', 'ActivityName'),
    count('ServiceApiResult', ...vaultCall),
  ],
  'Microsoft.Storage/storageAccounts': [
    row('Availability', 'Percent', spread, storageCall),
    { ...average('UsedCapacity', 'Bytes'), grain: 'PT1H' },
    total('Transactions', 'Count', 'ResponseType', ...storageCall, 'TransactionType'),
    row('SuccessE2ELatency', 'MilliSeconds', spread, storageCall),
    row('SuccessServerLatency', 'MilliSeconds', spread, storageCall),
    row('Ingress', 'Bytes', ['Total', ...spread], storageCall),
    row('Egress', 'Bytes', ['Total', ...spread], storageCall),
    row('ReplicationLagSeconds', 'Seconds', spread, []),
  ],
  'Microsoft.Network/natGateways': [
    average('DatapathAvailability', 'Count'),
    total('SNATConnectionCount', 'Count', 'Protocol', 'ConnectionState'),
    total('TotalConnectionCount', 'Count', 'Protocol'),
    total('PacketDropCount', 'Count'),
    total('PacketCount', 'Count', 'Protocol', 'Direction'),
    total('ByteCount', 'Bytes', 'Protocol', 'Direction'),
  ],
  'Microsoft.Network/loadBalancers': [
    average('VipAvailability', 'Count', 'FrontendIPAddress', 'FrontendPort'),
    average(
      'DipAvailability',
      'Count',
      'ProtocolType',
      'BackendPort',
      'FrontendIPAddress',
      'FrontendPort',
      'BackendIPAddress',
    ),
    average('UsedSnatPorts', 'Count', 'FrontendIPAddress', 'BackendIPAddress', 'ProtocolType', 'IsAwaitingRemoval'),
    average(
      'AllocatedSnatPorts',
      'Count',
      'FrontendIPAddress',
      'BackendIPAddress',
      'ProtocolType',
      'IsAwaitingRemoval',
    ),
    total('SnatConnectionCount', 'Count', 'FrontendIPAddress', 'BackendIPAddress', 'ConnectionState'),
    total('SYNCount', 'Count', 'FrontendIPAddress', 'FrontendPort', 'Direction', 'Protocol'),
    total('PacketCount', 'Count', 'FrontendIPAddress', 'FrontendPort', 'Direction', 'Protocol'),
    total('ByteCount', 'Bytes', 'FrontendIPAddress', 'FrontendPort', 'Direction', 'Protocol'),
  ],
  'Microsoft.Network/bastionHosts': [
    average('pingmesh', 'Count'),
    average('total', 'Count', 'host'),
    average('usage_user', 'Count', 'cpu', 'host'),
    average('used', 'Count', 'host'),
  ],
  'Microsoft.RecoveryServices/vaults': [count('BackupHealthEvent', ...backup), count('RestoreHealthEvent', ...backup)],
};

function row(
  name: string,
  unit: MetricUnit,
  aggregations: readonly Aggregation[],
  dimensions: readonly string[],
): MetricRow {
  return { name, unit, aggregations, dimensions };
}
