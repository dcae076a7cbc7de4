import { undiagnosable } from '../azure/diagnosable.ts';
import { agentInstalled, diagnosable, diagnosticsEverywhere, oneWorkspace, retention } from './operations-checks.ts';
import { rule, ruleWith, unless, type RuleDefinition } from '../rule.ts';
import { logWorkspaces, windowsMachines } from '../subject.ts';

export interface RetentionParameters {
  readonly days: number;
}

export const operations: readonly RuleDefinition[] = [
  rule({
    id: 'OPS-001',
    category: 'logging',
    title: 'One Log Analytics workspace',
    level: 'must',
    statement: () => 'Logs and metrics of an environment are kept in one Log Analytics workspace.',
    shapes: 'One workspace is made and everything that has diagnostic settings sends to it.',
    appliesTo: [],
    check: oneWorkspace,
  }),
  rule({
    id: 'OPS-002',
    category: 'logging',
    title: 'Diagnostic settings on everything that has them',
    level: 'must',
    elsewhere: { psrule: ['Azure.KeyVault.Logs'] },
    statement: () => 'Every resource that has diagnostic settings sends all of its logs and metrics to the workspace.',
    shapes: 'One shared diagnostics value is given to each module; native settings are added where a module has none.',
    exceptions: undiagnosable.map(({ type, why }) => ({ what: type, why })),
    appliesTo: [diagnosable],
    check: diagnosticsEverywhere,
  }),
  rule({
    id: 'OPS-003',
    category: 'logging',
    title: 'Azure Monitor Agent',
    level: 'must',
    elsewhere: { psrule: ['Azure.VM.AMA'] },
    statement: () =>
      'Windows machines run the Azure Monitor Agent, with a data collection rule for event logs and performance counters.',
    shapes: 'The agent is installed on the machine and associated with a data collection rule.',
    appliesTo: [windowsMachines],
    check: agentInstalled,
    breaks: (view) =>
      unless(
        view.inputs.monitoringAgent.enabled,
        'monitoringAgent.enabled',
        'the agent is switched off',
        'monitoringAgent.enabled=true',
      ),
  }),
  ruleWith<RetentionParameters>({
    id: 'OPS-004',
    category: 'logging',
    title: 'Retention of logs',
    level: 'must',
    parameters: {
      schema: (z) => z.strictObject({ days: z.int().min(30).max(730) }),
      defaults: { days: 90 },
    },
    statement: ({ days }) => `Logs are kept for ${days} days or longer.`,
    shapes: 'The workspace keeps its data for at least that long.',
    appliesTo: [logWorkspaces],
    check: (estate, { days }) => retention(estate, days),
    breaks: (view, { days }) =>
      unless(
        view.inputs.logAnalytics.retentionDays >= days,
        'logAnalytics.retentionDays',
        `logs are kept for ${view.inputs.logAnalytics.retentionDays} days`,
        `logAnalytics.retentionDays=${days} or more`,
      ),
  }),
];
