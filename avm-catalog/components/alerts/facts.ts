import { quietTimes } from '../../kernel/alerts/quiet-time.ts';
import { alertNames, alertRules, type AlertName } from '../../kernel/alerts/rules.ts';
import type { Note } from '../../kernel/docs.ts';
import type { DocumentedWorkspace, Environment } from '../../kernel/workspace.ts';
import { receivers } from './inputs.ts';
import { alertIn } from './settings.ts';
import { alertsInputs } from './inputs.ts';
import { isCapped } from '../log-analytics/inputs.ts';
import { maintenanceInputs } from '../maintenance/inputs.ts';
import { isAnyAlwaysOn, isAnyBalancedShutDown } from '../virtual-machine/inputs.ts';

const severities = ['0, critical', '1, error', '2, warning', '3, informational', '4, verbose'];

/** Alerts that depend on more than whether their component is on. */
const needed: Partial<Record<AlertName, (side: Environment) => boolean>> = {
  'application-unhealthy': (side) => !isAnyBalancedShutDown(side),
  'daily-cap-reached': isCapped,
  'heartbeat-lost': isAnyAlwaysOn,
  'machine-stopped': isAnyAlwaysOn,
};

export function isAlertOn(workspace: DocumentedWorkspace, side: Environment, name: AlertName): boolean {
  return workspace.isIn(alertRules[name].of, side) && alertIn(side, name).enabled && (needed[name]?.(side) ?? true);
}

/** Whether restart alerts are suppressed during maintenance; alert processing rules don't support every recurrence. */
export function isMuted(workspace: DocumentedWorkspace, side: Environment): boolean {
  return (
    workspace.isIn('maintenance', side) &&
    alertsInputs.of(side).muteMaintenance &&
    quietTimes(maintenanceInputs.of(side)) !== undefined
  );
}

/** Alert rules with their settings in the example environment, and their receivers, for the README. */
export function alertFacts({ one, sides }: Note, workspace: DocumentedWorkspace) {
  const isOn = (side: Environment, name: AlertName): boolean => isAlertOn(workspace, side, name);
  const rowsOf = (side: Environment) => alertNames.filter((name) => isOn(side, name)).map((name) => row(side, name));
  const muted = sides.filter((side) => isMuted(workspace, side));
  const beating = muted.filter((side) => isOn(side, 'heartbeat-lost'));
  const told = sides.map((side) => ({ environment: side.environment, receivers: receivers(alertsInputs.of(side)) }));
  return {
    rules: rowsOf(one),
    example: exampleOf(
      one,
      alertNames.filter((name) => isOn(one, name)),
      workspace,
    ),
    differs: new Set(sides.map((side) => JSON.stringify(rowsOf(side)))).size > 1,
    told: told.some((side) => side.receivers.length > 0) ? told : null,
    emails: sides.some((side) => alertsInputs.of(side).emails.length > 0),
    roles: sides.some((side) => alertsInputs.of(side).armRoles.length > 0),
    muted: muted.length > 0,
    mutedIn: muted.length < workspace.sides.length ? workspace.where(muted) : '',
    heartbeat: beating.length > 0,
    heartbeatIn: beating.length < muted.length ? workspace.where(beating) : '',
    service: sides.some((side) => isOn(side, 'service-health')),
  };
}

/** The alert that example commands change: the usual one if it's on, else one that is. */
function exampleOf(side: Environment, names: readonly AlertName[], workspace: DocumentedWorkspace) {
  const usual = { name: 'processor-busy', threshold: 95 } as const;
  if (workspace.has(alertRules[usual.name].of)) return usual;
  const others = names.flatMap((name) => {
    const { threshold } = alertRules[name];
    return threshold ? [{ name, threshold: Math.min(threshold.most, 2 * alertIn(side, name).threshold) }] : [];
  });
  return others[0] ?? null;
}

function row(side: Environment, name: AlertName) {
  const { reports, severity, threshold, minutes } = alertRules[name];
  const is = alertIn(side, name);
  return {
    name,
    reports,
    severity: severity === undefined ? 'Set by Azure' : (severities[is.severity] ?? ''),
    threshold: threshold ? `${is.threshold} ${threshold.unit}` : 'None',
    minutes: minutes ? `${is.windowMinutes} minutes` : 'Not applicable',
  };
}
