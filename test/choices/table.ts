import type { View } from '../../avm-catalog/kernel/view.ts';
import { image } from '../../avm-catalog/azure/images.ts';
import { metricRules } from '../../avm-catalog/kernel/alerts/metric-rules.ts';
import type { Settable } from '../../avm-catalog/kernel/alerts/rule.ts';
import { alertRules, isVaultAlert, logRules, vaultAlerts } from '../../avm-catalog/kernel/alerts/rules.ts';
import { alertsInputs } from '../../avm-catalog/components/alerts/inputs.ts';
import { applicationInputs } from '../../avm-catalog/components/application/inputs.ts';
import { githubActionsInputs } from '../../avm-catalog/components/github-actions/inputs.ts';
import { backupInputs, immutabilities } from '../../avm-catalog/components/backup/inputs.ts';
import { bastionInputs } from '../../avm-catalog/components/bastion/inputs.ts';
import { customerManagedKeysInputs } from '../../avm-catalog/components/customer-managed-keys/inputs.ts';
import {
  denySettings,
  deploymentScriptsInputs,
  methods,
  unmanageActions,
} from '../../avm-catalog/components/deployment-scripts/inputs.ts';
import { flowLogsInputs, intervals } from '../../avm-catalog/components/flow-logs/inputs.ts';
import { hardeningInputs } from '../../avm-catalog/components/hardening/inputs.ts';
import { keyVaultInputs } from '../../avm-catalog/components/key-vault/inputs.ts';
import { loadBalancerInputs } from '../../avm-catalog/components/internal-load-balancer/inputs.ts';
import { maintenanceInputs } from '../../avm-catalog/components/maintenance/inputs.ts';
import { accessModes, monitorPrivateLinkInputs } from '../../avm-catalog/components/monitor-private-link/inputs.ts';
import { monitoringAgentInputs } from '../../avm-catalog/components/monitoring-agent/inputs.ts';
import { policyAssignmentsInputs } from '../../avm-catalog/components/policy-assignments/inputs.ts';
import { firewallIn } from '../../avm-catalog/components/route-table/inputs.ts';
import { siteRecoveryInputs } from '../../avm-catalog/components/site-recovery/inputs.ts';
import { storageAccountInputs } from '../../avm-catalog/components/storage-account/inputs.ts';
import { isShutDown, virtualMachineInputs } from '../../avm-catalog/components/virtual-machine/inputs.ts';

/** Where a choice can be seen in what would be deployed. */
export type End =
  | { readonly type: string; readonly name?: string; readonly none: true }
  | { readonly type: string; readonly name?: string; readonly path: string; readonly is: unknown }
  /** A value of the template that no predicted resource shows. */
  | { readonly parameter: string; readonly is: unknown }
  /** A value that a generated JSON file has for the environment. */
  | { readonly file: string; readonly path: string; readonly is: unknown }
  /** Whether a generated file names the parameter file of the environment. */
  | { readonly file: string; readonly named: boolean }
  /** The text of a generated file; null where there is none. */
  | { readonly file: string; readonly text: RegExp | null };

export interface Choice {
  /** Below `spec`; `[]` for each entry of a list. */
  readonly setting: string;
  readonly value: string | number | boolean | null;
  readonly ends: readonly End[];
  /** Where it means something; @default wherever the setting has the value */
  readonly when?: (view: View) => boolean;
}

/** What a value is where it must be there, whatever it is. */
export const something = Symbol('something');

const vm = 'Microsoft.Compute/virtualMachines';
const extension = `${vm}/extensions`;
const schedule = 'Microsoft.DevTestLab/schedules';
const bastion = 'Microsoft.Network/bastionHosts';
const vault = 'Microsoft.KeyVault/vaults';
const account = 'Microsoft.Storage/storageAccounts';
const virtualNetwork = 'Microsoft.Network/virtualNetworks';
const peering = 'Microsoft.Network/virtualNetworks/virtualNetworkPeerings';
const routes = 'Microsoft.Network/routeTables';
const flowLog = 'Microsoft.Network/networkWatchers/flowLogs';
const analytics = 'properties.flowAnalyticsConfiguration.networkWatcherFlowAnalyticsConfiguration';
const balancer = 'Microsoft.Network/loadBalancers';
const networkInterface = 'Microsoft.Network/networkInterfaces';
const pools = 'properties.ipConfigurations.0.properties.loadBalancerBackendAddressPools';
const baseline = 'Microsoft.GuestConfiguration/guestConfigurationAssignments';
const zone = 'Microsoft.Network/privateDnsZones';
const zoneGroup = 'Microsoft.Network/privateEndpoints/privateDnsZoneGroups';
const backups = 'Microsoft.RecoveryServices/vaults';
const policy = `${backups}/backupPolicies`;
const immutable = 'properties.securitySettings.immutabilitySettings.state';
const secondary = 'properties.redundancySettings.crossRegionRestore';

