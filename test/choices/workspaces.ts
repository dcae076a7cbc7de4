import { alertRules } from '../../avm-catalog/kernel/alerts/rules.ts';
import { rules } from '../../avm-catalog/constitution/rules/index.ts';

/** Rules are wishes here, so that everything may be chosen. */
const constitution = {
  rules: {
    ...Object.fromEntries(rules.map((rule) => [rule.id, 'should'])),
    'SEC-009': { level: 'should', mode: 'optional' },
  },
};

const diskTypes = ['Premium_LRS', 'Premium_ZRS', 'StandardSSD_LRS', 'StandardSSD_ZRS', 'Standard_LRS'];
const caching = ['None', 'ReadOnly', 'ReadWrite', 'None', 'None'];
const dataDisks = diskTypes.map((type, lun) => ({ name: `data${lun}`, lun, sizeGb: 64, type, caching: caching[lun] }));

const group = '/subscriptions/00000000-0000-0000-0000-000000000001/resourceGroups';
const hub = {
  network: {
    topology: 'hub',
    hub: {
      virtualNetworkId: `${group}/rg-hub/providers/Microsoft.Network/virtualNetworks/vnet-hub`,
      bastionSubnet: '10.0.1.0/26',
    },
  },
};
const off = { enabled: false };
const recovery = {
  enabled: true,
  targetRegion: 'swedencentral',
  resourceGroupId: `${group}/rg-recovery`,
  virtualNetworkId: `${group}/rg-recovery/providers/Microsoft.Network/virtualNetworks/vnet-recovery`,
  diskEncryptionSetId: `${group}/rg-recovery/providers/Microsoft.Compute/diskEncryptionSets/des-recovery`,
};

const permissions = ['none', 'reader', 'contributor', 'elevatedContributor'];
const logs = ['all', 'changes', 'none'];
const tiers = ['Hot', 'Cool', 'Cold'];
const events = ['all', 'failures', 'none'];
const roles = ['Contributor', 'Monitoring Contributor', 'Monitoring Reader', 'Owner', 'Reader'];
const shares = ['TransactionOptimized', 'Hot', 'Cool'].map((tier) => ({
  name: tier.toLowerCase(),
  quotaGiB: 100,
  tier,
}));

/** Every alert with the severity, and one of the windows, of this number. */
function alertsOf(number: number): object {
  return Object.fromEntries(
    Object.entries(alertRules).map(([name, { minutes, severity }]) => [
      name,
      {
        enabled: true,
        ...(severity === undefined ? {} : { severity: number }),
        ...(minutes === undefined ? {} : { windowMinutes: minutes[number % minutes.length] }),
      },
    ]),
  );
}

/** Environments that differ in what is listed above, one after the other; the last has every alert off. */
const numbered = Object.fromEntries(
  [0, 1, 2, 3, 4, 5].map((number) => [
    `e${number}`,
    {
      network: { addressSpace: `10.30.${number * 4}.0/22` },
      logAnalytics: { storageLogs: logs[number % 3], dailyQuotaGb: 5 },
      monitoringAgent: { securityEvents: events[number % 3] },
      application: { install: number % 2 === 0 },
      backup: number === 5 ? { redundancy: 'GeoRedundant', immutability: 'Unlocked' } : {},
      storageAccount: {
        accessTier: tiers[number % 3],
        shareAccess:
          number < 4
            ? { identity: 'entraKerberos', defaultPermission: permissions[number] }
            : { identity: number === 4 ? 'managedIdentity' : 'none' },
      },
      alerts: {
        armRoles: number === 5 ? [] : [roles[number]],
        muteMaintenance: number % 2 === 0,
        rules:
          number === 5
            ? Object.fromEntries(Object.keys(alertRules).map((name) => [name, { enabled: false }]))
            : alertsOf(number),
      },
    },
  ]),
);

