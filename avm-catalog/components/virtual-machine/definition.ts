import { imageKeys, images } from '../../azure/images.ts';
import { sizeName, vmSize, vmSizeNames } from '../../azure/sizes.ts';
import { customSizes, sizePattern } from './custom-sizes.ts';
import type * as zod from 'zod';
import { timeZoneSchema } from '../../kernel/closed-values.ts';
import type { InputDefinition } from '../../kernel/component.ts';
import type { DefaultsContext, Zod } from '../../kernel/context.ts';
import { machineGuesses } from './guesses.ts';
import { refusedUsernames } from './refused-usernames.ts';
import { proposedVault } from './vault.ts';
import type { SizesParameters } from '../../kernel/rule-parameters.ts';
import { virtualMachineInputs, type VirtualMachineInputs } from './inputs.ts';

const diskTypes = ['Premium_LRS', 'Premium_ZRS', 'StandardSSD_LRS', 'StandardSSD_ZRS', 'Standard_LRS'] as const;

export const virtualMachineDefinition: InputDefinition<VirtualMachineInputs> = {
  token: virtualMachineInputs,
  category: 'Constraints & Tradeoffs',
  examples: { size: vmSizeNames, image: imageKeys },
  schema: (z) =>
    z.strictObject({
      size: z.string().regex(sizePattern, 'must be a size such as Standard_D2s_v5'),
      customSizes: customSizes(z),
      computerName: z
        .string()
        .regex(
          /^([A-Za-z0-9]([A-Za-z0-9-]{0,13}[A-Za-z0-9])?)?$/,
          'must be 1 to 15 letters, digits and hyphens, and begin and end with a letter or digit',
        )
        .describe('Name of the computer inside Windows; cannot be changed later; empty for a proposed one'),
      image: z.string().regex(/^[A-Za-z0-9-]{1,80}$/, 'must be an image such as 2022-datacenter-g2'),
      imageVersion: z
        .string()
        .regex(/^(latest|\d+\.\d+\.\d+)$/, 'must be latest or a version such as 20348.2849.241119'),
      hotpatch: z
        .enum(['whereSupported', 'off'])
        .describe('whereSupported: most security updates need no restart where the image can be hotpatched'),
      licence: z
        .enum(['none', 'azureHybridBenefit'])
        .describe('azureHybridBenefit: Windows Server licences of one’s own'),
      timeZone: timeZoneSchema(z),
      administrator: administrator(z),
      osDisk: z.strictObject({ sizeGb: z.int().min(30).max(4095), type: z.enum(diskTypes) }),
      dataDisks: z
        .array(
          z.strictObject({
            name: z.string().regex(/^[a-z][a-z0-9-]{0,19}$/, 'must be lower-case letters, digits and hyphens'),
            lun: z.int().min(0).max(63),
            sizeGb: z.int().min(4).max(32767),
            type: z.enum(diskTypes),
            caching: z.enum(['None', 'ReadOnly', 'ReadWrite']),
          }),
        )
        .max(64),
      encryptionAtHost: z.boolean(),
      trustedLaunch: z.boolean().describe('false leaves it to the subscription, whose default may be Trusted Launch'),
      privateAddress: z
        .ipv4()
        .or(z.literal(''))
        .describe('Fixed address in the workload subnet; empty lets Azure choose'),
    }),
  defaults,
  canonical: (given) => ({ ...given, size: sizeName(given.size) }),
  questions: [
    {
      path: 'size',
      ask: 'Size of the machine',
      kind: 'choice',
      byEnvironment: true,
      choices: ({ rules }) => rules.parameters<SizesParameters>('TST-002').sizes.map(sizeChoice),
    },
    {
      path: 'image',
      ask: 'Windows Server',
      kind: 'choice',
      choices: () =>
        images
          .filter((one) => one.common)
          .map(({ key, hotpatch }) => ({ value: key, ...(hotpatch ? { name: `${key} (hotpatch)` } : {}) })),
    },
    {
      path: 'licence',
      ask: 'Licence',
      kind: 'choice',
      byEnvironment: true,
      choices: () => [
        { value: 'none', name: 'pay as you go' },
        { value: 'azureHybridBenefit', name: 'Azure Hybrid Benefit (licences of one’s own)' },
      ],
    },
    { path: 'osDisk.sizeGb', ask: 'Size of the disk with the operating system, in GiB', kind: 'number' },
    {
      path: 'osDisk.type',
      ask: 'Type of that disk',
      kind: 'choice',
      byEnvironment: true,
      choices: () => diskTypes.map((value) => ({ value })),
    },
    { path: 'administrator.username', ask: 'Name of the local administrator', kind: 'text' },
    {
      path: 'administrator.vaultName',
      ask: 'Key vault that holds the administrator’s password',
      kind: 'text',
      byEnvironment: true,
    },
    {
      path: 'administrator.vaultResourceGroup',
      ask: 'Resource group of that vault',
      kind: 'text',
      byEnvironment: true,
    },
    { path: 'administrator.secretName', ask: 'Name of the secret', kind: 'text' },
  ],
  guesses: machineGuesses,
};

function administrator(z: Zod): zod.ZodType<VirtualMachineInputs['administrator']> {
  return z
    .strictObject({
      username: z
        .string()
        .regex(
          /^[A-Za-z][\w-]{0,19}$/,
          'must be 1 to 20 letters, digits, hyphens or underscores and begin with a letter',
        )
        .refine(
          (name) => !refusedUsernames.includes(name.toLowerCase()),
          'is a name that Azure refuses for an administrator',
        ),
      vaultName: z
        .string()
        .regex(
          /^(?!.*--)[A-Za-z][A-Za-z0-9-]{1,22}[A-Za-z0-9]$/,
          'must be the name of a key vault: 3 to 24 letters, digits and hyphens',
        ),
      vaultResourceGroup: z.string().regex(/^[\w.()-]{0,89}[\w()-]$/, 'must be the name of a resource group'),
      secretName: z
        .string()
        .regex(/^[A-Za-z0-9-]{1,127}$/, 'must be the name of a secret: letters, digits and hyphens'),
    })
    .describe('The password itself is never an answer: it is a secret in this vault');
}

function sizeChoice(name: string): { value: string; name: string } {
  const size = vmSize(name);
  return { value: name, name: size ? `${name} (${size.vCpus} vCPU, ${size.memoryGiB} GiB)` : name };
}

function defaults({ workload, environment, rules }: DefaultsContext): VirtualMachineInputs {
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
      secretName: 'vm-administrator-password',
    },
    osDisk: { sizeGb: 128, type: 'Premium_LRS' },
    dataDisks: [],
    encryptionAtHost: rules.on('SEC-010'),
    trustedLaunch: rules.on('SEC-011'),
    privateAddress: '',
  };
}
