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

/** Of a service of the account: the shared settings, or those with less than all of its logs. */
export function serviceDiagnostics(c: Composer): Value | undefined {
  const shared = diagnostics(c);
  const isAll = (view: View): boolean =>
    !storageAccountInputs.of(view).enabled || logAnalyticsInputs.of(view).storageLogs === 'all';
  if (!shared || c.views.every(isAll)) return shared;
  const categories = c.choose({
    name: 'storageLogCategories',
    type: arrayOf(object({ category: string })),
    description: 'Which requests to the storage account are logged',
    value: (view) => storageCategories[logAnalyticsInputs.of(view).storageLogs].map((category) => ({ category })),
    answers: ['logAnalytics.storageLogs'],
  });
  const setting = {
    name: 'to-log-analytics',
    workspaceResourceId: c.id('logAnalytics'),
    logCategoriesAndGroups: categories,
    // With categories of logs given, the module sends no metrics unless they are named.
    metricCategories: [{ category: 'AllMetrics' }],
  };
  return c.because(['OPS-002', 'logs'], [setting]);
}
