import { settingsOf } from '../../src/answers/defaults.ts';
import { describe, expect, it } from 'vitest';
import { Estate, type Predicted, type Violation } from '../../avm-catalog/constitution/estate.ts';
import { backupsReported, mutingEnds } from '../../avm-catalog/constitution/rules/alert-processing.ts';
import { actionGroups, alertsWatch } from '../../avm-catalog/constitution/rules/alert-checks.ts';
import { availabilityWatched } from '../../avm-catalog/constitution/rules/availability-checks.ts';
import { backedUp, enhancedPolicies } from '../../avm-catalog/constitution/rules/backup-checks.ts';
import { retentionCeiling, withinProcessors } from '../../avm-catalog/constitution/rules/cost-checks.ts';
import {
  dataRecoverable,
  keysRotate,
  noAnonymousBlobs,
  vaultsRecoverable,
} from '../../avm-catalog/constitution/rules/data-checks.ts';
import {
  antimalware,
  groupsRuleEndpoints,
  noOpenWayOut,
} from '../../avm-catalog/constitution/rules/exposure-checks.ts';
import { leastPrivilege, vmIdentities } from '../../avm-catalog/constitution/rules/identity-checks.ts';
import { acceptedNames } from '../../avm-catalog/constitution/rules/naming-checks.ts';
import { agentInstalled } from '../../avm-catalog/constitution/rules/agent-checks.ts';
import { inMaintenanceWindow, patchedByPlatform } from '../../avm-catalog/constitution/rules/patching-checks.ts';
import {
  lockedResources,
  redundantAddresses,
  redundantStorage,
} from '../../avm-catalog/constitution/rules/resilience-checks.ts';
import { rules } from '../../avm-catalog/constitution/rules/index.ts';
import { securityRule } from './resources.ts';

const group = '/subscriptions/s/resourceGroups/g';
const scope = `${group}/providers`;

function resource(type: string, name: string, rest: object = {}): Predicted {
  const [provider = '', ...types] = type.split('/');
  const path = types.map((part, index) => `${part}/${name.split('/')[index] ?? ''}`);
  return { id: `${scope}/${[provider, ...path].join('/')}`, type, name, ...rest };
}

/** What a check says of resources, in its order. */
const verdicts = (check: (estate: Estate) => readonly Violation[], ...resources: readonly Predicted[]): string[] =>
  check(new Estate(resources)).map(({ untold }) => (untold ? 'untold' : 'broken'));

/** What breaks it for certain. */
const count = (check: (estate: Estate) => readonly Violation[], ...resources: readonly Predicted[]): number =>
  check(new Estate(resources)).filter(({ untold }) => !untold).length;

const vm = (properties: object = {}): Predicted => resource('Microsoft.Compute/virtualMachines', 'vm', { properties });
const linux = vm({ osProfile: { linuxConfiguration: {} } });

describe('what is not there', () => {
  it.each(rules.filter((rule) => rule.id !== 'SEC-004' && rule.id !== 'OPS-001'))('breaks no rule: $id', (rule) => {
    const view = {
      environment: 'prod',
      core: { location: { region: 'westeurope' }, network: {} },
      rules: settingsOf({}),
    };
    expect(rule.check(new Estate([]), rule.parameters.defaults, view as never)).toEqual([]);
  });
});

describe('the rotation of a key', () => {
  const key = (trigger: object, exp?: number, expiryTime?: string): Predicted =>
    resource('Microsoft.KeyVault/vaults/keys', 'kv/key', {
      properties: {
        attributes: { exp: exp ?? null },
        rotationPolicy: { attributes: { expiryTime }, lifetimeActions: [{ action: { type: 'Rotate' }, trigger }] },
      },
    });

  it.each([
    ['is counted from creation', key({ timeAfterCreate: 'P22M' }), 0],
    ['is counted from an expiration date that nothing sets', key({ timeBeforeExpiry: 'P2M' }, undefined, 'P2Y'), 1],
    ['is counted from an expiration date that later versions lack', key({ timeBeforeExpiry: 'P2M' }, 1893456000), 1],
    ['is counted from an expiration date', key({ timeBeforeExpiry: 'P2M' }, 1893456000, 'P2Y'), 0],
    ['has no trigger', key({}), 1],
  ])('%s', (_, one, expected) => {
    expect(count(keysRotate, one)).toBe(expected);
  });
});

