import type { Draw } from '../../kernel/drawing.ts';

export const drawing: Draw = ({ names }, workspace) => ({
  nodes: [
    {
      id: 'logs',
      title: 'Log Analytics',
      name: names['logAnalytics'] ?? '',
      in: 'monitoring',
      focus: {},
      shape: 'store',
      icon: 'logs',
    },
  ],
  edges: workspace.on('OPS-002')
    ? [
        {
          from: ['network', 'vault', 'storage', 'recovery'],
          to: ['logs'],
          label: 'diagnostic settings',
          flow: 'monitoring',
        },
      ]
    : [],
});
