import { lastPart } from '../../azure/resource-ids.ts';
import { administrators, remoteDesktop } from '../../kernel/drawing-patterns.ts';
import type { Draw } from '../../kernel/drawing.ts';

export const drawing: Draw = (side, workspace) => {
  const { hub } = side.core.network;
  return {
    peer: { id: 'hub', title: 'Hub virtual network', name: lastPart(hub.virtualNetworkId) },
    nodes: [
      administrators,
      { id: 'hubBastion', title: 'Azure Bastion', name: hub.bastionSubnet, in: 'edge', icon: 'gate' },
    ],
    edges: [
      { from: ['administrators'], to: ['hubBastion'], label: 'HTTPS 443', flow: 'access' },
      remoteDesktop('hubBastion', workspace.isIn('just-in-time', side)),
      { from: ['network'], to: ['hub'], label: 'peering', flow: 'traffic', both: true },
    ],
  };
};