describe('roles', () => {
  const assignment = (on: string, role: string): Predicted => ({
    id: `${on}/providers/Microsoft.Authorization/roleAssignments/r`,
    type: 'Microsoft.Authorization/roleAssignments',
    name: 'r',
    properties: { roleDefinitionId: `/subscriptions/s/providers/Microsoft.Authorization/roleDefinitions/${role}` },
  });
  const reader = 'acdd72a7-3385-48ef-bd42-f606fba81ae7';
  const contributor = 'b24988ac-6180-42a0-ab88-20f7382dd24c';
  const vault = `${scope}/Microsoft.KeyVault/vaults/kv`;

  it.each([
    ['a reader of a vault', vault, reader, 0],
    ['a reader of a key', `${vault}/keys/k`, reader, 0],
    ['a reader of a resource group', group, reader, 1],
    ['a reader of a subscription', '/subscriptions/s', reader, 1],
    ['a contributor of a vault', vault, contributor, 1],
    ['a contributor of a resource group', group, contributor, 2],
    ['a role of one’s own on a vault', vault, '00000000-0000-0000-0000-000000000001', 0],
  ])('%s', (_, on, role, expected) => {
    expect(count(leastPrivilege, assignment(on, role))).toBe(expected);
  });

  it.each([
    ['SystemAssigned', 0],
    ['systemassigned, UserAssigned', 0],
    ['UserAssigned', 0],
    ['None', 1],
    ['', 1],
  ])('a machine whose identity is %s', (type, expected) => {
    expect(count(vmIdentities, { ...vm(), identity: { type } })).toBe(expected);
  });
});

describe('outbound access', () => {
  const out = (properties: object): Predicted =>
    resource('Microsoft.Network/networkSecurityGroups', 'nsg', {
      properties: { securityRules: [securityRule({ direction: 'Outbound', ...properties })] },
    });

  it.each<[string, object, number]>([
    ['one port to the internet', { destinationAddressPrefix: 'Internet' }, 0],
    ['everything to the network', { destinationAddressPrefix: 'VirtualNetwork', destinationPortRange: '*' }, 0],
    ['everything to the internet', { destinationAddressPrefix: 'Internet', destinationPortRange: '*' }, 1],
    ['everything anywhere', { destinationPortRange: '1-65535' }, 1],
    ['nothing', { destinationPortRange: '*', access: 'Deny' }, 0],
    ['everything in', { destinationPortRange: '*', direction: 'Inbound' }, 0],
  ])('%s', (_, properties, expected) => {
    expect(count(noOpenWayOut, out(properties))).toBe(expected);
  });

  it('is ruled for endpoints only where a subnet has any', () => {
    const subnet = resource('Microsoft.Network/virtualNetworks/subnets', 'vnet/snet', { properties: {} });
    const endpoint = resource('Microsoft.Network/privateEndpoints', 'pep', {
      properties: { subnet: { id: subnet.id.toUpperCase() } },
    });
    expect(count(groupsRuleEndpoints, subnet)).toBe(0);
    expect(count(groupsRuleEndpoints, subnet, endpoint)).toBe(1);
  });
});

describe('data', () => {
  const vault = (properties: object): Predicted =>
    resource('Microsoft.KeyVault/vaults', 'kv', {
      properties: { enableSoftDelete: true, enablePurgeProtection: true, ...properties },
    });

  it('in a vault can be brought back for 90 days where none are said', () => {
    const ninety = (estate: Estate): readonly Violation[] => vaultsRecoverable(estate, 90);
    expect(count(ninety, vault({}))).toBe(0);
    expect(count(ninety, vault({ softDeleteRetentionInDays: 89 }))).toBe(1);
    expect(count(ninety, vault({ enablePurgeProtection: null }))).toBe(1);
  });

  it('in shares counts where there are shares', () => {
    const service = resource('Microsoft.Storage/storageAccounts/fileServices', 'st/default', { properties: {} });
    const share = resource('Microsoft.Storage/storageAccounts/fileServices/shares', 'st/default/data');
    const week = (estate: Estate): readonly Violation[] => dataRecoverable(estate, 7);
    expect(count(week, service)).toBe(0);
    expect(count(week, service, share)).toBe(1);
  });

  it('is not for anybody, in an account that does not say either', () => {
    expect(count(noAnonymousBlobs, resource('Microsoft.Storage/storageAccounts', 'st', { properties: {} }))).toBe(1);
  });
});

