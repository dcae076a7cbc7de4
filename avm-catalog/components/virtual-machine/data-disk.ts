import type { Addition } from '../../kernel/addition.ts';
import { firstUncachedGb } from './problems.ts';
import { virtualMachineInputs } from './inputs.ts';

const luns = Array.from({ length: 64 }, (_, index) => index);

/** Uses the first LUN that is free in every environment. */
export const dataDisk: Addition = {
  name: 'data-disk',
  title: 'A data disk',
  description: 'Another data disk of the VM',
  list: 'virtualMachine.dataDisks',
  fields: [
    {
      key: 'name',
      kind: 'text',
      ask: 'Disk name',
      problem: (text) =>
        /^[a-z][a-z0-9-]{0,19}$/.test(text) ? undefined : 'Use lowercase letters, digits, and hyphens.',
    },
    {
      key: 'sizeGb',
      kind: 'number',
      ask: 'Disk size in GiB',
      problem: (text) =>
        /^\d+$/.test(text) && Number(text) >= 4 && Number(text) <= 32767
          ? undefined
          : 'Enter a size from 4 to 32767 GiB.',
    },
    { key: 'lun', kind: 'number' },
    { key: 'type', kind: 'choice', ask: 'Disk type', choices: ['Premium_LRS', 'StandardSSD_LRS', 'Standard_LRS'] },
    { key: 'caching', kind: 'text' },
  ],
  defaults: (views, said) => {
    const disks = views.flatMap((view) => virtualMachineInputs.of(view).dataDisks);
    const lun = luns.find((one) => !disks.some((disk) => disk.lun === one)) ?? luns.length;
    return {
      name: `data${disks.length === 0 ? '' : lun}`,
      lun,
      sizeGb: 128,
      type: 'Premium_LRS',
      caching: Number(said['sizeGb']) >= firstUncachedGb ? 'None' : 'ReadOnly',
    };
  },
};
