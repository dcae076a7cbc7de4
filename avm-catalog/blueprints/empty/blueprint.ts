import type { Blueprint } from '../../kernel/blueprint.ts';
import { content } from './content.ts';

export const empty: Blueprint = {
  name: 'empty',
  version: '1.0.0',
  title: 'Network and logs',
  description: 'A virtual network and a Log Analytics workspace. You add components one by one.',
  components: [
    'log-analytics',
    'managed-identity',
    'virtual-network',
    'private-dns',
    'key-vault',
    'customer-managed-keys',
    'storage-account',
    'flow-logs',
    'monitor-private-link',
    'alerts',
    'budget',
    'policy-assignments',
  ],
  spec: {},
  environments: {
    dev: { network: { addressSpace: '10.40.0.0/22' }, logAnalytics: { dailyQuotaGb: 5 } },
    test: { network: { addressSpace: '10.40.4.0/22' }, logAnalytics: { dailyQuotaGb: 5 } },
    prod: { network: { addressSpace: '10.40.8.0/22' }, lock: 'CanNotDelete', logAnalytics: { retentionDays: 365 } },
  },
  defaultEnvironment: 'dev',
  boundary: {
    providers: [
      'Microsoft.AlertsManagement',
      'Microsoft.Authorization',
      'Microsoft.Consumption',
      'Microsoft.Insights',
      'Microsoft.KeyVault',
      'Microsoft.ManagedIdentity',
      'Microsoft.Network',
      'Microsoft.OperationalInsights',
      'Microsoft.Storage',
    ],
    reachesOut: ['flow-logs'],
  },
  outputs: [
    'keyVaultName',
    'keyVaultUri',
    'logAnalyticsWorkspaceId',
    'storageAccountBlobEndpoint',
    'storageAccountName',
    'virtualNetworkId',
  ],
  interview: [],
  content,
};
