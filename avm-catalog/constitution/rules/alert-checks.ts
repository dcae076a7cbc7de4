import { metric } from '../../azure/metrics.ts';
import {
  isUnresolved,
  read,
  readList,
  readText,
  untold,
  where,
  type Estate,
  type Predicted,
  type Violation,
} from '../estate.ts';
import { alertRules } from '../subject.ts';

export const metricAlerts = 'Microsoft.Insights/metricAlerts';
export const queryAlerts = 'Microsoft.Insights/scheduledQueryRules';
export const eventAlerts = 'Microsoft.Insights/activityLogAlerts';
const machines = 'Microsoft.Compute/virtualMachines';
const groups = 'Microsoft.Insights/actionGroups';

export function alertsWatch(estate: Estate): readonly Violation[] {
  return [
    ...where(
      estate.ofType(metricAlerts, queryAlerts, eventAlerts),
      (alert) => !scopes(alert).every((id) => isHere(alert, id, estate)) || scopes(alert).length === 0,
      'the alert watches nothing that is here',
      'name a resource of the solution in its scopes',
    ),
    ...estate.ofType(metricAlerts).flatMap((alert) => wrongCriteria(alert, estate)),
  ];
}

/** The activity log is also read of a resource group or subscription with something in it. */
function isHere(alert: Predicted, id: string, estate: Estate): boolean {
  if (isUnresolved(id) || estate.byId(id)) return true;
  return isOf(alert, eventAlerts) && estate.suchThat((one) => covers(id, one)).length > 0;
}

const isOf = ({ type }: Predicted, wanted: string): boolean => type.toLowerCase() === wanted.toLowerCase();

/** A scope is a resource, or the resource group or subscription that it is in. */
export function covers(scope: string, { id }: Predicted): boolean {
  return id.toLowerCase() === scope.toLowerCase() || id.toLowerCase().startsWith(`${scope.toLowerCase()}/`);
}

function wrongCriteria(alert: Predicted, estate: Estate): readonly Violation[] {
  const types = scopes(alert).flatMap((id) => estate.byId(id)?.type ?? []);
  return criteria(alert).flatMap((one) => {
    const what = types.map((type) => problem(one, type)).find((text) => text !== undefined);
    return what === undefined
      ? []
      : [{ resource: alert.id, what, instead: 'watch a platform metric as its type has it' }];
  });
}

function problem(criterion: unknown, type: string): string | undefined {
  const name = readText(criterion, 'metricName');
  const namespace = readText(criterion, 'metricNamespace') || type;
  const found = metric(namespace, name);
  const isOfType = `${namespace}/`.toLowerCase().startsWith(`${type}/`.toLowerCase());
  if (!found || !isOfType) return `the alert watches ${name || 'no metric'}, which ${type} does not have`;
  const aggregation = readText(criterion, 'timeAggregation');
  if (!found.aggregations.some((one) => one === aggregation))
    return `the alert takes the ${aggregation || 'unnamed aggregation'} of ${name}, which is not measured`;
  const known = new Set(found.dimensions.map((one) => one.toLowerCase()));
  const unknown = readList(criterion, 'dimensions')
    .map((one) => readText(one, 'name'))
    .filter((one) => !known.has(one.toLowerCase()));
  return unknown.length === 0 ? undefined : `the alert splits ${name} by ${unknown.join(', ')}, which it does not have`;
}

/** Azure reads `allOf` in any case. */
export function criteria(alert: Predicted): readonly unknown[] {
  return ['allof', 'allOf'].flatMap((key) => readList(alert, `properties.criteria.${key}`));
}

export function scopes(alert: Predicted): readonly string[] {
  return readList(alert, 'properties.scopes').map(String);
}

