import type { Blueprint } from '../../kernel/blueprint.ts';
import { decisions } from './decisions.ts';
import { edgeCases } from './edge-cases.ts';
import { foundations, nonFunctional, reasons, requirements } from './requirements.ts';
import { constraints, problem } from './problem.ts';
import { reviews } from './reviews.ts';
import { stories } from './stories.ts';
import { successCriteria } from './success-criteria.ts';
import { userInputs } from './user-inputs.ts';
import { virtualMachineInputs } from '../../components/virtual-machine/inputs.ts';

export const windowsVm: Blueprint = {
  name: 'windows-vm',
  version: '1.0.0',
  title: 'Windows VM workload',
  description:
    'A legacy line-of-business application on one Windows Server VM: private, monitored, backed up, and administered through Azure Bastion.',
  components: [
    'targets',
    'log-analytics',
    'managed-identity',
    'nat-gateway',
    'hub-peering',
    'route-table',
    'bastion',
    'virtual-network',
    'private-dns',
    'key-vault',
    'customer-managed-keys',
    'storage-account',
    'flow-logs',
    'backup',
    'maintenance',
    'monitoring-agent',
    'internal-load-balancer',
    'application',
    'hardening',
    'virtual-machine',
    'monitor-private-link',
    'site-recovery',
    'just-in-time',
    'alerts',
    'budget',
    'policy-assignments',
    'deployment-scripts',
    'github-actions',
    'azure-devops',
    'repository-files',
    'ps-rule',
  ],
  spec: {
    natGateway: { enabled: true },
    keyVault: { enabled: true },
    storageAccount: { enabled: true },
    backup: { enabled: true },
    maintenance: { enabled: true },
    monitoringAgent: { securityEvents: 'failures' },
    alerts: { enabled: true },
  },
  environments: {
    dev: {
      network: { addressSpace: '10.20.0.0/22' },
      logAnalytics: { dailyQuotaGb: 5 },
      // The VM is off at night, so its updates are installed before.
      maintenance: { start: '2026-01-07 17:00', recurEvery: 'Week Wednesday' },
      virtualMachine: {
        size: 'Standard_B2s_v2',
        osDisk: { type: 'StandardSSD_LRS' },
        autoShutdown: { enabled: true },
      },
      keyVault: { softDeleteDays: 7 },
      storageAccount: { redundancy: 'LRS' },
      backup: { retentionDays: 7 },
    },
    test: {
      network: { addressSpace: '10.20.4.0/22' },
      logAnalytics: { dailyQuotaGb: 5 },
      virtualMachine: { size: 'Standard_D2s_v5' },
      storageAccount: { redundancy: 'LRS' },
      backup: { retentionDays: 7 },
    },
    prod: {
      network: { addressSpace: '10.20.8.0/22' },
      lock: 'CanNotDelete',
      virtualMachine: { size: 'Standard_D4s_v5' },
      logAnalytics: { retentionDays: 365 },
      backup: { retentionDays: 30, redundancy: 'ZoneRedundant', immutability: 'Unlocked' },
      targets: { availability: 99.9, rtoHours: 8, outage: 'zone' },
    },
  },
  defaultEnvironment: 'dev',
  boundary: {
    providers: [
      'Microsoft.AlertsManagement',
      'Microsoft.Authorization',
      'Microsoft.Compute',
      'Microsoft.Consumption',
      'Microsoft.DevTestLab',
      'Microsoft.GuestConfiguration',
      'Microsoft.Insights',
      'Microsoft.KeyVault',
      'Microsoft.Maintenance',
      'Microsoft.ManagedIdentity',
      'Microsoft.Network',
      'Microsoft.OperationalInsights',
      'Microsoft.RecoveryServices',
      'Microsoft.Security',
      'Microsoft.Storage',
    ],
    reachesOut: ['hub-peering', 'flow-logs'],
  },
  outputs: [
    'bastionName',
    'keyVaultName',
    'keyVaultUri',
    'logAnalyticsWorkspaceId',
    'recoveryVaultName',
    'siteRecoveryVaultName',
    'storageAccountBlobEndpoint',
    'storageAccountName',
    'virtualMachineId',
    'virtualMachineName',
    'virtualMachinePrivateIpAddresses',
    'virtualNetworkId',
    'workloadIdentityClientId',
    'workloadIdentityPrincipalId',
  ],
  interview: [
    {
      title: 'VM',
      component: 'virtual-machine',
      summary: {
        VM: (view) => `${virtualMachineInputs.of(view).size}, ${virtualMachineInputs.of(view).image}`,
        Password: (view) =>
          `secret ${virtualMachineInputs.of(view).administrator.secretName} in ${virtualMachineInputs.of(view).administrator.vaultName}`,
      },
    },
  ],
  content: {
    problem,
    constraints,
    requirements,
    nonFunctional,
    foundations,
    reasons,
    stories,
    criteria: successCriteria,
    decisions,
    edgeCases,
    reviews,
    userInputs,
  },
};
