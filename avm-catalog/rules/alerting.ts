import { rule, unless, type RuleDefinition } from '../rule.ts';
import { alertRules, virtualMachines } from '../subject.ts';
import { actionGroups, alertsWatch, availabilityWatched, groupsNotify } from './alert-checks.ts';
import { alertsEnd, alertsMeanWhatTheySay } from './alert-meaning.ts';

export const alerting: readonly RuleDefinition[] = [
  rule({
    id: 'OPS-009',
    category: 'logging',
    title: 'Alerts watch what they can',
    level: 'must',
    statement: () =>
      'An alert watches a resource that is there, on a metric, an aggregation and dimensions that its type has.',
    shapes:
      'Alerts are checked against a catalog of metrics by resource type; what no metric tells is asked of the logs.',
    appliesTo: [alertRules],
    check: alertsWatch,
  }),
  rule({
    id: 'OPS-010',
    category: 'logging',
    title: 'Availability of machines',
    level: 'should',
    statement: () => 'Operators are told when a machine is not available.',
    shapes: 'An alert watches the availability of the machine.',
    appliesTo: [virtualMachines],
    check: availabilityWatched,
    breaks: (view) =>
      unless(view.inputs.alerts.enabled, 'alerts.enabled', 'there are no alerts', 'alerts.enabled=true'),
  }),
  rule({
    id: 'OPS-011',
    category: 'logging',
    title: 'Action group on every alert',
    level: 'must',
    statement: () =>
      'Every alert has an action group. Whether the group notifies anybody is a rule of its own, OPS-015.',
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
      'What an alert says of itself is what it watches: its subject, its severity, and a threshold that can be crossed and is not always.',
    shapes: 'Name, description, metric, threshold and severity of an alert are written together, and checked together.',
    appliesTo: [alertRules],
    check: (estate, _, view) => alertsMeanWhatTheySay(estate, view.workload),
  }),
  rule({
    id: 'OPS-014',
    category: 'logging',
    title: 'Alerts end by themselves',
    level: 'should',
    statement: () => 'An alert is resolved when what it tells of is over.',
    shapes: 'Alerts keep the automatic resolution that their modules have by default.',
    appliesTo: [alertRules],
    check: alertsEnd,
  }),
  rule({
    id: 'OPS-015',
    category: 'logging',
    title: 'Alert receivers',
    level: 'should',
    statement: () =>
      'Every action group that an alert uses is enabled and has a receiver, so that somebody is notified.',
    shapes: 'The action group sends email to the addresses in alerts.emails.',
    appliesTo: [alertRules],
    check: groupsNotify,
    breaks: ({ inputs: { alerts: is } }) =>
      is.enabled
        ? unless(
            is.emails.length > 0,
            'alerts.emails',
            'the action group has no receiver, so alerts notify nobody',
            'alerts.emails=[operations@example.com] with an address of yours',
          )
        : undefined,
  }),
];
