import type { FlowLogParameters, RetentionParameters } from '../../kernel/rule-parameters.ts';
import { all, any, has, is, lacks, not, some, type PsCondition } from './condition.ts';
import { because, cannot, expressed, type ToForm } from './form.ts';

const workspaces = 'Microsoft.OperationalInsights/workspaces';
const tables = [`${workspaces}/tables`];
const kept = 'properties.retentionInDays';
const analytics = 'properties.flowAnalyticsConfiguration.networkWatcherFlowAnalyticsConfiguration';
const log = 'properties.retentionPolicy';
const cap = 'properties.workspaceCapping.dailyQuotaGb';

const atMost = (days: number): PsCondition => any(lacks(kept), { field: kept, lessOrEquals: days });

/** Forms of rules about logs, alerts, and cost. */
export const operationsForms = {
  'SEC-026': () => expressed({ types: [workspaces], must: is('properties.features.disableLocalAuth', true) }),
  'OPS-001': cannot(because.missing),
  'OPS-002': cannot(because.facts),
  'OPS-004': ({ days }: RetentionParameters) =>
    expressed(
      { part: 'Workspaces', types: [workspaces], must: { field: kept, greaterOrEquals: days } },
      {
        part: 'Tables',
        types: tables,
        // A table without a retention of its own has that of the workspace.
        where: all(has(kept), { field: kept, greater: 0 }),
        must: { field: kept, greaterOrEquals: days },
      },
    ),
  'OPS-009': cannot(because.facts),
  'OPS-011': cannot(because.others),
  'OPS-013': cannot('It compares words with metrics and thresholds.'),
  'OPS-014': () =>
    expressed({
      types: ['Microsoft.Insights/metricAlerts', 'Microsoft.Insights/scheduledQueryRules'],
      must: not(is('properties.autoMitigate', false)),
    }),
  'OPS-015': cannot(because.others),
  'OPS-016': () =>
    expressed({
      types: ['Microsoft.AlertsManagement/actionRules'],
      where: all(
        not(is('properties.enabled', false)),
        some('properties.actions', { field: 'actionType', equals: 'RemoveAllActionGroups', caseSensitive: true }),
      ),
      must: any(has('properties.schedule.recurrences'), has('properties.schedule.effectiveUntil')),
    }),
  'OPS-017': cannot(because.others),
  'OPS-018': ({ mode, days }: FlowLogParameters) =>
    mode === 'required'
      ? { why: because.others }
      : expressed({
          types: ['Microsoft.Network/networkWatchers/flowLogs'],
          must: all(
            is('properties.enabled', true),
            is(`${analytics}.enabled`, true),
            // Without a policy, and with 0 days, logs are kept without limit.
            any(not(is(`${log}.enabled`, true)), { field: `${log}.days`, exists: false }, is(`${log}.days`, 0), {
              field: `${log}.days`,
              greaterOrEquals: days,
            }),
          ),
        }),
  'OPS-024': cannot(because.others),
  'OPS-031': cannot(because.changes),
  'OPS-032': cannot(because.changes),
  'CST-002': ({ days }: RetentionParameters) =>
    expressed(
      { part: 'Workspaces', types: [workspaces], must: atMost(days) },
      { part: 'Tables', types: tables, must: atMost(days) },
    ),
  'CST-003': ({ gigabytes }: { readonly gigabytes: number }) =>
    expressed({
      types: [workspaces],
      must: all({ field: cap, greater: 0 }, { field: cap, lessOrEquals: gigabytes }),
    }),
  'CST-004': cannot(because.others),
  'CST-006': cannot(because.others),
  'CST-007': cannot(because.facts),
} satisfies Readonly<Record<string, ToForm<never>>>;
