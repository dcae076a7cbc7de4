import { resourceOf, type Draw, type Drawing } from '../../kernel/drawing.ts';
import type { View } from '../../kernel/view.ts';
import { machinesIn } from '../virtual-machine/inputs.ts';
import { firewallIn } from './inputs.ts';

export const drawing: Draw = (side) => (firewallIn(side) === '' ? {} : toFirewall(side));

const toFirewall = (side: View): Drawing => ({
  nodes: [
    { id: 'hubFirewall', title: 'Firewall', name: firewallIn(side), in: 'edge', icon: 'shield' },
    { id: 'internet', title: 'Internet', in: 'outside', shape: 'round', icon: 'globe' },
  ],
  edges: [
    {
      from: machinesIn(side).map(({ component }) => resourceOf(component)),
      to: ['hubFirewall'],
      label: 'outbound',
      flow: 'traffic',
    },
    { from: ['hubFirewall'], to: ['internet'], label: 'outbound', flow: 'traffic' },
  ],
});
