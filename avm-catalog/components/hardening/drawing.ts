import type { Draw } from '../../kernel/drawing.ts';
import { hardeningInputs } from './inputs.ts';

export const drawing: Draw = (view) => ({
  nodes: [{ id: 'hardening', title: 'Hardening baseline', in: 'group', part: 'bound', icon: 'shield' }],
  edges: [
    {
      from: ['hardening'],
      to: ['machine'],
      label: [
        hardeningInputs.of(view).script ? 'script' : [],
        hardeningInputs.of(view).guestConfiguration ? 'machine configuration' : [],
      ]
        .flat()
        .join(', '),
      flow: 'control',
    },
  ],
});