describe('backups', () => {
  const vaults = 'Microsoft.RecoveryServices/vaults';
  const policy = (properties: object): Predicted => resource(`${vaults}/backupPolicies`, 'rsv/daily', { properties });
  const item = (machine: Predicted): Predicted =>
    resource(`${vaults}/backupFabrics/protectionContainers/protectedItems`, 'rsv/Azure/c/i', {
      properties: { sourceResourceId: machine.id.toUpperCase(), policyId: policy({}).id.toUpperCase() },
    });
  const keeping = (durationType: string, amount: number): Predicted =>
    policy({ retentionPolicy: { dailySchedule: { retentionDuration: { count: amount, durationType } } } });
  const month = (estate: Estate): readonly Violation[] => backedUp(estate, 30);

  it.each([
    ['Days', 30, 0],
    ['days', 29, 1],
    ['Weeks', 5, 0],
    ['Months', 1, 0],
    ['Years', 1, 0],
    ['', 400, 1],
  ])('kept for %s: %i', (unit, amount, expected) => {
    expect(count(month, vm(), item(vm()), keeping(unit, amount))).toBe(expected);
  });

  it.each<[string, object, string[]]>([
    ['of a policy elsewhere', { policyId: '/subscriptions/other/policy' }, ['untold']],
    ['of a policy that is computed', { policyId: "[reference('x').policy]" }, ['untold']],
    ['of a machine that is computed', { sourceResourceId: "[reference('x').id]" }, ['untold']],
    ['of another machine', { sourceResourceId: '/x' }, ['broken']],
    ['of the machine', {}, []],
  ])('%s', (_, properties, expected) => {
    const one = item(vm());
    const changed = { ...one, properties: { ...(one['properties'] as object), ...properties } };
    expect(verdicts(month, vm(), changed, keeping('Days', 30))).toEqual(expected);
  });

  it('need a policy of the second kind for Trusted Launch alone', () => {
    const trusted = vm({ securityProfile: { securityType: 'TrustedLaunch' } });
    expect(count(enhancedPolicies, vm(), item(vm()), policy({ policyType: 'V1' }))).toBe(0);
    expect(count(enhancedPolicies, trusted, item(trusted), policy({ policyType: 'V1' }))).toBe(1);
    expect(count(enhancedPolicies, trusted, item(trusted), policy({ policyType: 'v2' }))).toBe(0);
  });
});

