import { code, md } from '../../../src/text/markdown.ts';
import { image, imageMismatch, type WindowsImage } from '../../azure/images.ts';
import { sizeFacts, type SizeFacts } from '../../azure/sizes.ts';
import type { Sizing } from '../../kernel/facts.ts';
import type { View } from '../../kernel/view.ts';
import { virtualMachineInputs } from './inputs.ts';

/** By vCPUs, then by memory. */
export function power(view: View): number | undefined {
  const size = sizeFacts(virtualMachineInputs.of(view));
  return size && size.vCpus * 10_000 + size.memoryGiB;
}

const unknown = 'not in the catalog';

/** The catalog's facts about the size and the image, and whether they are compatible. */
export const sizing: Sizing = {
  ids: ['TST-002', 'machine'],
  columns: [
    {
      title: 'Size',
      begins: (view) => virtualMachineInputs.of(view).size,
      cell: (view) => {
        const is = virtualMachineInputs.of(view);
        const size = sizeFacts(is);
        return md`${code(is.size)}, ${size ? `${size.vCpus} vCPU, ${size.memoryGiB} GiB` : unknown}`;
      },
    },
    {
      title: 'Image',
      begins: (view) => virtualMachineInputs.of(view).image,
      cell: (view) =>
        md`${code(virtualMachineInputs.of(view).image)}${image(virtualMachineInputs.of(view).image) ? '' : `, ${unknown}`}`,
    },
    {
      title: 'Compatible',
      cell: (view) => {
        const is = virtualMachineInputs.of(view);
        const [size, system] = [sizeFacts(is), image(is.image)];
        return md`${size && system ? fits(system, size) : 'Azure decides'}`;
      },
    },
  ],
};

function fits(system: WindowsImage, machine: SizeFacts): string {
  const mismatch = imageMismatch(system, machine);
  if (mismatch) return `no: another ${mismatch.kind === 'nvme' ? 'disk controller' : 'generation'}`;
  return `yes: generation ${system.generation}, ${machine.diskControllers.join(' and ')}`;
}
