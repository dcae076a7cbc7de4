import type { Workspace } from '../../readme/sides.ts';
import type { Environment } from '../../../../avm-catalog/kernel/workspace.ts';
import type { Draw, Edge, Node } from '../drawing.ts';
import { isOn } from './among.ts';

const administrators: Node = {
  id: 'administrators',
  title: 'Administrators',
  in: 'outside',
  shape: 'round',
  icon: 'person',
};

/** Who comes in, and what leaves. */
export const waysIn: Readonly<Record<string, Draw>> = {
  'nat-gateway': ({ names }) => ({
    nodes: [
      {
        id: 'nat',
        title: 'NAT gateway',
        name: names['natGateway'] ?? '',
        in: 'group',
        part: 'egress',
        icon: 'gateway',
      },
      { id: 'internet', title: 'Internet', in: 'outside', shape: 'round', icon: 'globe' },
    ],
    edges: [
      { from: ['machine'], to: ['nat'], label: 'outbound', flow: 'traffic' },
      { from: ['nat'], to: ['internet'], label: 'one public address', flow: 'traffic' },
    ],
  }),
  'hub-peering': (side, workspace) => ({
    nodes: [
      administrators,
      {
        id: 'hubBastion',
        title: 'Azure Bastion',
        name: side.core.network.hub.bastionSubnet,
        in: 'hub',
        icon: 'gate',
      },
    ],
    edges: [
      { from: ['administrators'], to: ['hubBastion'], label: 'HTTPS 443', flow: 'access' },
      remoteDesktop('hubBastion', side, workspace),
      { from: ['network'], to: ['hub'], label: 'peering', flow: 'traffic', both: true },
    ],
  }),
  bastion: (side, workspace) => ({
    nodes: [
      administrators,
      {
        id: 'bastion',
        title: 'Azure Bastion',
        name: side.names['bastion'] ?? '',
        details: [side.inputs.bastion.sku],
        in: 'bastion',
        icon: 'gate',
      },
    ],
    edges: [
      { from: ['administrators'], to: ['bastion'], label: 'HTTPS 443', flow: 'access' },
      remoteDesktop('bastion', side, workspace),
    ],
  }),
  'just-in-time': () => ({}),
  'internal-load-balancer': ({ names, inputs: { loadBalancer: is } }) => ({
    nodes: [
      { id: 'clients', title: 'Clients inside the network', in: 'outside', shape: 'round', icon: 'people' },
      {
        id: 'balancer',
        title: 'Load balancer',
        name: names['loadBalancer'] ?? '',
        in: 'workload',
        icon: 'balancer',
      },
    ],
    edges: [
      { from: ['clients'], to: ['balancer'], label: ports(is.ports.map(({ port }) => port)), flow: 'traffic' },
      {
        from: ['balancer'],
        to: ['machine'],
        label: ports(is.ports.map(({ backendPort }) => backendPort)),
        flow: 'traffic',
      },
    ],
  }),
};

function remoteDesktop(from: string, side: Environment, workspace: Workspace): Edge {
  const label = isOn(side, workspace, 'just-in-time') ? 'RDP 3389, just in time' : 'RDP 3389';
  return { from: [from], to: ['machine'], label, flow: 'access' };
}

/** The first of them; the parameters have them all. */
function ports(numbers: readonly number[]): string {
  const more = numbers.length > 3 ? ` +${numbers.length - 3}` : '';
  return `TCP ${numbers.slice(0, 3).join(', ')}${more}`;
}
