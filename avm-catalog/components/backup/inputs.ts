import type { backupIntervals } from '../../azure/reliability.ts';
import { inputsToken } from '../../kernel/inputs.ts';

export const redundancies = ['LocallyRedundant', 'ZoneRedundant', 'GeoRedundant'] as const;

type BackupInterval = (typeof backupIntervals)[number];

interface BackupInputs {
  readonly enabled: boolean;
  /** HH:MM, on the hour or half past. */
  readonly time: string;
  readonly timeZone: string;
  /** Hours between two backups, of which the first of a day is at `time`. */
  readonly intervalHours: BackupInterval;
  /** Days, 7 to 9999. */
  readonly retentionDays: number;
  readonly redundancy: (typeof redundancies)[number];
}

export const backupInputs = inputsToken<BackupInputs>('backup');
