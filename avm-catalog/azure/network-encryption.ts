import { vmSize } from './sizes.ts';

/**
 * Sizes whose traffic virtual network encryption encrypts: D and E from version 4, and the listed series of other families.
 * Source: MicrosoftDocs/azure-docs, virtual-network/virtual-network-encryption-overview.md, "Requirements". Msv3 is left
 * out, because only its medium memory sizes are listed. Letters after D or E are other families, such as confidential VMs.
 */
const listed: readonly RegExp[] = [
  /^standard_[de]\d+(-\d+)?[a-z]*_v([4-9]|\d{2})$/,
  /^standard_l\d+s_v3$/,
  /^standard_f\d+(-\d+)?a[lm]?s_v6$/,
  /^standard_m\d+(-\d+)?[a-z]*_v2$/,
];

/** Whether virtual network encryption supports a VM size; undefined for a size that nothing is known of. */
export function encryptsNetwork(size: string): boolean | undefined {
  const name = size.toLowerCase();
  if (listed.some((pattern) => pattern.test(name))) return true;
  return vmSize(name) ? false : undefined;
}
