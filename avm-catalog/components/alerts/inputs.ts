import type { RoleName } from '../../azure/roles.ts';
import type { AlertSeverity } from '../../kernel/alerts/rule.ts';
import type { AlertName } from '../../kernel/alerts/rules.ts';
import { inputsToken } from '../../kernel/inputs.ts';
import type { View } from '../../kernel/view.ts';

/** The roles whose holders an action group can email (azure-monitor-docs alerts/action-groups.md). */
export const alertRoles = [
  'Owner',
  'Contributor',
  'Reader',
  'Monitoring Contributor',
  'Monitoring Reader',
] as const satisfies readonly RoleName[];
type AlertRole = (typeof alertRoles)[number];

/** Settings of one alert that replace the catalog's defaults. */
export interface AlertSetting {
  readonly enabled?: boolean;
  readonly severity?: AlertSeverity;
  readonly threshold?: number;
  readonly windowMinutes?: number;
}
export interface AlertsInputs {
  readonly enabled: boolean;
  readonly emails: readonly string[];
  readonly armRoles: readonly AlertRole[];
  /** ID of an existing action group; empty for none. */
  readonly actionGroupId: string;
  readonly muteMaintenance: boolean;
  readonly rules: Readonly<Partial<Record<AlertName, AlertSetting>>>;
}

export const alertsInputs = inputsToken<AlertsInputs>('alerts');

/** Whether an alert is on wherever its component is. */
export function isAlertSet(view: Pick<View, 'inputs'>, name: AlertName): boolean {
  const { enabled, rules } = alertsInputs.of(view);
  return enabled && rules[name]?.enabled !== false;
}

/** Receivers of alerts. */
export function receivers(is: AlertsInputs): readonly string[] {
  return [...is.emails, ...is.armRoles, ...(is.actionGroupId === '' ? [] : [is.actionGroupId])];
}
