import type { Blueprint } from '../../kernel/blueprint.ts';
import { criteria } from './criteria.ts';
import { decisions } from './decisions.ts';
import { edgeCases } from './edge-cases.ts';
import { foundations, nonFunctional, reasons, requirements } from './requirements.ts';
import { constraints, problem } from './problem.ts';
import { reviews } from './reviews.ts';
import { stories } from './stories.ts';
import { userInputs } from './user-inputs.ts';

export const dataStore: Blueprint = {
  name: 'data-store',
  version: '1.0.0',
  title: 'Private data store',
  description:
    'A storage account and a key vault that are reachable only from a private network, with logs and alerts.',
  components: [
    'targets',
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
    'deployment-scripts',
    'github-actions',
    'azure-devops',
    'repository-files',
    'ps-rule',
    'azd',
    'template-specs',
  ],
  spec: {
    keyVault: { enabled: true },
    storageAccount: { enabled: true },
    alerts: { enabled: true },
    targets: { availability: 99.9, rpoHours: 1, rtoHours: 4 },
  },
  environments: {
    dev: {
      network: { addressSpace: '10.30.0.0/24' },
      logAnalytics: { dailyQuotaGb: 5 },
      keyVault: { softDeleteDays: 7 },
      storageAccount: { redundancy: 'LRS' },
    },
    test: {
      network: { addressSpace: '10.30.1.0/24' },
      logAnalytics: { dailyQuotaGb: 5 },
      storageAccount: { redundancy: 'LRS' },
    },
    prod: {
      network: { addressSpace: '10.30.2.0/24' },
      lock: 'CanNotDelete',
      logAnalytics: { retentionDays: 365 },
      targets: { outage: 'zone' },
    },
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
  content: {
    problem,
    constraints,
    requirements,
    nonFunctional,
    foundations,
    reasons,
    stories,
    criteria,
    decisions,
    edgeCases,
    reviews,
    userInputs,
  },
};
