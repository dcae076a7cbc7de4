import type { Draw } from '../../kernel/drawing.ts';

export const drawing: Draw = ({ names }) => ({
  nodes: [
    {
      id: 'maintenance',
      title: 'Maintenance configuration',
      name: names['maintenance'] ?? '',
      in: 'group',
      part: 'bound',
      icon: 'calendar',
    },
  ],
  edges: [{ from: ['maintenance'], to: ['machine'], label: 'updates', flow: 'control' }],
});
