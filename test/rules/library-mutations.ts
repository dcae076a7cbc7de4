import type { Mutation } from './mutation.ts';

const vm = 'Microsoft.Compute/virtualMachines';
const extension = `${vm}/extensions`;
const budget = 'Microsoft.Consumption/budgets';
const notification = 'properties.notifications.Actual_GreaterThan_100_Percentage';
const schedule = 'Microsoft.DevTestLab/schedules';
const disk = 'Microsoft.Compute/disks';
const nsg = 'Microsoft.Network/networkSecurityGroups';
const subnet = 'Microsoft.Network/virtualNetworks/subnets';
const pip = 'Microsoft.Network/publicIPAddresses';
const vault = 'Microsoft.KeyVault/vaults';
const account = 'Microsoft.Storage/storageAccounts';
const workspace = 'Microsoft.OperationalInsights/workspaces';
const role = 'Microsoft.Authorization/roleAssignments';
const lock = 'Microsoft.Authorization/locks';
const recovery = 'Microsoft.RecoveryServices/vaults';
const policy = `${recovery}/backupPolicies`;
const softDelete = 'properties.securitySettings.softDeleteSettings';
const immutable = 'properties.securitySettings.immutabilitySettings.state';
const protectedItem = `${recovery}/backupFabrics/protectionContainers/protectedItems`;
const window = 'Microsoft.Maintenance/configurationAssignments';
const alert = 'Microsoft.Insights/metricAlerts';
const query = 'Microsoft.Insights/scheduledQueryRules';
const event = 'Microsoft.Insights/activityLogAlerts';
const processing = 'Microsoft.AlertsManagement/actionRules';
const group = 'Microsoft.Insights/actionGroups';
const bastion = 'Microsoft.Network/bastionHosts';
const nic = 'Microsoft.Network/networkInterfaces';
const collection = 'Microsoft.Insights/dataCollectionEndpoints';
const association = 'Microsoft.Insights/dataCollectionRuleAssociations';
const endpoint = 'Microsoft.Network/privateEndpoints';
const assignment = 'Microsoft.Authorization/policyAssignments';
const virtualNetwork = 'Microsoft.Network/virtualNetworks';

const owner = '/providers/Microsoft.Authorization/roleDefinitions/8e3af657-a8ff-443c-a75c-2fe8c4bcb635';
const administrator = '/providers/Microsoft.Authorization/roleDefinitions/18D7D88D-D35E-4FB5-A5C3-7773C20A72D9';

const data: readonly Mutation[] = [
  ['SEC-013', 'plain HTTP', (r) => r.set(account, '', 'properties.supportsHttpsTrafficOnly', false), account],
  ['SEC-013', 'TLS 1.0', (r) => r.set(account, '', 'properties.minimumTlsVersion', 'TLS1_0'), account],
  ['SEC-013', 'no version of TLS', (r) => r.set(account, '', 'properties.minimumTlsVersion', undefined), account],
  ['SEC-014', 'shared keys', (r) => r.set(account, '', 'properties.allowSharedKeyAccess', true), account],
  ['SEC-014', 'nothing said', (r) => r.set(account, '', 'properties.allowSharedKeyAccess', undefined), account],
  ['SEC-015', 'public containers', (r) => r.set(account, '', 'properties.allowBlobPublicAccess', true), account],
  [
    'SEC-015',
    'a public container',
    (r) => r.set(`${account}/blobServices/containers`, '', 'properties.publicAccess', 'Blob'),
    `${account}/blobServices/containers`,
  ],
  ['SEC-016', 'access policies', (r) => r.set(vault, '', 'properties.enableRbacAuthorization', false), vault],
  [
    'SEC-016',
    'a policy beside the roles',
    (r) => r.append(vault, '', 'properties.accessPolicies', { objectId: 'x', permissions: { secrets: ['get'] } }),
    vault,
  ],
  [
    'SEC-016',
    'policies as a resource of their own',
    (r) =>
      r.add({
        id: `${r.one(vault).id}/accessPolicies/add`,
        type: `${vault}/accessPolicies`,
        name: 'kv/add',
        properties: { accessPolicies: [] },
      }),
    `${vault}/accessPolicies`,
  ],
  ['SEC-017', 'no purge protection', (r) => r.set(vault, '', 'properties.enablePurgeProtection', null), vault],
  ['SEC-017', 'no soft delete', (r) => r.set(vault, '', 'properties.enableSoftDelete', false), vault],
  ['SEC-017', 'a day less', (r) => r.set(vault, '', 'properties.softDeleteRetentionInDays', 6), vault],
  ['SEC-021', 'a disk on the network', (r) => r.set(disk, '-data', 'properties.publicNetworkAccess', 'Enabled'), disk],
  ['SEC-021', 'a disk for all', (r) => r.set(disk, '-data', 'properties.networkAccessPolicy', 'AllowAll'), disk],
  [
    'SEC-024',
    'one encryption',
    (r) => r.set(account, '', 'properties.encryption.requireInfrastructureEncryption', false),
    account,
  ],
  ['SEC-025', 'no rotation', (r) => r.set(`${vault}/keys`, '', 'properties.rotationPolicy', null), `${vault}/keys`],
  [
    'SEC-025',
    'counted from an expiration date that the key lacks',
    (r) =>
      r.set(`${vault}/keys`, '', 'properties.rotationPolicy.lifetimeActions', [
        { action: { type: 'rotate' }, trigger: { timeBeforeExpiry: 'P2M' } },
      ]),
    `${vault}/keys`,
  ],
  [
    'SEC-025',
    'a rotation without a trigger',
    (r) =>
      r.set(`${vault}/keys`, '', 'properties.rotationPolicy.lifetimeActions', [
        { action: { type: 'Rotate' }, trigger: { timeAfterCreate: '' } },
      ]),
    `${vault}/keys`,
  ],
  [
    'SEC-025',
    'a reminder alone',
    (r) =>
      r.set(`${vault}/keys`, '', 'properties.rotationPolicy.lifetimeActions', [
        { action: { type: 'notify' }, trigger: { timeBeforeExpiry: 'P30D' } },
      ]),
    `${vault}/keys`,
  ],
];

