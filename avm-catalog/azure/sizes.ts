import { series, type SizeRow, type VmFamily, type VmSeries, type VmSeriesTraits } from './size-series.ts';

/** Facts about a size that checks need. For sizes that the catalog lacks, users set them in customSizes. */
export interface SizeFacts extends VmSeriesTraits {
  readonly name: string;
  readonly vCpus: number;
  readonly memoryGiB: number;
  readonly maxDataDisks: number;
}

interface VmSize extends SizeFacts {
  readonly series: string;
  readonly family: VmFamily;
  readonly maxNics: number;
  /** 0 where there is none; on sizes with several, their sum. */
  readonly tempDiskGiB: number;
  readonly tempDisk: boolean;
}

/**
 * Sizes that make sense for servers, not all that Azure has: one that is missing is unknown, not wrong.
 * Sources: MicrosoftDocs/azure-compute-docs, the articles on VM sizes (2024-07 to 2026-03), for numbers,
 * trusted-launch.md for Trusted Launch, resource SKUs of 2025-06 for encryption at host and disk controllers.
 */
export const vmSizes: readonly VmSize[] = series.flatMap((it) => it.sizes.map((row) => sizeOf(it, row)));

export const vmSizeNames: readonly string[] = vmSizes.map((it) => it.name);

const byName = new Map(vmSizes.map((it) => [it.name.toLowerCase(), it]));

/** Without regard to case, as Azure compares sizes. */
export function vmSize(name: string): VmSize | undefined {
  return byName.get(name.toLowerCase());
}

/** As the catalog writes it; Azure doesn't look at case. Others stay as they are. */
export function sizeName(text: string): string {
  return vmSize(text)?.name ?? text;
}

interface Sized {
  readonly size: string;
  readonly customSizes: readonly SizeFacts[];
}

/** The size of a VM, or another one by name: as the answers describe it, else as the catalog does. Undefined: unknown. */
export function sizeFacts(vm: Sized, name = vm.size): SizeFacts | undefined {
  const same = (one: SizeFacts): boolean => one.name.toLowerCase() === name.toLowerCase();
  return vm.customSizes.find(same) ?? vmSize(name);
}

function sizeOf(it: VmSeries, row: SizeRow): VmSize {
  const [name, vCpus, memoryGiB, maxDataDisks, maxNics, tempDiskGiB] = row;
  return {
    name,
    series: it.name,
    family: it.family,
    vCpus,
    memoryGiB,
    maxDataDisks,
    maxNics,
    tempDiskGiB,
    tempDisk: tempDiskGiB > 0,
    ...it.traits,
  };
}
