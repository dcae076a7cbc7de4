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

const vmType = 'Microsoft.Compute/virtualMachines';

/** A VM that is stopped or deallocated emits no availability metric, so the metric alone doesn’t show it. */
export function availabilityWatched(estate: Estate): readonly Violation[] {
  const on = (type: string): readonly Predicted[] =>
    estate.ofType(type).filter((alert) => read(alert, 'properties.enabled') !== false);
  const metrics = on(metricAlerts).filter((alert) => criteria(alert).some(isAvailability));
  const stops = ['deallocate', 'powerOff'].map((what) => on(eventAlerts).filter((alert) => watches(alert, what)));
  const queries = on(queryAlerts);
  return estate.ofType(vmType).flatMap((vm) => {
    const told = (alerts: readonly Predicted[]): Verdict => either(alerts.map((alert) => isScope(alert, vm)));
    const missing = (tells: Verdict, when: string, instead: string): readonly Violation[] => {
      const what = `nobody is notified when the VM ${when}`;
      if (tells === 'unknown') return [untold(vm.id, `only a deployment determines whether ${what}`, instead)];
      return tells ? [] : [{ resource: vm.id, what, instead }];
    };
    const isMissing = missing(told(metrics), 'is unavailable', 'add an alert on VmAvailabilityMetric');
    if (schedulesOf(vm, estate).length > 0) return isMissing;
    return [
      ...isMissing,
      ...missing(
        both(stops.map(told)),
        'is stopped or deallocated',
        'add an activity log alert on deallocate and powerOff',
      ),
      ...missing(
        either(queries.map((alert) => hears(alert, vm))),
        'sends no heartbeat',
        'add a log search alert on the table Heartbeat',
      ),
    ];
  });
}

/** Schedules that shut the VM down every day. */
export function schedulesOf(vm: Predicted, estate: Estate): readonly Predicted[] {
  return estate
    .ofType('Microsoft.DevTestLab/schedules')
    .filter(
      (one) =>
        readText(one, 'properties.status').toLowerCase() === 'enabled' &&
        readText(one, 'properties.taskType').toLowerCase() === 'computevmshutdowntask' &&
        read(one, 'properties.dailyRecurrence') !== undefined &&
        readText(one, 'properties.targetResourceId').toLowerCase() === vm.id.toLowerCase(),
    );
}

export function isScope(alert: Predicted, one: Predicted): Verdict {
  return either(scopes(alert).map((scope) => (isUnresolved(scope) ? 'unknown' : covers(scope, one))));
}

function isAvailability(criterion: unknown): boolean {
  return readText(criterion, 'metricName').toLowerCase() === 'vmavailabilitymetric';
}

function watches(alert: Predicted, operation: string): boolean {
  const wanted = `${vmType}/${operation}/action`.toLowerCase();
  const conditions = readItems(alert, 'properties.condition.allOf').flatMap((one) => [one, ...readItems(one, 'anyOf')]);
  return conditions.some((one) =>
    [readText(one, 'equals'), ...readItems(one, 'containsAny').map(String)].some(
      (text) => text.toLowerCase() === wanted,
    ),
  );
}

/** A query that names no VM covers all VMs in its scope. */
function hears(alert: Predicted, vm: Predicted): Verdict {
  const queries = criteria(alert).map((one): Verdict => {
    const query = isUnresolved(one) ? String(one) : readText(one, 'query');
    if (isUnresolved(query)) return 'unknown';
    return /\bHeartbeat\b/.test(query) && filters(query).every((filter) => isAbout(filter, vm));
  });
  const within = scopes(alert).map((scope): Verdict => (isUnresolved(scope) ? 'unknown' : holdsBeats(scope, vm)));
  return both([either(queries), either(within)]);
}

/** A workspace has the heartbeats of all VMs that send to it; another scope has those of the VMs in it. */
function holdsBeats(scope: string, vm: Predicted): boolean {
  return !/\/(virtualMachines|resourceGroups|subscriptions)\/[^/]+$/i.test(scope) || covers(scope, vm);
}

interface Filter {
  readonly exact: boolean;
  readonly texts: readonly string[];
}

/** Conditions of a query on the columns that name a VM. */
function filters(query: string): readonly Filter[] {
  const asked = /\b(?:_?ResourceId|Resource|Computer)\s*(=~|==|(?:in|has|has_any|contains|startswith)\b~?)([^|]*)/gi;
  return [...query.matchAll(asked)].map(([, operator = '', rest = '']) => ({
    exact: /^(=|in)/i.test(operator),
    texts: [...rest.matchAll(/"([^"]*)"|'([^']*)'/g)].map(([, one, other]) => (one ?? other ?? '').toLowerCase()),
  }));
}

function isAbout({ exact, texts }: Filter, vm: Predicted): boolean {
  const id = vm.id.toLowerCase();
  const names = [id, lastPart(id), readText(vm, 'properties.osProfile.computerName')];
  return texts.some((text) =>
    names.some((name) => (exact ? name.toLowerCase() === text : name.toLowerCase().includes(text))),
  );
}
