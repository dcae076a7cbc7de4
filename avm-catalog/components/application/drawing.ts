import type { Draw } from '../../kernel/drawing.ts';

export const drawing: Draw = () => ({
  nodes: [{ id: 'package', title: 'Package of the application', in: 'outside', shape: 'store', icon: 'package' }],
  edges: [{ from: ['package'], to: ['machine'], label: 'Custom Script Extension', flow: 'control' }],
});
