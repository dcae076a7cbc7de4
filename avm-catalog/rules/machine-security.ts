import { rule, ruleWith, unless, type RuleDefinition } from '../rule.ts';
import { encryptionAtHost, hardened, managedKeys, trustedLaunch } from './machine-checks.ts';
import { noComputedSecrets } from './computed-secrets.ts';
import { noSecrets } from './secret-checks.ts';

export interface HardeningParameters {
  readonly methods: readonly ('guestConfiguration' | 'script')[];
}
export interface CustomerManagedKeyParameters {
  readonly mode: 'off' | 'optional' | 'required';
}

/** Hardening, encryption and secrets. */
export const machineSecurity: readonly RuleDefinition[] = [
  ruleWith<HardeningParameters>({
    id: 'SEC-007',
    category: 'hardening',
    title: 'Hardening baseline of the operating system',
    level: 'must',
    elsewhere: { policy: ['Windows machines should meet requirements of the Azure compute security baseline'] },
    parameters: {
      schema: (z) => z.strictObject({ methods: z.array(z.enum(['guestConfiguration', 'script'])).min(1) }),
      defaults: { methods: ['guestConfiguration', 'script'] },
    },
    statement: ({ methods }) =>
      `The operating system follows a hardening baseline, ${methods.map((one) => ({ guestConfiguration: 'watched by guest configuration', script: 'applied by a script' })[one]).join(' and ')}.`,
    shapes: 'The Azure security baseline for Windows is assigned to the machine, and a hardening script runs on it.',
    check: (estate, { methods }) => hardened(estate, methods),
    breaks: (view, { methods }) => [
      ...unless(
        !methods.includes('guestConfiguration') || view.inputs.hardening.guestConfiguration,
        'hardening.guestConfiguration',
        'the baseline is not assigned',
        'hardening.guestConfiguration=true',
      ),
      ...unless(
        !methods.includes('script') || view.inputs.hardening.script,
        'hardening.script',
        'the hardening script is not run',
        'hardening.script=true',
      ),
    ],
  }),
  ruleWith<CustomerManagedKeyParameters>({
    id: 'SEC-009',
    category: 'encryption',
    title: 'Customer-managed keys',
    level: 'must',
    elsewhere: { policy: ['Storage accounts should use customer-managed key for encryption'] },
    parameters: {
      schema: (z) =>
        z.strictObject({ mode: z.enum(['off', 'optional', 'required']).describe('optional: by environment') }),
      defaults: { mode: 'off' },
    },
    statement: ({ mode }) =>
      ({
        off: 'Data at rest is encrypted with keys that Microsoft manages.',
        optional:
          'Data at rest is encrypted with keys that the organisation manages, in the environments that ask for it.',
        required: 'Data at rest is encrypted with keys that the organisation manages, in every environment.',
      })[mode],
    shapes:
      'Where keys are managed: a key in the vault, a disk encryption set for all disks, and the storage account bound to the key.',
    check: (estate, { mode }, view) =>
      mode === 'required' || (mode === 'optional' && view.inputs.customerManagedKeys.enabled)
        ? managedKeys(estate)
        : [],
    breaks: (view, { mode }) => [
      ...unless(
        mode !== 'required' || view.inputs.customerManagedKeys.enabled,
        'customerManagedKeys.enabled',
        'customer-managed keys are required and switched off',
        'customerManagedKeys.enabled=true',
      ),
      ...unless(
        mode !== 'off' || !view.inputs.customerManagedKeys.enabled,
        'customerManagedKeys.enabled',
        'customer-managed keys are switched on though the rule has them off',
        'customerManagedKeys.enabled=false, or let the rule be optional',
      ),
    ],
  }),
  rule({
    id: 'SEC-010',
    category: 'encryption',
    title: 'Encryption at host',
    level: 'must',
    elsewhere: { policy: ['Virtual machines and virtual machine scale sets should have encryption at host enabled'] },
    statement: () => 'Temporary disks and disk caches are encrypted at the host.',
    shapes: 'The machine sets encryptionAtHost; the subscription must have the feature registered.',
    check: encryptionAtHost,
    breaks: (view) =>
      unless(
        view.inputs.virtualMachine.encryptionAtHost,
        'virtualMachine.encryptionAtHost',
        'encryption at host is switched off',
        'virtualMachine.encryptionAtHost=true',
      ),
  }),
  rule({
    id: 'SEC-011',
    category: 'hardening',
    title: 'Trusted Launch',
    level: 'must',
    statement: () => 'Machines start with secure boot and a virtual TPM.',
    shapes: 'The machine is a generation 2 one with securityType TrustedLaunch.',
    check: trustedLaunch,
    breaks: (view) =>
      unless(
        view.inputs.virtualMachine.trustedLaunch,
        'virtualMachine.trustedLaunch',
        'Trusted Launch is switched off',
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
    statement: () =>
      'No secret stands in a template, a parameter file or the answers; the administrator’s password is read from a key vault during deployment.',
    shapes: 'The password is read with getSecret from a vault that exists beforehand.',
    check: (estate, _, view) => noSecrets(estate, view.notSecrets),
    inspect: noComputedSecrets,
  }),
];
