import { inputsToken } from '../../kernel/inputs.ts';

/** In ascending order. */
export const redundancies = ['LRS', 'ZRS', 'GRS', 'GZRS'] as const;

type ShareTier = 'TransactionOptimized' | 'Hot' | 'Cool';
export interface FileShare {
  readonly name: string;
  readonly quotaGiB: number;
  readonly tier: ShareTier;
}
/** A name alone uses the module's defaults: 5,120 GiB, transaction optimized. */
export type ShareAnswer = string | (Partial<FileShare> & { readonly name: string });

/** How clients authenticate to mount shares, because shared keys are off. */
export type ShareIdentity = 'none' | 'managedIdentity' | 'entraKerberos';
export type SharePermission = 'none' | 'reader' | 'contributor' | 'elevatedContributor';

export interface StorageAccountInputs {
  readonly enabled: boolean;
  readonly redundancy: (typeof redundancies)[number];
  readonly containers: readonly string[];
  readonly shares: readonly ShareAnswer[];
  readonly shareAccess: { readonly identity: ShareIdentity; readonly defaultPermission: SharePermission };
  readonly accessTier: 'Hot' | 'Cool' | 'Cold';
  /** Days, 1 to 365. */
  readonly softDeleteDays: number;
}

export const storageAccountType = 'storage-account';

export const storageAccountInputs = inputsToken<StorageAccountInputs>('storageAccount');