describe('what a machine refers to', () => {
  const machine = vm({
    osProfile: {
      windowsConfiguration: {
        patchSettings: { automaticByPlatformSettings: { bypassPlatformSafetyChecksOnUserSchedule: true } },
      },
    },
  });
  const on = (type: string, name: string, properties: object): Predicted => ({
    id: `${machine.id}/providers/${type}/${name}`,
    type,
    name,
    properties,
  });
  const configuration = (maintenanceScope: string): Predicted =>
    resource('Microsoft.Maintenance/maintenanceConfigurations', maintenanceScope, { properties: { maintenanceScope } });
  const window = (id: string): Predicted =>
    on('Microsoft.Maintenance/configurationAssignments', `a${id.length}`, { maintenanceConfigurationId: id });
  const [guest, host] = [configuration('InGuestPatch'), configuration('Host')];

  it.each<[string, Predicted[], string[]]>([
    ['of guest patches', [guest, window(guest.id)], []],
    ['of hosts', [host, window(host.id)], ['broken']],
    ['elsewhere', [window('/elsewhere')], ['untold']],
    ['that is computed', [window("[reference('x').id]")], ['untold']],
    ['of hosts, and one elsewhere', [host, window(host.id), window('/elsewhere')], ['untold']],
    ['of guest patches, and one elsewhere', [guest, window(guest.id), window('/elsewhere')], []],
  ])('a maintenance configuration %s', (_, resources, expected) => {
    expect(verdicts(inMaintenanceWindow, machine, ...resources)).toEqual(expected);
  });

  const agent = resource('Microsoft.Compute/virtualMachines/extensions', 'vm/AzureMonitorWindowsAgent', {
    properties: { type: 'AzureMonitorWindowsAgent' },
  });
  const rule = resource('Microsoft.Insights/dataCollectionRules', 'dcr', {
    properties: {
      dataSources: { windowsEventLogs: [{ streams: ['e'] }], performanceCounters: [{ streams: ['p'] }] },
      dataFlows: [{ streams: ['e', 'p'] }],
    },
  });
  const associated = (id: string): Predicted =>
    on('Microsoft.Insights/dataCollectionRuleAssociations', `a${id.length}`, { dataCollectionRuleId: id });

  it.each<[string, Predicted[], string[]]>([
    ['of the template', [rule, associated(rule.id)], []],
    ['elsewhere', [associated('/elsewhere')], ['untold']],
    ['that is computed', [associated("[reference('x').id]")], ['untold']],
    ['of the template, and one elsewhere', [rule, associated(rule.id), associated('/elsewhere')], []],
  ])('a data collection rule %s', (_, resources, expected) => {
    expect(verdicts(agentInstalled, machine, agent, ...resources)).toEqual(expected);
  });
});

it('asks what is for Windows of Windows alone', () => {
  expect(count(antimalware, linux)).toBe(0);
  expect(count(patchedByPlatform, linux)).toBe(0);
  expect(count(antimalware, vm())).toBe(1);
  expect(count(patchedByPlatform, vm())).toBe(1);
});

