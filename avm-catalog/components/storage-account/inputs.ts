import { inputsToken } from '../../kernel/inputs.ts';

/** From little to much. */
export const redundancies = ['LRS', 'ZRS', 'GRS', 'GZRS'] as const;

type ShareTier = 'TransactionOptimized' | 'Hot' | 'Cool';
export interface FileShare {
  readonly name: string;
  readonly quotaGiB: number;
  readonly tier: ShareTier;
}
/** A name alone has what the module gives it: 5,120 GiB, optimized for transactions. */
export type ShareAnswer = string | (Partial<FileShare> & { readonly name: string });

/** Who may mount shares, as there are no shared keys. */
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

export const storageAccountInputs = inputsToken<StorageAccountInputs>('storageAccount');
