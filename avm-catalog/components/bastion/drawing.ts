import { administrators, publicAddress, remoteDesktop } from '../../kernel/drawing-patterns.ts';
import type { Draw } from '../../kernel/drawing.ts';
import { bastionInputs } from './inputs.ts';

export const drawing: Draw = (side, workspace) => ({
  nodes: [
    administrators,
    {
      id: 'bastion',
      title: 'Azure Bastion',
      name: side.names['bastion'] ?? '',
      details: [bastionInputs.of(side).sku],
      attached: publicAddress(side.names['bastionPublicIp']),
      in: { subnet: 'bastion' },
      icon: 'gate',
    },
  ],
  edges: [
    { from: ['administrators'], to: ['bastion'], label: 'HTTPS 443', flow: 'access' },
    remoteDesktop('bastion', workspace.isIn('just-in-time', side)),
  ],
});
