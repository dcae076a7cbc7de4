import { regionNames } from '../../azure/regions.ts';
import { resourceGroupIdPattern, resourceIdOfType, virtualNetworkIdPattern } from '../../azure/resource-ids.ts';
import type { InputDefinition, Question } from '../../kernel/component.ts';
import type { Zod } from '../../kernel/context.ts';
import { siteRecoveryInputs } from './inputs.ts';

const isOn: Question['when'] = (inputs) => inputs['enabled'] === true;
const text = { kind: 'text', byEnvironment: true, when: isOn } as const;

const id = (z: Zod, pattern: RegExp, what: string) =>
  z.string().regex(pattern, `must be the resource ID of ${what}`).or(z.literal(''));

export const siteRecoveryDefinition: InputDefinition<ReturnType<typeof siteRecoveryInputs.of>> = {
  token: siteRecoveryInputs,
  category: 'Non-Functional Quality Attributes',
  schema: (z) =>
    z.strictObject({
      enabled: z.boolean().describe('Replicate the VMs to another region with Azure Site Recovery'),
      targetRegion: z.string().max(60).describe('Region to recover to; empty for the paired region'),
      resourceGroupId: id(z, resourceGroupIdPattern, 'a resource group').describe(
        'Resource ID of the existing resource group for recovered VMs and replicas of their disks',
      ),
      virtualNetworkId: id(z, virtualNetworkIdPattern, 'a virtual network').describe(
        'Resource ID of the existing virtual network for recovered VMs, in the region to recover to',
      ),
      targetZone: z.literal([1, 2, 3]).nullable().describe('Availability zone of recovered VMs; null for none'),
      cacheStorageAccountId: id(z, resourceIdOfType('Microsoft.Storage/storageAccounts'), 'a storage account').describe(
        'Resource ID of an existing storage account for changes that are replicated, in the region of the VMs. Empty for one that Site Recovery creates',
      ),
      diskEncryptionSetId: id(
        z,
        resourceIdOfType('Microsoft.Compute/diskEncryptionSets'),
        'a disk encryption set',
      ).describe(
        'Resource ID of an existing disk encryption set in the region to recover to. Disks with customer-managed keys need one',
      ),
    }),
  defaults: () => ({
    enabled: false,
    targetRegion: '',
    resourceGroupId: '',
    virtualNetworkId: '',
    targetZone: null,
    cacheStorageAccountId: '',
    diskEncryptionSetId: '',
  }),
  examples: { targetRegion: regionNames },
  questions: [
    { path: 'enabled', ask: 'Replicate the VM to another region?', kind: 'confirm', byEnvironment: true },
    { path: 'targetRegion', ask: 'Region to recover to (empty for the paired region)', ...text },
    { path: 'resourceGroupId', ask: 'Resource ID of the resource group for recovered VMs', ...text },
    { path: 'virtualNetworkId', ask: 'Resource ID of the virtual network for recovered VMs', ...text },
  ],
  switchOn: { enabled: true },
  needsMore: true,
};