const flowLog = 'Microsoft.Network/networkWatchers/flowLogs';
const analytics = 'properties.flowAnalyticsConfiguration.networkWatcherFlowAnalyticsConfiguration';

const flows: readonly Mutation[] = [
  ['OPS-018', 'a flow log that is off', (r) => r.set(flowLog, '', 'properties.enabled', false), flowLog],
  ['OPS-018', 'no traffic analytics', (r) => r.set(flowLog, '', `${analytics}.enabled`, false), flowLog],
  ['OPS-018', 'a day less', (r) => r.set(flowLog, '', 'properties.retentionPolicy.days', 89), flowLog],
];

const identity: readonly Mutation[] = [
  ['SEC-018', 'an owner', (r) => r.set(role, '/keys/', 'properties.roleDefinitionId', owner), role],
  [
    'SEC-018',
    'one who can make owners, in upper case',
    (r) => r.set(role, '/keys/', 'properties.roleDefinitionId', administrator),
    role,
  ],
  [
    'SEC-018',
    'a role on the resource group',
    (r) => {
      const from = r.one(role, '/keys/');
      const group = from.id.split('/providers/')[0] ?? '';
      r.add({ ...from, id: `${group}/providers/${role}/x` });
    },
    role,
  ],
  ['SEC-031', 'no attestation', (r) => r.drop(extension, 'GuestAttestation'), vm],
  ['SEC-032', 'local accounts only', (r) => r.drop(extension, 'AADLogin'), vm],
  ['SEC-032', 'no identity of the system', (r) => r.set(vm, '', 'identity.type', 'UserAssigned'), vm],
  ['SEC-019', 'no identity', (r) => r.set(vm, '', 'identity', null), vm],
  ['SEC-019', 'an identity of no kind', (r) => r.set(vm, '', 'identity.type', 'None'), vm],
  ['SEC-026', 'keys of the workspace', (r) => r.set(workspace, '', 'properties.features', {}), workspace],
];

