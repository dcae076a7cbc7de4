import type { SizeFacts } from './sizes.ts';

type WindowsYear = 2016 | 2019 | 2022 | 2025;

export interface WindowsImage {
  /** The SKU in lowercase, as avm.yaml has it. */
  readonly key: string;
  readonly publisher: 'MicrosoftWindowsServer';
  readonly offer: 'WindowsServer';
  /** As published: the oldest ones have capitals. */
  readonly sku: string;
  readonly year: WindowsYear;
  readonly generation: 1 | 2;
  readonly edition: 'datacenter' | 'azure-edition';
  readonly core: boolean;
  readonly smallDisk: boolean;
  /** An OS disk may be larger than its image, never smaller. */
  readonly minOsDiskGB: 30 | 127;
  readonly hotpatch: boolean;
  /** Trusted Launch requires generation 2. */
  readonly trustedLaunch: boolean;
  /** Has the driver that sizes of the sixth generation start from. */
  readonly nvme: boolean;
  /** Last day of extended support, as YYYY-MM-DD. */
  readonly supportEnds: string;
  /** Offered in menus; users can still enter the others. */
  readonly common: boolean;
}

interface Row {
  readonly sku: string;
  readonly year: WindowsYear;
  readonly generation: 1 | 2;
  readonly edition?: 'azure-edition';
  readonly core?: true;
  readonly smallDisk?: true;
  readonly hotpatch?: true;
  readonly common?: true;
}

/**
 * Sources: image lists of public templates (stored files 35094282814, 56497905819, 5791890806),
 * Microsoft's hotpatch page for what can be patched without a restart (25780343681).
 */
const rows: readonly Row[] = [
  {
    sku: '2025-datacenter-azure-edition',
    year: 2025,
    generation: 2,
    edition: 'azure-edition',
    hotpatch: true,
    common: true,
  },
  {
    sku: '2025-datacenter-azure-edition-core',
    year: 2025,
    generation: 2,
    edition: 'azure-edition',
    core: true,
    hotpatch: true,
    common: true,
  },
  {
    sku: '2025-datacenter-azure-edition-smalldisk',
    year: 2025,
    generation: 2,
    edition: 'azure-edition',
    smallDisk: true,
    hotpatch: true,
  },
  {
    sku: '2025-datacenter-azure-edition-core-smalldisk',
    year: 2025,
    generation: 2,
    edition: 'azure-edition',
    core: true,
    smallDisk: true,
    hotpatch: true,
  },
  { sku: '2025-datacenter-g2', year: 2025, generation: 2, common: true },
  { sku: '2025-datacenter-core-g2', year: 2025, generation: 2, core: true, common: true },
  { sku: '2025-datacenter-smalldisk-g2', year: 2025, generation: 2, smallDisk: true },
  { sku: '2025-datacenter-core-smalldisk-g2', year: 2025, generation: 2, core: true, smallDisk: true },
  { sku: '2025-datacenter', year: 2025, generation: 1 },
  { sku: '2025-datacenter-core', year: 2025, generation: 1, core: true },
  { sku: '2025-datacenter-smalldisk', year: 2025, generation: 1, smallDisk: true },
  { sku: '2025-datacenter-core-smalldisk', year: 2025, generation: 1, core: true, smallDisk: true },
  { sku: '2022-datacenter-azure-edition', year: 2022, generation: 2, edition: 'azure-edition', common: true },
  {
    sku: '2022-datacenter-azure-edition-core',
    year: 2022,
    generation: 2,
    edition: 'azure-edition',
    core: true,
    hotpatch: true,
    common: true,
  },
  {
    sku: '2022-datacenter-azure-edition-hotpatch',
    year: 2022,
    generation: 2,
    edition: 'azure-edition',
    hotpatch: true,
    common: true,
  },
  {
    sku: '2022-datacenter-azure-edition-smalldisk',
    year: 2022,
    generation: 2,
    edition: 'azure-edition',
    smallDisk: true,
  },
  {
    sku: '2022-datacenter-azure-edition-core-smalldisk',
    year: 2022,
    generation: 2,
    edition: 'azure-edition',
    core: true,
    smallDisk: true,
    hotpatch: true,
  },
  {
    sku: '2022-datacenter-azure-edition-hotpatch-smalldisk',
    year: 2022,
    generation: 2,
    edition: 'azure-edition',
    smallDisk: true,
    hotpatch: true,
  },
  { sku: '2022-datacenter-g2', year: 2022, generation: 2, common: true },
  { sku: '2022-datacenter-core-g2', year: 2022, generation: 2, core: true, common: true },
  { sku: '2022-datacenter-smalldisk-g2', year: 2022, generation: 2, smallDisk: true },
  { sku: '2022-datacenter-core-smalldisk-g2', year: 2022, generation: 2, core: true, smallDisk: true },
  { sku: '2022-datacenter', year: 2022, generation: 1 },
  { sku: '2022-datacenter-core', year: 2022, generation: 1, core: true },
  { sku: '2022-datacenter-smalldisk', year: 2022, generation: 1, smallDisk: true },
  { sku: '2022-datacenter-core-smalldisk', year: 2022, generation: 1, core: true, smallDisk: true },
  { sku: '2019-datacenter-gensecond', year: 2019, generation: 2, common: true },
  { sku: '2019-datacenter-core-g2', year: 2019, generation: 2, core: true, common: true },
  { sku: '2019-datacenter-gs', year: 2019, generation: 2 },
  { sku: '2019-datacenter-smalldisk-g2', year: 2019, generation: 2, smallDisk: true },
  { sku: '2019-datacenter-core-smalldisk-g2', year: 2019, generation: 2, core: true, smallDisk: true },
  { sku: '2019-Datacenter', year: 2019, generation: 1 },
  { sku: '2019-Datacenter-Core', year: 2019, generation: 1, core: true },
  { sku: '2019-Datacenter-smalldisk', year: 2019, generation: 1, smallDisk: true },
  { sku: '2019-Datacenter-Core-smalldisk', year: 2019, generation: 1, core: true, smallDisk: true },
  { sku: '2016-datacenter-gensecond', year: 2016, generation: 2, common: true },
  { sku: '2016-datacenter-server-core-g2', year: 2016, generation: 2, core: true, common: true },
  { sku: '2016-datacenter-gs', year: 2016, generation: 2 },
  { sku: '2016-datacenter-smalldisk-g2', year: 2016, generation: 2, smallDisk: true },
  { sku: '2016-datacenter-server-core-smalldisk-g2', year: 2016, generation: 2, core: true, smallDisk: true },
  { sku: '2016-Datacenter', year: 2016, generation: 1 },
  { sku: '2016-Datacenter-Server-Core', year: 2016, generation: 1, core: true },
  { sku: '2016-Datacenter-smalldisk', year: 2016, generation: 1, smallDisk: true },
  { sku: '2016-Datacenter-Server-Core-smalldisk', year: 2016, generation: 1, core: true, smallDisk: true },
];

