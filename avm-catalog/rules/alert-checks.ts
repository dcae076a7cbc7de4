import { metric } from '../azure/metrics.ts';
import {
  isUnresolved,
  read,
  readList,
  readText,
  where,
  type Estate,
  type Predicted,
  type Violation,
} from '../estate.ts';
import { alertRules } from '../subject.ts';

export const metricAlerts = 'Microsoft.Insights/metricAlerts';
export const queryAlerts = 'Microsoft.Insights/scheduledQueryRules';
const groups = 'Microsoft.Insights/actionGroups';

export function alertsWatch(estate: Estate): readonly Violation[] {
  return [
    ...where(
      estate.ofType(metricAlerts, queryAlerts),
      (alert) => !scopes(alert).every((id) => isUnresolved(id) || estate.byId(id)) || scopes(alert).length === 0,
      'the alert watches nothing that is here',
      'name a resource of the solution in its scopes',
    ),
    ...estate.ofType(metricAlerts).flatMap((alert) => wrongCriteria(alert, estate)),
  ];
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

export function availabilityWatched(estate: Estate): readonly Violation[] {
  const watched = new Set(
    estate
      .ofType(metricAlerts)
      .filter((alert) =>
        criteria(alert).some((one) => readText(one, 'metricName').toLowerCase() === 'vmavailabilitymetric'),
      )
      .flatMap(scopes)
      .map((id) => id.toLowerCase()),
  );
  return where(
    estate.ofType('Microsoft.Compute/virtualMachines'),
    (one) => !watched.has(one.id.toLowerCase()),
    'nobody is told when the machine is not available',
    'add an alert on VmAvailabilityMetric',
  );
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
    if (!group)
      return [
        { resource: id, what: 'the action group is not part of this workspace', instead: addReceiver, untold: true },
      ];
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
    id !== '' && (isUnresolved(id) || estate.byId(id)?.type.toLowerCase() === groups.toLowerCase());
  return where(
    estate.ofType(metricAlerts, queryAlerts),
    (alert) => !groupsOf(alert).some(known),
    'the alert tells nobody',
    'give it an action group',
  );
}
