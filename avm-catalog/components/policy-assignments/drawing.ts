import type { Draw } from '../../kernel/drawing.ts';
import { policyAssignmentsInputs } from './inputs.ts';

export const drawing: Draw = (side) => {
  const { assignments, enforce } = policyAssignmentsInputs.of(side);
  const mode = enforce ? 'enforced' : 'evaluated only';
  return {
    nodes: [
      {
        id: 'policies',
        title: 'Policy assignments',
        details: [`${assignments.length} ${assignments.length === 1 ? 'definition' : 'definitions'}, ${mode}`],
        in: 'group',
        icon: 'shield',
      },
    ],
  };
};
