import type { Core } from '../../kernel/core.ts';
import type { Draw } from '../../kernel/drawing.ts';
import { virtualMachineInputs, type VirtualMachineInputs } from './inputs.ts';

export const drawing: Draw = (view) => {
  const is = virtualMachineInputs.of(view);
  return {
    nodes: [
      {
        id: 'machine',
        title: 'Virtual machine',
        name: view.names['virtualMachine'] ?? '',
        details: [is.image, is.size],
        further: facts(view.core, is),
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
  };
};

function facts({ location: { zone } }: Core, is: VirtualMachineInputs): readonly string[] {
  const disks = is.dataDisks.length;
  return [
    zone === null ? [] : `zone ${zone}`,
    `system disk ${is.osDisk.sizeGb} GB`,
    disks === 0 ? [] : `data disks: ${disks}`,
    is.trustedLaunch ? 'Trusted Launch' : [],
    is.encryptionAtHost ? 'encryption at host' : [],
  ].flat();
}
