import type { Inputs } from '../../../../avm-catalog/kernel/view.ts';
import type { Core } from '../../../../avm-catalog/kernel/core.ts';
import type { Draw } from '../drawing.ts';

/** The machine, and what is done to it. */
export const ofMachine: Readonly<Record<string, Draw>> = {
  'virtual-machine': ({ names, core, inputs: { virtualMachine: is } }) => ({
    nodes: [
      {
        id: 'machine',
        title: 'Virtual machine',
        name: names['virtualMachine'] ?? '',
        details: [is.image, is.size],
        further: machineFacts(core, is),
        in: 'workload',
        icon: 'machine',
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
  }),
  'managed-identity': ({ names }) => ({
    nodes: [
      {
        id: 'identity',
        title: 'Managed identity',
        name: names['identityWorkload'] ?? '',
        in: 'group',
        part: 'machine',
        icon: 'identity',
      },
    ],
    edges: [{ from: ['machine'], to: ['identity'], label: 'signs in as', flow: 'control' }],
  }),
  maintenance: ({ names }) => ({
    nodes: [
      {
        id: 'maintenance',
        title: 'Maintenance window',
        name: names['maintenance'] ?? '',
        in: 'group',
        part: 'machine',
        icon: 'calendar',
      },
    ],
    edges: [{ from: ['maintenance'], to: ['machine'], label: 'updates', flow: 'control' }],
  }),
  application: () => ({
    nodes: [{ id: 'package', title: 'Package of the application', in: 'outside', shape: 'store', icon: 'package' }],
    edges: [{ from: ['package'], to: ['machine'], label: 'Custom Script Extension', flow: 'control' }],
  }),
  hardening: ({ inputs: { hardening: is } }) => ({
    nodes: [{ id: 'hardening', title: 'Hardening baseline', in: 'group', part: 'machine', icon: 'shield' }],
    edges: [
      {
        from: ['hardening'],
        to: ['machine'],
        label: [is.script ? 'script' : [], is.guestConfiguration ? 'guest configuration' : []].flat().join(', '),
        flow: 'control',
      },
    ],
  }),
};

function machineFacts({ location: { zone } }: Core, is: Inputs['virtualMachine']): readonly string[] {
  const disks = is.dataDisks.length;
  return [
    zone === null ? [] : `zone ${zone}`,
    `system disk ${is.osDisk.sizeGb} GB`,
    disks === 0 ? [] : `data disks: ${disks}`,
    is.trustedLaunch ? 'Trusted Launch' : [],
    is.encryptionAtHost ? 'encryption at host' : [],
  ].flat();
}
