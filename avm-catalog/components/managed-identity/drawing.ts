import type { Draw } from '../../kernel/drawing.ts';

export const drawing: Draw = ({ names }) => ({
  nodes: [
    {
      id: 'identity',
      title: 'Managed identity',
      name: names['identityWorkload'] ?? '',
      in: 'group',
      part: 'bound',
      icon: 'identity',
    },
  ],
  edges: [{ from: ['machine'], to: ['identity'], label: 'signs in as', flow: 'control' }],
});
