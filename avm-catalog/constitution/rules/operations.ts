import {
  storageLogs,
  type FlowLogParameters,
  type RetentionParameters,
  type StorageLogs,
  type DiagnosticsParameters,
} from '../../kernel/rule-parameters.ts';
import { undiagnosable } from '../../azure/diagnosable.ts';
import { flowsRecorded } from './flow-checks.ts';
import { agentInstalled } from './agent-checks.ts';
import { diagnosable, diagnosticsEverywhere, oneWorkspace, retention } from './operations-checks.ts';
import { rule, ruleWith, unless, type RuleDefinition } from '../rule.ts';
import { logWorkspaces, virtualNetworks, windowsVms } from '../subject.ts';
import { flowLogsInputs } from '../../components/flow-logs/inputs.ts';
import { logAnalyticsInputs } from '../../components/log-analytics/inputs.ts';
import { monitoringAgentInputs } from '../../components/monitoring-agent/inputs.ts';
import { storageAccountInputs } from '../../components/storage-account/inputs.ts';
import { azure, mcsb } from '../sources.ts';

const requests: Readonly<Record<StorageLogs, string>> = {
  all: '',
  changes: ' Requests that read from storage are optional.',
  none: ' Requests to storage are optional.',
};

export const operations: readonly RuleDefinition[] = [
  rule({
    id: 'OPS-001',
    category: 'logging',
    title: 'Central Log Analytics workspace',
    level: 'must',
    controls: { mcsb: ['LT-5'] },
    statement: () => 'The workload MUST keep the logs and metrics of an environment in one Log Analytics workspace.',
    rationale: 'In one workspace, a single query can correlate the events of several resources.',
    source: mcsb('LT-5'),
    shapes: 'Every resource with diagnostic settings sends its logs to one workspace.',
    appliesTo: [],
    check: oneWorkspace,
  }),
  ruleWith<DiagnosticsParameters>({
    id: 'OPS-002',
    category: 'logging',
    title: 'Diagnostic settings',
    level: 'must',
    elsewhere: { psrule: ['Azure.KeyVault.Logs'] },
    // Benchmarks require the logs of every request.
    controls: ({ storageLogs: logs }) => ({
      mcsb: ['LT-3'],
      cis2: ['5.1.5', ...(logs === 'all' ? (['3.5', '3.13', '3.14', '5.4'] as const) : [])],
      cis3: ['6.1.4', ...(logs === 'all' ? (['4.12', '4.13', '4.14', '6.4'] as const) : [])],
    }),
    parameters: {
      schema: (z) => z.strictObject({ storageLogs: z.enum(storageLogs) }),
      defaults: { storageLogs: 'all' },
    },
    statement: (is) =>
      `The workload MUST send all logs and metrics of every resource with diagnostic settings to the workspace.${requests[is.storageLogs]}`,
    rationale:
      'Without a diagnostic setting, Azure collects no resource logs, and an incident leaves no record of what was accessed.',
    source: mcsb('LT-3'),
    shapes: 'Each module gets the same diagnostic settings. Native resources fill the gaps.',
    exceptions: [
      {
        what: 'The key vault with the administrator’s password',
        why: 'it exists before the workspace; the README has the command that sends its logs there',
      },
      ...undiagnosable.map(({ type, why }) => ({ what: type, why })),
    ],
    appliesTo: [diagnosable],
    check: (estate, is) => diagnosticsEverywhere(estate, is.storageLogs),
    breaks: (view, is) => {
      const logAnalytics = logAnalyticsInputs.of(view);
      return unless(
        !storageAccountInputs.of(view).enabled ||
          storageLogs.indexOf(logAnalytics.storageLogs) >= storageLogs.indexOf(is.storageLogs),
        'logAnalytics.storageLogs',
        logAnalytics.storageLogs === 'none'
          ? 'requests to storage aren’t logged'
          : 'requests that read from storage aren’t logged',
        `logAnalytics.storageLogs=${is.storageLogs}`,
      );
    },
  }),
  rule({
    id: 'OPS-003',
    of: ['virtual-machine'],
    category: 'logging',
    title: 'Azure Monitor Agent',
    level: 'must',
    elsewhere: { psrule: ['Azure.VM.AMA'] },
    statement: () =>
      'The workload MUST run the Azure Monitor Agent on every Windows VM, with a data collection rule for event logs and performance counters.',
    rationale: 'Without an agent, event logs and performance counters stay on the VM and are lost with it.',
    source: azure('Azure Monitor Agent', 'azure-monitor/agents/azure-monitor-agent-overview'),
    shapes: 'The template installs the agent and associates a data collection rule with the VM.',
    appliesTo: [windowsVms],
    check: agentInstalled,
    breaks: (view) =>
      unless(
        monitoringAgentInputs.of(view).enabled,
        'monitoringAgent.enabled',
        'the Azure Monitor Agent is disabled',
        'monitoringAgent.enabled=true',
      ),
  }),
  ruleWith<RetentionParameters>({
    id: 'OPS-004',
    category: 'logging',
    title: 'Log retention',
    level: 'must',
    controls: { mcsb: ['LT-6'] },
    parameters: {
      schema: (z) => z.strictObject({ days: z.int().min(30).max(730) }),
      defaults: { days: 90 },
    },
    statement: ({ days }) => `The workload MUST keep logs for at least ${days} days.`,
    rationale:
      'An intrusion is often discovered long after it began, and the investigation needs the logs from that time.',
    source: mcsb('LT-6'),
    shapes: 'The template sets the retention of the workspace.',
    appliesTo: [logWorkspaces],
    check: (estate, { days }) => retention(estate, days),
    breaks: (view, { days }) =>
      unless(
        logAnalyticsInputs.of(view).retentionDays >= days,
        'logAnalytics.retentionDays',
        `logs are kept for ${logAnalyticsInputs.of(view).retentionDays} days`,
        `logAnalytics.retentionDays=${days} or more`,
      ),
  }),
  ruleWith<FlowLogParameters>({
    id: 'OPS-018',
    category: 'logging',
    title: 'Flow logs of virtual networks',
    level: 'should',
    elsewhere: {
      policy: [
        'All flow log resources should be in enabled state',
        'Audit flow logs configuration for every virtual network',
      ],
    },
    controls: ({ mode }) => (mode === 'required' ? { mcsb: ['LT-4'] } : {}),
    parameters: {
      schema: (z) =>
        z.strictObject({
          mode: z.enum(['optional', 'required']).describe('optional: each environment decides'),
          days: z.int().min(1).max(365).describe('Minimum retention of flow logs, in days'),
        }),
      defaults: { mode: 'optional', days: 90 },
    },
    statement: ({ mode, days }) =>
      `The workload SHOULD ${mode === 'required' ? 'record flow logs of every virtual network' : 'configure every flow log'} with traffic analytics and a retention of at least ${days} days.`,
    rationale: 'Flow logs show which hosts communicated during an incident, and which traffic a security rule denied.',
    source: mcsb('LT-4'),
    shapes: 'Where flow logs are enabled, the template deploys one for the virtual network.',
    appliesTo: [virtualNetworks],
    notApplicable: (view, { mode }) =>
      mode === 'required' || flowLogsInputs.of(view).enabled ? undefined : 'there’s no flow log in the settings',
    check: (estate, is) => flowsRecorded(estate, is),
    breaks: (view, { days }) => {
      const { enabled, retentionDays } = flowLogsInputs.of(view);
      return [
        ...unless(enabled, 'flowLogs.enabled', 'flow logs are disabled', 'flowLogs.enabled=true'),
        ...unless(
          !enabled || retentionDays === 0 || retentionDays >= days,
          'flowLogs.retentionDays',
          `flow logs are kept for ${retentionDays} days`,
          `flowLogs.retentionDays=${days} or more`,
        ),
      ];
    },
  }),
];
