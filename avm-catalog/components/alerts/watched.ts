import { string } from '../../../src/bicep/type.ts';
import { item, param, type Value } from '../../../src/bicep/value.ts';
import type { Composer } from '../../kernel/component.ts';
import { list } from '../../kernel/patterns.ts';
import type { Slots } from '../../kernel/slots.ts';
import { metricRules } from '../../kernel/alerts/metric-rules.ts';
import type { Dimension, LogRule, MetricRule } from '../../kernel/alerts/rule.ts';
import { logRules } from '../../kernel/alerts/rules.ts';
import { camel } from '../../../src/text/pascal.ts';
import { chosen, severityOf, thresholdOf, windowOf } from './settings.ts';
import { file, logAlert, metricAlert } from './table.ts';

export const alert = (key: string): Value => item('alert', key);
const shown = (threshold: Value): never => (typeof threshold === 'number' ? String(threshold) : threshold) as never;
export const qualified = (key: string, of: string | undefined): string => (of === undefined ? key : `${key}-${of}`);
const copied = (dimensions: readonly Dimension[] = []): Value => dimensions.map((one) => ({ ...one }));

export function metricAlerts(c: Composer, actions: Value): void {
  const given = chosen(c, c.collect('metricAlert'));
  if (given.length === 0) return;
  const values = list(given, (one): Value => c.because(one.ids, watchedMetric(c, one.item)));
  c.module({
    symbol: 'metricAlerts',
    module: 'insights/metric-alert',
    comment: 'Metric alerts',
    loop: {
      item: 'alert',
      in: c.variable('watchedMetrics', values, {
        description: 'Metrics that the alert rules monitor, with their thresholds',
      }),
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
      actions,
    },
  });
}

function watchedMetric(c: Composer, { key, scope, of }: Slots['metricAlert']): Value {
  const rule: MetricRule = metricRules[key];
  const threshold = rule.always ?? thresholdOf(c, key);
  const name = c.nameValue({
    type: 'Microsoft.Insights/metricAlerts',
    abbreviation: 'alert',
    qualifier: qualified(key, of),
  });
  return c.imported({
    file,
    name: `${camel(key)}Alert`,
    description: rule.reports.replace(/\.$/, ''),
    returns: metricAlert,
    given: { name: [string, name], scope: [string, scope] },
    body: (own) => ({
      name: own['name'],
      description: rule.describe(shown(threshold)),
      severity: severityOf(c, key),
      scope: own['scope'],
      resourceType: rule.resourceType,
      frequency: rule.frequency,
      window: windowOf(c, key),
      metric: rule.metric,
      aggregation: rule.aggregation,
      operator: rule.operator,
      threshold,
      dimensions: copied(rule.dimensions),
    }),
  });
}

export function logAlerts(c: Composer, groups: Value): void {
  const given = chosen(c, c.collect('logAlert'));
  if (given.length === 0) return;
  const values = list(given, (one): Value => c.because(one.ids, watchedLog(c, one.item)));
  c.module({
    symbol: 'logAlerts',
    module: 'insights/scheduled-query-rule',
    comment: 'Log alerts',
    loop: {
      item: 'alert',
      in: c.variable('watchedLogs', values, { description: 'Log queries of the alert rules' }),
    },
    dependsOn: c.collect('machine').map((one) => one.item.symbol),
    params: {
      name: alert('name'),
      alertDescription: alert('description'),
      severity: alert('severity'),
      scopes: [c.id('logAnalytics')],
      evaluationFrequency: alert('frequency'),
      windowSize: alert('window'),
      skipQueryValidation: true,
      criterias: {
        allOf: [
          {
            query: alert('query'),
            timeAggregation: 'Count',
            dimensions: alert('dimensions'),
            operator: 'GreaterThan',
            threshold: 0,
            failingPeriods: { numberOfEvaluationPeriods: 1, minFailingPeriodsToAlert: 1 },
          },
        ],
      },
      actions: groups,
    },
  });
}

/** A query names what it is about, so that each component has its own function. */
function watchedLog(c: Composer, { key, query, of }: Slots['logAlert']): Value {
  const rule: LogRule = logRules[key];
  const threshold = shown(rule.threshold ? thresholdOf(c, key) : 0);
  const name = c.nameValue({
    type: 'Microsoft.Insights/scheduledQueryRules',
    abbreviation: 'alert',
    qualifier: qualified(key, of),
  });
  return c.imported({
    file,
    name: `${camel(qualified(key, of))}Alert`,
    description: rule.reports.replace(/\.$/, ''),
    returns: logAlert,
    given: { name: [string, name] },
    body: (own) => ({
      name: own['name'],
      description: rule.describe(threshold),
      severity: severityOf(c, key),
      query: query(threshold),
      dimensions: copied(rule.dimensions),
      frequency: rule.frequency,
      window: windowOf(c, key),
    }),
  });
}
