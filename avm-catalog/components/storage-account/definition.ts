import type * as zod from 'zod';
import { isOffered } from '../../azure/services.ts';
import type { InputDefinition } from '../../kernel/component.ts';
import type { Zod } from '../../kernel/context.ts';
import { redundancies, storageAccountInputs, type ShareAnswer, type StorageAccountInputs } from './inputs.ts';

const containerName = /^(?!.*--)[a-z0-9][a-z0-9-]{1,61}[a-z0-9]$/;

export const storageAccountDefinition: InputDefinition<StorageAccountInputs> = {
  token: storageAccountInputs,
  schema: (z) => {
    const name = z.string().regex(containerName, 'must be 3 to 63 lowercase letters, digits, and single hyphens');
    return z.strictObject({
      enabled: z.boolean(),
      redundancy: z.enum(redundancies),
      containers: z.array(name).max(50).describe('Blob containers'),
      shares: z.array(share(z, name)).max(50).describe('File shares'),
      shareAccess: z
        .strictObject({
          identity: z
            .enum(['none', 'managedIdentity', 'entraKerberos'])
            .describe(
              'managedIdentity: clients mount shares with a managed identity (preview). entraKerberos: users mount them from computers that are joined to Microsoft Entra ID',
            ),
          defaultPermission: z
            .enum(['none', 'reader', 'contributor', 'elevatedContributor'])
            .describe('Default permission of every user on every share. Applies only with entraKerberos'),
        })
        .describe('How clients authenticate to mount file shares, because shared keys are off'),
      accessTier: z.enum(['Hot', 'Cool', 'Cold']).describe('Default access tier of blobs'),
      softDeleteDays: z
        .int()
        .min(1)
        .max(365)
        .describe('Days that you can recover deleted blobs, containers, and file shares'),
    });
  },
  defaults: ({ region }) => ({
    enabled: false,
    redundancy: region === undefined || isOffered('zrsStorage', region) ? 'ZRS' : 'LRS',
    containers: ['artifacts'],
    shares: [],
    shareAccess: { identity: 'managedIdentity', defaultPermission: 'none' },
    accessTier: 'Hot',
    softDeleteDays: 14,
  }),
  questions: [
    { path: 'enabled', ask: 'Deploy a storage account for the workload?', kind: 'confirm' },
    {
      path: 'redundancy',
      ask: 'Redundancy of the storage account',
      kind: 'choice',
      byEnvironment: true,
      when: (inputs) => inputs['enabled'] === true,
      choices: () => [
        { value: 'LRS', name: 'LRS (one datacenter)' },
        { value: 'ZRS', name: 'ZRS (three zones)' },
        { value: 'GRS', name: 'GRS (one datacenter and the paired region)' },
        { value: 'GZRS', name: 'GZRS (three zones and the paired region)' },
      ],
    },
    {
      path: 'containers',
      ask: 'Blob containers (separate with commas)',
      kind: 'list',
      when: (inputs) => inputs['enabled'] === true,
    },
    {
      path: 'shares',
      ask: 'File shares (separate with commas)',
      kind: 'list',
      when: (inputs) => inputs['enabled'] === true,
    },
  ],
  switchOn: { enabled: true },
};

/** A name, or a name with settings that replace the defaults. */
function share(z: Zod, name: zod.ZodType<string>): zod.ZodType<ShareAnswer> {
  return z.union([
    name,
    z.strictObject({
      name,
      quotaGiB: z.int().min(1).max(102400).optional().describe('Maximum size of the share, in GiB'),
      tier: z.enum(['TransactionOptimized', 'Hot', 'Cool']).optional(),
    }),
  ]) as zod.ZodType<ShareAnswer>;
}
