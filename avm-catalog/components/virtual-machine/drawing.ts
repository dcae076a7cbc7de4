import type { Core } from '../../kernel/core.ts';
import { resourceOf, type Draw } from '../../kernel/drawing.ts';
import { usesOf } from '../../kernel/drawing-patterns.ts';
import { subnetOf, virtualMachineInputs, type VirtualMachineInputs } from './inputs.ts';

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
        in: { subnet: subnetOf(is) },
        focus: { bound: 'Bound to the VM' },
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
    edges: [
      { from: ['passwords'], to: ['machine'], label: 'password, at deployment', flow: 'control' },
      {
        from: ['machine'],
        to: [is.identity === undefined ? 'identity' : resourceOf(is.identity)],
        label: 'signs in as',
        flow: 'control',
      },
      ...usesOf('machine', is.uses ?? []),
    ],
  };
};

function facts({ location: { zone } }: Core, is: VirtualMachineInputs): readonly string[] {
  const disks = is.dataDisks.length;
  return [
    zone === null ? [] : `zone ${zone}`,
    `OS disk ${is.osDisk.sizeGb} GiB`,
    disks === 0 ? [] : `data disks: ${disks}`,
    is.trustedLaunch ? 'Trusted Launch' : [],
    is.encryptionAtHost ? 'encryption at host' : [],
    is.guestAttestation ? 'guest attestation' : [],
    is.entraSignIn.enabled ? 'Microsoft Entra sign-in' : [],
    is.autoShutdown.enabled ? `shutdown at ${is.autoShutdown.time}` : [],
  ].flat();
}
