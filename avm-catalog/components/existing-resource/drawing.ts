import { lastPart } from '../../azure/resource-ids.ts';
import type { Draw } from '../../kernel/drawing.ts';
import { existingResourceInputs } from './inputs.ts';

export const drawing: Draw = (side) => ({
  nodes: [
    {
      id: 'resource',
      title: 'Existing',
      name: lastPart(existingResourceInputs.of(side).id),
      in: 'outside',
      icon: 'part',
    },
  ],
});
