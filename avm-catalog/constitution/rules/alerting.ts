import type { View } from '../../kernel/view.ts';
import type { AlertName } from '../../kernel/alerts/rules.ts';
import { rule, unless, type Break, type RuleDefinition } from '../rule.ts';
import { alertRules, measuringAlerts, mutingRules, recoveryVaults, virtualMachines } from '../subject.ts';
import { actionGroups, alertsWatch, groupsNotify } from './alert-checks.ts';
import { availabilityWatched } from './availability-checks.ts';
import { backupsReported, mutingEnds } from './alert-processing.ts';
import { alertsEnd, alertsMeanWhatTheySay } from './alert-meaning.ts';
import { alertsInputs } from '../../components/alerts/inputs.ts';
import { backupInputs } from '../../components/backup/inputs.ts';
import { monitoringAgentInputs } from '../../components/monitoring-agent/inputs.ts';

export const alerting: readonly RuleDefinition[] = [
  rule({
    id: 'OPS-009',
    category: 'logging',
    title: 'Alerts watch what they can',
    level: 'must',
    statement: () => 'An alert watches a resource that exists, by a metric, aggregation, and dimensions of its type.',
    shapes: 'Alerts are checked against a catalog of metrics.',
    appliesTo: [alertRules],
    check: alertsWatch,
  }),
  rule({
    id: 'OPS-010',
    of: ['virtual-machine'],
    category: 'logging',
    title: 'Availability of machines',
    level: 'should',
    statement: () => 'Operators are told when a machine is not available, is stopped, or sends no heartbeat.',
    shapes: 'Alerts watch the metric of availability, the activity log, and the heartbeats.',
    appliesTo: [virtualMachines],
    check: availabilityWatched,
    breaks: (view) =>
      alertsInputs.of(view).enabled
        ? [
            ...off(view, 'machine-unavailable', 'nobody is told when the VM is not available'),
            ...off(view, 'machine-stopped', 'nobody is told when the VM is stopped'),
            ...off(view, 'heartbeat-lost', 'nobody is told when the VM sends no heartbeat'),
            ...unless(
              monitoringAgentInputs.of(view).enabled,
              'monitoringAgent.enabled',
              'a VM without the agent sends no heartbeat',
              'monitoringAgent.enabled=true',
            ),
          ]
        : noAlerts(view),
  }),
  rule({
    id: 'OPS-011',
    category: 'logging',
    title: 'Action group on every alert',
    level: 'must',
    statement: () =>
      'Every alert has an action group. Whether the group notifies anybody is a rule of its own, OPS-017.',
    shapes: 'One action group is made, and all alerts name it.',
    appliesTo: [alertRules],
    check: actionGroups,
  }),
  rule({
    id: 'OPS-013',
    category: 'logging',
    title: 'Alerts mean what they say',
    level: 'must',
    statement: () =>
      'An alert watches what it says: its subject, its severity, and a threshold that can be crossed and is not always.',
    shapes: 'Both are written together.',
    appliesTo: [measuringAlerts],
    check: (estate, _, view) => alertsMeanWhatTheySay(estate, view.workload),
  }),
  rule({
    id: 'OPS-014',
    category: 'logging',
    title: 'Alerts end by themselves',
    level: 'should',
    statement: () => 'An alert is resolved when what it tells of is over.',
    shapes: 'Alerts keep automatic resolution, the default of their modules.',
    appliesTo: [measuringAlerts],
    check: alertsEnd,
  }),
  rule({
    id: 'OPS-015',
    of: ['backup'],
    category: 'logging',
    title: 'Failed backups reach somebody',
    level: 'should',
    statement: () => 'Operators are told when a backup or a restore fails.',
    shapes: 'An alert processing rule calls the action group.',
    appliesTo: [recoveryVaults],
    check: backupsReported,
    breaks: (view) => {
      if (!backupInputs.of(view).enabled) return undefined;
      return alertsInputs.of(view).enabled
        ? off(view, 'backup-failed', 'alerts of Azure Backup call nobody')
        : noAlerts(view);
    },
  }),
  rule({
    id: 'OPS-016',
    of: ['maintenance'],
    category: 'logging',
    title: 'Muted alerts come back',
    level: 'must',
    statement: () => 'Whatever mutes alerts has a schedule.',
    shapes: 'Maintenance mutes alerts about restarts.',
    appliesTo: [mutingRules],
    check: mutingEnds,
  }),
  rule({
    id: 'OPS-017',
    category: 'logging',
    title: 'Alert receivers',
    level: 'should',
    statement: () =>
      'Every action group that an alert uses is enabled and has a receiver, so that somebody is notified.',
    shapes: 'The action group sends email to the addresses in alerts.emails, or to the roles in alerts.armRoles.',
    appliesTo: [alertRules],
    check: groupsNotify,
    breaks: (view) => {
      const is = alertsInputs.of(view);
      return is.enabled
        ? unless(
            is.emails.length + is.armRoles.length > 0 || is.actionGroupId !== '',
            'alerts.emails',
            'the action group has no receiver, so alerts notify nobody',
            'alerts.emails=[operations@example.com] with an address of yours',
          )
        : undefined;
    },
  }),
];

function noAlerts(view: View): readonly Break[] {
  return unless(alertsInputs.of(view).enabled, 'alerts.enabled', 'there are no alerts', 'alerts.enabled=true');
}

function off(view: View, name: AlertName, what: string): readonly Break[] {
  const path = `alerts.rules.${name}.enabled`;
  return unless(alertsInputs.of(view).rules[name]?.enabled !== false, path, what, `${path}=true`);
}
