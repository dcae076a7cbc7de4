import { anything, bool, int, list, object, oneOf, optional, string, variants, type Overlay } from './types.ts';

const dimensions = optional(
  list(object({ name: string, operator: oneOf('Exclude', 'Include'), values: list(string) })),
);
const metric = {
  name: string,
  metricName: string,
  metricNamespace: optional(string),
  timeAggregation: oneOf('Average', 'Count', 'Maximum', 'Minimum', 'Total'),
  dimensions,
  skipMetricValidation: optional(bool),
};
// Bicep has no other numbers; json('0.5') is of any type.
const threshold = int;
const fixed = {
  ...metric,
  operator: oneOf('Equals', 'GreaterThan', 'GreaterThanOrEqual', 'LessThan', 'LessThanOrEqual'),
  threshold,
};
const learnt = {
  ...metric,
  operator: oneOf('GreaterOrLessThan', 'GreaterThan', 'LessThan'),
  alertSensitivity: oneOf('High', 'Low', 'Medium'),
  failingPeriods: object({ numberOfEvaluationPeriods: int, minFailingPeriodsToAlert: int }),
  ignoreDataBefore: optional(string),
};

/** The module also takes the id of an action group itself. */
const actions = list(anything);

export const metricAlert: Overlay = {
  'parameters.scopes': list(string),
  'parameters.actions': actions,
  'types.alertResourceType.allof[]': variants('criterionType', { StaticThresholdCriterion: fixed }),
  'types.alertMultiResourceType.allof[]': variants('criterionType', {
    StaticThresholdCriterion: fixed,
    DynamicThresholdCriterion: learnt,
  }),
};

const receiver = { name: string, useCommonAlertSchema: optional(bool) };

export const actionGroup: Overlay = {
  'parameters.emailReceivers': list(object({ ...receiver, emailAddress: string })),
  'parameters.armRoleReceivers': list(object({ ...receiver, roleId: string })),
  'parameters.smsReceivers': list(object({ name: string, countryCode: string, phoneNumber: string })),
  'parameters.voiceReceivers': list(object({ name: string, countryCode: string, phoneNumber: string })),
  'parameters.azureAppPushReceivers': list(object({ name: string, emailAddress: string })),
};

const queryCriterion = object({
  query: optional(string),
  criterionType: optional(string),
  timeAggregation: optional(oneOf('Average', 'Count', 'Maximum', 'Minimum', 'Total')),
  metricMeasureColumn: optional(string),
  metricName: optional(string),
  resourceIdColumn: optional(string),
  dimensions,
  operator: optional(
    oneOf('Equals', 'GreaterOrLessThan', 'GreaterThan', 'GreaterThanOrEqual', 'LessThan', 'LessThanOrEqual'),
  ),
  threshold: optional(threshold),
  alertSensitivity: optional(string),
  ignoreDataBefore: optional(string),
  minRecurrenceCount: optional(int),
  failingPeriods: optional(
    object({ numberOfEvaluationPeriods: optional(int), minFailingPeriodsToAlert: optional(int) }),
  ),
});

export const scheduledQueryRule: Overlay = { 'parameters.criterias': object({ allOf: list(queryCriterion) }) };

const condition = { field: optional(string), equals: optional(string), containsAny: optional(list(string)) };

export const activityLogAlert: Overlay = {
  'parameters.actions': actions,
  'parameters.conditions': list(object({ ...condition, anyOf: optional(list(object(condition))) })),
};
