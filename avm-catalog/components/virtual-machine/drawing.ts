import type { Core } from '../../kernel/core.ts';
import type { Draw } from '../../kernel/drawing.ts';
import type { Inputs } from '../../kernel/view.ts';

export const drawing: Draw = ({ names, core, inputs: { virtualMachine: is } }) => ({
  nodes: [
    {
      id: 'machine',
      title: 'Virtual machine',
      name: names['virtualMachine'] ?? '',
      details: [is.image, is.size],
      further: facts(core, is),
      in: { subnet: 'workload' },
      focus: { bound: 'Bound to the machine' },
      icon: 'screen',
      tone: 'access',
    },
    {
      id: 'passwords',
      title: 'Key vault',
      name: is.administrator.vaultName,
      in: 'outside',
      shape: 'store',
      icon: 'key',
    },
  ],
  edges: [{ from: ['passwords'], to: ['machine'], label: 'password, at deployment', flow: 'control' }],
});

function facts({ location: { zone } }: Core, is: Inputs['virtualMachine']): readonly string[] {
  const disks = is.dataDisks.length;
  return [
    zone === null ? [] : `zone ${zone}`,
    `system disk ${is.osDisk.sizeGb} GB`,
    disks === 0 ? [] : `data disks: ${disks}`,
    is.trustedLaunch ? 'Trusted Launch' : [],
    is.encryptionAtHost ? 'encryption at host' : [],
  ].flat();
}
