import { operator, text, type Value } from '../../../src/bicep/value.ts';
import { string } from '../../../src/bicep/type.ts';
import type { Composer } from '../../kernel/component.ts';
import { asCondition } from '../../kernel/patterns.ts';
import { logAnalyticsInputs } from './inputs.ts';

export const noCap = '-1';

/** The module takes decimals, and so a string. */
export function dailyCap(c: Composer): Value {
  return c.choose({
    name: 'logDailyQuotaGb',
    type: string,
    description: 'Daily cap in GB, after which collection stops; -1 for no cap',
    value: (view) => String(logAnalyticsInputs.of(view).dailyQuotaGb),
    answers: ['logAnalytics.dailyQuotaGb'],
    ids: ['CST-003'],
  });
}

/**
 * The event is in the workspace itself, in a table that isn’t billed and so isn’t capped
 * (azure-monitor-docs logs/daily-cap.md). A fuzzy union succeeds before the table has data.
 */
export function capAlert(c: Composer): void {
  const cap = dailyCap(c);
  if (cap === noCap) return;
  const on = asCondition(cap) && operator('!=', cap, noCap);
  c.contribute(
    'logAlert',
    {
      key: 'daily-cap-reached',
      query: () =>
        text`union isfuzzy=true (datatable(Category:string, Detail:string)[]), _LogOperation
| where Category =~ "Ingestion" and Detail contains "OverQuota"`,
    },
    { on, ids: ['CST-004'] },
  );
}
