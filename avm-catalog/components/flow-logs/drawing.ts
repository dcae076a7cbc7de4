import { resourceOf, type Draw } from '../../kernel/drawing.ts';
import { flowLogsInputs } from './inputs.ts';

export const drawing: Draw = (side) => {
  const { storage } = flowLogsInputs.of(side);
  return {
    nodes: [
      {
        id: 'flowLog',
        title: 'Flow log',
        name: side.names['flowLog'] ?? '',
        details: ['Traffic analytics'],
        in: 'monitoring',
        icon: 'logs',
      },
    ],
    edges: [
      { from: ['network'], to: ['flowLog'], label: 'traffic records', flow: 'monitoring' },
      {
        from: ['flowLog'],
        to: [storage === '' ? 'storage' : resourceOf(storage)],
        label: 'raw logs',
        flow: 'monitoring',
      },
    ],
  };
};
