import type * as zod from 'zod';
import { isOffered } from '../../azure/services.ts';
import type { InputDefinition } from '../../kernel/component.ts';
import type { Zod } from '../../kernel/context.ts';
import { redundancies, storageAccountInputs, type ShareAnswer, type StorageAccountInputs } from './inputs.ts';

const containerName = /^(?!.*--)[a-z0-9][a-z0-9-]{1,61}[a-z0-9]$/;

export const storageAccountDefinition: InputDefinition<StorageAccountInputs> = {
  token: storageAccountInputs,
  schema: (z) => {
    const name = z.string().regex(containerName, 'must be 3 to 63 lower-case letters, digits and single hyphens');
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
              'managedIdentity: shares are mounted with a managed identity (preview); entraKerberos: users of computers joined to Microsoft Entra ID do',
            ),
          defaultPermission: z
            .enum(['none', 'reader', 'contributor', 'elevatedContributor'])
            .describe('What every user may do on every share; only with entraKerberos'),
        })
        .describe('Who mounts the file shares: there are no shared keys'),
      accessTier: z.enum(['Hot', 'Cool', 'Cold']).describe('Access tier of blobs that have none of their own'),
      softDeleteDays: z
        .int()
        .min(1)
        .max(365)
        .describe('Days that deleted blobs, containers and shares can be brought back'),
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
    { path: 'enabled', ask: 'Does the workload need a storage account?', kind: 'confirm' },
    {
      path: 'redundancy',
      ask: 'How is the storage account replicated?',
      kind: 'choice',
      byEnvironment: true,
      when: (inputs) => inputs['enabled'] === true,
      choices: () => [
        { value: 'LRS', name: 'LRS (one datacentre)' },
        { value: 'ZRS', name: 'ZRS (three zones)' },
        { value: 'GRS', name: 'GRS (paired region)' },
        { value: 'GZRS', name: 'GZRS (three zones and paired region)' },
      ],
    },
    {
      path: 'containers',
      ask: 'Blob containers, with commas between',
      kind: 'list',
      when: (inputs) => inputs['enabled'] === true,
    },
    {
      path: 'shares',
      ask: 'File shares, with commas between',
      kind: 'list',
      when: (inputs) => inputs['enabled'] === true,
    },
  ],
  switchOn: { enabled: true },
};

/** A name alone, or with what it has instead of the defaults. */
function share(z: Zod, name: zod.ZodType<string>): zod.ZodType<ShareAnswer> {
  return z.union([
    name,
    z.strictObject({
      name,
      quotaGiB: z.int().min(1).max(102400).optional().describe('Most that the share holds, in GiB'),
      tier: z.enum(['TransactionOptimized', 'Hot', 'Cool']).optional(),
    }),
  ]) as zod.ZodType<ShareAnswer>;
}
