import { bool } from '../../../src/bicep/type.ts';
import type { Composer } from '../../kernel/component.ts';
import { asCondition } from '../../kernel/patterns.ts';
import { virtualMachineInputs } from './inputs.ts';

/**
 * The extension through which Defender for Cloud reads whether the VM started as measured. The module of the VM has no
 * parameter for it. Settings as in azure-compute-docs boot-integrity-monitoring-overview.md: an empty endpoint is the
 * shared one of the region.
 */
export function guestAttestation(c: Composer): void {
  const isOn = c.choose({
    name: 'guestAttestation',
    type: bool,
    description: 'Monitor the integrity of the boot. The VM must reach Azure Attestation on port 443',
    value: (view) => virtualMachineInputs.of(view).guestAttestation,
    answers: ['virtualMachine.guestAttestation'],
    ids: ['SEC-031'],
  });
  if (isOn === false) return;
  c.module({
    symbol: 'guestAttestationExtension',
    module: 'compute/virtual-machine/extension',
    comment: 'Guest Attestation extension, which reports the integrity of the boot',
    ids: ['SEC-031'],
    on: asCondition(isOn),
    params: {
      virtualMachineName: c.reference('virtualMachine'),
      name: 'GuestAttestation',
      publisher: 'Microsoft.Azure.Security.WindowsAttestation',
      type: 'GuestAttestation',
      typeHandlerVersion: '1.0',
      autoUpgradeMinorVersion: true,
      enableAutomaticUpgrade: true,
      settings: {
        AttestationConfig: {
          MaaSettings: { maaEndpoint: '', maaTenantName: 'GuestAttestation' },
          AscSettings: { ascReportingEndpoint: '', ascReportingFrequency: '' },
          useCustomToken: 'false',
          disableAlerts: 'false',
        },
      },
    },
  });
}
