import type { View } from '../../kernel/view.ts';
import type { AlertName } from '../../kernel/alerts/rules.ts';
import { rule, unless, type Break, type RuleDefinition } from '../rule.ts';
import {
  alertRules,
  backupVaults,
  measuringAlerts,
  replicationVaults,
  suppressionRules,
  virtualMachines,
} from '../subject.ts';
import { actionGroups, alertsWatch, groupsNotify } from './alert-checks.ts';
import { availabilityWatched } from './availability-checks.ts';
import { backupsReported, mutingEnds, replicationReported } from './alert-processing.ts';
import { alertsEnd, alertsMeanWhatTheySay } from './alert-meaning.ts';
import { alertsInputs } from '../../components/alerts/inputs.ts';
import { backupInputs } from '../../components/backup/inputs.ts';
import { monitoringAgentInputs } from '../../components/monitoring-agent/inputs.ts';
import { siteRecoveryInputs } from '../../components/site-recovery/inputs.ts';
import { isAnyAlwaysOn } from '../../components/virtual-machine/inputs.ts';
import { namedInputs } from '../../kernel/view.ts';
import { azure } from '../sources.ts';

export const alerting: readonly RuleDefinition[] = [
  rule({
    id: 'OPS-009',
    category: 'logging',
    title: 'Alert targets and metrics',
    level: 'must',
    statement: () =>
      'The workload MUST define every alert on a resource that exists, with a metric, aggregation, and dimensions that its type supports.',
    rationale: 'An alert on a resource or metric that doesn’t exist never fires, and nobody notices.',
    shapes: 'Alerts are validated against a catalog of metrics.',
    appliesTo: [alertRules],
    check: alertsWatch,
  }),
  rule({
    id: 'OPS-010',
    of: ['virtual-machine'],
    category: 'logging',
    title: 'VM availability alerts',
    level: 'should',
    statement: () =>
      'The workload SHOULD notify operators when a VM is unavailable, is stopped, or sends no heartbeat.',
    rationale: 'An outage lasts until somebody acts on it, so operators need to know of it before users report it.',
    shapes: 'Alerts evaluate the availability metric, the activity log, and heartbeats.',
    exceptions: [
      {
        what: 'Stops and missing heartbeats of a VM that is shut down every day',
        why: 'Its schedule stops it, so these alerts would fire every day.',
      },
    ],
    appliesTo: [virtualMachines],
    check: availabilityWatched,
    breaks: (view) =>
      alertsInputs.of(view).enabled
        ? [
            ...off(view, 'machine-unavailable', 'nobody is notified when the VM is unavailable'),
            ...(isAnyAlwaysOn(view) ? noStops(view) : []),
          ]
        : noAlerts(view),
  }),
  rule({
    id: 'OPS-011',
    category: 'logging',
    title: 'Action groups on alerts',
    level: 'must',
    statement: () =>
      'The workload MUST give every alert an action group. OPS-017 covers whether the action group notifies anybody.',
    rationale: 'Without an action group, only somebody who looks for the alert in the portal learns of it.',
    source: azure('Action groups', 'azure-monitor/alerts/action-groups'),
    shapes: 'The template deploys one action group, and every alert uses it.',
    appliesTo: [alertRules],
    check: actionGroups,
  }),
  rule({
    id: 'OPS-013',
    category: 'logging',
    title: 'Alert definitions',
    level: 'must',
    statement: () =>
      'The workload MUST define alerts whose subject and severity match their description, and whose threshold can be crossed but isn’t always.',
    rationale:
      'A wrong description misleads operators, and a threshold that is never or always crossed tells them nothing.',
    shapes: 'The condition and the description of an alert are generated together.',
    appliesTo: [measuringAlerts],
    check: (estate, _, view) => alertsMeanWhatTheySay(estate, [view.workload, ...Object.keys(namedInputs(view))]),
  }),
  rule({
    id: 'OPS-014',
    category: 'logging',
    title: 'Automatic alert resolution',
    level: 'should',
    statement: () => 'The workload SHOULD resolve an alert automatically when its condition ends.',
    rationale: 'Alerts that stay open after the problem has ended hide new ones.',
    shapes: 'Alerts keep automatic resolution, which is the default of their modules.',
    appliesTo: [measuringAlerts],
    check: alertsEnd,
  }),
  rule({
    id: 'OPS-015',
    of: ['backup'],
    category: 'logging',
    title: 'Backup failure alerts',
    level: 'should',
    statement: () => 'The workload SHOULD notify operators when a backup or a restore fails.',
    rationale: 'A backup that fails unnoticed is discovered only when it’s needed.',
    source: azure('Built-in monitoring for Azure Backup', 'backup/backup-azure-monitoring-built-in-monitor'),
    shapes: 'An alert processing rule adds the action group to the alerts of the Recovery Services vault.',
    appliesTo: [backupVaults],
    check: backupsReported,
    breaks: (view) => {
      if (!backupInputs.of(view).enabled) return undefined;
      return alertsInputs.of(view).enabled
        ? off(view, 'backup-failed', 'alerts of Azure Backup notify nobody')
        : noAlerts(view);
    },
  }),
  rule({
    id: 'OPS-016',
    of: ['maintenance'],
    category: 'logging',
    title: 'Scheduled alert suppression',
    level: 'must',
    statement: () => 'The workload MUST give every rule that suppresses notifications a schedule.',
    rationale: 'Suppression without a schedule never ends, and nobody is notified of later alerts.',
    source: azure('Alert processing rules', 'azure-monitor/alerts/alerts-processing-rules'),
    shapes: 'During the maintenance window, an alert processing rule suppresses alerts about restarts.',
    appliesTo: [suppressionRules],
    check: mutingEnds,
  }),
  rule({
    id: 'OPS-017',
    category: 'logging',
    title: 'Alert receivers',
    level: 'should',
    statement: () => 'The workload SHOULD enable every action group that an alert uses, and give it a receiver.',
    rationale: 'An action group that is disabled or has no receiver notifies nobody, even if the alert fires.',
    source: azure('Action groups', 'azure-monitor/alerts/action-groups'),
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
            'alerts.emails=[operations@example.com] with your own address',
          )
        : undefined;
    },
  }),
  rule({
    id: 'OPS-024',
    of: ['site-recovery'],
    category: 'logging',
    title: 'Replication alerts',
    level: 'should',
    statement: () => 'The workload SHOULD notify operators when replication to another region or a failover fails.',
    rationale: 'Replication that stops unnoticed is discovered in an outage, when the replica is too old.',
    source: azure(
      'Built-in Azure Monitor alerts for Azure Site Recovery',
      'site-recovery/site-recovery-monitor-and-troubleshoot#built-in-azure-monitor-alerts-for-azure-site-recovery',
    ),
    shapes: 'An alert processing rule adds the action group to the alerts of the vault of Site Recovery.',
    appliesTo: [replicationVaults],
    check: replicationReported,
    breaks: (view) => {
      if (!siteRecoveryInputs.of(view).enabled) return undefined;
      return alertsInputs.of(view).enabled
        ? off(view, 'replication-unhealthy', 'alerts of Site Recovery notify nobody')
        : noAlerts(view);
    },
  }),
];

function noStops(view: View): readonly Break[] {
  return [
    ...off(view, 'machine-stopped', 'nobody is notified when the VM is stopped'),
    ...off(view, 'heartbeat-lost', 'nobody is notified when the VM sends no heartbeat'),
    ...unless(
      monitoringAgentInputs.of(view).enabled,
      'monitoringAgent.enabled',
      'a VM without the Azure Monitor Agent sends no heartbeat',
      'monitoringAgent.enabled=true',
    ),
  ];
}

function noAlerts(view: View): readonly Break[] {
  return unless(alertsInputs.of(view).enabled, 'alerts.enabled', 'there are no alerts', 'alerts.enabled=true');
}

function off(view: View, name: AlertName, what: string): readonly Break[] {
  const path = `alerts.rules.${name}.enabled`;
  return unless(alertsInputs.of(view).rules[name]?.enabled !== false, path, what, `${path}=true`);
}
