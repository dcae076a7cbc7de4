import { describe, expect, it } from 'vitest';
import { Estate, type Predicted } from '../../avm-catalog/constitution/estate.ts';
import { immutableVaults } from '../../avm-catalog/constitution/rules/backup-protection-checks.ts';
import { replicatedElsewhere } from '../../avm-catalog/constitution/rules/replication-checks.ts';
import { findingsOf } from '../plan/support.ts';

const scope = '/subscriptions/s/resourceGroups/g/providers';
const vaultType = 'Microsoft.RecoveryServices/vaults';
const vm = (location = 'westeurope'): Predicted => ({
  id: `${scope}/Microsoft.Compute/virtualMachines/vm`,
  type: 'Microsoft.Compute/virtualMachines',
  name: 'vm',
  location,
});
const vault: Predicted = { id: `${scope}/${vaultType}/rsv`, type: vaultType, name: 'rsv', properties: {} };
const below = (type: string, properties: object = {}): Predicted => ({
  id: `${vault.id}/${type}/one`,
  type: `${vaultType}/${type}`,
  name: 'rsv/one',
  properties,
});
const intent = (recoveryLocation: string, fabricObjectId = vm().id.toUpperCase()): Predicted =>
  below('replicationProtectionIntents', { providerSpecificDetails: { fabricObjectId, recoveryLocation } });
const computed = "[parameters('x')]";

describe('RES-008', () => {
  const verdicts = (...resources: readonly Predicted[]): readonly string[] =>
    replicatedElsewhere(new Estate(resources)).map(({ untold }) => (untold ? 'untold' : 'broken'));

  it.each<readonly [string, readonly Predicted[], readonly string[]]>([
    ['a VM with a replica in another region', [vm(), intent('North Europe')], []],
    ['a VM without a replica', [vm()], ['broken']],
    ['a VM with a replica in its region', [vm(), intent('West Europe')], ['broken']],
    ['the replica of another VM', [vm(), intent('northeurope', '/other')], ['broken']],
    ['the replica of a VM that only a deployment knows', [vm(), intent('northeurope', computed)], ['untold']],
    ['a replica where only a deployment knows', [vm(), intent(computed)], ['untold']],
    ['a VM where only a deployment knows', [vm(computed), intent('northeurope')], ['untold']],
    ['a replica that names no region', [vm(), intent('')], ['broken']],
    ['no VM', [intent('northeurope')], []],
  ])('judges %s', (_, resources, expected) => {
    expect(verdicts(...resources)).toEqual(expected);
  });
});

describe('rules about backups', () => {
  const broken = (...resources: readonly Predicted[]): number => immutableVaults(new Estate(resources), false).length;

  it('leave out a vault that only replicates VMs, and no other', () => {
    expect(broken(vault, intent('northeurope'))).toBe(0);
    expect(broken(vault)).toBe(1);
    expect(broken(vault, intent('northeurope'), below('backupPolicies'))).toBe(1);
    expect(broken(vault, intent('northeurope'), below('backupFabrics/protectionContainers/protectedItems'))).toBe(1);
  });
});

describe('settings of Site Recovery', () => {
  const group = '/subscriptions/00000000-0000-0000-0000-000000000001/resourceGroups/rg-recovery';
  const needed = {
    enabled: true,
    resourceGroupId: group,
    virtualNetworkId: `${group}/providers/Microsoft.Network/virtualNetworks/vnet-recovery`,
  };
  const told = (siteRecovery: object, prod: object = {}): readonly string[] =>
    findingsOf({ environments: { prod: { siteRecovery, ...prod } } })
      .filter(({ code, severity }) => severity === 'error' && code !== 'rule-broken')
      .map(({ code, where }) => `${code} ${where?.answer?.split('.').slice(-2).join('.') ?? ''}`);
  const at = (key: string): string => `siteRecovery.${key}`;

  it.each<readonly [string, object, object, readonly string[]]>([
    ['are enough with a group and a network', needed, {}, []],
    [
      'name a group and a network',
      { enabled: true },
      {},
      [`answer-missing ${at('resourceGroupId')}`, `answer-missing ${at('virtualNetworkId')}`],
    ],
    ['name another region', { ...needed, targetRegion: 'West Europe' }, {}, [`recovery-region ${at('targetRegion')}`]],
    [
      'name a region that exists',
      { ...needed, targetRegion: 'westeurop' },
      {},
      [`region-unknown ${at('targetRegion')}`],
    ],
    [
      'name a region where the region has no pair',
      needed,
      { location: { region: 'polandcentral' } },
      [`answer-missing ${at('targetRegion')}`],
    ],
    [
      'name a zone that the region has',
      { ...needed, targetRegion: 'westus', targetZone: 1 },
      {},
      [`region-without-zones ${at('targetZone')}`],
    ],
    [
      'name a disk encryption set for keys of the customer',
      needed,
      { customerManagedKeys: { enabled: true } },
      [`answer-missing ${at('diskEncryptionSetId')}`],
    ],
  ])('%s', (_, siteRecovery, prod, expected) => {
    expect(told(siteRecovery, prod)).toEqual(expected);
  });

  it('must name an allowed region', () => {
    const prod = { siteRecovery: { ...needed, targetRegion: 'westus' } };
    const found = findingsOf({ environments: { prod } }).filter(({ code }) => code === 'rule-broken');
    expect(found.map(({ where }) => where?.answer)).toEqual(['environments.prod.siteRecovery.targetRegion']);
  });

  it.each([
    ['Standard_D2s_v6', true],
    ['Standard_D4s_v5', false],
  ])('refuse sizes that can’t be replicated, such as %s: %s', (size, refused) => {
    const found = told(needed, { virtualMachine: { size } });
    expect(found.includes('recovery-size virtualMachine.size')).toBe(refused);
  });
});
