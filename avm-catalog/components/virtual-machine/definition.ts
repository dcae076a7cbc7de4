import { imageKeys, imageTitle, images } from '../../azure/images.ts';
import { sizeName, vmSize, vmSizeNames } from '../../azure/sizes.ts';
import { customSizes, sizePattern } from './custom-sizes.ts';
import type * as zod from 'zod';
import { timeZoneSchema } from '../../kernel/closed-values.ts';
import type { InputDefinition } from '../../kernel/component.ts';
import type { DefaultsContext, Zod } from '../../kernel/context.ts';
import { placeQuestions, placeShape } from './place-inputs.ts';
import { machineGuesses } from './guesses.ts';
import { signIn } from './sign-in-inputs.ts';
import { refusedUsernames } from './refused-usernames.ts';
import { proposedVault } from './vault.ts';
import type { SizesParameters } from '../../kernel/rule-parameters.ts';
import { virtualMachineInputs, type VirtualMachineInputs } from './inputs.ts';

const diskTypes = ['Premium_LRS', 'Premium_ZRS', 'StandardSSD_LRS', 'StandardSSD_ZRS', 'Standard_LRS'] as const;

export const virtualMachineDefinition: InputDefinition<VirtualMachineInputs> = {
  token: virtualMachineInputs,
  category: 'Constraints & Tradeoffs',
  fixed: ['subnet', 'identity', 'uses', 'loadBalanced'],
  examples: { size: vmSizeNames, image: imageKeys },
  schema: (z) =>
    z.strictObject({
      size: z.string().regex(sizePattern, 'must be a size such as Standard_D2s_v5'),
      customSizes: customSizes(z),
      computerName: z
        .string()
        .regex(
          /^([A-Za-z0-9]([A-Za-z0-9-]{0,13}[A-Za-z0-9])?)?$/,
          'must be 1 to 15 letters, digits, and hyphens, and begin and end with a letter or digit',
        )
        .describe('Computer name inside Windows; empty to generate one. You can’t change it later'),
      image: z.string().regex(/^[A-Za-z0-9-]{1,80}$/, 'must be an image such as 2022-datacenter-g2'),
      imageVersion: z
        .string()
        .regex(/^(latest|\d+\.\d+\.\d+)$/, 'must be latest or a version such as 20348.2849.241119'),
      hotpatch: z
        .enum(['whereSupported', 'off'])
        .describe('whereSupported: if the image supports hotpatch, most security updates need no restart'),
      licence: z
        .enum(['none', 'azureHybridBenefit'])
        .describe('azureHybridBenefit: use your own Windows Server licenses'),
      timeZone: timeZoneSchema(z),
      administrator: administrator(z),
      osDisk: z.strictObject({ sizeGb: z.int().min(30).max(4095), type: z.enum(diskTypes) }),
      dataDisks: z
        .array(
          z.strictObject({
            name: z.string().regex(/^[a-z][a-z0-9-]{0,19}$/, 'must be lowercase letters, digits, and hyphens'),
            lun: z.int().min(0).max(63),
            sizeGb: z.int().min(4).max(32767),
            type: z.enum(diskTypes),
            caching: z.enum(['None', 'ReadOnly', 'ReadWrite']),
          }),
        )
        .max(64),
      autoShutdown: autoShutdown(z),
      encryptionAtHost: z.boolean(),
      trustedLaunch: z.boolean().describe('false uses the default of the subscription, which can be Trusted Launch'),
      guestAttestation: z
        .boolean()
        .describe(
          'Install the Guest Attestation extension, which reports the integrity of the boot. Requires Trusted Launch, and Azure Attestation must be reachable',
        ),
      entraSignIn: signIn(z),
      privateAddress: z
        .ipv4()
        .or(z.literal(''))
        .describe('Static private IP address in its subnet; empty for an address that Azure chooses'),
      ...placeShape(z),
    }),
  defaults,
  canonical: (given) => ({ ...given, size: sizeName(given.size) }),
  questions: [
    {
      path: 'size',
      ask: 'VM size',
      kind: 'choice',
      byEnvironment: true,
      choices: ({ rules }) => rules.parameters<SizesParameters>('TST-002').sizes.map(sizeChoice),
    },
    {
      path: 'image',
      ask: 'Windows Server image',
      kind: 'choice',
      choices: () =>
        images.filter((one) => one.common).map((one) => ({ value: one.key, name: `${imageTitle(one)} (${one.key})` })),
    },
    {
      path: 'licence',
      ask: 'Windows Server license',
      kind: 'choice',
      byEnvironment: true,
      choices: () => [
        { value: 'none', name: 'Pay as you go' },
        { value: 'azureHybridBenefit', name: 'Azure Hybrid Benefit (your own licenses)' },
      ],
    },
    { path: 'osDisk.sizeGb', ask: 'OS disk size in GiB', kind: 'number' },
    {
      path: 'osDisk.type',
      ask: 'OS disk type',
      kind: 'choice',
      byEnvironment: true,
      choices: () => diskTypes.map((value) => ({ value })),
    },
    { path: 'autoShutdown.enabled', ask: 'Shut down the VM every day?', kind: 'confirm', byEnvironment: true },
    { path: 'administrator.username', ask: 'User name of the local administrator', kind: 'text' },
    {
      path: 'administrator.vaultName',
      ask: 'Key vault with the administrator’s password',
      kind: 'text',
      byEnvironment: true,
    },
    {
      path: 'administrator.vaultResourceGroup',
      ask: 'Resource group of that key vault',
      kind: 'text',
      byEnvironment: true,
    },
    { path: 'administrator.secretName', ask: 'Name of the secret with the password', kind: 'text' },
    ...placeQuestions,
  ],
  guesses: machineGuesses,
};

