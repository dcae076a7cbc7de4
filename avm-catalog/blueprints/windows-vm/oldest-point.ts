import { backupInputs } from '../../components/backup/inputs.ts';
import type { View } from '../../kernel/view.ts';

/** `26 hours`: two more than the interval, for the backup to start and to finish. */
export function oldestPoint(view: View): string {
  return `${backupInputs.of(view).intervalHours + 2} hours`;
}
