import {
  storageLogs,
  type RetentionParameters,
  type StorageLogs,
  type DiagnosticsParameters,
} from '../../kernel/rule-parameters.ts';
import { undiagnosable } from '../../azure/diagnosable.ts';
import { agentInstalled } from './agent-checks.ts';
import { diagnosable, diagnosticsEverywhere, oneWorkspace, retention } from './operations-checks.ts';
import { rule, ruleWith, unless, type RuleDefinition } from '../rule.ts';
import { logWorkspaces, windowsMachines } from '../subject.ts';
import { logAnalyticsInputs } from '../../components/log-analytics/inputs.ts';
import { monitoringAgentInputs } from '../../components/monitoring-agent/inputs.ts';
import { storageAccountInputs } from '../../components/storage-account/inputs.ts';

const requests: Readonly<Record<StorageLogs, string>> = {
  all: '',
  changes: '; requests that read from storage may be left out',
  none: '; requests to storage may be left out',
};

export const operations: readonly RuleDefinition[] = [
  rule({
    id: 'OPS-001',
    category: 'logging',
    title: 'One Log Analytics workspace',
    level: 'must',
    statement: () => 'Logs and metrics of an environment are kept in one Log Analytics workspace.',
    shapes: 'Everything that has diagnostic settings sends to one workspace.',
    appliesTo: [],
    check: oneWorkspace,
  }),
  ruleWith<DiagnosticsParameters>({
    id: 'OPS-002',
    category: 'logging',
    title: 'Diagnostic settings on everything that has them',
    level: 'must',
    elsewhere: { psrule: ['Azure.KeyVault.Logs'] },
    parameters: {
      schema: (z) => z.strictObject({ storageLogs: z.enum(storageLogs) }),
      defaults: { storageLogs: 'all' },
    },
    statement: (is) =>
      `Every resource of the template with diagnostic settings sends all of its logs and metrics to the workspace${requests[is.storageLogs]}.`,
    shapes: 'Each module is given one shared value; native settings fill gaps.',
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
        `of the requests to storage, ${logAnalytics.storageLogs} are logged`,
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
      'Windows machines run the Azure Monitor Agent, with a data collection rule for event logs and performance counters.',
    shapes: 'The agent is installed and associated with a data collection rule.',
    appliesTo: [windowsMachines],
    check: agentInstalled,
    breaks: (view) =>
      unless(
        monitoringAgentInputs.of(view).enabled,
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
        logAnalyticsInputs.of(view).retentionDays >= days,
        'logAnalytics.retentionDays',
        `logs are kept for ${logAnalyticsInputs.of(view).retentionDays} days`,
        `logAnalytics.retentionDays=${days} or more`,
      ),
  }),
];
