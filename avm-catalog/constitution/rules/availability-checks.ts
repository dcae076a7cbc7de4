import { lastPart } from '../../azure/resource-ids.ts';
import {
  isUnresolved,
  read,
  readItems,
  readText,
  untold,
  type Estate,
  type Predicted,
  type Violation,
} from '../estate.ts';
import { both, either, type Verdict } from '../custom/verdict.ts';
import { covers, criteria, eventAlerts, metricAlerts, queryAlerts, scopes } from './alert-checks.ts';

const machines = 'Microsoft.Compute/virtualMachines';

/** A VM that is stopped from outside emits no availability metric, so the metric alone says nothing of it. */
export function availabilityWatched(estate: Estate): readonly Violation[] {
  const on = (type: string): readonly Predicted[] =>
    estate.ofType(type).filter((alert) => read(alert, 'properties.enabled') !== false);
  const metrics = on(metricAlerts).filter((alert) => criteria(alert).some(isAvailability));
  const stops = ['deallocate', 'powerOff'].map((what) => on(eventAlerts).filter((alert) => watches(alert, what)));
  const queries = on(queryAlerts);
  return estate.ofType(machines).flatMap((machine) => {
    const told = (alerts: readonly Predicted[]): Verdict => either(alerts.map((alert) => isScope(alert, machine)));
    const missing = (tells: Verdict, when: string, instead: string): readonly Violation[] => {
      const what = `nobody is told when the machine ${when}`;
      if (tells === 'unknown') return [untold(machine.id, `only a deployment computes whether ${what}`, instead)];
      return tells ? [] : [{ resource: machine.id, what, instead }];
    };
    return [
      ...missing(told(metrics), 'is not available', 'add an alert on VmAvailabilityMetric'),
      ...missing(
        both(stops.map(told)),
        'is stopped or deallocated',
        'add an activity log alert on deallocate and powerOff',
      ),
      ...missing(
        either(queries.map((alert) => hears(alert, machine))),
        'sends no heartbeat',
        'add a log alert on the table Heartbeat',
      ),
    ];
  });
}

function isScope(alert: Predicted, machine: Predicted): Verdict {
  return either(scopes(alert).map((scope) => (isUnresolved(scope) ? 'unknown' : covers(scope, machine))));
}

function isAvailability(criterion: unknown): boolean {
  return readText(criterion, 'metricName').toLowerCase() === 'vmavailabilitymetric';
}

function watches(alert: Predicted, operation: string): boolean {
  const wanted = `${machines}/${operation}/action`.toLowerCase();
  const conditions = readItems(alert, 'properties.condition.allOf').flatMap((one) => [one, ...readItems(one, 'anyOf')]);
  return conditions.some((one) =>
    [readText(one, 'equals'), ...readItems(one, 'containsAny').map(String)].some(
      (text) => text.toLowerCase() === wanted,
    ),
  );
}

/** A query that names no machine is about all whose heartbeats its scope has. */
function hears(alert: Predicted, machine: Predicted): Verdict {
  const queries = criteria(alert).map((one): Verdict => {
    const query = isUnresolved(one) ? String(one) : readText(one, 'query');
    if (isUnresolved(query)) return 'unknown';
    return /\bHeartbeat\b/.test(query) && filters(query).every((filter) => isAbout(filter, machine));
  });
  const within = scopes(alert).map((scope): Verdict => (isUnresolved(scope) ? 'unknown' : holdsBeats(scope, machine)));
  return both([either(queries), either(within)]);
}

/** A workspace has the heartbeats of whatever sends them to it; other scopes those of what is in them. */
function holdsBeats(scope: string, machine: Predicted): boolean {
  return !/\/(virtualMachines|resourceGroups|subscriptions)\/[^/]+$/i.test(scope) || covers(scope, machine);
}

interface Filter {
  readonly exact: boolean;
  readonly texts: readonly string[];
}

/** What a query asks of the columns that name a machine. */
function filters(query: string): readonly Filter[] {
  const asked = /\b(?:_?ResourceId|Resource|Computer)\s*(=~|==|(?:in|has|has_any|contains|startswith)\b~?)([^|]*)/gi;
  return [...query.matchAll(asked)].map(([, operator = '', rest = '']) => ({
    exact: /^(=|in)/i.test(operator),
    texts: [...rest.matchAll(/"([^"]*)"|'([^']*)'/g)].map(([, one, other]) => (one ?? other ?? '').toLowerCase()),
  }));
}

function isAbout({ exact, texts }: Filter, machine: Predicted): boolean {
  const id = machine.id.toLowerCase();
  const names = [id, lastPart(id), readText(machine, 'properties.osProfile.computerName')];
  return texts.some((text) =>
    names.some((name) => (exact ? name.toLowerCase() === text : name.toLowerCase().includes(text))),
  );
}
