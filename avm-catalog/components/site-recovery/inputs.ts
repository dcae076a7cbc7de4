import { pairOf, regionName } from '../../azure/regions.ts';
import { inputsToken } from '../../kernel/inputs.ts';
import type { View } from '../../kernel/view.ts';

interface SiteRecoveryInputs {
  readonly enabled: boolean;
  /** Region to recover to; empty for the pair of the region. */
  readonly targetRegion: string;
  /** Resource ID of the existing resource group of recovered VMs. */
  readonly resourceGroupId: string;
  /** Resource ID of the existing virtual network of recovered VMs. */
  readonly virtualNetworkId: string;
  readonly targetZone: 1 | 2 | 3 | null;
  /** Resource ID of an existing storage account for changes on their way; empty for one that Site Recovery creates. */
  readonly cacheStorageAccountId: string;
  /** Resource ID of an existing disk encryption set in the recovery region; empty for none. */
  readonly diskEncryptionSetId: string;
}

export const siteRecoveryInputs = inputsToken<SiteRecoveryInputs>('siteRecovery');

/** The region that VMs are recovered to; empty if nobody said it, and the region has no pair. */
export function recoveryRegionOf(view: Pick<View, 'inputs' | 'core'>): string {
  const { targetRegion } = siteRecoveryInputs.of(view);
  return targetRegion === '' ? (pairOf(view.core.location.region) ?? '') : regionName(targetRegion);
}
