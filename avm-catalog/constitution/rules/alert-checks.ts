import { metric } from '../../azure/metrics.ts';
import {
  isUnresolved,
  read,
  readItems,
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
const groups = 'Microsoft.Insights/actionGroups';

export function alertsWatch(estate: Estate): readonly Violation[] {
  return [
    ...estate.ofType(metricAlerts, queryAlerts, eventAlerts).flatMap((alert) => wrongScopes(alert, estate)),
    ...estate.ofType(metricAlerts).flatMap((alert) => wrongCriteria(alert, estate)),
  ];
}

function wrongScopes(alert: Predicted, estate: Estate): readonly Violation[] {
  const instead = 'set a resource of the solution as its scope';
  const ids = scopes(alert);
  const computed = ids.filter((id) => isUnresolved(id) && !estate.byId(id));
  if (ids.length === 0 || !ids.every((id) => computed.includes(id) || isHere(alert, id, estate)))
    return [{ resource: alert.id, what: 'the scope of the alert doesn’t exist', instead }];
  return computed.length === 0
    ? []
    : [untold(alert.id, 'only a deployment determines the scope of the alert', instead)];
}

/** An activity log alert can also have a resource group or subscription as its scope. */
function isHere(alert: Predicted, id: string, estate: Estate): boolean {
  if (estate.byId(id)) return true;
  return isOf(alert, eventAlerts) && estate.suchThat((one) => covers(id, one)).length > 0;
}

const isOf = ({ type }: Predicted, wanted: string): boolean => type.toLowerCase() === wanted.toLowerCase();

/** A scope is a resource, or its resource group or subscription. */
export function covers(scope: string, { id }: Predicted): boolean {
  return id.toLowerCase() === scope.toLowerCase() || id.toLowerCase().startsWith(`${scope.toLowerCase()}/`);
}

function wrongCriteria(alert: Predicted, estate: Estate): readonly Violation[] {
  const instead = 'use a platform metric that its type supports';
  const all = criteria(alert);
  if (all.length === 0)
    return isWebTest(alert) ? [] : [{ resource: alert.id, what: 'the alert has no condition', instead }];
  const types = scopes(alert).flatMap((id) => typeOf(id, alert, estate));
  return all.flatMap((one): readonly Violation[] => {
    if (isComputed(one)) return [untold(alert.id, 'only a deployment determines the condition of the alert', instead)];
    const what = types.map((type) => problem(one, type)).find((text) => text !== undefined);
    return what === undefined ? [] : [{ resource: alert.id, what, instead }];
  });
}

/** An alert states the type of its scope, even if the scope is computed. */
function typeOf(id: string, alert: Predicted, estate: Estate): readonly string[] {
  const type = estate.byId(id)?.type ?? (isUnresolved(id) ? readText(alert, 'properties.targetResourceType') : '');
  return type === '' || isUnresolved(type) ? [] : [type];
}

/** An alert on a web test has its ID, without criteria. */
function isWebTest(alert: Predicted): boolean {
  return readText(alert, 'properties.criteria.webTestId') !== '';
}

function isComputed(criterion: unknown): boolean {
  return (
    isUnresolved(criterion) ||
    ['metricName', 'metricNamespace', 'timeAggregation'].some((key) => isUnresolved(read(criterion, key)))
  );
}

function problem(criterion: unknown, type: string): string | undefined {
  const name = readText(criterion, 'metricName');
  const namespace = readText(criterion, 'metricNamespace') || type;
  const found = metric(namespace, name);
  const isOfType = `${namespace}/`.toLowerCase().startsWith(`${type}/`.toLowerCase());
  if (!found || !isOfType) return `the alert uses ${name || 'no metric'}, which ${type} doesn’t have`;
  const aggregation = readText(criterion, 'timeAggregation');
  if (!found.aggregations.some((one) => one === aggregation))
    return `the alert uses the ${aggregation || 'unnamed aggregation'} of ${name}, which isn’t supported`;
  const known = new Set(found.dimensions.map((one) => one.toLowerCase()));
  const unknown = readList(criterion, 'dimensions')
    .map((one) => readText(one, 'name'))
    .filter((one) => !known.has(one.toLowerCase()));
  return unknown.length === 0 ? undefined : `the alert splits ${name} by ${unknown.join(', ')}, which it doesn’t have`;
}

/** Azure accepts `allOf` in any case. */
export function criteria(alert: Predicted): readonly unknown[] {
  const all = ['allof', 'allOf'].flatMap((key) => readItems(alert, `properties.criteria.${key}`));
  const whole = read(alert, 'properties.criteria');
  return isUnresolved(whole) ? [whole] : all;
}

export function scopes(alert: Predicted): readonly string[] {
  return readItems(alert, 'properties.scopes').map(String);
}

/** An action group in another resource group; only a deployment can tell whether it exists. */
function isElsewhere(id: string, estate: Estate): boolean {
  const [group] =
    /^\/subscriptions\/[^/]+\/resourceGroups\/[^/]+(?=\/providers\/Microsoft\.Insights\/actionGroups\/)/i.exec(id) ??
    [];
  return group !== undefined && estate.suchThat((one) => covers(group, one)).length === 0;
}

/** Action groups of metric, log search, and activity log alerts. */
function groupsOf(alert: Predicted): readonly string[] {
  const all = ['properties.actions', 'properties.actions.actionGroups'].flatMap((path) => readList(alert, path));
  return all.map((one) => (typeof one === 'string' ? one : readText(one, 'actionGroupId')));
}

/** Every action group that an alert uses notifies somebody. */
export function groupsNotify(estate: Estate): readonly Violation[] {
  const used = new Map(
    alertRules
      .in(estate)
      .flatMap(groupsOf)
      .map((id) => [id.toLowerCase(), id] as const),
  );
  return [...used.values()].flatMap((id): readonly Violation[] => {
    const group = estate.byId(id);
    if (!group) return [untold(id, 'the action group isn’t part of this workspace', addReceiver)];
    return notifies(group)
      ? []
      : [{ resource: group.id, what: 'the action group notifies nobody', instead: addReceiver }];
  });
}

const addReceiver = 'enable it, and add a receiver, such as an email address';

/** Receivers are in one list for each kind, such as emailReceivers and webhookReceivers. */
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
    'the alert has no action group, so it notifies nobody',
    'add an action group',
  );
}
