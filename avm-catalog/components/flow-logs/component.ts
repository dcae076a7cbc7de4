import { int, literals, string } from '../../../src/bicep/type.ts';
import { call, isExpression, param, text, when, type Value } from '../../../src/bicep/value.ts';
import { component, type Composer } from '../../kernel/component.ts';
import { problem, type AnswerProblem } from '../../kernel/problem.ts';
import type { FlowLogParameters } from '../../kernel/rule-parameters.ts';
import type { View } from '../../kernel/view.ts';
import { storageAccountInputs } from '../storage-account/inputs.ts';
import { drawing } from './drawing.ts';
import { flowLogsDocs } from './docs.ts';
import { flowLogsInputs, intervals } from './inputs.ts';

export const flowLogs = component({
  name: 'flow-logs',
  title: 'Flow logs',
  summary: 'Records of the traffic in the virtual network, with traffic analytics',
  serves: ['logs', 'OPS-018'],
  drawing,
  inputs: {
    token: flowLogsInputs,
    schema: (z) =>
      z.strictObject({
        enabled: z.boolean().describe('Record the traffic of the virtual network, and analyze it'),
        storage: z
          .string()
          .max(20)
          .describe(
            'Name of the component with the logs: a storage account that you added, or an existing one in the same region. Empty for the storage account of the workload',
          ),
        retentionDays: z
          .int()
          .min(0)
          .max(365)
          .describe('Days that the storage account keeps flow logs; 0 for no limit'),
        interval: z
          .union([z.literal(intervals[0]), z.literal(intervals[1])])
          .describe('Minutes between two runs of traffic analytics'),
        watcher: z
          .strictObject({
            name: z.string().max(80).describe('Its name; empty for NetworkWatcher_ and the region'),
            resourceGroup: z.string().min(1).max(90).describe('Its resource group'),
          })
          .describe('The existing network watcher of the region, which the deployment doesn’t change'),
      }),
    defaults: ({ rules }) => ({
      enabled: false,
      storage: '',
      retentionDays: rules.parameters<FlowLogParameters>('OPS-018').days,
      interval: 60,
      watcher: { name: '', resourceGroup: 'NetworkWatcherRG' },
    }),
    questions: [
      { path: 'enabled', ask: 'Record flow logs of the virtual network?', kind: 'confirm', byEnvironment: true },
    ],
    switchOn: { enabled: true },
    fixed: ['storage'],
  },
  docs: flowLogsDocs,
  measures: [
    {
      path: 'flowLogs.retentionDays',
      subject: 'the retention of flow logs',
      of: (view) => (flowLogsInputs.of(view).enabled ? kept(view) : undefined),
    },
  ],
  enabled: (view) => flowLogsInputs.of(view).enabled,
  refers: (view) => {
    const { enabled, storage } = flowLogsInputs.of(view);
    return enabled && storage !== '' ? [{ name: storage, answer: 'flowLogs.storage' }] : [];
  },
  check,
  contribute: (c) => {
    c.name('flowLog', { type: 'Microsoft.Network/networkWatchers/flowLogs' });
  },
  compose: (c) => {
    c.module({
      symbol: 'flowLog',
      // The module of the watcher itself would replace the tags of the existing one.
      module: 'network/network-watcher/flow-log',
      comment: 'Flow log of the virtual network, in the resource group of the network watcher',
      scope: call('resourceGroup', watcherGroup(c)),
      params: {
        name: c.reference('flowLog'),
        networkWatcherName: watcher(c),
        targetResourceId: c.id('virtualNetwork'),
        storageResourceId: storageId(c),
        retentionInDays: retention(c),
        workspaceResourceId: c.id('logAnalytics'),
        trafficAnalyticsInterval: interval(c),
      },
    });
  },
});

const kept = (view: View): number => flowLogsInputs.of(view).retentionDays || Infinity;

function check(view: View): readonly AnswerProblem[] {
  const { enabled, storage } = flowLogsInputs.of(view);
  if (!enabled || storage !== '' || storageAccountInputs.of(view).enabled) return [];
  return [
    problem('answer-needs', 'flowLogs.enabled', {
      what: 'Flow logs',
      needs: 'storageAccount.enabled=true',
    }),
  ];
}

function storageId(c: Composer): Value {
  const [name = ''] = c.views.map((view) => flowLogsInputs.of(view).storage).filter((one) => one !== '');
  return name === '' ? c.id('storageAccount') : (c.idOf(name) ?? '');
}

function watcherGroup(c: Composer): Value {
  return c.choose({
    name: 'networkWatcherResourceGroup',
    type: string,
    description: 'Resource group of the existing network watcher',
    value: (view) => flowLogsInputs.of(view).watcher.resourceGroup,
    answers: ['flowLogs.watcher.resourceGroup'],
  });
}

function watcher(c: Composer): Value {
  const name = c.choose({
    name: 'networkWatcherName',
    type: string,
    description: 'Name of the existing network watcher; empty for the name that Azure gives',
    value: (view) => flowLogsInputs.of(view).watcher.name,
    answers: ['flowLogs.watcher.name'],
  });
  const given = text`NetworkWatcher_${param('location')}`;
  if (name === '') return given;
  return isExpression(name) ? when(call('empty', name), given, name) : name;
}

function retention(c: Composer): Value {
  return c.choose({
    name: 'flowLogRetentionDays',
    type: int,
    description: 'Days that the storage account keeps flow logs; 0 for no limit',
    minValue: 0,
    maxValue: 365,
    value: (view) => flowLogsInputs.of(view).retentionDays,
    answers: ['flowLogs.retentionDays'],
    ids: ['OPS-018'],
  });
}

function interval(c: Composer): Value {
  return c.choose({
    name: 'trafficAnalyticsInterval',
    type: literals(...intervals),
    description: 'Minutes between two runs of traffic analytics',
    value: (view) => flowLogsInputs.of(view).interval,
    answers: ['flowLogs.interval'],
  });
}
