import type { Draw } from '../../kernel/drawing.ts';

export const drawing: Draw = ({ names }) => ({
  nodes: [
    {
      id: 'collection',
      title: 'Data collection rule',
      name: names['collectionRule'] ?? '',
      in: 'monitoring',
      icon: 'funnel',
    },
  ],
  edges: [
    { from: ['machine'], to: ['collection'], label: 'Azure Monitor Agent', flow: 'monitoring' },
    { from: ['collection'], to: ['logs'], label: 'events, counters', flow: 'monitoring' },
  ],
});
