import { text } from '../../../src/bicep/value.ts';
import { metricRules, type MetricRuleName } from './metric-rules.ts';
import { share, type LogRule, type Settable } from './rule.ts';

/** Alerts on log queries: what no platform metric tells. */
export const logRules = {
  'heartbeat-lost': {
    reports: 'The agent sent no heartbeat: the VM is off, hangs, or did not come back from a restart.',
    of: 'monitoring-agent',
    severity: 1,
    minutes: [15, 30, 60],
    frequency: 'PT5M',
    describe: () => 'The VM sends no heartbeat',
  },
  'disk-nearly-full': {
    reports: 'A disk has less free space than the threshold.',
    of: 'monitoring-agent',
    severity: 1,
    threshold: { initial: 15, ...share },
    minutes: [30, 15, 60],
    frequency: 'PT15M',
    dimensions: [{ name: 'InstanceName', operator: 'Include', values: ['*'] }],
    describe: (threshold) => text`A disk of the VM has less than ${threshold} percent free`,
  },
} as const satisfies Readonly<Record<string, LogRule>>;

/** Alerts on the activity log, and of other services: Azure sets their severity. */
export const eventRules = {
  'machine-stopped': {
    reports: 'The VM is stopped or deallocated in Azure.',
    of: 'virtual-machine',
    describe: () => 'The VM was stopped or deallocated',
  },
  'resource-health': {
    reports: 'Azure itself makes a resource of the resource group unavailable or degraded.',
    of: 'alerts',
    describe: () => 'Azure reports that a resource is unavailable or degraded, for a reason of its own',
  },
  'service-health': {
    reports:
      'Azure has an incident, planned maintenance, a security advisory, or a health advisory that requires action in the region.',
    of: 'alerts',
    describe: () =>
      'Azure reports an incident, maintenance, a security advisory, or a health advisory that requires action, for the region',
  },
  'backup-failed': {
    reports: 'A backup or restore job fails, or somebody deletes backup data.',
    of: 'backup',
    describe: () => 'Calls the action group for alerts of Azure Backup',
  },
} as const satisfies Readonly<Record<string, Settable>>;

export type LogRuleName = keyof typeof logRules;
export type EventRuleName = keyof typeof eventRules;
export type AlertName = MetricRuleName | LogRuleName | EventRuleName;

/** All alerts by name, in the order in which they are listed. */
export const alertRules: Readonly<Record<AlertName, Settable>> = { ...metricRules, ...logRules, ...eventRules };
export const alertNames = Object.keys(alertRules) as readonly AlertName[];
