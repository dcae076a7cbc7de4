import { expect, test } from 'vitest';
import type { ModuleInterface, TypeNode } from '../../../avm-catalog/modules/interface.ts';
import { loadInterface } from '../../../avm-catalog/modules/load.ts';
import { applyOverlays, overlays } from '../../../avm-catalog/modules/overlays.ts';
import { modulePath, pins, type ModuleName } from '../../../avm-catalog/modules/pins.ts';
import { isUntyped } from '../../../avm-catalog/modules/resolve.ts';
import type { ObjectValue } from '../../../src/bicep/value.ts';
import { checkParameters } from '../../../src/plan/interface-check.ts';

function load(name: ModuleName): ModuleInterface {
  const loaded = loadInterface(modulePath(name), pins[name]);
  if ('finding' in loaded) throw new Error(name);
  return loaded.interface;
}
const overlaid = (Object.keys(pins) as ModuleName[]).filter((name) => overlays[modulePath(name)]);

/** Problems that are there with overlays, but for parameters that were not given. */
function problems(name: ModuleName, params: ObjectValue): string[] {
  const found = checkParameters(applyOverlays(load(name)), params);
  return found.flatMap(({ code, path }) => (code === 'missing-parameter' ? [] : [`${code} ${path}`]));
}

test('every overlay is of a module that is pinned', () => {
  expect(Object.keys(overlays).toSorted()).toEqual(overlaid.map(modulePath).toSorted());
});

function nodeAt(iface: ModuleInterface, path: string): TypeNode | undefined {
  const [group, name, ...rest] = path.replaceAll('[]', '.[]').split('.');
  const first: TypeNode | undefined = iface[group as 'types' | 'parameters'][name!];
  return rest.reduce((node, step) => (step === '[]' ? node?.items : node?.properties?.[step]), first);
}

test.each(overlaid)('each overlay of %s fills in something the pinned version leaves untyped', (name) => {
  const iface = load(name);
  const filled = applyOverlays(iface);
  for (const [path, overlay] of Object.entries(overlays[modulePath(name)]!)) {
    expect([path, isUntyped(nodeAt(iface, path) ?? { type: 'string' })]).toEqual([path, true]);
    expect(nodeAt(filled, path)).toEqual({ ...nodeAt(iface, path), ...overlay });
  }
});

test('a type of the module itself is kept', () => {
  const iface = load('network/load-balancer');
  const own = { type: 'array', items: { type: 'string' } } as const;
  expect(applyOverlays({ ...iface, parameters: { probes: own } }).parameters['probes']).toEqual(own);
});

test('the virtual machine asks for associations even where the agent is off', () => {
  expect(problems('compute/virtual-machine', { extensionMonitoringAgentConfig: { enabled: false } })).toEqual([
    'missing-property extensionMonitoringAgentConfig.dataCollectionRuleAssociations',
  ]);
  expect(
    problems('compute/virtual-machine', {
      extensionMonitoringAgentConfig: { enabled: true, dataCollectionRuleAssociations: [{ name: 'x' }] },
    }),
  ).toEqual([
    'missing-property extensionMonitoringAgentConfig.dataCollectionRuleAssociations[0].dataCollectionRuleResourceId',
  ]);
});

test('the guest configuration extension may not be named', () => {
  expect(
    problems('compute/virtual-machine', { extensionGuestConfigurationExtension: { enabled: true, name: 'x' } }),
  ).toEqual(['unknown-property extensionGuestConfigurationExtension.name']);
});

test('misspelled properties of what the modules leave open', () => {
  expect(problems('network/load-balancer', { probes: [{ name: 'p', protocol: 'Tcp', prot: 443 }] })).toEqual([
    'unknown-property probes[0].prot',
  ]);
  expect(problems('compute/virtual-machine', { tags: { cost: 1 } })).toEqual(['wrong-type tags.cost']);
  const properties = { backupManagementType: 'AzureIaasVM', policyType: 'V3' };
  expect(problems('recovery-services/vault', { backupPolicies: [{ name: 'p', properties }] })).toEqual([
    'not-allowed backupPolicies[0].properties.policyType',
    'missing-property backupPolicies[0].properties.schedulePolicy',
    'missing-property backupPolicies[0].properties.retentionPolicy',
    'missing-property backupPolicies[0].properties.timeZone',
  ]);
});

test('an enhanced backup policy', () => {
  const schedulePolicy = {
    schedulePolicyType: 'SimpleSchedulePolicyV2',
    scheduleRunFrequency: 'Daily',
    dailySchedule: { scheduleRunTimes: ['2026-01-01T23:00:00Z'] },
  };
  const retentionPolicy = {
    retentionPolicyType: 'LongTermRetentionPolicy',
    dailySchedule: { retentionTimes: ['2026-01-01T23:00:00Z'], retentionDuration: { count: 30, durationType: 'Days' } },
  };
  const properties = {
    backupManagementType: 'AzureIaasVM',
    policyType: 'V2',
    instantRpRetentionRangeInDays: 7,
    timeZone: 'UTC',
    schedulePolicy,
    retentionPolicy,
  };
  expect(problems('recovery-services/vault', { backupPolicies: [{ name: 'p', properties }] })).toEqual([]);
});
