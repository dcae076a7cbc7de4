import { arrayOf, object, string } from '../../../src/bicep/type.ts';
import type { Value } from '../../../src/bicep/value.ts';
import type { Composer } from '../../kernel/component.ts';
import type { View } from '../../kernel/view.ts';
import { diagnostics } from '../../kernel/patterns.ts';
import type { StorageLogs } from '../../kernel/rule-parameters.ts';
import { logAnalyticsInputs } from '../log-analytics/inputs.ts';
import { storageAccountInputs } from './inputs.ts';

/** Categories of a service of the account (azure-monitor supported-logs). */
export const storageCategories: Readonly<Record<StorageLogs, readonly string[]>> = {
  all: ['StorageRead', 'StorageWrite', 'StorageDelete'],
  changes: ['StorageWrite', 'StorageDelete'],
  none: [],
};

/** Diagnostic settings of a service of the account: the shared ones, or settings with fewer log categories. */
export function serviceDiagnostics(c: Composer): Value | undefined {
  const shared = diagnostics(c);
  const isAll = (view: View): boolean =>
    !storageAccountInputs.of(view).enabled || logAnalyticsInputs.of(view).storageLogs === 'all';
  if (!shared || c.views.every(isAll)) return shared;
  const categories = c.choose({
    name: 'storageLogCategories',
    type: arrayOf(object({ category: string })),
    description: 'Log categories of requests to the storage account',
    value: (view) => storageCategories[logAnalyticsInputs.of(view).storageLogs].map((category) => ({ category })),
    answers: ['logAnalytics.storageLogs'],
  });
  const setting = {
    name: 'to-log-analytics',
    workspaceResourceId: c.id('logAnalytics'),
    logCategoriesAndGroups: categories,
    // If log categories are set, the module sends metrics only if they are set too.
    metricCategories: [{ category: 'AllMetrics' }],
  };
  return c.because(['OPS-002', 'logs'], [setting]);
}
