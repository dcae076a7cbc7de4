import hubSection from './hub.md.hbs';
import operations from './readme.md.hbs';
import { code, md } from '../../../src/text/markdown.ts';
import { resourceGroupOf } from '../../azure/resource-ids.ts';
import type { ComponentDocs, FollowUp, Permission, Prerequisite } from '../../kernel/docs.ts';
import { factOf, limited, permittedIn } from '../../kernel/documents.ts';
import type { DocumentedWorkspace, Environment } from '../../kernel/workspace.ts';

const anchor = 'the-hub';

export const hubPeeringDocs: ComponentDocs = {
  operations,
  proof: { order: 30, what: 'Administrators can connect through the hub', needs: 'virtual-machine' },
  prerequisites,
  permissions,
  followUps,
  limitations: (workspace) => {
    const holds = (side: Environment): boolean =>
      workspace.on('SEC-006') &&
      !workspace.isIn('nat-gateway', side) &&
      !workspace.isIn('route-table', side) &&
      side.core.network.topology === 'hub';
    const fact = workspace.among(workspace.sides.filter(holds), workspace.reason(['SEC-006', 'hub'], 'hub-peering'));
    const without = workspace.has('virtual-machine')
      ? md` Updates, activation, the Azure Monitor Agent, and Azure machine configuration need a route that the hub advertises.`
      : md``;
    return limited(
      160,
      fact,
      (where) =>
        md`The hub must provide outbound access in ${where}. This workspace deploys no NAT gateway and no route table there.${without}`,
    );
  },
};

function prerequisites(workspace: DocumentedWorkspace): readonly Prerequisite[] {
  const fact = factOf(workspace, 'hub-peering');
  if (!fact) return [];
  const bastion = workspace.has('virtual-machine');
  const each = fact.sides.map((side) => {
    const { virtualNetworkId: id, useRemoteGateways, peerBack } = side.core.network.hub;
    const network = side.names['virtualNetwork'] ?? '';
    return { environment: side.environment, id, network, useRemoteGateways, peerBack, bastion };
  });
  const task = {
    key: 'hub',
    what: 'Agree on the peering with the hub’s owners',
    anchor,
    ids: ['hub'],
    after: [],
    accept: 'the hub’s owners agreed to the peering',
  };
  const lines = each.map(
    ({ id, environment, peerBack }) =>
      md`Peering with ${code(id)} (${environment}). ${peerBack ? 'This deployment creates both sides' : 'The hub’s owners create its side'}.`,
  );
  return [
    {
      order: 40,
      key: 'hub',
      fact,
      in: 'section',
      template: hubSection,
      model: { each },
      resources: (environment) => each.filter((one) => one.environment === environment).map(({ id }) => id),
      tasks: [task],
      dependency: bastion ? md`A hub network with Azure Bastion (${fact.where}).` : md`A hub network (${fact.where}).`,
      integrations: { order: 20, lines },
      ...(each.some((one) => one.peerBack) ? { changes: 'the hub’s peering' } : {}),
    },
  ];
}

function permissions(workspace: DocumentedWorkspace): readonly Permission[] {
  const peered = (back: boolean) =>
    workspace.with('hub-peering').filter((side) => side.core.network.hub.peerBack === back);
  const hubs = (environment: string) =>
    workspace
      .with('hub-peering')
      .filter((side) => side.environment === environment)
      .map((side) => side.core.network.hub.virtualNetworkId);
  const role = { for: 'deployment', anyOf: ['Network Contributor'], reason: workspace.because('hub-peering') } as const;
  return [
    // The hub's peering is a deployment in that resource group, so a role on the network alone doesn't cover it.
    ...permittedIn(workspace, peered(true), {
      ...role,
      order: 40,
      scope: 'The resource group of the hub',
      within: (environment) => hubs(environment).flatMap((id) => resourceGroupOf(id) ?? []),
      why: 'The deployment creates the hub’s peering with a nested deployment there.',
      actions: [
        'Microsoft.Resources/deployments/*',
        'Microsoft.Network/virtualNetworks/virtualNetworkPeerings/write',
        'Microsoft.Network/virtualNetworks/peer/action',
      ],
    }),
    ...permittedIn(workspace, peered(false), {
      ...role,
      order: 41,
      scope: 'The hub’s virtual network',
      within: hubs,
      why: 'The deployment creates a peering to it.',
      actions: ['Microsoft.Network/virtualNetworks/peer/action'],
    }),
  ];
}

function followUps(workspace: DocumentedWorkspace, side: Environment): readonly FollowUp[] {
  const { peerBack, useRemoteGateways } = side.core.network.hub;
  if (!workspace.isIn('hub-peering', side) || peerBack) return [];
  return [
    {
      key: 'hub',
      ...(useRemoteGateways ? { parameter: 'useRemoteGateways' } : {}),
      anchor,
      title: 'The hub',
      what: 'Ask the hub’s owners to create their peering',
      ids: ['hub'],
      accept: 'both peerings are Connected',
    },
  ];
}