/** A VM that is stopped from outside emits no availability metric, so the metric alone says nothing of it. */
export function availabilityWatched(estate: Estate): readonly Violation[] {
  const on = (type: string): readonly Predicted[] =>
    estate.ofType(type).filter((alert) => read(alert, 'properties.enabled') !== false);
  const metrics = on(metricAlerts).filter((alert) => criteria(alert).some(isAvailability));
  const stops = on(eventAlerts).filter((alert) => ['deallocate', 'powerOff'].every((what) => watches(alert, what)));
  const beats = on(queryAlerts).filter((alert) =>
    criteria(alert).some((one) => /\bHeartbeat\b/.test(readText(one, 'query'))),
  );
  return estate.ofType(machines).flatMap((machine) => {
    const is = (alerts: readonly Predicted[]): boolean =>
      alerts.some((alert) => scopes(alert).some((scope) => covers(scope, machine)));
    const missing = (has: boolean, when: string, instead: string): readonly Violation[] =>
      has ? [] : [{ resource: machine.id, what: `nobody is told when the machine ${when}`, instead }];
    return [
      ...missing(is(metrics), 'is not available', 'add an alert on VmAvailabilityMetric'),
      ...missing(is(stops), 'is stopped or deallocated', 'add an activity log alert on deallocate and powerOff'),
      ...missing(beats.length > 0, 'sends no heartbeat', 'add a log alert on the table Heartbeat'),
    ];
  });
}

function isAvailability(criterion: unknown): boolean {
  return readText(criterion, 'metricName').toLowerCase() === 'vmavailabilitymetric';
}

function watches(alert: Predicted, operation: string): boolean {
  const wanted = `${machines}/${operation}/action`.toLowerCase();
  const conditions = readList(alert, 'properties.condition.allOf').flatMap((one) => [one, ...readList(one, 'anyOf')]);
  return conditions.some((one) =>
    [readText(one, 'equals'), ...readList(one, 'containsAny').map(String)].some(
      (text) => text.toLowerCase() === wanted,
    ),
  );
}

/** An action group of another resource group: that it is there, only a deployment can tell. */
function isElsewhere(id: string, estate: Estate): boolean {
  const [group] =
    /^\/subscriptions\/[^/]+\/resourceGroups\/[^/]+(?=\/providers\/Microsoft\.Insights\/actionGroups\/)/i.exec(id) ??
    [];
  return group !== undefined && estate.suchThat((one) => covers(group, one)).length === 0;
}

/** Action groups of an alert: as metric alerts have them, as alerts of logs and as those of the activity log. */
function groupsOf(alert: Predicted): readonly string[] {
  const all = ['properties.actions', 'properties.actions.actionGroups'].flatMap((path) => readList(alert, path));
  return all.map((one) => (typeof one === 'string' ? one : readText(one, 'actionGroupId')));
}

/** Each action group that an alert uses notifies somebody. */
export function groupsNotify(estate: Estate): readonly Violation[] {
  const used = new Map(
    alertRules
      .in(estate)
      .flatMap(groupsOf)
      .map((id) => [id.toLowerCase(), id] as const),
  );
  return [...used.values()].flatMap((id): readonly Violation[] => {
    const group = estate.byId(id);
    if (!group) return [untold(id, 'the action group is not part of this workspace', addReceiver)];
    return notifies(group)
      ? []
      : [{ resource: group.id, what: 'the action group notifies nobody', instead: addReceiver }];
  });
}

const addReceiver = 'give it a receiver, such as an email address, and enable it';

/** Receivers are lists of their own by kind: emailReceivers, webhookReceivers and so on. */
function notifies(group: Predicted): boolean {
  const lists = Object.entries(read(group, 'properties') ?? {}).filter(([key]) => key.endsWith('Receivers'));
  return (
    read(group, 'properties.enabled') !== false &&
    lists.some(([, list]: [string, unknown]) => Array.isArray(list) && list.length > 0)
  );
}

export function actionGroups(estate: Estate): readonly Violation[] {
  const known = (id: string): boolean =>
    isUnresolved(id) || estate.byId(id)?.type.toLowerCase() === groups.toLowerCase() || isElsewhere(id, estate);
  return where(
    alertRules.in(estate),
    (alert) => !groupsOf(alert).some(known),
    'the alert tells nobody',
    'give it an action group',
  );
}
