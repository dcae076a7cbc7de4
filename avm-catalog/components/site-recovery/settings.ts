import { string } from '../../../src/bicep/type.ts';
import type { ReferenceExpression, Value } from '../../../src/bicep/value.ts';
import type { Composer } from '../../kernel/component.ts';
import type { RegionsParameters } from '../../kernel/rule-parameters.ts';
import { recoveryRegionOf, siteRecoveryInputs } from './inputs.ts';

export function recoveryRegion(c: Composer): ReferenceExpression {
  return c.parameter({
    name: 'recoveryRegion',
    type: string,
    description: 'Region to recover virtual machines to',
    ...(c.rules.on('TST-001') ? { allowed: allowedRegions(c) } : {}),
    value: recoveryRegionOf,
    answers: ['siteRecovery.targetRegion', 'location.region'],
    ids: ['TST-001'],
  });
}

/** Those of the rule, and those in use. */
function allowedRegions(c: Composer): readonly string[] {
  const { regions } = c.rules.parameters<RegionsParameters>('TST-001');
  return [...new Set([...regions, ...c.views.map(recoveryRegionOf)])].toSorted();
}

type Id = 'resourceGroupId' | 'virtualNetworkId' | 'cacheStorageAccountId' | 'diskEncryptionSetId';

const described: Readonly<Record<Id, readonly [string, string]>> = {
  resourceGroupId: ['recoveryResourceGroupId', 'Resource ID of the resource group for recovered virtual machines'],
  virtualNetworkId: ['recoveryVirtualNetworkId', 'Resource ID of the virtual network for recovered virtual machines'],
  cacheStorageAccountId: [
    'replicationCacheId',
    'Resource ID of the storage account for changes that are replicated; empty for one that Site Recovery creates',
  ],
  diskEncryptionSetId: [
    'recoveryDiskEncryptionSetId',
    'Resource ID of the disk encryption set of replicated disks; empty for none',
  ],
};

export function existingId(c: Composer, key: Id): Value {
  const [name, description] = described[key];
  return c.choose({
    name,
    type: string,
    description,
    value: (view) => siteRecoveryInputs.of(view)[key],
    answers: [`siteRecovery.${key}`],
  });
}

/** Empty for none. */
export function recoveryZone(c: Composer): Value {
  return c.choose({
    name: 'recoveryZone',
    type: string,
    description: 'Availability zone of recovered virtual machines; empty for none',
    value: (view) => String(siteRecoveryInputs.of(view).targetZone ?? ''),
    answers: ['siteRecovery.targetZone'],
  });
}