/** What the versions of an image begin with: the build of Windows (windows-docs: windows-server-release-info.md). */
export const builds: Readonly<Record<WindowsYear, number>> = { 2016: 14393, 2019: 17763, 2022: 20348, 2025: 26100 };

/** Source: endoflife.date, products/windows-server.md, which follows Microsoft's lifecycle pages. */
const supportEnds: Readonly<Record<WindowsYear, string>> = {
  2016: '2027-01-12',
  2019: '2029-01-09',
  2022: '2031-10-14',
  2025: '2034-10-10',
};

/** Newest first, and within a year what is sensible first: the order of menus. */
export const images: readonly WindowsImage[] = rows.map((row) => ({
  key: row.sku.toLowerCase(),
  publisher: 'MicrosoftWindowsServer',
  offer: 'WindowsServer',
  sku: row.sku,
  year: row.year,
  generation: row.generation,
  edition: row.edition ?? 'datacenter',
  core: row.core ?? false,
  smallDisk: row.smallDisk ?? false,
  minOsDiskGB: row.smallDisk ? 30 : 127,
  hotpatch: row.hotpatch ?? false,
  trustedLaunch: row.generation === 2,
  // enable-nvme-interface.md lists Windows Server 2019, 2022 and 2025.
  nvme: row.year >= 2019,
  supportEnds: supportEnds[row.year],
  common: row.common ?? false,
}));

export const imageKeys: readonly string[] = images.map((it) => it.key);

const byKey = new Map(images.map((it) => [it.key, it]));

/** Without regard to case, as Azure compares skus. */
export function image(key: string): WindowsImage | undefined {
  return byKey.get(key.toLowerCase());
}

/** Why an image cannot start on a size. */
type ImageMismatch =
  | { readonly kind: 'generation'; readonly image: 1 | 2; readonly size: readonly (1 | 2)[] }
  | { readonly kind: 'nvme' };

export function imageMismatch(it: WindowsImage, size: SizeFacts): ImageMismatch | undefined {
  if (!size.generations.includes(it.generation)) {
    return { kind: 'generation', image: it.generation, size: size.generations };
  }
  return it.nvme || size.diskControllers.includes('SCSI') ? undefined : { kind: 'nvme' };
}

/** An image in words: `Windows Server 2022 Datacenter, Server Core`. */
export function imageTitle({ year, generation, edition, core, smallDisk, hotpatch }: WindowsImage): string {
  return [
    `Windows Server ${year} Datacenter${edition === 'azure-edition' ? ': Azure Edition' : ''}`,
    ...(core ? ['Server Core'] : []),
    ...(smallDisk ? ['small OS disk'] : []),
    ...(hotpatch ? ['hotpatch'] : []),
    ...(generation === 1 ? ['generation 1'] : []),
  ].join(', ');
}
