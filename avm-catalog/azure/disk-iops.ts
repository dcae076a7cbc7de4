/** Size in GiB, up to and including, and the IOPS of a disk of that size without bursting. */
type Tier = readonly [sizeGiB: number, iops: number];

/** Source: azure-compute-docs, includes/disk-storage-premium-ssd-sizes.md and disk-storage-standard-ssd-sizes.md. */
const premium: readonly Tier[] = [
  [32, 120],
  [64, 240],
  [128, 500],
  [256, 1100],
  [512, 2300],
  [1024, 5000],
  [4096, 7500],
  [8192, 16_000],
  [16_384, 18_000],
  [32_767, 20_000],
];
const standardSsd: readonly Tier[] = [
  [4096, 500],
  [8192, 2000],
  [16_384, 4000],
  [32_767, 6000],
];

/** The IOPS of a managed disk without bursting; undefined for types that the catalog has no figures for. */
export function diskIops({ type, sizeGb }: { readonly type: string; readonly sizeGb: number }): number | undefined {
  const tiers = type.startsWith('Premium') ? premium : type.startsWith('StandardSSD') ? standardSsd : [];
  return tiers.find(([size]) => sizeGb <= size)?.[1];
}
