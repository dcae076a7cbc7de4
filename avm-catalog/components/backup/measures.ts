import type { Measure } from '../../kernel/measure.ts';
import { backupInputs, immutabilities, redundancies, type BackupInputs } from './inputs.ts';

/** Of environments with a backup. */
const measure = (key: keyof BackupInputs, subject: string, of: (is: BackupInputs) => number): Measure => ({
  path: `backup.${key}`,
  subject,
  of: (view) => (backupInputs.of(view).enabled ? of(backupInputs.of(view)) : undefined),
});

export const backupMeasures: readonly Measure[] = [
  measure('intervalHours', 'the hours between two backups', (is) => -is.intervalHours),
  { path: 'backup.enabled', subject: 'a backup of the VM', of: (view) => Number(backupInputs.of(view).enabled) },
  measure('retentionDays', 'the backup retention', (is) => is.retentionDays),
  measure('redundancy', 'the backup redundancy', (is) => redundancies.indexOf(is.redundancy)),
  measure('crossRegionRestore', 'cross-region restore', (is) => Number(is.crossRegionRestore)),
  measure('softDeleteDays', 'the soft delete retention of backups', (is) => is.softDeleteDays),
  measure('immutability', 'the immutability of backups', (is) => immutabilities.indexOf(is.immutability)),
  measure('resourceGuardId', 'multi-user authorization', (is) => Number(is.resourceGuardId !== '')),
];
