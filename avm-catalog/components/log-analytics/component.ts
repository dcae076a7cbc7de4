import { int } from '../../../src/bicep/type.ts';
import type { ObjectValue } from '../../../src/bicep/value.ts';
import { component, type Composer } from '../../kernel/component.ts';
import { pick } from '../../kernel/patterns.ts';
import { capAlert, dailyCap, noCap } from './daily-cap.ts';
import { storageLogs, type DiagnosticsParameters, type RetentionParameters } from '../../kernel/rule-parameters.ts';
import { contributeDiagnostics } from './diagnostics.ts';
import { drawing } from './drawing.ts';
import { logAnalyticsDocs } from './docs.ts';
import { logAnalyticsInputs } from './inputs.ts';

export const logAnalytics = component({
  name: 'log-analytics',
  title: 'Log Analytics workspace',
  summary: 'Logs and metrics of every resource with diagnostic settings, in one workspace',
  serves: ['OPS-001', 'OPS-004', 'logs'],
  drawing,
  inputs: {
    token: logAnalyticsInputs,
    schema: (z) =>
      z.strictObject({
        retentionDays: z.int().min(30).max(730).describe('Retention of logs, in days'),
        dailyQuotaGb: z
          .int()
          .min(-1)
          .max(1000)
          // Source: azure-monitor-docs logs/daily-cap.md; 0 would stop all collection.
          .refine((quota) => quota !== 0, 'must be -1 for no cap, or 1 or more')
          .describe('Daily cap in GB, after which collection stops; -1 for no cap'),
        storageLogs: z
          .enum(storageLogs)
          .describe('Requests to the storage account to log: all, changes (writes and deletes), or none'),
      }),
    defaults: ({ rules }) => ({
      retentionDays: rules.parameters<RetentionParameters>('OPS-004').days,
      dailyQuotaGb: -1,
      storageLogs: rules.parameters<DiagnosticsParameters>('OPS-002').storageLogs,
    }),
    questions: [
      { path: 'retentionDays', ask: 'Log retention in days', kind: 'number', byEnvironment: true },
      {
        path: 'dailyQuotaGb',
        ask: 'Daily cap of logs in GB (-1 for no cap)',
        kind: 'number',
        byEnvironment: true,
      },
    ],
  },
  docs: logAnalyticsDocs,
  measures: [
    {
      path: 'logAnalytics.retentionDays',
      subject: 'the log retention',
      of: (view) => logAnalyticsInputs.of(view).retentionDays,
    },
  ],
  resource: 'logAnalytics',
  enabled: () => true,
  contribute: (c) => {
    c.name('logAnalytics', { type: 'Microsoft.OperationalInsights/workspaces' });
    capAlert(c);
    if (!c.rules.on('OPS-002')) return;
    contributeDiagnostics(c);
  },
  compose: (c) => {
    const least = c.rules.on('OPS-004') ? c.rules.parameters<RetentionParameters>('OPS-004').days : 30;
    const retention = c.parameter({
      name: 'logRetentionDays',
      type: int,
      description: 'Retention of logs, in days',
      minValue: Math.min(least, ...c.views.map((view) => logAnalyticsInputs.of(view).retentionDays)),
      maxValue: 730,
      value: (view) => logAnalyticsInputs.of(view).retentionDays,
      answers: ['logAnalytics.retentionDays'],
      ids: ['OPS-004'],
    });
    const quota = dailyCap(c);
    c.module({
      symbol: 'logAnalytics',
      module: 'operational-insights/workspace',
      comment: 'Log Analytics workspace for all logs and metrics',
      makes: ['logAnalytics'],
      params: {
        name: c.reference('logAnalytics'),
        dataRetention: c.because(['OPS-004'], retention),
        // With the module's default, users can't save queries until a storage account is linked.
        forceCmkForQuery: false,
        dailyQuotaGb: quota === noCap ? undefined : c.because(['CST-003'], quota),
        ...publicAccess(c),
        diagnosticSettings: c.rules.on('OPS-002')
          ? c.because(['OPS-002'], [{ name: 'to-itself', useThisWorkspace: true }])
          : undefined,
      },
    });
    c.output(
      'logAnalyticsWorkspaceId',
      { kind: 'string' },
      'Resource ID of the Log Analytics workspace',
      c.id('logAnalytics'),
    );
  },
});

/** From all networks, unless a private link says otherwise. */
function publicAccess(c: Composer): ObjectValue {
  const given = c.collect('workspaceAccess');
  if (given.length === 0) return {};
  return {
    publicNetworkAccessForIngestion: c.because(
      ['SEC-034'],
      pick(given, ({ ingestion }) => ingestion, 'Enabled'),
    ),
    publicNetworkAccessForQuery: given.every(({ item }) => item.queries === 'Enabled')
      ? undefined
      : pick(given, ({ queries }) => queries, 'Enabled'),
  };
}
