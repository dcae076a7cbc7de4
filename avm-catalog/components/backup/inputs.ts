import { inputsToken } from '../../kernel/inputs.ts';

export const redundancies = ['LocallyRedundant', 'ZoneRedundant', 'GeoRedundant'] as const;

interface BackupInputs {
  readonly enabled: boolean;
  /** HH:MM, on the hour or half past. */
  readonly time: string;
  readonly timeZone: string;
  /** Days, 7 to 9999. */
  readonly retentionDays: number;
  readonly redundancy: (typeof redundancies)[number];
}

export const backupInputs = inputsToken<BackupInputs>('backup');
