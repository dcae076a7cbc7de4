import type { Draw } from '../../kernel/drawing.ts';

export const drawing: Draw = ({ names }) => ({
  nodes: [
    {
      id: 'recovery',
      title: 'Recovery Services vault',
      name: names['recoveryVault'] ?? '',
      in: 'group',
      part: 'service',
      shape: 'store',
      icon: 'restore',
    },
  ],
  edges: [{ from: ['machine'], to: ['recovery'], label: 'backup', flow: 'data' }],
});
