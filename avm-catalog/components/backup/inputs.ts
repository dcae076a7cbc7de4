import type { backupIntervals } from '../../azure/reliability.ts';
import { inputsToken } from '../../kernel/inputs.ts';

export const redundancies = ['LocallyRedundant', 'ZoneRedundant', 'GeoRedundant'] as const;

/** In ascending order of protection. */
export const immutabilities = ['Disabled', 'Unlocked', 'Locked'] as const;

type BackupInterval = (typeof backupIntervals)[number];

export interface BackupInputs {
  readonly enabled: boolean;
  /** HH:MM, on the hour or half past. */
  readonly time: string;
  readonly timeZone: string;
  /** Hours between two backups, of which the first of a day is at `time`. */
  readonly intervalHours: BackupInterval;
  /** Days, 7 to 9999. */
  readonly retentionDays: number;
  readonly redundancy: (typeof redundancies)[number];
  /** Only for a geo-redundant vault. */
  readonly crossRegionRestore: boolean;
  /** Days that deleted backups are kept, 14 to 180. */
  readonly softDeleteDays: number;
  readonly immutability: (typeof immutabilities)[number];
  /** Resource ID of an existing Resource Guard; empty for none. */
  readonly resourceGuardId: string;
}

export const backupInputs = inputsToken<BackupInputs>('backup');