function autoShutdown(z: Zod): zod.ZodType<VirtualMachineInputs['autoShutdown']> {
  return z
    .strictObject({
      enabled: z.boolean(),
      time: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'must be a time such as 20:30'),
      timeZone: timeZoneSchema(z),
      emails: z.array(z.email()).max(10).describe('Email addresses to notify 30 minutes before'),
    })
    .describe('Daily shutdown. Azure deallocates the VM, and doesn’t start it again');
}

function administrator(z: Zod): zod.ZodType<VirtualMachineInputs['administrator']> {
  return z
    .strictObject({
      username: z
        .string()
        .regex(
          /^[A-Za-z][\w-]{0,19}$/,
          'must be 1 to 20 letters, digits, hyphens, or underscores, and begin with a letter',
        )
        .refine(
          (name) => !refusedUsernames.includes(name.toLowerCase()),
          'is a user name that Azure doesn’t allow for an administrator',
        ),
      vaultName: z
        .string()
        .regex(
          /^(?!.*--)[A-Za-z][A-Za-z0-9-]{1,22}[A-Za-z0-9]$/,
          'must be the name of a key vault: 3 to 24 letters, digits, and hyphens',
        ),
      vaultResourceGroup: z.string().regex(/^[\w.()-]{0,89}[\w()-]$/, 'must be the name of a resource group'),
      secretName: z
        .string()
        .regex(/^[A-Za-z0-9-]{1,127}$/, 'must be the name of a secret: letters, digits, and hyphens'),
    })
    .describe('The local administrator. The password is a secret in this key vault and never a setting');
}

function sizeChoice(name: string): { value: string; name: string } {
  const size = vmSize(name);
  return { value: name, name: size ? `${name} (${size.vCpus} vCPU, ${size.memoryGiB} GiB)` : name };
}

function defaults({ workload, environment, rules, component }: DefaultsContext): VirtualMachineInputs {
  return {
    size: 'Standard_D2s_v5',
    customSizes: [],
    computerName: '',
    image: '2022-datacenter-g2',
    imageVersion: 'latest',
    hotpatch: 'whereSupported',
    licence: 'none',
    timeZone: 'UTC',
    administrator: {
      username: 'azureadmin',
      vaultName: proposedVault(workload, environment),
      vaultResourceGroup: `rg-${workload}-${environment}-ops`,
      // Each VM has its own password, so a leaked one gives access to no other VM.
      secretName: `${component ?? 'vm'}-administrator-password`,
    },
    osDisk: { sizeGb: 128, type: 'Premium_LRS' },
    dataDisks: [],
    autoShutdown: { enabled: false, time: '20:30', timeZone: 'UTC', emails: [] },
    encryptionAtHost: rules.on('SEC-010'),
    trustedLaunch: rules.on('SEC-011'),
    // Only a VM with Trusted Launch can report the integrity of its boot.
    guestAttestation: rules.on('SEC-031') && rules.on('SEC-011'),
    entraSignIn: { enabled: rules.on('SEC-032'), administratorGroups: [], userGroups: [] },
    privateAddress: '',
  };
}
