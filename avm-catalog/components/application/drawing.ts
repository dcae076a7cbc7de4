import { resourceOf, type Draw } from '../../kernel/drawing.ts';
import { virtualMachineType } from '../virtual-machine/inputs.ts';

export const drawing: Draw = () => ({
  nodes: [{ id: 'package', title: 'Application package', in: 'outside', shape: 'store', icon: 'package' }],
  edges: [{ from: ['package'], to: [resourceOf(virtualMachineType)], label: 'run command', flow: 'control' }],
});
