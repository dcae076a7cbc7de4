import { md } from '../../../src/text/markdown.ts';
import type { Limitation } from '../../kernel/docs.ts';
import { factOf, limited } from '../../kernel/documents.ts';
import type { DocumentedWorkspace, Environment } from '../../kernel/workspace.ts';
import { isAlertSet } from '../alerts/inputs.ts';
import { siteRecoveryInputs } from './inputs.ts';

/**
 * Sources: azure-docs site-recovery/azure-to-azure-support-matrix.md (compute, cache storage), concepts-trusted-vm.md;
 * azure-resource-manager/management/overview.md, "Resource groups".
 */
export function limitations(workspace: DocumentedWorkspace): readonly Limitation[] {
  const on = (holds?: (side: Environment) => boolean) => factOf(workspace, 'site-recovery', holds);
  return [
    ...limited(
      104,
      on(),
      (where) =>
        md`[Azure routes control operations through the region of the resource group](https://learn.microsoft.com/azure/azure-resource-manager/management/overview). The vault of Site Recovery in ${where} can’t be changed while that region is unavailable. Create the resource group in another region than the VMs if a failover must not depend on it.`,
    ),
    ...limited(
      105,
      on(),
      (where) =>
        md`A VM that Site Recovery recovers (${where}) has no encryption at host, no extensions, and no role assignments. Its disks have public network access until you turn that off.`,
    ),
    ...limited(
      106,
      on((side) => siteRecoveryInputs.of(side).cacheStorageAccountId === ''),
      (where) =>
        md`Site Recovery creates the storage account for changes in ${where}. That account isn’t part of this workspace and needs shared key access, so the rules don’t cover it.`,
    ),
    ...limited(
      107,
      on(),
      (where) =>
        md`AVM has no module for replication, so a native resource starts it (${where}). Microsoft doesn’t document what a later deployment of an unchanged replication intent does. Try it before you depend on it.`,
    ),
    ...limited(
      108,
      on((side) => !isAlertSet(side, 'replication-unhealthy')),
      (where) =>
        md`Problems with replication in ${where} notify no one. The alerts of Site Recovery show only in the Azure portal.`,
    ),
  ];
}
