import { sizeFacts } from '../../azure/sizes.ts';
import type { View } from '../../kernel/view.ts';
import { ruleWith, unless, type RuleDefinition } from '../rule.ts';
import { logWorkspaces, virtualMachines } from '../subject.ts';
import { retentionCeiling, unknownSize, withinProcessors } from './cost-checks.ts';
import { virtualMachineInputs } from '../../components/virtual-machine/inputs.ts';
import { logAnalyticsInputs } from '../../components/log-analytics/inputs.ts';
import { azure } from '../sources.ts';

interface ProcessorsParameters {
  readonly environments: readonly string[];
  readonly vCpus: number;
  readonly vCpusElsewhere: number;
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
    shapes: 'The size in each environment is compared with the limit before any file is written.',
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
    shapes: 'The retention of the workspace is compared with the limit before any file is written.',
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
];
