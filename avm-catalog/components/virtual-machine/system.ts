import { bool, object, string } from '../../../src/bicep/type.ts';
import { call, method, type ObjectValue, type Value } from '../../../src/bicep/value.ts';
import { image } from '../../azure/images.ts';
import type { Composer } from '../../kernel/component.ts';
import { choice, pick } from '../../kernel/patterns.ts';
import type { SizesParameters } from '../../kernel/rule-parameters.ts';
import type { View } from '../../kernel/view.ts';
import { virtualMachineInputs } from './inputs.ts';

export function size(c: Composer): Value {
  const used = c.views.map((view) => virtualMachineInputs.of(view).size);
  // The parameter also allows a size that is used despite the rule.
  const allowed = c.rules.on('TST-002')
    ? [...new Set([...c.rules.parameters<SizesParameters>('TST-002').sizes, ...used])]
    : undefined;
  return c.parameter({
    name: 'virtualMachineSize',
    type: string,
    description: 'Size of the virtual machine',
    ...(allowed ? { allowed } : {}),
    value: (view) => virtualMachineInputs.of(view).size,
    answers: ['virtualMachine.size'],
    ids: ['TST-002'],
  });
}

export function imageReference(c: Composer): Value {
  return c.parameter({
    name: 'image',
    type: object({ publisher: string, offer: string, sku: string, version: string }),
    description: 'Marketplace image of the operating system',
    value: (view) => {
      const is = virtualMachineInputs.of(view);
      const found = image(is.image);
      return {
        publisher: found?.publisher ?? '',
        offer: found?.offer ?? '',
        sku: found?.sku ?? is.image,
        version: is.imageVersion,
      };
    },
    answers: ['virtualMachine.image', 'virtualMachine.imageVersion'],
    ids: ['TST-003'],
  });
}

export function license(c: Composer): Value | undefined {
  const hybrid = c.choose({
    name: 'useHybridBenefit',
    type: bool,
    description: 'Use your own Windows Server licenses (Azure Hybrid Benefit)',
    value: (view) => virtualMachineInputs.of(view).licence === 'azureHybridBenefit',
    answers: ['virtualMachine.licence'],
  });
  return hybrid === false ? undefined : choice(hybrid, 'Windows_Server', null);
}

export function administrator(c: Composer): ObjectValue {
  const given = c.parameter({
    name: 'administrator',
    type: object({ username: string, vaultName: string, vaultResourceGroup: string, secretName: string }),
    description: 'User name of the local administrator, and the existing key vault and secret with the password',
    value: (view) => {
      const { username, vaultName, vaultResourceGroup, secretName } = virtualMachineInputs.of(view).administrator;
      return { username, vaultName, vaultResourceGroup, secretName };
    },
    answers: ['virtualMachine.administrator'],
    ids: ['SEC-012', 'administrator-credentials'],
  });
  const at = (key: string) => ({ ...given, path: [key] });
  const vault = c.existing({
    symbol: 'administratorVault',
    type: 'Microsoft.KeyVault/vaults@2025-05-01',
    name: at('vaultName'),
    scope: call('resourceGroup', at('vaultResourceGroup')),
    comment: 'Existing key vault with the administrator’s password',
    ids: ['SEC-012', 'administrator-credentials'],
  });
  return {
    adminUsername: c.because(['administrator-credentials'], at('username')),
    adminPassword: c.because(['SEC-012', 'administrator-credentials'], method(vault, 'getSecret', at('secretName'))),
  };
}

export function timeZone(c: Composer): Value | undefined {
  const chosen = c.choose({
    name: 'timeZone',
    type: string,
    description: 'Windows time zone of the virtual machine',
    value: (view) => virtualMachineInputs.of(view).timeZone,
    answers: ['virtualMachine.timeZone'],
  });
  return chosen === 'UTC' ? undefined : chosen;
}

export function protection(c: Composer): ObjectValue {
  const host = c.choose({
    name: 'encryptionAtHost',
    type: bool,
    description: 'Encrypt temporary disks and disk caches at the host. The subscription feature must be registered',
    value: (view) => virtualMachineInputs.of(view).encryptionAtHost,
    answers: ['virtualMachine.encryptionAtHost'],
    ids: ['SEC-010'],
  });
  const trusted = c.choose({
    name: 'trustedLaunch',
    type: bool,
    // Without a security type, the subscription's default may still be Trusted Launch (azure-compute-docs: trusted-launch.md, TLaD).
    description: 'Use Trusted Launch with secure boot and a virtual TPM; false uses the default of the subscription',
    value: (view) => virtualMachineInputs.of(view).trustedLaunch,
    answers: ['virtualMachine.trustedLaunch'],
    ids: ['SEC-011'],
  });
  return {
    encryptionAtHost: host === false ? undefined : c.because(['SEC-010'], host),
    securityType: trusted === false ? undefined : c.because(['SEC-011'], choice(trusted, 'TrustedLaunch', null)),
    secureBootEnabled: trusted === false ? undefined : c.because(['SEC-011'], trusted),
    vTpmEnabled: trusted === false ? undefined : c.because(['SEC-011'], trusted),
  };
}

export function isHotpatched(view: View): boolean {
  const is = virtualMachineInputs.of(view);
  return is.hotpatch === 'whereSupported' && image(is.image)?.hotpatch === true;
}

export function patching(c: Composer): ObjectValue {
  const windows = c.collect('maintenance');
  const window = pick(windows, (one) => one.id, '');
  const hotpatch = c.choose({
    name: 'hotpatch',
    type: bool,
    description: 'Install most security updates without a restart. The image must support hotpatch',
    value: isHotpatched,
    answers: ['virtualMachine.hotpatch', 'virtualMachine.image'],
    ids: ['OPS-007'],
  });
  return {
    // Requires patch mode AutomaticByPlatform and the VM agent, which are always set.
    enableHotpatching: hotpatch === false ? undefined : c.because(['OPS-007'], hotpatch),
    patchMode: c.because(['OPS-007'], 'AutomaticByPlatform'),
    patchAssessmentMode: c.because(['OPS-007'], 'AutomaticByPlatform'),
    bypassPlatformSafetyChecksOnUserSchedule: pick(windows, () => true, false),
    maintenanceConfigurationResourceId: windows.length === 0 ? undefined : c.because(['updates', 'OPS-008'], window),
  };
}