const network: readonly Mutation[] = [
  [
    'SEC-020',
    'everything out',
    (r) =>
      r.rule('nsg-workload', {
        direction: 'Outbound',
        destinationAddressPrefix: 'Internet',
        destinationPortRange: '*',
      }),
    nsg,
  ],
  [
    'SEC-020',
    'everything out, by numbers',
    (r) =>
      r.rule('nsg-endpoints', {
        direction: 'outbound',
        destinationAddressPrefix: '0.0.0.0/0',
        destinationPortRange: '0-65535',
      }),
    nsg,
  ],
  [
    'SEC-022',
    'antimalware without real-time protection',
    (r) => r.set(extension, 'MicrosoftAntiMalware', 'properties.settings.RealtimeProtectionEnabled', 'false'),
    vm,
  ],
  ['SEC-022', 'no antimalware', (r) => r.drop(extension, 'MicrosoftAntiMalware'), vm],
  [
    'SEC-023',
    'policies switched off',
    (r) => r.set(subnet, 'snet-endpoints', 'properties.privateEndpointNetworkPolicies', 'Disabled'),
    subnet,
  ],
  [
    'SEC-023',
    'policies that nobody set',
    (r) => r.set(subnet, 'snet-endpoints', 'properties.privateEndpointNetworkPolicies', null),
    subnet,
  ],
  [
    'SEC-034',
    'logs from anywhere',
    (r) => r.set(workspace, '', 'properties.publicNetworkAccessForIngestion', 'Enabled'),
    workspace,
  ],
  [
    'SEC-034',
    'an endpoint for all',
    (r) => r.set(collection, '', 'properties.networkAcls.publicNetworkAccess', 'Enabled'),
    collection,
  ],
  ['SEC-034', 'a scope that nothing leads to', (r) => r.drop(endpoint, 'pep-ampls'), workspace],
  ['SEC-034', 'an endpoint that agents don’t know', (r) => r.drop(association, 'configurationAccessEndpoint'), vm],
  ['SEC-035', 'a definition that nobody assigns', (r) => r.drop(assignment, 'no-public-addresses'), ''],
  ['SEC-033', 'plain traffic', (r) => r.set(virtualNetwork, '', 'properties.encryption', null), virtualNetwork],
  [
    'SEC-033',
    'a size without encryption',
    (r) => r.set(vm, '', 'properties.hardwareProfile.vmSize', 'Standard_B2s_v2'),
    vm,
  ],
  ['SEC-033', 'no acceleration', (r) => r.set(nic, '', 'properties.enableAcceleratedNetworking', false), nic],
];

const care: readonly Mutation[] = [
  ['OPS-005', 'no backup', (r) => r.drop(protectedItem), vm],
  ['OPS-005', 'a backup of another', (r) => r.set(protectedItem, '', 'properties.sourceResourceId', '/x'), vm],
  [
    'OPS-005',
    'backups kept for too short a time',
    (r) => r.set(policy, '', 'properties.retentionPolicy.dailySchedule.retentionDuration.count', 6),
    policy,
  ],
  ['OPS-006', 'a standard policy', (r) => r.set(policy, '', 'properties.policyType', 'V1'), policy],
  ['OPS-006', 'a policy of no kind', (r) => r.set(policy, '', 'properties.policyType', undefined), policy],
  ['OPS-021', 'soft delete off', (r) => r.set(recovery, '', `${softDelete}.softDeleteState`, 'Disabled'), recovery],
  [
    'OPS-021',
    'deleted backups kept for a day less',
    (r) => r.set(recovery, '', `${softDelete}.softDeleteRetentionPeriodInDays`, 29),
    recovery,
  ],
  [
    'OPS-021',
    'days that nobody set',
    (r) => r.set(recovery, '', `${softDelete}.softDeleteRetentionPeriodInDays`, null),
    recovery,
  ],
  ['OPS-022', 'a vault that can change', (r) => r.set(recovery, '', immutable, 'Disabled'), recovery],
  ['OPS-022', 'a vault that isn’t locked', (r) => r.set(recovery, '', immutable, 'Unlocked'), recovery],
  ['OPS-022', 'nothing said', (r) => r.set(recovery, '', immutable, null), recovery],
  ['OPS-023', 'no guard', (r) => r.drop(`${recovery}/backupResourceGuardProxies`), recovery],
  [
    'RES-007',
    'restores in the own region only',
    (r) => r.set(recovery, '', 'properties.redundancySettings.crossRegionRestore', 'Disabled'),
    recovery,
  ],
  [
    'OPS-007',
    'patching by the machine',
    (r) => r.set(vm, '', 'properties.osProfile.windowsConfiguration.patchSettings.patchMode', 'AutomaticByOS'),
    vm,
  ],
  [
    'OPS-007',
    'no assessment',
    (r) => r.set(vm, '', 'properties.osProfile.windowsConfiguration.patchSettings.assessmentMode', undefined),
    vm,
  ],
  [
    'OPS-008',
    'a window for hosts',
    (r) => r.set('Microsoft.Maintenance/maintenanceConfigurations', '', 'properties.maintenanceScope', 'Host'),
    vm,
  ],
  ['OPS-008', 'no window', (r) => r.drop(window), vm],
  ['OPS-008', 'no configuration', (r) => r.set(window, '', 'properties.maintenanceConfigurationId', ''), vm],
  [
    'OPS-012',
    'blobs that are lost',
    (r) => r.set(`${account}/blobServices`, '', 'properties.deleteRetentionPolicy.enabled', false),
    `${account}/blobServices`,
  ],
  [
    'OPS-012',
    'containers kept for a day',
    (r) => r.set(`${account}/blobServices`, '', 'properties.containerDeleteRetentionPolicy.days', 1),
    `${account}/blobServices`,
  ],
  [
    'OPS-012',
    'shares that are lost',
    (r) => r.set(`${account}/fileServices`, '', 'properties.shareDeleteRetentionPolicy', null),
    `${account}/fileServices`,
  ],
];

