import { read, where, whereValue, type Estate, type Predicted, type Violation } from '../estate.ts';
import { backupVaults, such } from '../subject.ts';
import { redundancyOf } from './resilience-checks.ts';

const vaults = 'Microsoft.RecoveryServices/vaults';
const settings = 'properties.securitySettings';

/** Azure keeps deleted backups for 14 days by default; source: Learn, backup/secure-by-default. */
const usualDays = 14;

export function deletedBackupsKept(estate: Estate, days: number): readonly Violation[] {
  const instead = `keep deleted backups for ${days} days or longer`;
  const own = `${settings}.softDeleteSettings`;
  return [
    ...whereValue(
      backupVaults.in(estate),
      (one) => read(one, `${own}.softDeleteState`) ?? beside(one, estate, 'softDeleteFeatureState'),
      (state) => ['disabled', 'invalid'].includes(String(state).toLowerCase()),
      'the vault loses deleted backups at once',
      'set softDeleteState to AlwaysON',
    ),
    ...whereValue(
      backupVaults.in(estate),
      (one) =>
        read(one, `${own}.softDeleteRetentionPeriodInDays`) ??
        beside(one, estate, 'softDeleteRetentionPeriodInDays') ??
        usualDays,
      (given) => Number(given) < days,
      'the vault keeps deleted backups for fewer days than required',
      instead,
    ),
  ];
}

/** The older places of these settings. */
function beside(vault: Predicted, estate: Estate, key: string, child = 'backupconfig'): unknown {
  const [config] = estate.below(vault, `${vaults}/${child}`);
  return read(config, `properties.${key}`);
}

export function immutableVaults(estate: Estate, locked: boolean): readonly Violation[] {
  const enough = locked ? ['locked'] : ['locked', 'unlocked'];
  return whereValue(
    backupVaults.in(estate),
    (one) => read(one, `${settings}.immutabilitySettings.state`),
    (state) => !enough.includes(String(state).toLowerCase()),
    locked
      ? 'the immutability of the vault isn’t locked'
      : 'backups in the vault can be deleted before their retention ends',
    `set the state of immutabilitySettings to ${locked ? 'Locked' : 'Unlocked or Locked'}`,
  );
}

export function guardedVaults(estate: Estate): readonly Violation[] {
  return where(
    backupVaults.in(estate),
    (one) => estate.below(one, `${vaults}/backupResourceGuardProxies`).length === 0,
    'one person alone can stop its backups and shorten their retention',
    'associate it with a Resource Guard that somebody else owns',
  );
}

export const geoVaults = such(
  'geo-redundant Recovery Services vault',
  backupVaults,
  (one, estate) => String(redundancyOf(one, estate)).toLowerCase() === 'georedundant',
);

export function restorableInPair(estate: Estate): readonly Violation[] {
  return whereValue(
    geoVaults.in(estate),
    (one) =>
      read(one, 'properties.redundancySettings.crossRegionRestore') ??
      beside(one, estate, 'crossRegionRestoreFlag', 'backupstorageconfig'),
    (state) => !['enabled', 'true'].includes(String(state).toLowerCase()),
    'backups can be restored in the paired region only after Microsoft declares an outage',
    'set crossRegionRestore to Enabled before the first backup',
  );
}
