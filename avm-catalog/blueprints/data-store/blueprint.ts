import type { Blueprint } from '../../kernel/blueprint.ts';
import { criteria } from './criteria.ts';
import { decisions } from './decisions.ts';
import { edgeCases } from './edge-cases.ts';
import { foundations, reasons, requirements } from './requirements.ts';
import { reviews } from './reviews.ts';
import { stories } from './stories.ts';
import { userInputs } from './user-inputs.ts';

export const dataStore: Blueprint = {
  name: 'data-store',
  version: '1.0.0',
  title: 'Private data store',
  description: 'A storage account and a key vault that only a private network reaches: logged, with alerts.',
  components: [
    'log-analytics',
    'managed-identity',
    'virtual-network',
    'private-dns',
    'key-vault',
    'customer-managed-keys',
    'storage-account',
    'alerts',
  ],
  spec: {
    keyVault: { enabled: true },
    storageAccount: { enabled: true },
    alerts: { enabled: true },
  },
  environments: {
    dev: {
      network: { addressSpace: '10.30.0.0/24' },
      keyVault: { softDeleteDays: 7 },
      storageAccount: { redundancy: 'LRS' },
    },
    test: {
      network: { addressSpace: '10.30.1.0/24' },
      storageAccount: { redundancy: 'LRS' },
    },
    prod: {
      network: { addressSpace: '10.30.2.0/24' },
      lock: 'CanNotDelete',
      logAnalytics: { retentionDays: 365 },
    },
  },
  defaultEnvironment: 'dev',
  boundary: {
    providers: [
      'Microsoft.AlertsManagement',
      'Microsoft.Insights',
      'Microsoft.KeyVault',
      'Microsoft.ManagedIdentity',
      'Microsoft.Network',
      'Microsoft.OperationalInsights',
      'Microsoft.Storage',
    ],
    reachesOut: [],
  },
  outputs: ['keyVaultName', 'logAnalyticsWorkspaceId', 'storageAccountName', 'virtualNetworkId'],
  interview: [],
  content: { requirements, foundations, reasons, stories, criteria, decisions, edgeCases, reviews, userInputs },
};
