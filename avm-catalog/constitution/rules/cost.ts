import { sizeFacts } from '../../azure/sizes.ts';
import type { View } from '../../kernel/view.ts';
import { rule, ruleWith, unless, type RuleDefinition } from '../rule.ts';
import { budgets, logWorkspaces, such, virtualMachines } from '../subject.ts';
import {
  capsReported,
  isCappedWorkspace,
  retentionCeiling,
  shutDownDaily,
  unknownSize,
  volumesCapped,
  withinProcessors,
} from './cost-checks.ts';
import { budgetsNotify } from './budget-checks.ts';
import { inOtherEnvironments } from './by-environment.ts';
import { isShutDown, virtualMachineInputs } from '../../components/virtual-machine/inputs.ts';
import { alertsInputs } from '../../components/alerts/inputs.ts';
import { isCapped, logAnalyticsInputs } from '../../components/log-analytics/inputs.ts';
import { azure } from '../sources.ts';

interface ProcessorsParameters {
  readonly environments: readonly string[];
  readonly vCpus: number;
  readonly vCpusElsewhere: number;
}
interface CapParameters {
  readonly environments: readonly string[];
  readonly gigabytes: number;
}
interface ShutdownParameters {
  readonly daily: readonly string[];
}
interface RetentionCeilingParameters {
  readonly days: number;
}

const processors =
  (view: View) =>
  (size: string): number | undefined =>
    sizeFacts(virtualMachineInputs.of(view), size)?.vCpus;

const most = (environment: string, is: ProcessorsParameters): number =>
  is.environments.includes(environment) ? is.vCpus : is.vCpusElsewhere;