describe('alerts', () => {
  const alert = (criterion: object, rest: object = {}): Predicted =>
    resource('Microsoft.Insights/metricAlerts', 'alert', {
      properties: {
        scopes: [vm().id],
        criteria: { allOf: [{ metricName: 'Percentage CPU', timeAggregation: 'Average', ...criterion }] },
        ...rest,
      },
    });

  it.each<[string, object, object, number]>([
    ['a metric of the type', {}, {}, 0],
    ['a metric of the type, with its namespace', { metricNamespace: 'microsoft.compute/virtualmachines' }, {}, 0],
    ['free disk space, which is none', { metricName: 'OS Disk Used Percentage' }, {}, 1],
    ['no metric', { metricName: undefined }, {}, 1],
    ['an aggregation that is not measured', { timeAggregation: 'Count' }, {}, 1],
    ['a namespace that only begins alike', { metricNamespace: 'Microsoft.Compute/virtualMachinesX' }, {}, 1],
    ['no scope', {}, { scopes: [] }, 1],
    ['a scope that is known later', {}, { scopes: ["[reference('x').id]"] }, 0],
    ['a scope elsewhere', {}, { scopes: ['/subscriptions/x'] }, 1],
  ])('%s', (_, criterion, rest, expected) => {
    expect(count(alertsWatch, vm(), alert(criterion, rest))).toBe(expected);
  });

  it.each<[string, object, object, string[]]>([
    ['a scope that is computed', {}, { scopes: ["[reference('x').id]"] }, ['untold']],
    ['scopes that are computed', {}, { scopes: "[reference('x').ids]" }, ['untold']],
    [
      'a scope that is computed, by a metric that its type lacks',
      { metricName: 'Free Space' },
      { scopes: ["[reference('x').id]"], targetResourceType: 'Microsoft.Compute/virtualMachines' },
      ['untold', 'broken'],
    ],
    ['by a metric that is computed', { metricName: "[parameters('metric')]" }, {}, ['untold']],
    ['by criteria that are computed', {}, { criteria: "[parameters('criteria')]" }, ['untold']],
    ['by no criterion', {}, { criteria: { allOf: [] } }, ['broken']],
    ['by nothing', {}, { criteria: undefined }, ['broken']],
    ['a web test', {}, { criteria: { webTestId: '/w', componentId: '/c', failedLocationCount: 2 } }, []],
  ])('watch %s', (_, criterion, rest, expected) => {
    expect(verdicts(alertsWatch, vm(), alert(criterion, rest))).toEqual(expected);
  });

  it('name an action group that is there', () => {
    const group = resource('Microsoft.Insights/actionGroups', 'ag');
    const told = alert({}, { actions: [{ actionGroupId: group.id.toLowerCase() }] });
    expect(count(actionGroups, told, group)).toBe(0);
    expect(count(actionGroups, told)).toBe(1);
    expect(count(actionGroups, alert({}))).toBe(1);
  });

  const metric = alert({ metricName: 'vmAvailabilityMetric' });
  const actions = (...operations: string[]): object[] =>
    operations.map((one) => ({ field: 'operationName', equals: `Microsoft.Compute/virtualMachines/${one}/action` }));
  const stopped = (scope: string, ...operations: string[]): Predicted =>
    resource('Microsoft.Insights/activityLogAlerts', 'stopped', {
      properties: { scopes: [scope], condition: { allOf: [{ anyOf: actions(...operations) }] } },
    });
  const heartbeat = (query: string, rest: object = {}): Predicted =>
    resource('Microsoft.Insights/scheduledQueryRules', 'beats', {
      properties: { scopes: ['/w'], criteria: { allOf: [{ query }] }, ...rest },
    });
  const stop = stopped(vm().id, 'deallocate', 'powerOff');
  const beats = heartbeat('Heartbeat | count');

  it.each<[string, Predicted[], number]>([
    ['all three', [metric, stop, beats], 0],
    [
      'a stop, of the whole resource group',
      [metric, stopped('/subscriptions/S/resourceGroups/g', 'DEALLOCATE', 'poweroff'), beats],
      0,
    ],
    ['no metric, which is there while it is stopped only', [stop, beats], 1],
    ['no stop', [metric, beats], 1],
    ['half of the ways to stop', [metric, stopped(vm().id, 'deallocate'), beats], 1],
    ['a stop of something else', [metric, stopped(`${vm().id}2`, 'deallocate', 'powerOff'), beats], 1],
    ['no heartbeat', [metric, stop], 1],
    ['another table', [metric, stop, heartbeat('HeartbeatX | count')], 1],
    ['a heartbeat that is switched off', [metric, stop, heartbeat('Heartbeat', { enabled: false })], 1],
    ['nothing', [alert({})], 3],
  ])('that a VM is away is told by %s', (_, alerts, expected) => {
    expect(count(availabilityWatched, vm(), ...alerts)).toBe(expected);
  });

  const away = (...alerts: readonly Predicted[]): string[] => verdicts(availabilityWatched, vm(), ...alerts);
  const named = (name: string): Predicted => heartbeat(`Heartbeat | where _ResourceId =~ "${vm().id}${name}" | count`);

  it.each<[string, Predicted[], string[]]>([
    [
      'each way to stop by an alert of its own',
      [metric, ...['deallocate', 'powerOff'].map((one) => stopped(vm().id, one)), beats],
      [],
    ],
    [
      'a stop of what is computed',
      [metric, stopped("[reference('x').id]", 'deallocate', 'powerOff'), beats],
      ['untold'],
    ],
    ['its own heartbeat', [metric, stop, named('')], []],
    ['the heartbeat of another one', [metric, stop, named('2')], ['broken']],
    ['the heartbeat of its computer', [metric, stop, heartbeat("Heartbeat | where Computer in ('a', 'VM')")], []],
    ['the heartbeat of another computer', [metric, stop, heartbeat("Heartbeat | where Computer == 'a'")], ['broken']],
    [
      'heartbeats in the scope of another one',
      [metric, stop, heartbeat('Heartbeat', { scopes: [`${vm().id}2`] })],
      ['broken'],
    ],
    ['a query that is computed', [metric, stop, heartbeat("[format('Heartbeat {0}', reference('x').id)]")], ['untold']],
  ])('that a VM is away is told by %s', (_, alerts, expected) => {
    expect(away(...alerts)).toEqual(expected);
  });

  it('of the activity log watch what is in their scope', () => {
    expect(count(alertsWatch, vm(), stop)).toBe(0);
    expect(count(alertsWatch, vm(), stopped('/subscriptions/s', 'deallocate'))).toBe(0);
    expect(count(alertsWatch, vm(), stopped('/subscriptions/other', 'deallocate'))).toBe(1);
  });

  it('tell somebody by a group elsewhere, which only a deployment can find', () => {
    const id = '/subscriptions/s/resourceGroups/central/providers/Microsoft.Insights/actionGroups/ops';
    expect(count(actionGroups, vm(), alert({}, { actions: [{ actionGroupId: id }] }))).toBe(0);
    expect(count(actionGroups, vm(), alert({}, { actions: [{ actionGroupId: '/subscriptions/x' }] }))).toBe(1);
  });
});

