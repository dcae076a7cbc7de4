import { image } from '../../azure/images.ts';
import type { View } from '../../kernel/view.ts';
import { problem, type AnswerProblem } from '../../kernel/problem.ts';
import { storageAccountInputs, type FileShare, type SharePermission } from './inputs.ts';
import { virtualMachineInputs } from '../virtual-machine/inputs.ts';

/**
 * Shares larger than this need large file shares turned on. With geo-redundancy, shares have 100 TiB too, and the module
 * omits the setting. Source: azure-docs storage/files/geo-redundant-storage-for-large-file-shares.md.
 */
export const ordinaryQuota = 5120;

export function sharesOf(view: View): readonly FileShare[] {
  return storageAccountInputs.of(view).shares.map((one) => ({
    quotaGiB: ordinaryQuota,
    tier: 'TransactionOptimized',
    ...(typeof one === 'string' ? { name: one } : one),
  }));
}

export function hasShares(view: View): boolean {
  return storageAccountInputs.of(view).enabled && storageAccountInputs.of(view).shares.length > 0;
}

export const defaultPermissions: Readonly<Record<SharePermission, string>> = {
  none: 'None',
  reader: 'StorageFileDataSmbShareReader',
  contributor: 'StorageFileDataSmbShareContributor',
  elevatedContributor: 'StorageFileDataSmbShareElevatedContributor',
};

/**
 * As `Maximum security` of Azure Files, but for the channel: AES-256-GCM alone keeps out Windows Server 2019 and
 * earlier, and 2022 and later too until a cipher is set on the VM. Source: azure-docs storage/files/files-smb-protocol.md,
 * "SMB security settings"; kubernetes-sigs/azurefile-csi-driver#3097. NTLMv2 is the shared key, which is off.
 */
export const smbSettings = {
  versions: 'SMB3.1.1',
  authenticationMethods: 'Kerberos',
  kerberosTicketEncryption: 'AES-256',
  channelEncryption: 'AES-128-GCM;AES-256-GCM',
} as const;

/** Shares that would be created but that no client could mount. */
export function shareProblems(view: View): readonly AnswerProblem[] {
  if (!hasShares(view)) return [];
  const is = storageAccountInputs.of(view);
  const virtualMachine = virtualMachineInputs.of(view);
  const { identity, defaultPermission } = is.shareAccess;
  const year = image(virtualMachine.image)?.year;
  return [
    ...(defaultPermission !== 'none' && identity !== 'entraKerberos'
      ? [
          problem('answer-needs', 'storageAccount.shareAccess.defaultPermission', {
            what: 'Default permissions on shares',
            needs: 'storageAccount.shareAccess.identity=entraKerberos',
          }),
        ]
      : []),
    ...(identity === 'none' ? [unmountable('shared keys are off, and no identity source is set')] : []),
    // Source: azure-docs storage/files/files-managed-identities.md, "Enable managed identity on an Azure VM".
    ...(identity === 'managedIdentity' && year !== undefined && year < 2019
      ? [unmountable(`Windows Server ${year} can’t mount with a managed identity; 2019 and later can`)]
      : []),
  ];
}

function unmountable(why: string): AnswerProblem {
  const answer = 'storageAccount.shareAccess.identity';
  return problem('share-unmountable', answer, { why }, 'warning');
}
