import { code, md } from '../../../src/text/markdown.ts';
import type { ComponentDocs, Permission, Prerequisite } from '../../kernel/docs.ts';
import { factOf, limited, permittedIn } from '../../kernel/documents.ts';
import type { DocumentedWorkspace, Environment } from '../../kernel/workspace.ts';
import { flowLogsInputs } from './inputs.ts';
import operations from './readme.md.hbs';
import removal from './removal.md.hbs';
import watcherSection from './watcher.md.hbs';

export const flowLogsDocs: ComponentDocs = {
  operations,
  facts: ({ one }) => ({ interval: flowLogsInputs.of(one).interval, watcher: nameOf(one), log: one.names['flowLog'] }),
  proof: { order: 60, what: 'Flow logs arrive' },
  prerequisites,
  permissions,
  limitations: (workspace) =>
    limited(
      175,
      factOf(workspace, 'flow-logs'),
      (where) =>
        md`Flow logs in ${where} have no managed identity, because the module doesn’t support one. Network Watcher tries a key of the storage account first and then a token, which is [documented](https://learn.microsoft.com/azure/network-watcher/frequently-asked-questions) for accounts behind a firewall. Where shared key access is disabled, validate after the first deployment that logs arrive.`,
    ),
  removal: { after: removal },
};

const groupOf = (side: Environment): string => flowLogsInputs.of(side).watcher.resourceGroup;
const nameOf = (side: Environment): string => flowLogsInputs.of(side).watcher.name || `NetworkWatcher_${side.region}`;

/** From /resourceGroups on: the subscription is that of the deployment. */
const groupId = (side: Environment): string => `/resourceGroups/${groupOf(side)}`;

function prerequisites(workspace: DocumentedWorkspace): readonly Prerequisite[] {
  const fact = factOf(workspace, 'flow-logs');
  if (!fact) return [];
  const each = fact.sides.map((side) => ({
    environment: side.environment,
    name: nameOf(side),
    group: groupOf(side),
    region: side.region,
  }));
  const [first] = fact.sides;
  return [
    {
      order: 60,
      key: 'network-watcher',
      fact,
      in: 'section',
      template: watcherSection,
      model: { each, region: first?.region ?? '' },
      resources: (environment) => fact.sides.filter((side) => side.environment === environment).map(groupId),
      tasks: [
        {
          key: 'network-watcher',
          what: 'Check that the region has a network watcher',
          anchor: 'network-watcher',
          ids: ['OPS-018'],
          after: [],
          accept: 'the network watcher has the name and the resource group in the settings',
        },
      ],
      dependency: md`A network watcher in the region (${fact.where}).`,
      integrations: {
        order: 60,
        lines: each.map(
          ({ environment, name, group }) =>
            md`Flow log below the network watcher ${code(name)} in ${code(group)} (${environment}).`,
        ),
      },
      changes: 'the flow logs of the network watcher',
    },
  ];
}

function permissions(workspace: DocumentedWorkspace): readonly Permission[] {
  const sides = workspace.with('flow-logs');
  return permittedIn(workspace, sides, {
    for: 'deployment',
    order: 60,
    anyOf: ['Network Contributor'],
    scope: 'The resource group of the network watcher',
    within: (environment) => sides.filter((side) => side.environment === environment).map(groupId),
    why: 'The deployment creates the flow log there with a nested deployment.',
    actions: ['Microsoft.Resources/deployments/*', 'Microsoft.Network/networkWatchers/flowLogs/write'],
    reason: workspace.because('flow-logs'),
  });
}
