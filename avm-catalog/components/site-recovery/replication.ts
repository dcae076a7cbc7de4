import {
  call,
  isExpression,
  item,
  lambda,
  param,
  variable,
  type ObjectValue,
  type Value,
} from '../../../src/bicep/value.ts';
import type { Composer } from '../../kernel/component.ts';
import { choice, list, not } from '../../kernel/patterns.ts';
import { existingId, recoveryRegion, recoveryZone } from './settings.ts';

/**
 * One intent for each VM, whose name it has, so a later deployment updates it.
 * Sources: Azure/azure-policy, VirtualMachineReplication_AzureSiteRecovery_DINE.json; Learn, REST API of Site Recovery,
 * Replication Protection Intents - Create.
 */
export function replicate(c: Composer): void {
  const vms = c.collect('machine');
  const shared = common(c);
  // In a variable, because the linter accepts IDs in native resources only as a symbol or a function call.
  const replications = c.variable(
    'replications',
    list(vms, ({ item: vm }) => ({
      name: vm.name,
      details: { ...shared, fabricObjectId: vm.id, vmManagedDisks: disks(c, vm.disks) },
    })),
    { description: 'VMs that Site Recovery replicates, and where to', ids: ['RES-008'] },
  );
  c.native({
    symbol: 'replicationIntents',
    type: 'Microsoft.RecoveryServices/vaults/replicationProtectionIntents@2025-08-01',
    comment: 'Replication of the virtual machines to another region',
    reason: 'AVM has no module for replication protection intents, and its vault module doesn’t replicate VMs',
    dependsOn: ['siteRecoveryVault', ...vms.map(({ item: vm }) => vm.symbol)],
    loop: { item: 'replication', in: replications },
    body: {
      parent: c.existing({
        symbol: 'existingSiteRecoveryVault',
        type: 'Microsoft.RecoveryServices/vaults@2025-08-01',
        name: c.reference('siteRecoveryVault'),
        comment: 'Existing Recovery Services vault of Site Recovery, as the parent of the replication',
      }),
      name: item('replication', 'name'),
      properties: { providerSpecificDetails: item('replication', 'details') },
    },
  });
}

/** What is the same for all VMs. */
function common(c: Composer): ObjectValue {
  const group = existingId(c, 'resourceGroupId');
  const zone = recoveryZone(c);
  return {
    instanceType: 'A2A',
    primaryLocation: param('location'),
    recoveryLocation: recoveryRegion(c),
    recoverySubscriptionId: subscriptionOf(c, group),
    recoveryResourceGroupId: group,
    recoveryAvailabilityType: choice(isGiven(zone), 'AvailabilityZone', 'Single'),
    recoveryAvailabilityZone: zone,
    recoveryVirtualNetworkCustomInput: {
      resourceType: 'Existing',
      recoveryVirtualNetworkId: existingId(c, 'virtualNetworkId'),
    },
    ...optional(existingId(c, 'cacheStorageAccountId'), (id) => ({
      primaryStagingStorageAccountCustomInput: choice(
        isGiven(id),
        { resourceType: 'Existing', azureStorageAccountId: id },
        null,
      ),
    })),
    vmDisks: [],
  };
}

function disks(c: Composer, names: Value): Value {
  const group = existingId(c, 'resourceGroupId');
  const set = existingId(c, 'diskEncryptionSetId');
  const disk: Value = {
    diskId: call('resourceId', 'Microsoft.Compute/disks', item('disk')),
    recoveryResourceGroupCustomInput: { resourceType: 'Existing', recoveryResourceGroupId: group },
    ...optional(set, (id) => ({ recoveryDiskEncryptionSetId: c.because(['SEC-009'], choice(isGiven(id), id, null)) })),
  };
  return call('map', names, lambda('disk', disk));
}

function subscriptionOf(c: Composer, group: Value): Value {
  if (typeof group === 'string') return group.split('/')[2] ?? '';
  const parts = c.variable('recoveryGroupIdParts', call('split', group, '/'), {
    description: 'Segments of the ID of the resource group for recovered VMs. The third is the subscription',
  });
  return choice(c.condition, variable(parts.name, 2), '');
}

/** Nothing for a setting that is empty everywhere. */
const optional = (value: Value, make: (value: Value) => ObjectValue): ObjectValue => (value === '' ? {} : make(value));

/** Whether a setting isn't empty, where that is known. */
const isGiven = (value: Value): Value => (isExpression(value) ? not(call('empty', value)) : value !== '');