const at = (type: string, path: string, is: unknown, name?: string): End =>
  name === undefined ? { type, path, is } : { type, name, path, is };
const there = (type: string, name?: string): End => at(type, 'id', something, name);
const none = (type: string, name?: string): End =>
  name === undefined ? { type, none: true } : { type, name, none: true };

const choice = (setting: string, value: Choice['value'], ...ends: readonly End[]): Choice => ({ setting, value, ends });
const where = (when: (view: View) => boolean, ...choices: readonly Choice[]): readonly Choice[] =>
  choices.map((one) => ({ ...one, when }));

/** On and off: the resource is there, and is not. */
export const onAndOff = (setting: string, type: string, name?: string): readonly Choice[] => [
  choice(setting, true, there(type, name)),
  choice(setting, false, none(type, name)),
];

const isSimple = ({ core }: View): boolean => core.network.topology === 'simple';
const isHub = ({ core }: View): boolean => core.network.topology === 'hub';

const network: readonly Choice[] = [
  ...([1, 2, 3] as const).map((number) => choice('location.zone', number, at(vm, 'zones', [String(number)]))),
  choice('location.zone', null, at(vm, 'zones', null)),
  choice(
    'network.encryption',
    true,
    at(virtualNetwork, 'properties.encryption', { enabled: true, enforcement: 'AllowUnencrypted' }),
  ),
  choice('network.encryption', false, at(virtualNetwork, 'properties.encryption', null)),
  choice('network.topology', 'simple', none(peering)),
  choice('network.topology', 'hub', there(peering, '/peer-vnet-hub')),
  ...where(
    isHub,
    choice('network.hub.useRemoteGateways', true, at(peering, 'properties.useRemoteGateways', true, '/peer-vnet-hub')),
    choice(
      'network.hub.useRemoteGateways',
      false,
      at(peering, 'properties.useRemoteGateways', false, '/peer-vnet-hub'),
    ),
    choice('network.hub.peerBack', true, there(peering, 'vnet-hub/')),
    choice('network.hub.peerBack', false, none(peering, 'vnet-hub/')),
  ),
  ...where(
    (view) => firewallIn(view) !== '',
    ...[true, false].map((is) =>
      choice('routeTable.disableBgpRoutePropagation', is, at(routes, 'properties.disableBgpRoutePropagation', is)),
    ),
  ),
  ...onAndOff('flowLogs.enabled', flowLog),
  ...where(
    (view) => flowLogsInputs.of(view).enabled,
    ...intervals.map((minutes) =>
      choice('flowLogs.interval', minutes, at(flowLog, `${analytics}.trafficAnalyticsInterval`, minutes)),
    ),
  ),
  ...onAndOff('natGateway.enabled', 'Microsoft.Network/natGateways'),
  ...where(isSimple, ...onAndOff('bastion.enabled', bastion)),
  ...where(
    (view) => isSimple(view) && bastionInputs.of(view).enabled,
    ...(['auto', 'all'] as const).map((zones) => choice('bastion.zones', zones, at(bastion, 'zones', ['1', '2', '3']))),
    choice('bastion.zones', 'none', at(bastion, 'zones', [])),
    choice('bastion.sku', 'Basic', at(bastion, 'sku.name', 'Basic'), at(bastion, 'properties.enableTunneling', null)),
    choice(
      'bastion.sku',
      'Standard',
      at(bastion, 'sku.name', 'Standard'),
      at(bastion, 'properties.enableTunneling', true),
      at(bastion, 'properties.enableFileCopy', true),
    ),
    choice('bastion.sku', 'Premium', at(bastion, 'sku.name', 'Premium')),
    choice(
      'bastion.sessionRecording',
      true,
      at(bastion, 'properties.enableSessionRecording', true),
      at(bastion, 'properties.enableTunneling', false),
    ),
  ),
  ...where(
    (view) => isSimple(view) && bastionInputs.of(view).sku === 'Premium',
    choice(
      'bastion.sessionRecording',
      false,
      at(bastion, 'properties.enableSessionRecording', false),
      at(bastion, 'properties.enableTunneling', true),
    ),
  ),
  ...where(
    (view) => keyVaultInputs.of(view).enabled,
    choice('privateDns.zones', 'create', there(zone, 'privatelink.vaultcore.azure.net')),
    choice(
      'privateDns.zones',
      'existing',
      none(zone),
      at(zoneGroup, 'properties.privateDnsZoneConfigs.0.properties.privateDnsZoneId', /\/resourceGroups\/rg-dns\//),
    ),
  ),
];

const data: readonly Choice[] = [
  ...onAndOff('keyVault.enabled', vault),
  ...where(
    (view) => keyVaultInputs.of(view).enabled,
    choice('keyVault.sku', 'standard', at(vault, 'properties.sku.name', 'standard')),
    choice('keyVault.sku', 'premium', at(vault, 'properties.sku.name', 'premium')),
  ),
  ...where(
    (view) => customerManagedKeysInputs.of(view).enabled,
    choice('keyVault.sku', 'standard', at(`${vault}/keys`, 'properties.kty', 'RSA', '/key-encryption')),
    choice(
      'keyVault.sku',
      'premium',
      at(`${vault}/keys`, 'properties.kty', 'RSA-HSM', '/key-encryption-hsm'),
      at('Microsoft.Compute/diskEncryptionSets', 'properties.activeKey.keyUrl', /\/keys\/key-encryption-hsm'/),
      at(account, 'properties.encryption.keyvaultproperties.keyname', 'key-encryption-hsm'),
    ),
  ),
  choice(
    'customerManagedKeys.enabled',
    true,
    at(vm, 'properties.storageProfile.osDisk.managedDisk.diskEncryptionSet.id', something),
    at(account, 'properties.encryption.keySource', 'Microsoft.Keyvault'),
    at(`${vault}/keys`, 'properties.rotationPolicy.lifetimeActions.0.trigger.timeAfterCreate', 'P22M'),
  ),
  choice(
    'customerManagedKeys.enabled',
    false,
    at(vm, 'properties.storageProfile.osDisk.managedDisk.diskEncryptionSet', null),
  ),
  ...onAndOff('storageAccount.enabled', account),
  ...where(
    (view) => storageAccountInputs.of(view).enabled,
    ...(['LRS', 'ZRS', 'GRS', 'GZRS'] as const).map((kind) =>
      choice('storageAccount.redundancy', kind, at(account, 'sku.name', `Standard_${kind}`)),
    ),
  ),
  ...onAndOff('backup.enabled', backups, '/rsv-legacyapp'),
  ...where(
    (view) => backupInputs.of(view).enabled,
    ...(['LocallyRedundant', 'ZoneRedundant', 'GeoRedundant'] as const).map((kind) =>
      choice(
        'backup.redundancy',
        kind,
        at(backups, 'properties.redundancySettings.standardTierStorageRedundancy', kind, '/rsv-legacyapp'),
      ),
    ),
    ...immutabilities.map((state) =>
      choice('backup.immutability', state, at(backups, immutable, state, '/rsv-legacyapp')),
    ),
    choice('backup.intervalHours', 24, at(policy, 'properties.schedulePolicy.scheduleRunFrequency', 'Daily')),
    ...([4, 6, 8, 12] as const).map((hours) =>
      choice('backup.intervalHours', hours, at(policy, 'properties.schedulePolicy.hourlySchedule.interval', hours)),
    ),
  ),
  ...where(
    (view) => backupInputs.of(view).redundancy === 'GeoRedundant',
    choice('backup.crossRegionRestore', true, at(backups, secondary, 'Enabled', '/rsv-legacyapp')),
    choice('backup.crossRegionRestore', false, at(backups, secondary, 'Disabled', '/rsv-legacyapp')),
  ),
];

/** Targets change documents and findings, and no resource. */
const targets: readonly Choice[] = [
  ...(['hardware', 'zone', 'region'] as const).map((outage) => choice('targets.outage', outage)),
  ...(['users', 'dataGiB', 'iops'] as const).map((what) => choice(`targets.${what}`, null)),
];

const vmAccess: readonly Choice[] = [
  ...onAndOff('virtualMachine.guestAttestation', extension, '/GuestAttestation'),
  ...onAndOff('virtualMachine.entraSignIn.enabled', extension, '/AADLogin'),
];

const hasShares = (view: View): boolean =>
  storageAccountInputs.of(view).enabled && storageAccountInputs.of(view).shares.length > 0;
const shareAccess = 'properties.azureFilesIdentityBasedAuthentication';
const permissions = {
  none: 'None',
  reader: 'StorageFileDataSmbShareReader',
  contributor: 'StorageFileDataSmbShareContributor',
  elevatedContributor: 'StorageFileDataSmbShareElevatedContributor',
};

const files: readonly Choice[] = [
  ...where(
    (view) => storageAccountInputs.of(view).enabled,
    ...(['Hot', 'Cool', 'Cold'] as const).map((tier) =>
      choice('storageAccount.accessTier', tier, at(account, 'properties.accessTier', tier)),
    ),
  ),
  ...where(
    hasShares,
    ...(['TransactionOptimized', 'Hot', 'Cool'] as const).map((tier) =>
      choice(
        'storageAccount.shares[].tier',
        tier,
        at(`${account}/fileServices/shares`, 'properties.accessTier', tier, `/default/${tier.toLowerCase()}`),
      ),
    ),
    choice(
      'storageAccount.shareAccess.identity',
      'none',
      at(account, `${shareAccess}.directoryServiceOptions`, 'None'),
    ),
    choice(
      'storageAccount.shareAccess.identity',
      'managedIdentity',
      at(account, `${shareAccess}.smbOAuthSettings.isSmbOAuthEnabled`, true),
    ),
    choice(
      'storageAccount.shareAccess.identity',
      'entraKerberos',
      at(account, `${shareAccess}.directoryServiceOptions`, 'AADKERB'),
      at(account, `${shareAccess}.smbOAuthSettings.isSmbOAuthEnabled`, false),
    ),
  ),
  ...where(
    (view) => hasShares(view) && storageAccountInputs.of(view).shareAccess.identity === 'entraKerberos',
    ...Object.entries(permissions).map(([name, is]) =>
      choice(
        'storageAccount.shareAccess.defaultPermission',
        name,
        at(account, `${shareAccess}.defaultSharePermission`, is),
      ),
    ),
  ),
];

const application: readonly Choice[] = [
  ...onAndOff('loadBalancer.enabled', balancer),
  ...where(
    (view) => loadBalancerInputs.of(view).enabled,
    choice('virtualMachine.loadBalanced', true, at(networkInterface, pools, something)),
    choice('virtualMachine.loadBalanced', false, at(networkInterface, pools, null)),
    choice(
      'loadBalancer.probe.protocol',
      'Tcp',
      at(balancer, 'properties.probes.0.properties.protocol', 'Tcp'),
      at(balancer, 'properties.probes.0.properties.requestPath', null),
    ),
    ...(['Http', 'Https'] as const).map((protocol) =>
      choice(
        'loadBalancer.probe.protocol',
        protocol,
        at(balancer, 'properties.probes.0.properties.protocol', protocol),
        at(balancer, 'properties.probes.0.properties.requestPath', '/health'),
      ),
    ),
  ),
  ...where(
    (view) => applicationInputs.of(view).install,
    ...onAndOff('application.enabled', `${vm}/runCommands`, '/install-application'),
  ),
  ...where(
    (view) => applicationInputs.of(view).enabled,
    ...onAndOff('application.install', `${vm}/runCommands`, '/install-application'),
  ),
];

const diskTypes = ['Premium_LRS', 'Premium_ZRS', 'StandardSSD_LRS', 'StandardSSD_ZRS', 'Standard_LRS'] as const;

const machine: readonly Choice[] = [
  ...where(
    (view) => image(virtualMachineInputs.of(view).image)?.hotpatch === true,
    choice(
      'virtualMachine.hotpatch',
      'whereSupported',
      at(vm, 'properties.osProfile.windowsConfiguration.patchSettings.enableHotpatching', true),
      at(vm, 'properties.osProfile.windowsConfiguration.patchSettings.patchMode', 'AutomaticByPlatform'),
      at(vm, 'properties.osProfile.windowsConfiguration.provisionVMAgent', true),
    ),
  ),
  ...where(
    (view) => image(virtualMachineInputs.of(view).image)?.hotpatch === false,
    choice(
      'virtualMachine.hotpatch',
      'whereSupported',
      at(vm, 'properties.osProfile.windowsConfiguration.patchSettings.enableHotpatching', false),
    ),
  ),
  choice(
    'virtualMachine.hotpatch',
    'off',
    at(vm, 'properties.osProfile.windowsConfiguration.patchSettings.enableHotpatching', false),
  ),
  choice('virtualMachine.licence', 'none', at(vm, 'properties.licenseType', null)),
  choice('virtualMachine.licence', 'azureHybridBenefit', at(vm, 'properties.licenseType', 'Windows_Server')),
  ...diskTypes.flatMap((type, lun) => [
    choice(
      'virtualMachine.osDisk.type',
      type,
      at(vm, 'properties.storageProfile.osDisk.managedDisk.storageAccountType', type),
    ),
    // The disk with this lun has this type: see the workspaces.
    choice('virtualMachine.dataDisks[].type', type, at('Microsoft.Compute/disks', 'sku.name', type, `-data${lun}`)),
  ]),
  ...(['None', 'ReadOnly', 'ReadWrite'] as const).map((caching, lun) =>
    choice(
      'virtualMachine.dataDisks[].caching',
      caching,
      at(vm, `properties.storageProfile.dataDisks.${lun}.caching`, caching),
    ),
  ),
  choice('virtualMachine.encryptionAtHost', true, at(vm, 'properties.securityProfile.encryptionAtHost', true)),
  choice('virtualMachine.encryptionAtHost', false, at(vm, 'properties.securityProfile.encryptionAtHost', null)),
  choice(
    'virtualMachine.trustedLaunch',
    true,
    at(vm, 'properties.securityProfile.securityType', 'TrustedLaunch'),
    at(vm, 'properties.securityProfile.uefiSettings', { secureBootEnabled: true, vTpmEnabled: true }),
  ),
  choice('virtualMachine.trustedLaunch', false, at(vm, 'properties.securityProfile.securityType', null)),
  ...onAndOff('hardening.guestConfiguration', baseline),
  ...where(
    (view) => hardeningInputs.of(view).guestConfiguration,
    ...(['Audit', 'ApplyAndMonitor', 'ApplyAndAutoCorrect'] as const).map((mode) =>
      choice('hardening.enforcement', mode, at(baseline, 'properties.guestConfiguration.assignmentType', mode)),
    ),
  ),
  ...onAndOff('hardening.script', `${vm}/runCommands`, '/harden'),
  ...onAndOff('justInTime.enabled', 'Microsoft.Security/locations/jitNetworkAccessPolicies'),
];

const collection = 'Microsoft.Insights/dataCollectionRules';
const events = 'properties.dataSources.windowsEventLogs.0.xPathQueries';

const operations: readonly Choice[] = [
  choice('lock', 'none', none('Microsoft.Authorization/locks')),
  choice('lock', 'CanNotDelete', at('Microsoft.Authorization/locks', 'properties.level', 'CanNotDelete')),
  choice('telemetry', true, { parameter: 'enableTelemetry', is: true }),
  choice('telemetry', false, { parameter: 'enableTelemetry', is: false }),
  choice('virtualMachine.timeZone', 'UTC', at(vm, 'properties.osProfile.windowsConfiguration.timeZone', null)),
  ...where(
    (view) => backupInputs.of(view).enabled,
    choice('backup.timeZone', 'UTC', at(`${backups}/backupPolicies`, 'properties.timeZone', 'UTC')),
  ),
  ...where(
    (view) => maintenanceInputs.of(view).enabled,
    choice(
      'maintenance.timeZone',
      'UTC',
      at('Microsoft.Maintenance/maintenanceConfigurations', 'properties.maintenanceWindow.timeZone', 'UTC'),
    ),
  ),
  ...where(
    (view) => monitoringAgentInputs.of(view).enabled,
    choice(
      'monitoringAgent.securityEvents',
      'all',
      at(collection, events, /Security!\*\[System\[\(band\(Keywords,13510798882111488\)/),
    ),
    choice(
      'monitoringAgent.securityEvents',
      'failures',
      at(collection, events, /Security!\*\[System\[\(band\(Keywords,4503599627370496\)/),
    ),
    choice('monitoringAgent.securityEvents', 'none', at(collection, events, /^((?!Security!).)*$/)),
  ),
  ...onAndOff('virtualMachine.autoShutdown.enabled', schedule),
  ...where(
    (view) => isShutDown(virtualMachineInputs.of(view)),
    choice('virtualMachine.autoShutdown.timeZone', 'UTC', at(schedule, 'properties.timeZoneId', 'UTC')),
  ),
  ...onAndOff('maintenance.enabled', 'Microsoft.Maintenance/configurationAssignments'),
  ...onAndOff('monitoringAgent.enabled', extension, '/AzureMonitorWindowsAgent'),
  choice('budget.amount', null, none('Microsoft.Consumption/budgets')),
  ...onAndOff('alerts.enabled', 'Microsoft.Insights/actionGroups'),
];

const scope = 'Microsoft.Insights/privateLinkScopes';
const logWorkspace = 'Microsoft.OperationalInsights/workspaces';

const privateLink: readonly Choice[] = [
  ...onAndOff('monitorPrivateLink.enabled', scope, '/ampls-'),
  ...where(
    (view) => monitorPrivateLinkInputs.of(view).enabled,
    ...accessModes.flatMap((mode) => [
      choice(
        'monitorPrivateLink.ingestionAccess',
        mode,
        at(scope, 'properties.accessModeSettings.ingestionAccessMode', mode),
      ),
      choice('monitorPrivateLink.queryAccess', mode, at(scope, 'properties.accessModeSettings.queryAccessMode', mode)),
    ]),
    ...([true, false] as const).flatMap((isOpen) => [
      choice(
        'monitorPrivateLink.publicIngestion',
        isOpen,
        at(logWorkspace, 'properties.publicNetworkAccessForIngestion', isOpen ? 'Enabled' : 'Disabled'),
      ),
      choice(
        'monitorPrivateLink.publicQueries',
        isOpen,
        at(logWorkspace, 'properties.publicNetworkAccessForQuery', isOpen ? 'Enabled' : 'Disabled'),
      ),
    ]),
  ),
];

const assignment = 'Microsoft.Authorization/policyAssignments';

const policies: readonly Choice[] = [
  ...onAndOff('policyAssignments.enabled', assignment),
  ...where(
    (view) => policyAssignmentsInputs.of(view).enabled,
    choice('policyAssignments.enforce', true, at(assignment, 'properties.enforcementMode', 'Default')),
    choice('policyAssignments.enforce', false, at(assignment, 'properties.enforcementMode', 'DoNotEnforce')),
  ),
];

const intent = 'Microsoft.RecoveryServices/vaults/replicationProtectionIntents';
const replicated = 'properties.providerSpecificDetails';

const replication: readonly Choice[] = [
  ...onAndOff('siteRecovery.enabled', intent),
  ...where(
    (view) => siteRecoveryInputs.of(view).enabled,
    ...([1, 2, 3] as const).map((zone) =>
      choice(
        'siteRecovery.targetZone',
        zone,
        at(intent, `${replicated}.recoveryAvailabilityType`, 'AvailabilityZone'),
        at(intent, `${replicated}.recoveryAvailabilityZone`, String(zone)),
      ),
    ),
    choice('siteRecovery.targetZone', null, at(intent, `${replicated}.recoveryAvailabilityType`, 'Single')),
  ),
];

const metricAlert = 'Microsoft.Insights/metricAlerts';
const queryAlert = 'Microsoft.Insights/scheduledQueryRules';
const processing = 'Microsoft.AlertsManagement/actionRules';
const settings = 'Microsoft.Insights/diagnosticSettings';
const blobs = '/blobServices/default/providers';

/** On and off, and where an alert has them each severity and each time. */
function alertChoices(name: string, { severity, minutes }: Settable): readonly Choice[] {
  const type =
    name in metricRules ? metricAlert : name in logRules ? queryAlert : 'Microsoft.Insights/activityLogAlerts';
  const own = `/alert-${name}-`;
  const setting = `alerts.rules.${name}`;
  return [
    ...(isVaultAlert(name)
      ? onAndOff(`${setting}.enabled`, processing, `/apr-${vaultAlerts[name]}-`)
      : onAndOff(`${setting}.enabled`, type, own)),
    ...(severity === undefined
      ? []
      : [0, 1, 2, 3, 4].map((one) => choice(`${setting}.severity`, one, at(type, 'properties.severity', one, own)))),
    ...(minutes ?? []).map((one) =>
      choice(`${setting}.windowMinutes`, one, at(type, 'properties.windowSize', minutesText(one), own)),
    ),
  ];
}

const minutesText = (minutes: number): string => (minutes === 60 ? 'PT1H' : `PT${minutes}M`);

const watching: readonly Choice[] = [
  ...where(
    (view) => alertsInputs.of(view).enabled,
    ...Object.entries(alertRules).flatMap(([name, rule]) => alertChoices(name, rule)),
    ...['Contributor', 'Monitoring Contributor', 'Monitoring Reader', 'Owner', 'Reader'].map((role) =>
      choice(
        'alerts.armRoles[]',
        role,
        at('Microsoft.Insights/actionGroups', 'properties.armRoleReceivers.0.name', role),
      ),
    ),
  ),
  ...where(
    (view) => alertsInputs.of(view).enabled && maintenanceInputs.of(view).enabled,
    ...onAndOff('alerts.muteMaintenance', processing, '/apr-maintenance-'),
  ),
  ...where(
    (view) => storageAccountInputs.of(view).enabled,
    choice(
      'logAnalytics.storageLogs',
      'all',
      at(settings, 'properties.logs', /"allLogs"|"StorageRead".*"StorageWrite".*"StorageDelete"/, blobs),
    ),
    choice(
      'logAnalytics.storageLogs',
      'changes',
      at(settings, 'properties.logs.0.category', 'StorageWrite', blobs),
      at(settings, 'properties.logs.1.category', 'StorageDelete', blobs),
    ),
    choice('logAnalytics.storageLogs', 'none', at(settings, 'properties.logs.0', null, blobs)),
  ),
];

const scripts = 'deploy/environments.json';
const scripted = (setting: string, values: readonly string[]): readonly Choice[] =>
  values.map((value) => ({
    setting: `deploymentScripts.${setting}`,
    value,
    when: (view) =>
      deploymentScriptsInputs.of(view).enabled &&
      (setting === 'method' || deploymentScriptsInputs.of(view).method === 'stack'),
    ends: [{ file: scripts, path: setting, is: value }],
  }));

const file = (setting: string, path: string): readonly Choice[] => [
  { setting, value: true, ends: [{ file: path, text: /./ }] },
  { setting, value: false, ends: [{ file: path, text: null }] },
];

const delivery: readonly Choice[] = [
  { setting: 'deploymentScripts.enabled', value: true, ends: [{ file: scripts, path: 'deployment', is: something }] },
  { setting: 'deploymentScripts.enabled', value: false, ends: [{ file: scripts, path: 'deployment', is: null }] },
  { setting: 'psRule.enabled', value: true, ends: [{ file: 'ps-rule.yaml', named: true }] },
  { setting: 'psRule.enabled', value: false, ends: [{ file: 'ps-rule.yaml', named: false }] },
  ...file('azd.enabled', 'azure.yaml'),
  ...file('templateSpec.enabled', 'deploy/template-spec.sh'),
  ...scripted('method', methods),
  ...scripted('denySettings', denySettings),
  ...scripted('actionOnUnmanage', unmanageActions),
  ...file('githubActions.enabled', '.github/workflows/deploy.yml'),
  ...where(
    (view) => githubActionsInputs.of(view).enabled,
    choice('githubActions.codeScanning', true, { file: '.github/workflows/validate.yml', text: /upload-sarif/ }),
    choice('githubActions.codeScanning', false, {
      file: '.github/workflows/validate.yml',
      text: /^(?![^]*upload-sarif)/,
    }),
  ),
  ...file('azureDevOps.enabled', '.azuredevops/deploy.yml'),
  ...file('repository.enabled', '.vscode/settings.json'),
];

/** Every choice that a setting offers, and the predicted property it ends in. */
export const choices: readonly Choice[] = [
  ...network,
  ...data,
  ...targets,
  ...files,
  ...application,
  ...machine,
  ...vmAccess,
  ...operations,
  ...privateLink,
  ...policies,
  ...replication,
  ...watching,
  ...delivery,
];