const criterion = 'properties.criteria.allof.0';

const alerts: readonly Mutation[] = [
  [
    'OPS-009',
    'a metric of the guest',
    (r) => r.set(alert, 'memory-short', `${criterion}.metricName`, 'OS Disk Used Percentage'),
    alert,
  ],
  [
    'OPS-009',
    'a metric of another type',
    (r) => r.set(alert, 'memory-short', `${criterion}.metricNamespace`, 'Microsoft.KeyVault/vaults'),
    alert,
  ],
  [
    'OPS-009',
    'a sum of percents',
    (r) => r.set(alert, 'processor-busy', `${criterion}.timeAggregation`, 'Total'),
    alert,
  ],
  [
    'OPS-009',
    'a dimension that is none',
    (r) =>
      r.set(alert, 'processor-busy', `${criterion}.dimensions`, [
        { name: 'Drive', operator: 'Include', values: ['*'] },
      ]),
    alert,
  ],
  ['OPS-009', 'something elsewhere', (r) => r.set(alert, 'processor-busy', 'properties.scopes', ['/x']), alert],
  ['OPS-009', 'nothing', (r) => r.set(query, 'disk', 'properties.scopes', []), query],
  [
    'OPS-013',
    'space on a disk, told of memory',
    (r) => {
      r.set(alert, 'memory-short', 'name', 'alert-disk-full');
      r.set(alert, 'memory-short', 'properties.description', 'A disk is fuller than 85 percent');
    },
    alert,
  ],
  [
    'OPS-013',
    'absence, told of an idle processor',
    (r) => {
      r.set(alert, 'processor-busy', 'properties.description', 'The machine is stopped');
      r.set(alert, 'processor-busy', 'name', 'alert-stopped');
    },
    alert,
  ],
  [
    'OPS-013',
    'space on a disk, asked of memory',
    (r) => r.set(query, 'disk', 'properties.criteria.allOf.0.query', 'Perf | where CounterName == "Available Bytes"'),
    query,
  ],
  ['OPS-013', 'what is never', (r) => r.set(alert, 'processor-busy', `${criterion}.threshold`, 100), alert],
  ['OPS-013', 'what is always', (r) => r.set(alert, 'machine-unavailable', `${criterion}.threshold`, 2), alert],
  [
    'OPS-013',
    'every call to a vault',
    (r) => {
      r.set(alert, 'key-vault-refusing', `${criterion}.dimensions`, []);
      r.set(alert, 'key-vault-refusing', `${criterion}.threshold`, 0);
    },
    alert,
  ],
  [
    'OPS-013',
    'what fails, told of every call',
    (r) => r.set(alert, 'key-vault-refusing', `${criterion}.dimensions`, []),
    alert,
  ],
  [
    'OPS-013',
    'a warning that is an error',
    (r) => r.set(alert, 'storage-failing', 'properties.description', 'Warning: storage does not answer'),
    alert,
  ],
  ['OPS-014', 'an alert without an end', (r) => r.set(alert, 'memory-short', 'properties.autoMitigate', false), alert],
  ['OPS-014', 'a query without an end', (r) => r.set(query, 'disk', 'properties.autoMitigate', false), query],
  ['OPS-010', 'no alert', (r) => r.drop(alert, 'machine-unavailable'), vm],
  [
    'OPS-010',
    'idleness taken for absence',
    (r) => r.set(alert, 'machine-unavailable', `${criterion}.metricName`, 'Percentage CPU'),
    vm,
  ],
  ['OPS-010', 'no word of a stop', (r) => r.drop(event, 'machine-stopped'), vm],
  ['OPS-010', 'no heartbeat', (r) => r.drop(query, 'heartbeat'), vm],
  ['OPS-009', 'another subscription', (r) => r.set(event, 'service-health', 'properties.scopes', ['/x']), event],
  [
    'OPS-011',
    'no action of an event',
    (r) => r.set(event, 'machine-stopped', 'properties.actions.actionGroups', []),
    event,
  ],
  [
    'OPS-013',
    'challenges of the vault',
    (r) => r.set(alert, 'key-vault-refusing', `${criterion}.dimensions.0.values`, ['401', '403', '429']),
    alert,
  ],
  [
    'OPS-013',
    'a stop, told of a metric that a stopped VM has not',
    (r) => r.set(alert, 'machine-unavailable', 'properties.description', 'The VM was stopped'),
    alert,
  ],
  ['OPS-015', 'backups that tell nobody', (r) => r.drop(processing, 'backup'), recovery],
  [
    'OPS-015',
    'a vault that raises nothing',
    (r) =>
      r.set(
        recovery,
        '',
        'properties.monitoringSettings.azureMonitorAlertSettings.alertsForAllJobFailures',
        'Disabled',
      ),
    recovery,
  ],
  ['OPS-016', 'muted for good', (r) => r.set(processing, 'maintenance', 'properties.schedule', null), processing],
  ['OPS-017', 'no receiver', (r) => r.set(group, '', 'properties.emailReceivers', []), group],
  ['OPS-017', 'a group that is switched off', (r) => r.set(group, '', 'properties.enabled', false), group],
  ['OPS-011', 'no action', (r) => r.set(alert, 'memory-short', 'properties.actions', []), alert],
  [
    'OPS-011',
    'a group that is not there',
    (r) => r.set(query, 'disk', 'properties.actions.actionGroups', ['/subscriptions/x']),
    query,
  ],
];

