import type { Draw } from '../../kernel/drawing.ts';

export const drawing: Draw = ({ names }) => ({
  nodes: [
    { id: 'nat', title: 'NAT gateway', name: names['natGateway'] ?? '', in: 'group', part: 'above', icon: 'gateway' },
    { id: 'internet', title: 'Internet', in: 'outside', shape: 'round', icon: 'globe' },
  ],
  edges: [
    { from: ['machine'], to: ['nat'], label: 'outbound', flow: 'traffic' },
    { from: ['nat'], to: ['internet'], label: 'one public address', flow: 'traffic' },
  ],
});
