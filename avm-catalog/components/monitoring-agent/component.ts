import { arrayOf, int, string } from '../../../src/bicep/type.ts';
import { component, type Composer } from '../../kernel/component.ts';
import { agentAlerts } from './alerts.ts';
import { nativeDiagnostics, pick } from '../../kernel/patterns.ts';
import type { ObjectValue, Value } from '../../../src/bicep/value.ts';
import { drawing } from './drawing.ts';
import { monitoringAgentDocs } from './docs.ts';
import { monitoringAgentInputs, type MonitoringAgentInputs } from './inputs.ts';

export const monitoringAgent = component({
  name: 'monitoring-agent',
  title: 'Azure Monitor Agent',
  summary: 'Windows event logs and performance counters in the workspace',
  serves: ['OPS-003', 'logs'],
  drawing,
  inputs: {
    token: monitoringAgentInputs,
    schema: (z) =>
      z.strictObject({
        enabled: z.boolean(),
        sampleSeconds: z.int().min(10).max(1800).describe('Seconds between samples of performance counters'),
        securityEvents: z
          .enum(['all', 'failures', 'none'])
          .describe(
            'Audit events of the Security log to collect. With all, they make up most of the data and its cost',
          ),
      }),
    defaults: ({ rules }) => ({ enabled: rules.on('OPS-003'), sampleSeconds: 60, securityEvents: 'all' }),
    questions: [{ path: 'enabled', ask: 'Install the Azure Monitor Agent?', kind: 'confirm' }],
    switchOn: { enabled: true },
  },
  docs: monitoringAgentDocs,
  enabled: (view) => monitoringAgentInputs.of(view).enabled,
  contribute: (c) => {
    const name = c.name('collectionRule', { type: 'Microsoft.Insights/dataCollectionRules' });
    c.contribute('collectionRule', { name, id: c.id('collectionRule') });
  },
  compose: (c) => {
    agentAlerts(c);
    c.module({
      symbol: 'collectionRule',
      module: 'insights/data-collection-rule',
      comment: 'Data collection rule, which defines the events and counters that the agent sends',
      makes: ['collectionRule'],
      params: { name: c.reference('collectionRule'), dataCollectionRuleProperties: properties(c) },
    });
    if (c.collect('diagnostics').length === 0) return;
    const existing = c.existing({
      symbol: 'existingCollectionRule',
      type: 'Microsoft.Insights/dataCollectionRules@2024-03-11',
      name: c.reference('collectionRule'),
      comment: 'Existing data collection rule, as the scope of its diagnostic settings',
    });
    nativeDiagnostics(c, { symbol: 'collectionRuleDiagnostics', existing, of: 'the data collection rule', logs: true });
  },
});

function properties(c: Composer): ObjectValue {
  const workspace = 'log-analytics';
  const endpoints = c.collect('collectionEndpoint');
  return {
    kind: 'Windows',
    dataCollectionEndpointResourceId: endpoints.length === 0 ? undefined : pick(endpoints, ({ id }) => id),
    dataSources: {
      windowsEventLogs: [{ name: 'event-logs', streams: ['Microsoft-Event'], xPathQueries: eventLogs(c) }],
      performanceCounters: [counters(c)],
    },
    destinations: { logAnalytics: [{ name: workspace, workspaceResourceId: c.id('logAnalytics') }] },
    dataFlows: [{ streams: ['Microsoft-Event', 'Microsoft-Perf'], destinations: [workspace] }],
  };
}

function counters(c: Composer): Value {
  const seconds = c.choose({
    name: 'counterSampleSeconds',
    type: int,
    description: 'Seconds between samples of performance counters',
    minValue: 10,
    maxValue: 1800,
    value: (view) => monitoringAgentInputs.of(view).sampleSeconds,
    answers: ['monitoringAgent.sampleSeconds'],
  });
  return {
    name: 'performance-counters',
    streams: ['Microsoft-Perf'],
    samplingFrequencyInSeconds: seconds,
    counterSpecifiers: [...performanceCounters],
  };
}

/** Critical, error, and warning events of the two common logs. */
const common = [
  'Application!*[System[(Level=1 or Level=2 or Level=3)]]',
  'System!*[System[(Level=1 or Level=2 or Level=3)]]',
] as const;

/**
 * By keyword: audit failure is 2^52, audit success 2^53. The table Event supports only the Analytics plan
 * (azure-monitor reference/tables/event, "Basic log: No"), so the rule collects only what is needed.
 */
const security: Readonly<Record<MonitoringAgentInputs['securityEvents'], readonly string[]>> = {
  all: ['Security!*[System[(band(Keywords,13510798882111488))]]'],
  failures: ['Security!*[System[(band(Keywords,4503599627370496))]]'],
  none: [],
};

function eventLogs(c: Composer): Value {
  return c.choose({
    name: 'eventLogQueries',
    type: arrayOf(string),
    description: 'XPath queries of the Windows events to collect',
    value: (view) => [...common, ...security[monitoringAgentInputs.of(view).securityEvents]],
    answers: ['monitoringAgent.securityEvents'],
  });
}

const performanceCounters = [
  '\\Processor Information(_Total)\\% Processor Time',
  '\\Memory\\Available Bytes',
  '\\Memory\\% Committed Bytes In Use',
  '\\LogicalDisk(*)\\% Free Space',
  '\\LogicalDisk(*)\\Free Megabytes',
  '\\LogicalDisk(*)\\Avg. Disk sec/Read',
  '\\LogicalDisk(*)\\Avg. Disk sec/Write',
  '\\Network Interface(*)\\Bytes Total/sec',
] as const;