/** Limits against accidental cost. */
export const cost: readonly RuleDefinition[] = [
  ruleWith<ProcessorsParameters>({
    id: 'CST-001',
    of: ['virtual-machine'],
    category: 'cost',
    title: 'vCPU limit',
    level: 'should',
    parameters: {
      schema: (z) =>
        z.strictObject({
          environments: z.array(z.string().min(1)).min(1),
          vCpus: z.int().min(1).describe('Maximum vCPUs of a VM in these environments'),
          vCpusElsewhere: z.int().min(1).describe('Maximum vCPUs of a VM in all other environments'),
        }),
      defaults: { environments: ['prod'], vCpus: 8, vCpusElsewhere: 4 },
    },
    statement: ({ environments, vCpus, vCpusElsewhere }) =>
      `The workload SHOULD use VMs with at most ${vCpus} vCPUs in ${environments.join(', ')}, and ${vCpusElsewhere} elsewhere.`,
    rationale: 'The price of a VM grows with its vCPUs, and an oversized VM is rarely noticed after the deployment.',
    shapes: 'virtualMachine.size decides the size in each environment.',
    appliesTo: [virtualMachines],
    check: (estate, is, view) => withinProcessors(estate, most(view.environment, is), processors(view)),
    breaks: (view, is) => {
      const { size } = virtualMachineInputs.of(view);
      const ceiling = most(view.environment, is);
      const count = processors(view)(size);
      const [answer, instead] = ['virtualMachine.size', `a size with ${ceiling} vCPUs or fewer`];
      if (count === undefined) return [{ answer, what: unknownSize(size), instead, untold: true }];
      return unless(count <= ceiling, answer, `${size} has ${count} vCPUs`, instead);
    },
  }),
  ruleWith<RetentionCeilingParameters>({
    id: 'CST-002',
    category: 'cost',
    title: 'Log retention limit',
    level: 'should',
    parameters: {
      schema: (z) => z.strictObject({ days: z.int().min(30).max(730) }),
      defaults: { days: 365 },
    },
    statement: ({ days }) =>
      `The workload SHOULD keep logs for interactive queries in Log Analytics for at most ${days} days.`,
    rationale:
      'Log Analytics charges for interactive retention beyond the included period. Long-term retention costs less.',
    source: azure('Data retention in Log Analytics', 'azure-monitor/logs/data-retention-configure'),
    shapes: 'The workspace has the retention in logAnalytics.retentionDays.',
    appliesTo: [logWorkspaces],
    check: (estate, { days }) => retentionCeiling(estate, days),
    breaks: (view, { days }) =>
      unless(
        logAnalyticsInputs.of(view).retentionDays <= days,
        'logAnalytics.retentionDays',
        `logs are kept for ${logAnalyticsInputs.of(view).retentionDays} days`,
        `logAnalytics.retentionDays=${days} or less`,
      ),
  }),
  ruleWith<CapParameters>({
    id: 'CST-003',
    category: 'cost',
    title: 'Daily cap of logs',
    level: 'should',
    parameters: {
      schema: (z) =>
        z.strictObject({
          environments: z.array(z.string().min(1)).min(1).describe('Environments that need no cap'),
          gigabytes: z.int().min(1).max(1000).describe('Maximum daily cap in all other environments, in GB'),
        }),
      defaults: { environments: ['prod'], gigabytes: 10 },
    },
    statement: ({ environments, gigabytes }) =>
      `The workload SHOULD set a daily cap of at most ${gigabytes} GB on Log Analytics in all environments except ${environments.join(', ')}.`,
    rationale:
      'A faulty program can write logs without end. Outside production, their cost weighs more than lost logs.',
    source: azure('Daily cap', 'azure-monitor/logs/daily-cap'),
    shapes: 'The workspace has the cap in logAnalytics.dailyQuotaGb.',
    appliesTo: [logWorkspaces],
    notApplicable: ({ environment }, { environments }) =>
      environments.includes(environment)
        ? `the rule applies to environments other than ${environments.join(', ')}`
        : undefined,
    check: (estate, { gigabytes }) => volumesCapped(estate, gigabytes),
    breaks: (view, { gigabytes }) => {
      const { dailyQuotaGb } = logAnalyticsInputs.of(view);
      return unless(
        isCapped(view) && dailyQuotaGb <= gigabytes,
        'logAnalytics.dailyQuotaGb',
        isCapped(view) ? `the daily cap is ${dailyQuotaGb} GB` : 'the Log Analytics workspace has no daily cap',
        `logAnalytics.dailyQuotaGb=${Math.min(5, gigabytes)}`,
      );
    },
  }),
  rule({
    id: 'CST-004',
    of: ['alerts'],
    category: 'cost',
    title: 'Daily cap alert',
    level: 'should',
    statement: () =>
      'The workload SHOULD notify operators when Log Analytics reaches its daily cap, where alerts are enabled.',
    rationale: 'Nothing is collected after the cap is reached, so other alerts on logs don’t fire.',
    source: azure('Daily cap', 'azure-monitor/logs/daily-cap'),
    shapes: 'Where there is a daily cap, an alert evaluates the operation log of the workspace.',
    appliesTo: [such('Log Analytics workspace with a daily cap', logWorkspaces, isCappedWorkspace)],
    notApplicable: (view) => (alertsInputs.of(view).enabled ? undefined : 'there are no alerts in the settings'),
    check: capsReported,
    breaks: (view) => {
      if (!isCapped(view)) return undefined;
      const isOn = alertsInputs.of(view).rules['daily-cap-reached']?.enabled !== false;
      const answer = 'alerts.rules.daily-cap-reached.enabled';
      return unless(isOn, answer, 'nobody is notified when the daily cap is reached', `${answer}=true`);
    },
  }),
  ruleWith<ShutdownParameters>({
    id: 'CST-005',
    of: ['virtual-machine'],
    category: 'cost',
    title: 'Auto-shutdown of VMs',
    level: 'should',
    parameters: {
      schema: (z) =>
        z.strictObject({ daily: z.array(z.string().min(1)).min(1).describe('Environments with a daily shutdown') }),
      defaults: { daily: ['dev'] },
    },
    statement: ({ daily }) => `In ${daily.join(', ')}, the workload SHOULD shut down every VM daily on a schedule.`,
    rationale: 'A running VM is charged for, also at night and on weekends, when nobody develops.',
    source: azure('Auto-shutdown of a VM', 'virtual-machines/auto-shutdown-vm'),
    shapes: 'The VM has a schedule that deallocates it every day.',
    appliesTo: [virtualMachines],
    notApplicable: (view, { daily }) => inOtherEnvironments(view, { environments: daily }),
    check: shutDownDaily,
    breaks: (view) => {
      const [answer, what] = ['virtualMachine.autoShutdown.enabled', 'the VM isn’t shut down every day'];
      return unless(isShutDown(virtualMachineInputs.of(view)), answer, what, `${answer}=true`);
    },
  }),
  rule({
    id: 'CST-006',
    category: 'cost',
    title: 'Budget notifications',
    level: 'should',
    statement: () =>
      'The workload SHOULD enable, in every budget, notifications that have a receiver, and notify of the actual cost and of the forecast.',
    rationale: 'A forecast leaves time to act, and a budget without a receiver notifies nobody.',
    source: azure('Budgets', 'cost-management-billing/costs/tutorial-acm-create-budgets'),
    shapes: 'A budget of the resource group notifies of the actual cost, and another one of the forecast.',
    appliesTo: [budgets],
    check: budgetsNotify,
  }),
];
