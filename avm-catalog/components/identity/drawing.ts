import type { Draw } from '../../kernel/drawing.ts';
import { usesOf } from '../../kernel/drawing-patterns.ts';
import { identityInputs, identityType } from './inputs.ts';

export const drawing: Draw = (view) => ({
  nodes: [
    {
      id: 'identityNode',
      title: 'Managed identity',
      name: view.names[identityType] ?? '',
      in: 'group',
      icon: 'identity',
    },
  ],
  edges: usesOf('identityNode', identityInputs.of(view).uses),
});
