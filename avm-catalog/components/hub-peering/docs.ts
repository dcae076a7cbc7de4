import hubSection from './hub.md.hbs';
import operations from './readme.md.hbs';
import { code, md } from '../../../src/text/markdown.ts';
import type { ComponentDocs, FollowUp, Permission, Prerequisite } from '../../kernel/docs.ts';
import { factOf, limited, permittedIn } from '../../kernel/documents.ts';
import type { DocumentedWorkspace, Environment } from '../../kernel/workspace.ts';

const anchor = 'the-hub';

export const hubPeeringDocs: ComponentDocs = {
  operations,
  proof: { order: 30, what: 'Administrators get in, through the hub', needs: 'virtual-machine' },
  prerequisites,
  permissions,
  followUps,
  limitations: (workspace) => {
    const holds = (side: Environment): boolean =>
      workspace.on('SEC-006') && !workspace.isIn('nat-gateway', side) && side.core.network.topology === 'hub';
    const fact = workspace.among(workspace.sides.filter(holds), workspace.reason(['SEC-006', 'hub'], 'hub-peering'));
    const without = workspace.has('virtual-machine')
      ? md` Without a route that the hub announces, updates, activation, the Azure Monitor Agent and guest configuration do not get out.`
      : md``;
    return limited(
      160,
      fact,
      (where) =>
        md`In ${where} outbound access is the hub’s business: no NAT gateway and no route table are created here.${without}`,
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
    what: 'Agree the peering with the hub',
    anchor,
    ids: ['hub'],
    after: [],
    accept: 'the hub’s side is settled',
  };
  const lines = each.map(
    ({ id, environment, peerBack }) =>
      md`Peering with ${code(id)} (${environment}), ${peerBack ? 'both sides made here' : 'the hub’s side made by those who run it'}.`,
  );
  return [
    {
      order: 40,
      key: 'hub',
      fact,
      in: 'section',
      template: hubSection,
      model: { each },
      tasks: [task],
      dependency: bastion
        ? md`A hub network with Azure Bastion in it (${fact.where}).`
        : md`A hub network (${fact.where}).`,
      integrations: { order: 20, lines },
      ...(each.some((one) => one.peerBack) ? { changes: 'the hub’s side of the peering' } : {}),
    },
  ];
}

function permissions(workspace: DocumentedWorkspace): readonly Permission[] {
  const peered = (back: boolean) =>
    workspace.with('hub-peering').filter((side) => side.core.network.hub.peerBack === back);
  const role = { for: 'deployment', role: 'Network Contributor', reason: workspace.because('hub-peering') } as const;
  return [
    // The peering on the hub's side is a deployment in that group: a role on the network alone doesn't cover it.
    ...permittedIn(workspace, peered(true), {
      ...role,
      order: 40,
      scope: 'The resource group of the hub',
      why: 'The deployment creates the peering on the hub’s side by a nested deployment there.',
      actions: ['Microsoft.Resources/deployments/*', 'Microsoft.Network/virtualNetworks/virtualNetworkPeerings/write'],
    }),
    ...permittedIn(workspace, peered(false), {
      ...role,
      order: 41,
      scope: 'The hub’s virtual network',
      why: 'The deployment creates a peering that leads to it.',
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
      what: 'Have the peering created on the hub’s side',
      ids: ['hub'],
      accept: 'both peerings are Connected',
    },
  ];
}