const guards: readonly Mutation[] = [
  ['RES-001', 'no zone', (r) => r.set(vm, '', 'zones', undefined), vm],
  ['RES-002', 'storage in one building', (r) => r.set(account, '', 'sku.name', 'Standard_LRS'), account],
  [
    'RES-002',
    'backups in one building',
    (r) => r.set(recovery, '', 'properties.redundancySettings.standardTierStorageRedundancy', 'LocallyRedundant'),
    recovery,
  ],
  ['RES-003', 'no lock on the vault', (r) => r.drop(lock, `${r.one(vault).id}/providers/`), vault],
  ['RES-003', 'no locks', (r) => r.drop(lock), vm],
  ['RES-003', 'no lock on a data disk', (r) => r.drop(lock, `${r.one(disk, '-logs').id}/providers/`), disk],
  ['RES-004', 'an address in one zone', (r) => r.set(pip, 'pip-bastion', 'zones', ['1']), pip],
  ['RES-004', 'a basic address', (r) => r.set(pip, 'pip-nat', 'sku', { name: 'Basic' }), pip],
  [
    'CST-001',
    'twice the processors',
    (r) => r.set(vm, '', 'properties.hardwareProfile.vmSize', 'standard_d16s_v5'),
    vm,
  ],
  ['RES-005', 'a Bastion in no zone', (r) => r.set(bastion, '', 'zones', []), bastion],
  ['RES-005', 'a Bastion in one zone', (r) => r.set(bastion, '', 'zones', ['1']), bastion],
  ['CST-002', 'two years of logs', (r) => r.set(workspace, '', 'properties.retentionInDays', 730), workspace],
  [
    'CST-003',
    'logs without a cap',
    (r) => r.set(workspace, '', 'properties.workspaceCapping.dailyQuotaGb', -1),
    workspace,
  ],
  [
    'CST-003',
    'a cap above the limit',
    (r) => r.set(workspace, '', 'properties.workspaceCapping.dailyQuotaGb', 11),
    workspace,
  ],
  ['CST-004', 'no alert on the cap', (r) => r.drop(query, 'daily-cap'), workspace],
  [
    'CST-004',
    'an alert on another workspace',
    (r) => r.set(query, 'daily-cap', 'properties.scopes', [`${r.one(workspace).id}-other`]),
    workspace,
  ],
  ['CST-004', 'an alert that is off', (r) => r.set(query, 'daily-cap', 'properties.enabled', false), workspace],
  [
    'NET-001',
    'a public range',
    (r) => r.set('Microsoft.Network/virtualNetworks', '', 'properties.addressSpace.addressPrefixes', ['20.0.0.0/22']),
    'Microsoft.Network/virtualNetworks',
  ],
  ['CST-005', 'no schedule', (r) => r.drop(schedule), vm],
  ['CST-005', 'a disabled schedule', (r) => r.set(schedule, '', 'properties.status', 'Disabled'), vm],
  [
    'CST-005',
    'a schedule of another VM',
    (r) => r.set(schedule, '', 'properties.targetResourceId', `${r.one(vm).id}-other`),
    vm,
  ],
  ['CST-006', 'no receiver', (r) => r.set(budget, 'forecast', `${notification}.contactEmails`, []), budget],
  ['CST-006', 'a notification that is off', (r) => r.set(budget, 'forecast', `${notification}.enabled`, false), budget],
  ['CST-006', 'no budget for the forecast', (r) => r.drop(budget, 'forecast'), budget],
  ['NAM-001', 'the type last', (r) => r.set(nic, '', 'name', 'legacyapp-prod-we-001-nic'), nic],
  ['NAM-001', 'another type', (r) => r.set(vm, '', 'name', 'srv-legacyapp-prod-we-001'), vm],
  ['NAM-001', 'no region', (r) => r.set(workspace, '', 'name', 'log-legacyapp-prod-001'), workspace],
  ['NAM-001', 'another environment', (r) => r.set(recovery, '', 'name', 'rsv-legacyapp-dev-we-001'), recovery],
  ['NAM-001', 'another instance', (r) => r.set(recovery, '', 'name', 'rsv-legacyapp-prod-we-0012'), recovery],
  ['NAM-001', 'a name by its module', (r) => r.set(pip, 'pip-bastion', 'name', 'bas-legacyapp-prod-we-001-pip'), pip],
  ['NAM-001', 'no purpose', (r) => r.set(account, '', 'name', 'stxhuszc'), account],
  ['NAM-001', 'a child', (r) => r.set(subnet, 'snet-workload', 'name', 'vnet/machines'), subnet],
  ['NAM-002', 'an instance', (r) => r.set(account, '', 'name', 'stlegacyappprod001'), account],
  ['NAM-002', 'a part that was cut', (r) => r.set(vault, '', 'name', 'kv-legacyapp-prod-xhus'), vault],
  ['NAM-002', 'nothing', (r) => r.set(vault, '', 'name', 'kv-legacyapp-prod'), vault],
  ['NAM-003', 'a name in capitals', (r) => r.set(account, '', 'name', 'StLegacyApp'), account],
  ['NAM-003', 'a long name', (r) => r.set(vault, '', 'name', `kv-${'x'.repeat(22)}`), vault],
  [
    'NAM-003',
    'a long name of a computer',
    (r) => r.set(vm, '', 'properties.osProfile.computerName', 'legacyapp-prod-001'),
    vm,
  ],
  ['NAM-003', 'a child’s name', (r) => r.set(subnet, 'snet-workload', 'name', 'vnet/snet workload'), subnet],
];

const storage = 'properties.storageProfile';

const fits: readonly Mutation[] = [
  [
    'TST-003',
    'a size of another generation',
    (r) => r.set(vm, '', `${storage}.imageReference.sku`, '2016-Datacenter'),
    vm,
  ],
  ['TST-003', 'an image that is none', (r) => r.set(vm, '', `${storage}.imageReference.sku`, '2012-datacenter'), vm],
  ['TST-003', 'a disk that is too small', (r) => r.set(vm, '', `${storage}.osDisk.diskSizeGB`, 64), vm],
  [
    'TST-003',
    'too many disks',
    (r) =>
      r.set(
        vm,
        '',
        `${storage}.dataDisks`,
        Array.from({ length: 17 }, () => ({})),
      ),
    vm,
  ],
  ['TST-003', 'a zone in a region without', (r) => r.set(vm, '', 'location', 'northcentralus'), vm],
  ['TST-004', 'the newest', (r) => r.set(vm, '', `${storage}.imageReference.version`, 'Latest'), vm],
];

export const libraryMutations: readonly Mutation[] = [
  ...fits,
  ...data,
  ...flows,
  ...identity,
  ...network,
  ...care,
  ...alerts,
  ...guards,
];
