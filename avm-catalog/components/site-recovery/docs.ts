import { listed } from '../../../src/text/commas.ts';
import { region } from '../../azure/regions.ts';
import { replication } from '../../azure/reliability.ts';
import type { ComponentDocs, Permission } from '../../kernel/docs.ts';
import { factOf, grouped, permittedIn } from '../../kernel/documents.ts';
import { usedResources } from '../../kernel/used-resources.ts';
import type { DocumentedWorkspace, Environment } from '../../kernel/workspace.ts';
import { recoveryRegionOf, siteRecoveryInputs } from './inputs.ts';
import { limitations } from './limitations.ts';
import operations from './readme.md.hbs';
import removal from './removal.md.hbs';

export const siteRecoveryDocs: ComponentDocs = {
  operations,
  facts: ({ sides }, workspace) => ({
    ...replication,
    regions: listed(grouped(sides, regionName).map(([name, own]) => ({ name, where: workspace.where(own) }))),
  }),
  proof: { order: 75, what: 'A test failover works in the recovery region' },
  prerequisites: (workspace) =>
    usedResources(workspace, {
      order: 75,
      title: 'Site Recovery',
      fact: factOf(workspace, 'site-recovery'),
      idsOf: existing,
    }),
  permissions,
  limitations,
  removal: { before: { template: removal, what: 'replication' } },
};

function regionName(side: Environment): string {
  const name = recoveryRegionOf(side);
  return region(name)?.displayName ?? name;
}

/** IDs of what Site Recovery recovers to, and of what it uses on the way. */
function existing(side: Environment): readonly string[] {
  const is = siteRecoveryInputs.of(side);
  return [is.resourceGroupId, is.virtualNetworkId, is.cacheStorageAccountId, is.diskEncryptionSetId].filter(
    (id) => id !== '',
  );
}

/** Source: azure-docs site-recovery/site-recovery-role-based-linked-access-control.md. */
function permissions(workspace: DocumentedWorkspace): readonly Permission[] {
  const sides = workspace.with('site-recovery');
  const encrypted = sides.filter((side) => siteRecoveryInputs.of(side).diskEncryptionSetId !== '');
  const idsIn = (among: readonly Environment[], idsOf: (side: Environment) => readonly string[]) => (name: string) =>
    among.filter((side) => side.environment === name).flatMap(idsOf);
  const reason = workspace.because('site-recovery');
  return [
    ...permittedIn(workspace, sides, {
      for: 'deployment',
      order: 75,
      anyOf: ['Virtual Machine Contributor'],
      scope: 'The resource group, the virtual network, and the storage account that Site Recovery uses',
      within: idsIn(sides, (side) => {
        const is = siteRecoveryInputs.of(side);
        return [is.resourceGroupId, is.virtualNetworkId, is.cacheStorageAccountId].filter((id) => id !== '');
      }),
      why: 'Azure checks whether the deployment identity may create the recovered VMs.',
      actions: [
        'Microsoft.Compute/virtualMachines/*',
        'Microsoft.Network/networkInterfaces/*',
        'Microsoft.Network/virtualNetworks/read',
        'Microsoft.Network/virtualNetworks/subnets/join/action',
        'Microsoft.Resources/deployments/*',
        'Microsoft.Storage/storageAccounts/read',
        'Microsoft.Storage/storageAccounts/listKeys/action',
      ],
      reason,
    }),
    ...permittedIn(workspace, encrypted, {
      for: 'deployment',
      order: 76,
      anyOf: ['Reader'],
      scope: 'The disk encryption set that Site Recovery uses',
      within: idsIn(encrypted, (side) => [siteRecoveryInputs.of(side).diskEncryptionSetId]),
      why: 'Site Recovery encrypts replicas of the disks with it.',
      actions: ['Microsoft.Compute/diskEncryptionSets/read'],
      reason,
    }),
  ];
}
