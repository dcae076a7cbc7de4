import {
  isUnresolved,
  read,
  readText,
  untold,
  where,
  whereValue,
  type Estate,
  type Predicted,
  type Violation,
} from '../estate.ts';
import { either } from '../custom/verdict.ts';
import { isScope, schedulesOf } from './availability-checks.ts';
import { criteria, queryAlerts } from './alert-checks.ts';

const workspaces = 'Microsoft.OperationalInsights/workspaces';

export function withinProcessors(
  estate: Estate,
  most: number,
  processors: (size: string) => number | undefined,
): readonly Violation[] {
  return estate.ofType('Microsoft.Compute/virtualMachines').flatMap((one): readonly Violation[] => {
    const size = readText(one, 'properties.hardwareProfile.vmSize');
    const count = processors(size);
    const instead = `use a size with ${most} vCPUs or fewer`;
    if (count === undefined) return [{ resource: one.id, what: unknownSize(size), instead, untold: true }];
    return count > most
      ? [{ resource: one.id, what: `${size} has ${count} vCPUs, and the limit is ${most}`, instead }]
      : [];
  });
}

export const unknownSize = (size: string): string => `the catalog doesn’t know how many vCPUs ${size || 'the VM'} has`;

export function retentionCeiling(estate: Estate, days: number): readonly Violation[] {
  return whereValue(
    estate.ofType(workspaces, `${workspaces}/tables`),
    (one) => read(one, 'properties.retentionInDays'),
    (kept) => Number(kept ?? 0) > days,
    'it keeps logs for longer than the limit',
    `keep them for ${days} days or less`,
  );
}

const cap = (one: unknown): unknown => read(one, 'properties.workspaceCapping.dailyQuotaGb');

export function isCappedWorkspace(one: Predicted): boolean {
  return isUnresolved(cap(one)) || Number(cap(one) ?? -1) > 0;
}

export function volumesCapped(estate: Estate, gigabytes: number): readonly Violation[] {
  return whereValue(
    estate.ofType(workspaces),
    cap,
    (given) => !(Number(given ?? -1) > 0 && Number(given) <= gigabytes),
    'the workspace has no daily cap within the limit',
    `set workspaceCapping.dailyQuotaGb to ${gigabytes} or less`,
  );
}

/** The event of a cap that is reached is in the operation log of the workspace, with OverQuota in its detail. */
export function capsReported(estate: Estate): readonly Violation[] {
  const alerts = estate
    .ofType(queryAlerts)
    .filter((alert) => read(alert, 'properties.enabled') !== false && criteria(alert).some(isOverQuota));
  return estate
    .ofType(workspaces)
    .filter(isCappedWorkspace)
    .flatMap((one): readonly Violation[] => {
      const [what, instead] = [
        'nobody is notified when the workspace reaches its daily cap',
        'add a log search alert on OverQuota in _LogOperation',
      ];
      const told = either(alerts.map((alert) => isScope(alert, one)));
      if (told === 'unknown') return [untold(one.id, `only a deployment determines whether ${what}`, instead)];
      return told ? [] : [{ resource: one.id, what, instead }];
    });
}

const isOverQuota = (criterion: unknown): boolean => /operation[^]*overquota/i.test(readText(criterion, 'query'));

export function shutDownDaily(estate: Estate): readonly Violation[] {
  return where(
    estate.ofType('Microsoft.Compute/virtualMachines'),
    (one) => schedulesOf(one, estate).length === 0,
    'no schedule shuts down the VM every day',
    'add a schedule with the task ComputeVmShutdownTask',
  );
}
