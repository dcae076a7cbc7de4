import type { Workspace } from '../readme/sides.ts';
import type { Environment } from '../../../avm-catalog/kernel/workspace.ts';
import { lastPart, type Because, type Edge, type Node, type Scene, type Subnet } from './drawing.ts';
import { drawings } from './drawings.ts';
import { ownValue } from '../../bicep/own.ts';

/** What an environment has, where it is, and what talks to what. */
export function sceneOf(side: Environment, workspace: Workspace): Scene {
  const nodes: Because<Node>[] = [];
  const edges: Because<Edge>[] = [];
  for (const { name, title, environments } of workspace.plan.components) {
    if (!environments.includes(side.environment)) continue;
    const reason = workspace.because(name);
    const drawing = ownValue(drawings, name)?.(side, workspace) ?? {
      nodes: [{ id: name.replaceAll('-', ''), title, in: 'group' as const }],
    };
    nodes.push(...(drawing.nodes ?? []).map((one) => ({ ...one, reason })));
    edges.push(...(drawing.edges ?? []).map((one) => ({ ...one, reason })));
  }
  return {
    workload: workspace.spec.workload.name,
    environment: side.environment,
    region: side.region,
    group: side.group,
    network: { name: side.names['virtualNetwork'] ?? '', range: side.core.network.addressSpace },
    hub: lastPart(side.core.network.hub.virtualNetworkId),
    subnets: subnetsOf(side, workspace),
    nodes,
    edges,
    because: {
      group: workspace.reason(['environments', 'NAM-001']),
      network: workspace.because('virtual-network'),
      hub: workspace.because('hub-peering'),
    },
  };
}

function subnetsOf(side: Environment, { plan }: Workspace): readonly Subnet[] {
  const ranges = ownValue(plan.parameters.find((one) => one.name === 'subnetPrefixes')?.values, side.environment) as
    | Readonly<Record<string, string>>
    | undefined;
  const names: Readonly<Record<string, string>> = {
    workload: side.names['subnetWorkload'] ?? '',
    privateEndpoints: side.names['subnetPrivateEndpoints'] ?? '',
    bastion: 'AzureBastionSubnet',
  };
  const bastion = plan.components.find((one) => one.name === 'bastion')?.environments.includes(side.environment);
  return Object.entries(ranges ?? {})
    .filter(([key]) => key !== 'bastion' || bastion)
    .map(([key, range]) => ({ place: key as Subnet['place'], name: ownValue(names, key) ?? key, range }));
}
