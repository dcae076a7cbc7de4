import { administrators, remoteDesktop } from '../../kernel/drawing-patterns.ts';
import type { Draw } from '../../kernel/drawing.ts';

export const drawing: Draw = (side, workspace) => ({
  nodes: [
    administrators,
    {
      id: 'bastion',
      title: 'Azure Bastion',
      name: side.names['bastion'] ?? '',
      details: [side.inputs.bastion.sku],
      in: { subnet: 'bastion' },
      icon: 'gate',
    },
  ],
  edges: [
    { from: ['administrators'], to: ['bastion'], label: 'HTTPS 443', flow: 'access' },
    remoteDesktop('bastion', workspace.isIn('just-in-time', side)),
  ],
});
