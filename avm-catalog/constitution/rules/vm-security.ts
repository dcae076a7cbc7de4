import type { HardeningParameters, CustomerManagedKeyParameters } from '../../kernel/rule-parameters.ts';
import { rule, ruleWith, unless, type RuleDefinition } from '../rule.ts';
import { anyResource, dataDisks, storageAccounts, virtualMachines, windowsVms } from '../subject.ts';
import { encryptionAtHost, hardened, managedKeys, platformKeys, trustedLaunch } from './vm-checks.ts';
import { noComputedSecrets } from './computed-secrets.ts';
import { noSecrets } from './secret-checks.ts';
import { computedSecret } from './wishes.ts';
import { customerManagedKeysInputs } from '../../components/customer-managed-keys/inputs.ts';
import { hardeningInputs } from '../../components/hardening/inputs.ts';
import { virtualMachineInputs } from '../../components/virtual-machine/inputs.ts';
import { azure, mcsb } from '../sources.ts';

const hardeningBy: Readonly<Record<HardeningParameters['methods'][number], (what: string) => string>> = {
  guestConfiguration: (what) => `audit ${what} against the Azure security baseline`,
  script: (what) => `harden ${what} with a script`,
};

/** Hardening, encryption, and secrets. */
export const vmSecurity: readonly RuleDefinition[] = [
  ruleWith<HardeningParameters>({
    id: 'SEC-007',
    of: ['virtual-machine'],
    category: 'hardening',
    title: 'OS hardening baseline',
    level: 'must',
    elsewhere: { policy: ['Windows machines should meet requirements of the Azure compute security baseline'] },
    controls: { mcsb: ['PV-4'] },
    parameters: {
      schema: (z) => z.strictObject({ methods: z.array(z.enum(['guestConfiguration', 'script'])).min(1) }),
      defaults: { methods: ['guestConfiguration', 'script'] },
    },
    statement: ({ methods }) =>
      `The workload MUST ${methods.map((one, index) => hardeningBy[one](index === 0 ? 'every Windows VM' : 'it')).join(' and ')}.`,
    rationale:
      'The defaults of Windows Server favor compatibility. A baseline reduces the attack surface, and an audit shows when a setting drifts from it.',
    source: mcsb('PV-4'),
    shapes:
      'The Azure security baseline is assigned with the effect in hardening.enforcement, and a hardening script runs on the VM.',
    appliesTo: [windowsVms],
    check: (estate, { methods }) => hardened(estate, methods),
    breaks: (view, { methods }) => [
      ...unless(
        !methods.includes('guestConfiguration') || hardeningInputs.of(view).guestConfiguration,
        'hardening.guestConfiguration',
        'the security baseline isn’t assigned',
        'hardening.guestConfiguration=true',
      ),
      ...unless(
        !methods.includes('script') || hardeningInputs.of(view).script,
        'hardening.script',
        'the hardening script doesn’t run',
        'hardening.script=true',
      ),
    ],
  }),
  ruleWith<CustomerManagedKeyParameters>({
    id: 'SEC-009',
    category: 'encryption',
    title: 'Encryption keys',
    level: 'must',
    elsewhere: { policy: ['Storage accounts should use customer-managed key for encryption'] },
    // Platform-managed keys correspond to none of these controls.
    controls: ({ mode }) =>
      mode === 'required' ? { mcsb: ['DP-5'], cis2: ['3.12', '7.3'], cis3: ['4.11', '8.3'] } : {},
    parameters: {
      schema: (z) =>
        z.strictObject({
          mode: z.enum(['off', 'optional', 'required']).describe('optional: each environment decides'),
        }),
      defaults: { mode: 'off' },
    },
    statement: ({ mode }) => keysOf('disks and storage accounts', mode),
    rationale:
      'Azure always encrypts data at rest. Customer-managed keys add control over rotation and revocation, but data is lost with its key.',
    source: mcsb('DP-5'),
    shapes:
      'Where customer-managed keys are enabled, the template deploys a key, a disk encryption set for all disks, and a storage account that uses the key.',
    without: {
      'virtual-machine': {
        statement: ({ mode }) => keysOf('storage accounts', mode),
        shapes:
          'Where customer-managed keys are enabled, the template deploys a key and a storage account that uses it.',
      },
    },
    appliesTo: [virtualMachines, dataDisks, storageAccounts],
    check: (estate, { mode }, view) =>
      mode === 'required' || (mode === 'optional' && customerManagedKeysInputs.of(view).enabled)
        ? managedKeys(estate)
        : platformKeys(estate),
    breaks: (view, { mode }) => {
      const { enabled } = customerManagedKeysInputs.of(view);
      if (mode === 'optional') return undefined;
      return mode === 'required'
        ? unless(
            enabled,
            'customerManagedKeys.enabled',
            'customer-managed keys are required but disabled',
            'customerManagedKeys.enabled=true',
          )
        : unless(
            !enabled,
            'customerManagedKeys.enabled',
            'customer-managed keys are enabled, but the mode of the rule is off',
            'customerManagedKeys.enabled=false or SEC-009.mode=optional',
          );
    },
  }),
  rule({
    id: 'SEC-010',
    of: ['virtual-machine'],
    category: 'encryption',
    title: 'Encryption at host',
    level: 'must',
    elsewhere: { policy: ['Virtual machines and virtual machine scale sets should have encryption at host enabled'] },
    controls: { mcsb: ['DP-4'] },
    statement: () => 'The workload MUST encrypt temporary disks and disk caches at the host.',
    rationale: 'Server-side encryption of managed disks doesn’t cover temporary disks and disk caches.',
    source: azure('Disk encryption options', 'virtual-machines/disk-encryption-overview'),
    shapes: 'The VM sets encryptionAtHost. The EncryptionAtHost feature needs to be registered in the subscription.',
    appliesTo: [virtualMachines],
    check: encryptionAtHost,
    breaks: (view) =>
      unless(
        virtualMachineInputs.of(view).encryptionAtHost,
        'virtualMachine.encryptionAtHost',
        'encryption at host is disabled',
        'virtualMachine.encryptionAtHost=true',
      ),
  }),
  rule({
    id: 'SEC-011',
    of: ['virtual-machine'],
    category: 'hardening',
    title: 'Trusted Launch',
    level: 'must',
    controls: { mcsb: ['PV-4'], cis3: ['8.11'] },
    statement: () => 'The workload MUST start every VM with Secure Boot and a virtual TPM.',
    rationale:
      'Secure Boot allows only signed boot components and drivers, and the vTPM measures the boot chain. Both protect against bootkits and rootkits.',
    source: azure('Trusted Launch', 'virtual-machines/trusted-launch'),
    shapes: 'The VM is a generation 2 VM with securityType TrustedLaunch.',
    appliesTo: [virtualMachines],
    check: trustedLaunch,
    breaks: (view) =>
      unless(
        virtualMachineInputs.of(view).trustedLaunch,
        'virtualMachine.trustedLaunch',
        'Trusted Launch is disabled',
        'virtualMachine.trustedLaunch=true',
      ),
  }),
  rule({
    id: 'SEC-012',
    category: 'secrets',
    title: 'No secrets in code',
    level: 'must',
    elsewhere: {
      psrule: ['Azure.Deployment.OutputSecretValue', 'Azure.Deployment.SecretLeak', 'Azure.Deployment.SecureValue'],
    },
    controls: { mcsb: ['IM-8'] },
    statement: () =>
      'The workspace MUST NOT contain a value that its name or format identifies as a secret, in the template, a parameter file, or avm.yaml. The deployment reads the administrator’s password from a key vault.',
    rationale:
      'Many people and tools can read repositories, deployment histories, and pipeline logs, and they are kept for years.',
    source: mcsb('IM-8'),
    wish: computedSecret,
    shapes: 'The parameter files read the password from an existing key vault with getSecret.',
    without: {
      'virtual-machine': {
        statement: () =>
          'The workspace MUST NOT contain a value that its name or format identifies as a secret, in the template, a parameter file, or avm.yaml.',
        shapes: 'The template has no parameter for a secret.',
      },
    },
    appliesTo: [anyResource],
    check: (estate, _, view) => noSecrets(estate, view.notSecrets),
    inspect: noComputedSecrets,
  }),
];

function keysOf(what: string, mode: CustomerManagedKeyParameters['mode']): string {
  return {
    off: `The workload MUST encrypt ${what} with platform-managed keys, which Microsoft manages.`,
    optional: `The workload MUST encrypt ${what} with customer-managed keys in the environments that set customerManagedKeys.enabled, and with platform-managed keys in the others.`,
    required: `The workload MUST encrypt ${what} with customer-managed keys in every environment.`,
  }[mode];
}