/** Workspaces whose environments have every choice between them. */
export const workspaces: Readonly<Record<string, object>> = {
  'with other tools': { constitution, spec: { azd: { enabled: true }, templateSpec: { enabled: true } } },
  'with everything': {
    constitution,
    spec: {
      githubActions: { codeScanning: true },
      azureDevOps: { enabled: true },
      natGateway: { enabled: true },
      keyVault: { enabled: true },
      storageAccount: { enabled: true },
      flowLogs: { enabled: true },
      policyAssignments: {
        assignments: [
          {
            name: 'no-public-addresses',
            definitionId: '/providers/Microsoft.Authorization/policyDefinitions/83a86a26-fd1f-447c-b59d-e51f44264114',
            parameters: {},
            message: '',
            roles: [],
          },
        ],
      },
      backup: { enabled: true },
      maintenance: { enabled: true },
      loadBalancer: { enabled: true, probe: { port: 8443 } },
      application: { enabled: true, packageUri: 'https://example.com/app.exe', installCommand: 'app.exe /quiet' },
      alerts: { enabled: true, emails: ['ops@example.com'] },
      virtualMachine: { size: 'Standard_D4s_v5', image: '2025-datacenter-azure-edition', loadBalanced: true },
    },
    environments: {
      dev: {
        deploymentScripts: { method: 'stack' },
        location: { zone: 1 },
        network: { encryption: false },
        policyAssignments: { enabled: true, enforce: false },
        siteRecovery: { ...recovery, targetZone: 1 },
        monitorPrivateLink: { enabled: true, ingestionAccess: 'Open', queryAccess: 'Open', publicIngestion: true },
        bastion: { sku: 'Basic', zones: 'all' },
        keyVault: { sku: 'premium' },
        customerManagedKeys: { enabled: true },
        storageAccount: { redundancy: 'LRS' },
        backup: { redundancy: 'LocallyRedundant', intervalHours: 4 },
        targets: { outage: 'hardware' },
        loadBalancer: { probe: { protocol: 'Tcp' } },
        hardening: { enforcement: 'Audit' },
        virtualMachine: {
          size: 'Standard_D4s_v5',
          osDisk: { type: 'Premium_LRS' },
          dataDisks,
          autoShutdown: { enabled: true },
        },
      },
      test: {
        deploymentScripts: { method: 'stack', denySettings: 'denyDelete', actionOnUnmanage: 'deleteResources' },
        location: { zone: 2 },
        network: { encryption: true },
        policyAssignments: { enabled: true, enforce: true },
        siteRecovery: { ...recovery, targetZone: 2 },
        monitorPrivateLink: { enabled: true, publicQueries: false },
        flowLogs: { interval: 10 },
        lock: 'CanNotDelete',
        telemetry: false,
        bastion: { sku: 'Standard', zones: 'none' },
        customerManagedKeys: { enabled: true },
        storageAccount: { redundancy: 'ZRS' },
        backup: { redundancy: 'ZoneRedundant', intervalHours: 6, immutability: 'Unlocked' },
        targets: { outage: 'zone' },
        loadBalancer: { probe: { protocol: 'Http', path: '/health' } },
        hardening: { enforcement: 'ApplyAndMonitor' },
        virtualMachine: {
          size: 'Standard_D4s_v5',
          hotpatch: 'off',
          licence: 'azureHybridBenefit',
          osDisk: { type: 'Premium_ZRS' },
        },
      },
      prod: {
        deploymentScripts: { method: 'stack', denySettings: 'denyWriteAndDelete', actionOnUnmanage: 'deleteAll' },
        location: { zone: 3 },
        lock: 'none',
        bastion: { sku: 'Premium', sessionRecording: true },
        storageAccount: { redundancy: 'GRS' },
        backup: {
          redundancy: 'GeoRedundant',
          crossRegionRestore: true,
          intervalHours: 8,
          immutability: 'Locked',
          resourceGuardId: `${group}/rg-guard/providers/Microsoft.DataProtection/resourceGuards/rguard-ops`,
        },
        targets: { outage: 'region' },
        siteRecovery: { ...recovery, targetZone: 3 },
        loadBalancer: { probe: { protocol: 'Https', path: '/health' } },
        hardening: { enforcement: 'ApplyAndAutoCorrect' },
        virtualMachine: { size: 'Standard_D4s_v5', image: '2022-datacenter-g2', osDisk: { type: 'StandardSSD_LRS' } },
      },
    },
  },
  'with a hub, and with little': {
    constitution,
    spec: { githubActions: off, repository: off },
    environments: {
      dev: {
        ...hub,
        network: { ...hub.network, hub: { ...hub.network.hub, firewallAddress: '10.0.2.4', useRemoteGateways: true } },
        location: { zone: null },
        siteRecovery: recovery,
        privateDns: { zones: 'existing', resourceGroupId: `${group}/rg-dns` },
        keyVault: { enabled: true },
        storageAccount: { enabled: true, redundancy: 'GZRS' },
        virtualMachine: { osDisk: { type: 'StandardSSD_ZRS' } },
      },
      test: {
        bastion: { enabled: true, sku: 'Premium' },
        deploymentScripts: off,
        psRule: off,
        lock: 'none',
        natGateway: off,
        keyVault: off,
        storageAccount: off,
        backup: off,
        maintenance: off,
        monitoringAgent: off,
        loadBalancer: off,
        application: off,
        justInTime: off,
        alerts: off,
        hardening: { guestConfiguration: false, script: false },
        virtualMachine: {
          encryptionAtHost: false,
          trustedLaunch: false,
          guestAttestation: false,
          entraSignIn: off,
          osDisk: { type: 'Standard_LRS' },
        },
      },
      prod: {
        ...hub,
        network: { ...hub.network, hub: { ...hub.network.hub, firewallAddress: '10.0.2.4', peerBack: true } },
        routeTable: { disableBgpRoutePropagation: false },
      },
      none: { network: { addressSpace: '10.21.0.0/22' }, bastion: off },
    },
  },
  'with alerts, logs, and shares of every kind': {
    constitution,
    spec: {
      natGateway: { enabled: true },
      keyVault: { enabled: true },
      storageAccount: { enabled: true, redundancy: 'LRS', shares },
      backup: { enabled: true, intervalHours: 12 },
      siteRecovery: recovery,
      maintenance: { enabled: true },
      loadBalancer: { enabled: true },
      application: { enabled: true, packageUri: 'https://example.com/app.exe', installCommand: 'app.exe /quiet' },
      alerts: { enabled: true, emails: ['ops@example.com'] },
      virtualMachine: { loadBalanced: false },
    },
    environments: numbered,
    defaultEnvironment: 'e0',
  },
};
