import type { Composer } from '../../kernel/component.ts';
import { alike } from '../../kernel/inputs.ts';
import { virtualMachineInputs, type VirtualMachineInputs } from './inputs.ts';

/** What every environment has alike: `fixed` of the inputs holds it. */
export const given = (c: Composer): Pick<VirtualMachineInputs, 'subnet' | 'identity' | 'uses' | 'loadBalanced'> =>
  alike(c, virtualMachineInputs);
