import { arrayOf, string } from '../../src/bicep/type.ts';
import { each, item, param, type ObjectValue, type Value } from '../../src/bicep/value.ts';
import { component, type Composer } from '../component.ts';
import { duplicates } from '../duplicates.ts';
import { list } from '../patterns.ts';
import type { Slots } from '../slots.ts';

export interface AlertsInputs {
  readonly enabled: boolean;
  /** Who is told. */
  readonly emails: readonly string[];
}
declare module '../component.ts' {
  interface Inputs {
    alerts: AlertsInputs;
  }
}

export const alerts = component({
  name: 'alerts',
  title: 'Alerts',
  summary: 'Operators are told when something is in trouble',
  serves: ['FR-015', 'OPS-010'],
  inputs: {
    key: 'alerts',
    schema: (z) => z.strictObject({ enabled: z.boolean(), emails: z.array(z.email()).max(20).describe('Who is told') }),
    defaults: () => ({ enabled: false, emails: [] }),
    questions: [
      { path: 'enabled', ask: 'Are operators told of trouble?', kind: 'confirm', byEnvironment: true },
      {
        path: 'emails',
        ask: 'By e-mail to whom? (commas between)',
        kind: 'list',
        byEnvironment: true,
        when: (inputs) => inputs['enabled'] === true,
      },
    ],
    guesses: [
      {
        path: 'emails',
        question: 'Who is told of trouble, by e-mail',
        why: 'Without an address an alert shows in the portal alone, and nobody looks there at night.',
        advice: 'Give a shared mailbox or the address of an on-call tool: people go on leave.',
        category: 'Non-Functional Quality Attributes',
        impact: 3,
        uncertainty: 3,
      },
    ],
    switchOn: { enabled: true },
  },
  enabled: (view) => view.inputs.alerts.enabled,
  check: ({ inputs: { alerts: is } }) =>
    is.enabled
      ? duplicates(is.emails).map(({ value, index }) => ({
          code: 'answer-twice',
          answer: `alerts.emails.${index}`,
          args: { what: `The address ${value}` },
        }))
      : [],
  contribute: (c) => {
    c.name('actionGroup', { type: 'Microsoft.Insights/actionGroups' });
    c.name('actionGroupShort', { type: 'actionGroupShortName' });
  },
  compose: (c) => {
    const emails = c.parameter({
      name: 'alertEmails',
      type: arrayOf(string),
      description: 'Who is told of trouble, by e-mail',
      value: (view) => view.inputs.alerts.emails,
      answers: ['alerts.emails'],
    });
    c.module({
      symbol: 'actionGroup',
      module: 'insights/action-group',
      comment: 'Action group: who is told',
      makes: ['actionGroup'],
      params: {
        name: c.reference('actionGroup'),
        groupShortName: c.reference('actionGroupShort'),
        emailReceivers: each('email', emails, {
          name: item('email'),
          emailAddress: item('email'),
          useCommonAlertSchema: true,
        }),
      },
    });
    metricAlerts(c);
    if (c.collect('logAlert').length > 0) logAlerts(c);
  },
});

const alert = (key: string): Value => item('alert', key);

function metricAlerts(c: Composer): void {
  const values = list(c.collect('metricAlert'), (one): Value => c.because(one.ids, watchedMetric(c, one.item)));
  c.module({
    symbol: 'metricAlerts',
    module: 'insights/metric-alert',
    comment: 'Metric alerts',
    loop: {
      item: 'alert',
      in: c.variable('watchedMetrics', values, { description: 'What is watched, and when it is too much' }),
    },
    params: {
      name: alert('name'),
      alertDescription: alert('description'),
      severity: alert('severity'),
      scopes: [alert('scope')],
      targetResourceType: alert('resourceType'),
      targetResourceRegion: param('location'),
      evaluationFrequency: alert('frequency'),
      windowSize: alert('window'),
      criteria: {
        'odata.type': 'Microsoft.Azure.Monitor.SingleResourceMultipleMetricCriteria',
        allof: [
          {
            name: 'criterion',
            criterionType: 'StaticThresholdCriterion',
            metricNamespace: alert('resourceType'),
            metricName: alert('metric'),
            timeAggregation: alert('aggregation'),
            operator: alert('operator'),
            threshold: alert('threshold'),
            dimensions: alert('dimensions'),
          },
        ],
      },
      actions: c.because(['OPS-011'], [{ actionGroupId: c.id('actionGroup') }]),
    },
  });
}

function watchedMetric(c: Composer, { key, dimensions = [], ...rest }: Slots['metricAlert']): ObjectValue {
  const name = c.nameValue({ type: 'Microsoft.Insights/metricAlerts', abbreviation: 'alert', qualifier: key });
  return { name, ...rest, dimensions: dimensions.map((one) => ({ ...one })) };
}

function logAlerts(c: Composer): void {
  const values = list(c.collect('logAlert'), (one): Value =>
    c.because(one.ids, {
      name: c.nameValue({
        type: 'Microsoft.Insights/scheduledQueryRules',
        abbreviation: 'alert',
        qualifier: one.item.key,
      }),
      description: one.item.description,
      severity: one.item.severity,
      query: one.item.query,
      frequency: one.item.frequency,
      window: one.item.window,
    }),
  );
  c.module({
    symbol: 'logAlerts',
    module: 'insights/scheduled-query-rule',
    comment: 'Log alerts: what no platform metric tells',
    loop: {
      item: 'alert',
      in: c.variable('watchedLogs', values, { description: 'What is asked of the logs, and then told' }),
    },
    params: {
      name: alert('name'),
      alertDescription: alert('description'),
      severity: alert('severity'),
      scopes: [c.id('logAnalytics')],
      evaluationFrequency: alert('frequency'),
      windowSize: alert('window'),
      criterias: {
        allOf: [
          {
            query: alert('query'),
            timeAggregation: 'Count',
            operator: 'GreaterThan',
            threshold: 0,
            failingPeriods: { numberOfEvaluationPeriods: 1, minFailingPeriodsToAlert: 1 },
          },
        ],
      },
      actions: c.because(['OPS-011'], { actionGroupResourceIds: [c.id('actionGroup')] }),
    },
  });
}
