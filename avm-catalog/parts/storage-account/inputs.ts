import { isOffered } from '../../azure/services.ts';
import type { InputDefinition } from '../../component.ts';

export interface StorageAccountInputs {
  readonly enabled: boolean;
  readonly redundancy: 'LRS' | 'ZRS' | 'GRS' | 'GZRS';
  readonly containers: readonly string[];
  readonly shares: readonly string[];
  /** Days, 1 to 365. */
  readonly softDeleteDays: number;
}
declare module '../../component.ts' {
  interface Inputs {
    storageAccount: StorageAccountInputs;
  }
}

const containerName = /^(?!.*--)[a-z0-9][a-z0-9-]{1,61}[a-z0-9]$/;

export const storageAccountInputs: InputDefinition<'storageAccount'> = {
  key: 'storageAccount',
  schema: (z) => {
    const names = z
      .array(z.string().regex(containerName, 'must be 3 to 63 lower-case letters, digits and single hyphens'))
      .max(50);
    return z.strictObject({
      enabled: z.boolean(),
      redundancy: z.enum(['LRS', 'ZRS', 'GRS', 'GZRS']),
      containers: names.describe('Blob containers'),
      shares: names.describe('File shares'),
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
