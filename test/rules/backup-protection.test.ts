import { expect, it } from 'vitest';
import { Estate, type Predicted, type Violation } from '../../avm-catalog/constitution/estate.ts';
import {
  deletedBackupsKept,
  guardedVaults,
  immutableVaults,
  restorableInPair,
} from '../../avm-catalog/constitution/rules/backup-protection-checks.ts';

const type = 'Microsoft.RecoveryServices/vaults';
const id = `/subscriptions/s/resourceGroups/g/providers/${type}/rsv`;
const child = (kind: string, properties: object): Predicted => ({
  id: `${id}/${kind}/one`,
  type: `${type}/${kind}`,
  name: 'rsv/one',
  properties,
});
const vault = (properties: object): Predicted => ({ id, type, name: 'rsv', properties });
const secured = (securitySettings: object): Predicted => vault({ securitySettings });
const kept = (softDeleteSettings: object): Predicted => secured({ softDeleteSettings });
const immutable = (state: string): Predicted => secured({ immutabilitySettings: { state } });
const redundant = (redundancySettings: object): Predicted => vault({ redundancySettings });

type Check = (estate: Estate) => readonly Violation[];
const days =
  (least: number): Check =>
  (estate) =>
    deletedBackupsKept(estate, least);
const state =
  (locked: boolean): Check =>
  (estate) =>
    immutableVaults(estate, locked);
const computed = "[parameters('x')]";

it.each<readonly [string, Check, readonly Predicted[], readonly string[]]>([
  ['Azure keeps deleted backups for 14 days by default', days(14), [vault({})], []],
  ['which is too short for 15', days(15), [vault({})], ['broken']],
  ['days as required', days(30), [kept({ softDeleteRetentionPeriodInDays: 30 })], []],
  ['a day less', days(30), [kept({ softDeleteRetentionPeriodInDays: 29 })], ['broken']],
  [
    'days of the older place',
    days(30),
    [vault({}), child('backupconfig', { softDeleteRetentionPeriodInDays: 30 })],
    [],
  ],
  ['soft delete off', days(14), [kept({ softDeleteState: 'Disabled' })], ['broken']],
  [
    'off in the older place',
    days(14),
    [vault({}), child('backupconfig', { softDeleteFeatureState: 'Disabled' })],
    ['broken'],
  ],
  ['a computed state', days(14), [kept({ softDeleteState: computed })], ['untold']],
  ['a vault that is unlocked', state(false), [immutable('Unlocked')], []],
  ['in the spelling of Azure', state(true), [immutable('locked')], []],
  ['a vault that has to be locked', state(true), [immutable('Unlocked')], ['broken']],
  ['a vault that isn’t immutable', state(false), [immutable('Disabled')], ['broken']],
  ['a vault that says nothing', state(false), [vault({})], ['broken']],
  ['a computed immutability', state(false), [immutable(computed)], ['untold']],
  ['a guard', guardedVaults, [vault({}), child('backupResourceGuardProxies', {})], []],
  ['no guard', guardedVaults, [vault({})], ['broken']],
  [
    'a geo-redundant vault',
    restorableInPair,
    [redundant({ standardTierStorageRedundancy: 'GeoRedundant' })],
    ['broken'],
  ],
  [
    'with cross-region restore',
    restorableInPair,
    [redundant({ standardTierStorageRedundancy: 'GeoRedundant', crossRegionRestore: 'Enabled' })],
    [],
  ],
  [
    'a vault of another redundancy',
    restorableInPair,
    [redundant({ standardTierStorageRedundancy: 'ZoneRedundant' })],
    [],
  ],
  [
    'a geo-redundant vault by the older place',
    restorableInPair,
    [vault({}), child('backupstorageconfig', { storageModelType: 'GeoRedundant' })],
    ['broken'],
  ],
  [
    'with cross-region restore by the older place',
    restorableInPair,
    [vault({}), child('backupstorageconfig', { storageModelType: 'GeoRedundant', crossRegionRestoreFlag: true })],
    [],
  ],
])('%s', (_, check, resources, expected) => {
  const found = check(new Estate(resources));
  expect(found.map(({ untold }) => (untold ? 'untold' : 'broken'))).toEqual(expected);
});
