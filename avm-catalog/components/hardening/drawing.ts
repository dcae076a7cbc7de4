import type { Draw } from '../../kernel/drawing.ts';

export const drawing: Draw = ({ inputs: { hardening: is } }) => ({
  nodes: [{ id: 'hardening', title: 'Hardening baseline', in: 'group', part: 'bound', icon: 'shield' }],
  edges: [
    {
      from: ['hardening'],
      to: ['machine'],
      label: [is.script ? 'script' : [], is.guestConfiguration ? 'guest configuration' : []].flat().join(', '),
      flow: 'control',
    },
  ],
});
