import type { HardeningParameters, CustomerManagedKeyParameters } from '../../kernel/rule-parameters.ts';
import { rule, ruleWith, unless, type RuleDefinition } from '../rule.ts';
import { anyResource, dataDisks, storageAccounts, virtualMachines, windowsMachines } from '../subject.ts';
import { encryptionAtHost, hardened, managedKeys, platformKeys, trustedLaunch } from './machine-checks.ts';
import { noComputedSecrets } from './computed-secrets.ts';
import { noSecrets } from './secret-checks.ts';
import { computedSecret } from './wishes.ts';
import { customerManagedKeysInputs } from '../../components/customer-managed-keys/inputs.ts';
import { hardeningInputs } from '../../components/hardening/inputs.ts';
import { virtualMachineInputs } from '../../components/virtual-machine/inputs.ts';

/** Hardening, encryption and secrets. */
export const machineSecurity: readonly RuleDefinition[] = [
  ruleWith<HardeningParameters>({
    id: 'SEC-007',
    of: ['virtual-machine'],
    category: 'hardening',
    title: 'Hardening baseline of the operating system',
    level: 'must',
    elsewhere: { policy: ['Windows machines should meet requirements of the Azure compute security baseline'] },
    parameters: {
      schema: (z) => z.strictObject({ methods: z.array(z.enum(['guestConfiguration', 'script'])).min(1) }),
      defaults: { methods: ['guestConfiguration', 'script'] },
    },
    statement: ({ methods }) =>
      `Every Windows VM is ${methods.map((one) => ({ guestConfiguration: 'audited against the Azure security baseline', script: 'hardened by a script' })[one]).join(' and ')}.`,
    shapes:
      'The Azure security baseline is assigned, with the effect of hardening.enforcement; a hardening script runs.',
    appliesTo: [windowsMachines],
    check: (estate, { methods }) => hardened(estate, methods),
    breaks: (view, { methods }) => [
      ...unless(
        !methods.includes('guestConfiguration') || hardeningInputs.of(view).guestConfiguration,
        'hardening.guestConfiguration',
        'the baseline is not assigned',
        'hardening.guestConfiguration=true',
      ),
      ...unless(
        !methods.includes('script') || hardeningInputs.of(view).script,
        'hardening.script',
        'the hardening script is not run',
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
    parameters: {
      schema: (z) =>
        z.strictObject({ mode: z.enum(['off', 'optional', 'required']).describe('optional: by environment') }),
      defaults: { mode: 'off' },
    },
    statement: ({ mode }) => keysOf('Disks and storage accounts', mode),
    shapes:
      'Where keys are managed: a key in the vault, a disk encryption set for all disks, and the storage account bound to the key.',
    without: {
      'virtual-machine': {
        statement: ({ mode }) => keysOf('Storage accounts', mode),
        shapes: 'Where keys are managed: a key in the vault, and the storage account bound to the key.',
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
            'customer-managed keys are required and switched off',
            'customerManagedKeys.enabled=true',
          )
        : unless(
            !enabled,
            'customerManagedKeys.enabled',
            'customer-managed keys are switched on though the rule has them off',
            'customerManagedKeys.enabled=false, or let the rule be optional',
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
    statement: () => 'Temporary disks and disk caches are encrypted at the host.',
    shapes: 'The machine sets encryptionAtHost; the subscription must have the feature registered.',
    appliesTo: [virtualMachines],
    check: encryptionAtHost,
    breaks: (view) =>
      unless(
        virtualMachineInputs.of(view).encryptionAtHost,
        'virtualMachine.encryptionAtHost',
        'encryption at host is switched off',
        'virtualMachine.encryptionAtHost=true',
      ),
  }),
  rule({
    id: 'SEC-011',
    of: ['virtual-machine'],
    category: 'hardening',
    title: 'Trusted Launch',
    level: 'must',
    statement: () => 'Machines start with secure boot and a virtual TPM.',
    shapes: 'The machine is a generation 2 one with securityType TrustedLaunch.',
    appliesTo: [virtualMachines],
    check: trustedLaunch,
    breaks: (view) =>
      unless(
        virtualMachineInputs.of(view).trustedLaunch,
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
      'No value that is a secret by its name or its form is in the template, a parameter file, or avm.yaml; the administrator’s password is read from a key vault during deployment.',
    wish: computedSecret,
    shapes: 'The password is read with getSecret from an existing vault.',
    without: {
      'virtual-machine': {
        statement: () =>
          'No value that is a secret by its name or its form is in the template, a parameter file, or avm.yaml.',
        shapes: 'The template takes no secret.',
      },
    },
    appliesTo: [anyResource],
    check: (estate, _, view) => noSecrets(estate, view.notSecrets),
    inspect: noComputedSecrets,
  }),
];

function keysOf(what: string, mode: CustomerManagedKeyParameters['mode']): string {
  return {
    off: `${what} are encrypted with platform-managed keys, which Microsoft manages.`,
    optional: `${what} are encrypted with customer-managed keys in the environments that set customerManagedKeys.enabled, and with platform-managed keys in the others.`,
    required: `${what} are encrypted with customer-managed keys in every environment.`,
  }[mode];
}