describe('alert processing rules', () => {
  const vault = (state: string): Predicted =>
    resource('Microsoft.RecoveryServices/vaults', 'rsv', {
      properties: { monitoringSettings: { azureMonitorAlertSettings: { alertsForAllJobFailures: state } } },
    });
  const rule = (properties: object): Predicted =>
    resource('Microsoft.AlertsManagement/actionRules', 'apr', {
      properties: { scopes: [vault('').id], ...properties },
    });
  const calls = { actions: [{ actionType: 'AddActionGroups', actionGroupIds: ['/ag'] }] };
  const mutes = { actions: [{ actionType: 'RemoveAllActionGroups' }] };

  it.each<[string, Predicted[], number]>([
    ['raised and sent on', [vault('Enabled'), rule(calls)], 0],
    ['raised and kept', [vault('Enabled')], 1],
    ['not raised', [vault('Disabled'), rule(calls)], 1],
    ['of another vault', [vault('Enabled'), rule({ ...calls, scopes: ['/other'] })], 1],
    [
      'sent to no group',
      [vault('Enabled'), rule({ actions: [{ actionType: 'AddActionGroups', actionGroupIds: [] }] })],
      1,
    ],
    ['sent on by a rule that is off', [vault('Enabled'), rule({ ...calls, enabled: false })], 1],
  ])('a failed backup is %s', (_, resources, expected) => {
    expect(count(backupsReported, ...resources)).toBe(expected);
  });

  it.each<[string, object, number]>([
    ['at times', { schedule: { recurrences: [{ recurrenceType: 'Daily' }] } }, 0],
    ['until a day', { schedule: { effectiveUntil: '2027-01-01T00:00:00' } }, 0],
    ['from a day on', { schedule: { effectiveFrom: '2027-01-01T00:00:00' } }, 1],
    ['for good', {}, 1],
  ])('mute %s', (_, rest, expected) => {
    expect(count(mutingEnds, rule({ ...mutes, ...rest }))).toBe(expected);
  });
});

