import type { Draw } from '../../kernel/drawing.ts';
import { budgetInputs } from './inputs.ts';

export const drawing: Draw = (side) => ({
  nodes: [
    {
      id: 'budget',
      title: 'Budget',
      details: [`${budgetInputs.of(side).amount ?? 0} a month`],
      in: 'monitoring',
      icon: 'bell',
    },
  ],
  edges: [{ from: ['budget'], to: ['operators'], label: 'email', flow: 'monitoring' }],
});
