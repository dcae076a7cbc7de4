import type { StorageLogs } from '../../kernel/rule-parameters.ts';
import { inputsToken } from '../../kernel/inputs.ts';
import type { View } from '../../kernel/view.ts';

interface LogAnalyticsInputs {
  /** Days, 30 to 730. */
  readonly retentionDays: number;
  /** Daily cap in GB, after which collection stops; -1 for no cap. */
  readonly dailyQuotaGb: number;
  readonly storageLogs: StorageLogs;
}

export const logAnalyticsInputs = inputsToken<LogAnalyticsInputs>('logAnalytics');

export function isCapped(view: Pick<View, 'inputs'>): boolean {
  return logAnalyticsInputs.of(view).dailyQuotaGb > 0;
}