describe('resilience and cost', () => {
  it.each([
    ['Standard_LRS', 1],
    ['Premium_LRS', 1],
    ['Standard_ZRS', 0],
    ['Standard_GRS', 0],
    ['Standard_RAGZRS', 0],
    ['', 1],
    ["[parameters('sku')]", 0],
  ])('storage of the kind %s', (name, expected) => {
    expect(count(redundantStorage, resource('Microsoft.Storage/storageAccounts', 'st', { sku: { name } }))).toBe(
      expected,
    );
  });

  it('a lock on a child is none on its parent', () => {
    const vault = resource('Microsoft.KeyVault/vaults', 'kv');
    const lock = (on: string): Predicted => ({
      id: `${on}/providers/Microsoft.Authorization/locks/l`,
      type: 'Microsoft.Authorization/locks',
      name: 'l',
    });
    expect(count(lockedResources, vault, lock(vault.id))).toBe(0);
    expect(count(lockedResources, vault, lock(`${vault.id}/keys/k`))).toBe(1);
  });

  it.each([
    [{ sku: { name: 'Standard' }, zones: ['1', '2', '3'] }, 0],
    [{ sku: { name: 'Standard' }, zones: ['1'] }, 1],
    [{ sku: { name: 'Basic' }, zones: ['1', '2', '3'] }, 1],
    [{}, 1],
  ])('a public address: %j', (rest, expected) => {
    expect(count(redundantAddresses, resource('Microsoft.Network/publicIPAddresses', 'pip', rest))).toBe(expected);
  });

  it.each([
    [{ sku: { name: 'Standard' } }, /sets no zones/],
    [{ sku: { name: 'StandardV2' }, zones: [] }, /sets no zones/],
    [{ sku: { name: 'Standard' }, zones: "[parameters('zones')]" }, /only a deployment/],
    [{ sku: { name: "[parameters('sku')]" }, zones: ['1'] }, /only a deployment/],
  ])('a public address that nobody can judge: %j', (rest, what) => {
    const found = redundantAddresses(new Estate([resource('Microsoft.Network/publicIPAddresses', 'pip', rest)]));
    expect(found).toMatchObject([{ untold: true, what: expect.stringMatching(what) as string }]);
  });

  const recovery = 'Microsoft.RecoveryServices/vaults';
  const config = (storageModelType: string): Predicted =>
    resource(`${recovery}/backupstorageconfig`, 'rsv/vaultstorageconfig', { properties: { storageModelType } });
  const keeping = (standardTierStorageRedundancy?: string): Predicted =>
    resource(recovery, 'rsv', { properties: { redundancySettings: { standardTierStorageRedundancy } } });

  it.each<[string, boolean, Predicted[], string[]]>([
    ['nothing, which is geo-redundant', true, [keeping()], []],
    ['nothing, where the region has no pair', false, [keeping()], ['untold']],
    ['zones', true, [keeping('ZoneRedundant')], []],
    ['one building', true, [keeping('LocallyRedundant')], ['broken']],
    ['one building, beside it', true, [keeping(), config('LocallyRedundant')], ['broken']],
    ['what is computed', true, [keeping("[parameters('kind')]")], ['untold']],
  ])('a vault that says %s', (_, pair, resources, expected) => {
    const check = (estate: Estate): readonly Violation[] =>
      redundantStorage(estate, { accounts: true, vaults: true, pair });
    expect(verdicts(check, ...resources)).toEqual(expected);
  });

  it('counts the processors of sizes that are known', () => {
    const four = (estate: Estate): readonly Violation[] =>
      withinProcessors(estate, 4, (size) => (size === 'big' ? 8 : size === 'small' ? 4 : undefined));
    const sized = (vmSize: string): Predicted => vm({ hardwareProfile: { vmSize } });
    expect(['big', 'small', 'unknown'].map((size) => count(four, sized(size)))).toEqual([1, 0, 0]);
  });

  it('keeps logs for no longer than the ceiling', () => {
    const logs = (retentionInDays: number): Predicted =>
      resource('Microsoft.OperationalInsights/workspaces', 'log', { properties: { retentionInDays } });
    const year = (estate: Estate): readonly Violation[] => retentionCeiling(estate, 365);
    expect([365, 366].map((days) => count(year, logs(days)))).toEqual([0, 1]);
  });
});

it.each([
  ['Microsoft.Storage/storageAccounts', 'stabc123', 0],
  ['microsoft.storage/storageaccounts', 'st-abc', 1],
  ['Microsoft.KeyVault/vaults', 'kv-abc', 0],
  ['Microsoft.KeyVault/vaults', 'kv--abc', 1],
  ['Microsoft.Network/virtualNetworks/subnets', 'vnet/AzureBastionSubnet', 0],
  ['Microsoft.Network/virtualNetworks/subnets', 'vnet/-snet', 1],
  ['Microsoft.Storage/storageAccounts', "[parameters('name')]", 0],
  ['Contoso.Unknown/things', '???', 0],
])('the name of a %s: %s', (type, name, expected) => {
  expect(count(acceptedNames, resource(type, name))).toBe(expected);
});
