import { text } from '../../../src/bicep/value.ts';
import { number, share, type MetricRule } from './rule.ts';

const machine = 'Microsoft.Compute/virtualMachines';
/** Metric alerts. A restart can trigger every alert on a VM or a load balancer. */
export const metricRules = {
  'machine-unavailable': {
    reports:
      'The VM is unavailable for the whole evaluation period. A VM that is stopped in Azure doesn’t emit this metric.',
    of: 'virtual-machine',
    severity: 0,
    minutes: [5, 15, 30, 60],
    frequency: 'PT1M',
    resourceType: machine,
    metric: 'VmAvailabilityMetric',
    // The maximum over all minutes, because one minute of a restart is no outage.
    aggregation: 'Maximum',
    operator: 'LessThan',
    always: 1,
    describe: () => 'The VM is not available',
  },
  'processor-busy': {
    reports: 'The processor usage is above the threshold.',
    of: 'virtual-machine',
    severity: 2,
    threshold: { initial: 90, ...share },
    minutes: [15, 5, 30, 60],
    frequency: 'PT5M',
    resourceType: machine,
    metric: 'Percentage CPU',
    aggregation: 'Average',
    operator: 'GreaterThan',
    describe: (threshold) => text`The processor usage is above ${threshold} percent`,
  },
  'memory-short': {
    reports: 'The available memory is below the threshold.',
    of: 'virtual-machine',
    severity: 2,
    threshold: { initial: 10, ...share },
    minutes: [15, 5, 30, 60],
    frequency: 'PT5M',
    resourceType: machine,
    metric: 'Available Memory Percentage',
    aggregation: 'Average',
    operator: 'LessThan',
    describe: (threshold) => text`Less than ${threshold} percent of memory is available`,
  },
  // Every client session begins with a 401 to get the challenge (Azure/azure-sdk-for-python#31233).
  'key-vault-refusing': {
    reports: 'The key vault denies (403) or throttles (429) more requests than the threshold.',
    of: 'key-vault',
    severity: 1,
    threshold: { initial: 10, ...number, unit: 'requests' },
    minutes: [15, 5, 30, 60],
    frequency: 'PT5M',
    resourceType: 'Microsoft.KeyVault/vaults',
    metric: 'ServiceApiResult',
    aggregation: 'Count',
    operator: 'GreaterThan',
    dimensions: [{ name: 'StatusCode', operator: 'Include', values: ['403', '429'] }],
    describe: () => 'The key vault denies or throttles requests',
  },
  // A count instead of a percentage, because one failure in five requests would be an availability of 80 percent.
  // Values of ResponseType: azure-docs includes/azure-storage-account-metrics-dimensions.md.
  'storage-failing': {
    reports: 'More requests than the threshold fail because of the storage service.',
    of: 'storage-account',
    severity: 1,
    threshold: { initial: 10, ...number, unit: 'requests' },
    minutes: [15, 5, 30, 60],
    frequency: 'PT5M',
    resourceType: 'Microsoft.Storage/storageAccounts',
    metric: 'Transactions',
    aggregation: 'Total',
    operator: 'GreaterThan',
    dimensions: [
      {
        name: 'ResponseType',
        operator: 'Include',
        values: ['ServerOtherError', 'ServerBusyError', 'ServerTimeoutError'],
      },
    ],
    describe: (threshold) => text`More than ${threshold} requests failed in the storage service`,
  },
  // azure-docs articles/nat-gateway/nat-metrics.md recommends both.
  'nat-gateway-dropping': {
    reports: 'The data path availability of the NAT gateway is below the threshold.',
    of: 'nat-gateway',
    severity: 2,
    threshold: { initial: 90, ...share },
    minutes: [15, 5, 30, 60],
    frequency: 'PT5M',
    resourceType: 'Microsoft.Network/natGateways',
    metric: 'DatapathAvailability',
    aggregation: 'Average',
    operator: 'LessThan',
    describe: (threshold) => text`The data path availability of the NAT gateway is below ${threshold} percent`,
  },
  'nat-gateway-exhausted': {
    reports:
      'More outbound connections than the threshold fail, for example because the NAT gateway has no free SNAT ports.',
    of: 'nat-gateway',
    severity: 2,
    threshold: { initial: 0, ...number, unit: 'connections' },
    minutes: [5, 15, 30, 60],
    frequency: 'PT5M',
    resourceType: 'Microsoft.Network/natGateways',
    metric: 'SNATConnectionCount',
    aggregation: 'Total',
    operator: 'GreaterThan',
    dimensions: [{ name: 'ConnectionState', operator: 'Include', values: ['Failed'] }],
    describe: (threshold) =>
      text`More than ${threshold} outbound connections failed, possibly because of SNAT port exhaustion`,
  },
  'application-unhealthy': {
    reports: 'The health probe success rate of the load balancer is below the threshold.',
    of: 'internal-load-balancer',
    severity: 1,
    threshold: { initial: 90, ...share },
    minutes: [5, 15, 30, 60],
    frequency: 'PT1M',
    resourceType: 'Microsoft.Network/loadBalancers',
    metric: 'DipAvailability',
    aggregation: 'Average',
    operator: 'LessThan',
    describe: () => 'The application does not respond to the health probe of the load balancer',
  },
} as const satisfies Readonly<Record<string, MetricRule>>;

export type MetricRuleName = keyof typeof metricRules;
