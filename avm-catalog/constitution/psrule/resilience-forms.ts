import type { View } from '../../kernel/view.ts';
import { accountKind, vaultKind } from '../rules/resilience.ts';
import { lockableTypes } from '../rules/resilience-checks.ts';
import { all, any, has, is, lacks, noneBelow, not, someBelow, type PsCondition } from './condition.ts';
import { expressed, type ToForm } from './form.ts';

const accounts = 'Microsoft.Storage/storageAccounts';
const vault = 'Microsoft.RecoveryServices/vaults';
const redundancy = 'properties.redundancySettings';
const settings = 'properties.securitySettings';

/** A vault that only replicates VMs has no backups. */
const isForBackups = any(
  noneBelow(`${vault}/replicationProtectionIntents`),
  someBelow(`${vault}/backupPolicies`),
  someBelow(`${vault}/backupFabrics/protectionContainers/protectedItems`),
);
const backups = { types: [vault], where: isForBackups } as const;

/** The setting of the vault, or else the one in its older place. Without either, `missing` decides. */
function setting(
  own: string,
  [child, older]: readonly [string, string],
  fits: (field: string) => PsCondition,
  missing: 'fits' | 'fails',
): PsCondition {
  const path = `properties.${older}`;
  const below =
    missing === 'fits'
      ? noneBelow(`${vault}/${child}`, has(path), not(fits(path)))
      : someBelow(`${vault}/${child}`, fits(path));
  return any(all(has(own), fits(own)), all(lacks(own), below));
}

const names = (views: readonly View[]): readonly string[] => views.map(({ environment }) => environment);

/** Azure keeps deleted backups for 14 days by default (backup-protection-checks.ts). */
const usualDays = 14;

/** Forms of rules about backups, redundancy, and locks. */
export const resilienceForms = {
  'OPS-021': ({ days }: { readonly days: number }) =>
    expressed({
      ...backups,
      must: all(
        setting(
          `${settings}.softDeleteSettings.softDeleteState`,
          ['backupconfig', 'softDeleteFeatureState'],
          (field) => not({ field, in: ['Disabled', 'Invalid'] }),
          'fits',
        ),
        setting(
          `${settings}.softDeleteSettings.softDeleteRetentionPeriodInDays`,
          ['backupconfig', 'softDeleteRetentionPeriodInDays'],
          (field) => ({ field, greaterOrEquals: days }),
          days <= usualDays ? 'fits' : 'fails',
        ),
      ),
    }),
  'OPS-022': ({ locked }: { readonly locked: boolean }) =>
    expressed({
      ...backups,
      must: {
        field: `${settings}.immutabilitySettings.state`,
        in: locked ? ['Locked'] : ['Locked', 'Unlocked'],
      },
    }),
  'OPS-023': () => expressed({ ...backups, must: someBelow(`${vault}/backupResourceGuardProxies`) }),
  'RES-002': (_: object, views: readonly View[]) =>
    expressed(
      {
        part: 'Accounts',
        types: [accounts],
        must: { field: 'sku.name', match: '(ZRS|GRS)$' },
        environments: names(views.filter((view) => accountKind(view) !== undefined)),
      },
      {
        ...backups,
        part: 'Vaults',
        must: setting(
          `${redundancy}.standardTierStorageRedundancy`,
          ['backupstorageconfig', 'storageModelType'],
          (field) => ({ field, in: ['ZoneRedundant', 'GeoRedundant', 'ReadAccessGeoZoneRedundant'] }),
          'fits',
        ),
        environments: names(views.filter((view) => vaultKind(view) !== undefined)),
      },
    ),
  // The lock of a child is below the parent too, and has a longer ID.
  'RES-003': () =>
    expressed({
      types: lockableTypes,
      must: someBelow('Microsoft.Authorization/locks', {
        field: 'id',
        match: '/providers/[^/]+/[^/]+/[^/]+/providers/Microsoft\\.Authorization/',
      }),
    }),
  'RES-007': () =>
    expressed({
      types: [vault],
      where: all(
        isForBackups,
        setting(
          `${redundancy}.standardTierStorageRedundancy`,
          ['backupstorageconfig', 'storageModelType'],
          (field) => is(field, 'GeoRedundant'),
          'fails',
        ),
      ),
      must: setting(
        `${redundancy}.crossRegionRestore`,
        ['backupstorageconfig', 'crossRegionRestoreFlag'],
        (field) => any(is(field, 'Enabled'), is(field, true)),
        'fails',
      ),
    }),
} satisfies Readonly<Record<string, ToForm<never>>>;
