import { arrayOf, int, literals, named, nullable, object, string } from '../../../src/bicep/type.ts';
import type { ImportedFile } from '../../kernel/imported.ts';

const name = [string, 'Required. Name of the alert rule.'] as const;
const description = [string, 'Required. Description in the notification.'] as const;
const severity = [literals(0, 1, 2, 3, 4), 'Required. Severity, from 0 (critical) to 4 (verbose).'] as const;
const scope = [string, 'Required. Resource ID of what the rule monitors.'] as const;
const frequency = [literals('PT1M', 'PT5M', 'PT15M'), 'Required. Time between two evaluations.'] as const;
const window = [literals('PT5M', 'PT15M', 'PT30M', 'PT1H'), 'Required. Evaluation period.'] as const;

const dimension = named(
  'dimension',
  object({
    name: [string, 'Required. Name of the dimension.'],
    operator: [literals('Include', 'Exclude'), 'Required. Whether the values are included.'],
    values: [arrayOf(string), 'Required. Values of the dimension.'],
  }),
);
const dimensions = [arrayOf(dimension), 'Required. Dimensions that split or filter the signal.'] as const;

export const metricAlert = named(
  'metricAlert',
  object({
    name,
    description,
    severity,
    scope,
    resourceType: [string, 'Required. Type of what the rule monitors.'],
    frequency,
    window,
    metric: [string, 'Required. Name of the metric.'],
    aggregation: [
      literals('Average', 'Count', 'Maximum', 'Minimum', 'Total'),
      'Required. Aggregation over the period.',
    ],
    operator: [literals('GreaterThan', 'LessThan'), 'Required. Comparison with the threshold.'],
    threshold: [int, 'Required. Threshold.'],
    dimensions,
  }),
);

export const logAlert = named(
  'logAlert',
  object({
    name,
    description,
    severity,
    query: [string, 'Required. Query, in KQL. Each row triggers an alert.'],
    dimensions,
    frequency,
    window,
  }),
);

const equal = { field: [string, 'Required. Field of the event.'], equals: [string, 'Required. Its value.'] } as const;
const condition = named(
  'eventCondition',
  object({
    field: [nullable(string), 'Conditional. Field of the event. Required without anyOf.'],
    equals: [nullable(string), 'Optional. Value of the field.'],
    containsAny: [nullable(arrayOf(string)), 'Optional. Values of a list, of which the field has one.'],
    anyOf: [nullable(arrayOf(object(equal))), 'Conditional. Conditions of which one applies. Required without field.'],
  }),
);

export const eventAlert = named(
  'eventAlert',
  object({
    name,
    description,
    scope,
    conditions: [arrayOf(condition), 'Required. Conditions of the event, all of which apply.'],
  }),
);

export const file: ImportedFile = {
  path: 'alert-rules.bicep',
  what: 'Alert rules, each a function',
  types: [
    { ...dimension, description: 'A dimension of a metric or a query.' },
    { ...metricAlert, description: 'An alert rule for a metric.' },
    { ...logAlert, description: 'An alert rule for a log query.' },
    { ...condition, description: 'A condition of an activity log event.' },
    { ...eventAlert, description: 'An alert rule for an activity log event.' },
  ],
};
