import { text } from '../../../src/bicep/value.ts';
import { metricRules, type MetricRuleName } from './metric-rules.ts';
import { share, type LogRule, type Settable } from './rule.ts';

/** Alerts on log queries, for conditions without a platform metric. */
export const logRules = {
  'heartbeat-lost': {
    reports: 'The agent sends no heartbeat. The VM is off, doesn’t respond, or didn’t restart.',
    of: 'monitoring-agent',
    severity: 1,
    minutes: [15, 30, 60],
    frequency: 'PT5M',
    describe: () => 'The VM sends no heartbeat',
  },
  // azure-monitor-docs logs/daily-cap.md has the query and the severity.
  'daily-cap-reached': {
    reports: 'The Log Analytics workspace reaches its daily cap and collects no more billable logs that day.',
    of: 'log-analytics',
    severity: 2,
    minutes: [15, 5, 30, 60],
    frequency: 'PT5M',
    describe: () => 'The daily cap of the Log Analytics workspace is reached, and it collects no more logs today',
  },
  'disk-nearly-full': {
    reports: 'A disk has less free space than the threshold.',
    of: 'monitoring-agent',
    severity: 1,
    threshold: { initial: 15, ...share },
    minutes: [30, 15, 60],
    frequency: 'PT15M',
    dimensions: [{ name: 'InstanceName', operator: 'Include', values: ['*'] }],
    describe: (threshold) => text`A disk of the VM has less than ${threshold} percent free space`,
  },
} as const satisfies Readonly<Record<string, LogRule>>;

/** Alerts on the activity log and from other services, whose severity Azure sets. */
export const eventRules = {
  'machine-stopped': {
    reports: 'Someone stops or deallocates the VM in Azure.',
    of: 'virtual-machine',
    describe: () => 'The VM was stopped or deallocated',
  },
  'resource-health': {
    reports: 'A resource in the resource group is unavailable or degraded because of the Azure platform.',
    of: 'alerts',
    describe: () => 'A resource is unavailable or degraded because of the Azure platform',
  },
  'service-health': {
    reports:
      'Azure reports an incident, planned maintenance, a security advisory, or a health advisory that requires action in the region.',
    of: 'alerts',
    describe: () =>
      'Azure reports an incident, planned maintenance, a security advisory, or a health advisory that requires action in the region',
  },
  'backup-failed': {
    reports: 'A backup or restore job fails, or someone deletes backup data.',
    of: 'backup',
    describe: () => 'Adds the action group to alerts of Azure Backup',
  },
  // azure-docs site-recovery/site-recovery-monitor-and-troubleshoot.md, "Alerts scenarios"
  'replication-unhealthy': {
    reports: 'Site Recovery can’t enable replication, its health is critical, its agent expires, or a failover fails.',
    of: 'site-recovery',
    describe: () => 'Adds the action group to alerts of Azure Site Recovery',
  },
} as const satisfies Readonly<Record<string, Settable>>;

export type LogRuleName = keyof typeof logRules;
export type EventRuleName = keyof typeof eventRules;

/** Alerts that a vault raises without an alert rule; the word that names the rule that adds action groups to them. */
export const vaultAlerts = {
  'backup-failed': 'backup',
  'replication-unhealthy': 'replication',
} as const satisfies Readonly<Partial<Record<EventRuleName, string>>>;
export type VaultAlertName = keyof typeof vaultAlerts;
export const isVaultAlert = (name: string): name is VaultAlertName => Object.hasOwn(vaultAlerts, name);
export type AlertName = MetricRuleName | LogRuleName | EventRuleName;

/** All alerts by name, in the order in which they are listed. */
export const alertRules: Readonly<Record<AlertName, Settable>> = { ...metricRules, ...logRules, ...eventRules };
export const alertNames = Object.keys(alertRules) as readonly AlertName[];
