import { metric } from '../azure/metrics.ts';
import { isUnresolved, readList, readText, where, type Estate, type Predicted, type Violation } from '../estate.ts';

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

export function alertsReachSomebody(estate: Estate): readonly Violation[] {
  const told = (alert: Predicted): readonly string[] => [
    ...readList(alert, 'properties.actions').map((one) => readText(one, 'actionGroupId')),
    ...readList(alert, 'properties.actions.actionGroups').map(String),
  ];
  const known = (id: string): boolean =>
    id !== '' && (isUnresolved(id) || estate.byId(id)?.type.toLowerCase() === groups.toLowerCase());
  return where(
    estate.ofType(metricAlerts, queryAlerts),
    (alert) => !told(alert).some(known),
    'the alert tells nobody',
    'give it an action group',
  );
}
