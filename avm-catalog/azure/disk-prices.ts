import { ownValue } from '../../src/bicep/own.ts';

/** Size in GiB, up to and including, and USD a month with LRS and with ZRS. */
type Tier = readonly [sizeGiB: number, lrs: number, zrs?: number];

/**
 * West Europe; the source is retailSource in prices.ts. Names of tiers by size: azure-compute-docs,
 * includes/disk-storage-premium-ssd-sizes.md, disk-storage-standard-ssd-sizes.md, disk-storage-standard-hdd-sizes.md.
 */
const tiers: Readonly<Record<string, readonly Tier[]>> = {
  Premium: [
    [4, 0.78, 1.17],
    [8, 1.56, 2.34],
    [16, 3.12, 4.68],
    [32, 5.8072, 8.711],
    [64, 11.2272, 16.841],
    [128, 21.68, 32.519],
    [256, 41.811428, 62.716],
    [512, 80.54, 120.79],
    [1024, 148.68, 222.99],
    [2048, 284.9371, 427.4],
    [4096, 545.0971, 817.63],
    [8192, 1040.64, 1560.93],
    [16_384, 1982.17, 2973.2],
    [32_767, 3964.34, 5946.41],
  ],
  StandardSSD: [
    [4, 0.3, 0.45],
    [8, 0.6, 0.9],
    [16, 1.2, 1.8],
    [32, 2.4, 3.6],
    [64, 4.8, 7.2],
    [128, 9.6, 14.4],
    [256, 19.2, 28.8],
    [512, 38.4, 57.6],
    [1024, 76.8, 115.2],
    [2048, 153.6, 230.4],
    [4096, 307.2, 460.8],
    [8192, 614.4, 921.6],
    [16_384, 1228.8, 1843.2],
    [32_767, 2457.6, 3686.4],
  ],
  Standard: [
    [32, 1.536],
    [64, 3.008],
    [128, 5.888],
    [256, 11.328],
    [512, 21.76],
    [1024, 40.96],
    [2048, 81.92],
    [4096, 163.84],
    [8192, 327.68],
    [16_384, 655.36],
    [32_767, 1310.72],
  ],
};

/** USD a month of a managed disk such as Premium_LRS; undefined for types without a quoted price, such as Ultra Disk. */
export function diskPrice(type: string, sizeGiB: number): number | undefined {
  const [kind = '', redundancy = ''] = type.split('_');
  const tier = ownValue<readonly Tier[]>(tiers, kind)?.find(([size]) => sizeGiB <= size);
  return redundancy === 'LRS' ? tier?.[1] : redundancy === 'ZRS' ? tier?.[2] : undefined;
}
