export type VmFamily = 'general-purpose' | 'memory-optimized' | 'compute-optimized' | 'storage-optimized';
type DiskController = 'SCSI' | 'NVMe';

/** What all sizes of a series have in common. */
export interface VmSeriesTraits {
  readonly generations: readonly (1 | 2)[];
  /** Of remote disks. */
  readonly diskControllers: readonly DiskController[];
  readonly acceleratedNetworking: boolean;
  /** Also needs the feature Microsoft.Compute/EncryptionAtHost in the subscription. */
  readonly encryptionAtHost: boolean;
  readonly trustedLaunch: boolean;
  readonly premiumStorage: boolean;
}

export type SizeRow = readonly [
  name: string,
  vCpus: number,
  memoryGiB: number,
  maxDataDisks: number,
  maxNics: number,
  tempDiskGiB: number,
];

export interface VmSeries {
  readonly name: string;
  readonly family: VmFamily;
  readonly traits: VmSeriesTraits;
  readonly sizes: readonly SizeRow[];
}

const scsi: VmSeriesTraits = {
  generations: [1, 2],
  diskControllers: ['SCSI'],
  acceleratedNetworking: true,
  encryptionAtHost: true,
  trustedLaunch: true,
  premiumStorage: true,
};

/** Sixth generation: NVMe alone, so only images that carry the driver start on it. */
const nvme: VmSeriesTraits = { ...scsi, generations: [2], diskControllers: ['NVMe'] };

/** Each row: name, vCPUs, memory in GiB, data disks, network interfaces, temporary disk in GiB (0 for none). */
export const series: readonly VmSeries[] = [
  {
    name: 'Bsv2',
    family: 'general-purpose',
    traits: scsi,
    sizes: [
      ['Standard_B2ts_v2', 2, 1, 4, 2, 0],
      ['Standard_B2ls_v2', 2, 4, 4, 2, 0],
      ['Standard_B2s_v2', 2, 8, 4, 2, 0],
      ['Standard_B4ls_v2', 4, 8, 8, 2, 0],
      ['Standard_B4s_v2', 4, 16, 8, 2, 0],
      ['Standard_B8ls_v2', 8, 16, 16, 2, 0],
      ['Standard_B8s_v2', 8, 32, 16, 2, 0],
      ['Standard_B16ls_v2', 16, 32, 32, 4, 0],
      ['Standard_B16s_v2', 16, 64, 32, 4, 0],
      ['Standard_B32ls_v2', 32, 64, 32, 4, 0],
      ['Standard_B32s_v2', 32, 128, 32, 4, 0],
    ],
  },
  {
    name: 'Basv2',
    family: 'general-purpose',
    traits: scsi,
    sizes: [
      ['Standard_B2ats_v2', 2, 1, 4, 2, 0],
      ['Standard_B2als_v2', 2, 4, 4, 2, 0],
      ['Standard_B2as_v2', 2, 8, 4, 2, 0],
      ['Standard_B4als_v2', 4, 8, 8, 2, 0],
      ['Standard_B4as_v2', 4, 16, 8, 2, 0],
      ['Standard_B8als_v2', 8, 16, 16, 2, 0],
      ['Standard_B8as_v2', 8, 32, 16, 2, 0],
      ['Standard_B16als_v2', 16, 32, 32, 4, 0],
      ['Standard_B16as_v2', 16, 64, 32, 4, 0],
      ['Standard_B32als_v2', 32, 64, 32, 4, 0],
      ['Standard_B32as_v2', 32, 128, 32, 4, 0],
    ],
  },
  {
    name: 'Dsv5',
    family: 'general-purpose',
    traits: scsi,
    sizes: [
      ['Standard_D2s_v5', 2, 8, 4, 2, 0],
      ['Standard_D4s_v5', 4, 16, 8, 2, 0],
      ['Standard_D8s_v5', 8, 32, 16, 4, 0],
      ['Standard_D16s_v5', 16, 64, 32, 8, 0],
      ['Standard_D32s_v5', 32, 128, 32, 8, 0],
      ['Standard_D48s_v5', 48, 192, 32, 8, 0],
      ['Standard_D64s_v5', 64, 256, 32, 8, 0],
      ['Standard_D96s_v5', 96, 384, 32, 8, 0],
    ],
  },
  {
    name: 'Dasv5',
    family: 'general-purpose',
    traits: scsi,
    sizes: [
      ['Standard_D2as_v5', 2, 8, 4, 2, 0],
      ['Standard_D4as_v5', 4, 16, 8, 2, 0],
      ['Standard_D8as_v5', 8, 32, 16, 4, 0],
      ['Standard_D16as_v5', 16, 64, 32, 8, 0],
      ['Standard_D32as_v5', 32, 128, 32, 8, 0],
      ['Standard_D48as_v5', 48, 192, 32, 8, 0],
      ['Standard_D64as_v5', 64, 256, 32, 8, 0],
      ['Standard_D96as_v5', 96, 384, 32, 8, 0],
    ],
  },
  {
    name: 'Ddsv5',
    family: 'general-purpose',
    traits: scsi,
    sizes: [
      ['Standard_D2ds_v5', 2, 8, 4, 2, 75],
      ['Standard_D4ds_v5', 4, 16, 8, 2, 150],
      ['Standard_D8ds_v5', 8, 32, 16, 4, 300],
      ['Standard_D16ds_v5', 16, 64, 32, 8, 600],
      ['Standard_D32ds_v5', 32, 128, 32, 8, 1200],
      ['Standard_D48ds_v5', 48, 192, 32, 8, 1800],
      ['Standard_D64ds_v5', 64, 256, 32, 8, 2400],
      ['Standard_D96ds_v5', 96, 384, 32, 8, 3600],
    ],
  },
  {
    name: 'Dadsv5',
    family: 'general-purpose',
    traits: scsi,
    sizes: [
      ['Standard_D2ads_v5', 2, 8, 4, 2, 75],
      ['Standard_D4ads_v5', 4, 16, 8, 2, 150],
      ['Standard_D8ads_v5', 8, 32, 16, 4, 300],
      ['Standard_D16ads_v5', 16, 64, 32, 8, 600],
      ['Standard_D32ads_v5', 32, 128, 32, 8, 1200],
      ['Standard_D48ads_v5', 48, 192, 32, 8, 1800],
      ['Standard_D64ads_v5', 64, 256, 32, 8, 2400],
      ['Standard_D96ads_v5', 96, 384, 32, 8, 3600],
    ],
  },
  {
    name: 'Dlsv5',
    family: 'general-purpose',
    traits: scsi,
    sizes: [
      ['Standard_D2ls_v5', 2, 4, 4, 2, 0],
      ['Standard_D4ls_v5', 4, 8, 8, 2, 0],
      ['Standard_D8ls_v5', 8, 16, 16, 4, 0],
      ['Standard_D16ls_v5', 16, 32, 32, 8, 0],
      ['Standard_D32ls_v5', 32, 64, 32, 8, 0],
      ['Standard_D48ls_v5', 48, 96, 32, 8, 0],
      ['Standard_D64ls_v5', 64, 128, 32, 8, 0],
      ['Standard_D96ls_v5', 96, 192, 32, 8, 0],
    ],
  },
  {
    name: 'Dsv6',
    family: 'general-purpose',
    traits: nvme,
    sizes: [
      ['Standard_D2s_v6', 2, 8, 8, 2, 0],
      ['Standard_D4s_v6', 4, 16, 12, 2, 0],
      ['Standard_D8s_v6', 8, 32, 24, 4, 0],
      ['Standard_D16s_v6', 16, 64, 48, 8, 0],
      ['Standard_D32s_v6', 32, 128, 64, 8, 0],
      ['Standard_D48s_v6', 48, 192, 64, 8, 0],
      ['Standard_D64s_v6', 64, 256, 64, 8, 0],
      ['Standard_D96s_v6', 96, 384, 64, 8, 0],
    ],
  },
  {
    name: 'Dasv6',
    family: 'general-purpose',
    traits: nvme,
    sizes: [
      ['Standard_D2as_v6', 2, 8, 4, 2, 0],
      ['Standard_D4as_v6', 4, 16, 8, 2, 0],
      ['Standard_D8as_v6', 8, 32, 16, 4, 0],
      ['Standard_D16as_v6', 16, 64, 32, 8, 0],
      ['Standard_D32as_v6', 32, 128, 32, 8, 0],
      ['Standard_D48as_v6', 48, 192, 32, 8, 0],
      ['Standard_D64as_v6', 64, 256, 32, 8, 0],
      ['Standard_D96as_v6', 96, 384, 32, 8, 0],
    ],
  },
  {
    name: 'Ddsv6',
    family: 'general-purpose',
    traits: nvme,
    sizes: [
      ['Standard_D2ds_v6', 2, 8, 8, 2, 110],
      ['Standard_D4ds_v6', 4, 16, 12, 2, 220],
      ['Standard_D8ds_v6', 8, 32, 24, 4, 440],
      ['Standard_D16ds_v6', 16, 64, 48, 8, 880],
      ['Standard_D32ds_v6', 32, 128, 64, 8, 1760],
      ['Standard_D48ds_v6', 48, 192, 64, 8, 2640],
      ['Standard_D64ds_v6', 64, 256, 64, 8, 3520],
      ['Standard_D96ds_v6', 96, 384, 64, 8, 5280],
    ],
  },
  {
    name: 'Esv5',
    family: 'memory-optimized',
    traits: scsi,
    sizes: [
      ['Standard_E2s_v5', 2, 16, 4, 2, 0],
      ['Standard_E4s_v5', 4, 32, 8, 2, 0],
      ['Standard_E8s_v5', 8, 64, 16, 4, 0],
      ['Standard_E16s_v5', 16, 128, 32, 8, 0],
      ['Standard_E20s_v5', 20, 160, 32, 8, 0],
      ['Standard_E32s_v5', 32, 256, 32, 8, 0],
      ['Standard_E48s_v5', 48, 384, 32, 8, 0],
      ['Standard_E64s_v5', 64, 512, 32, 8, 0],
      ['Standard_E96s_v5', 96, 672, 32, 8, 0],
    ],
  },
  {
    name: 'Easv5',
    family: 'memory-optimized',
    traits: scsi,
    sizes: [
      ['Standard_E2as_v5', 2, 16, 4, 2, 0],
      ['Standard_E4as_v5', 4, 32, 8, 2, 0],
      ['Standard_E8as_v5', 8, 64, 16, 4, 0],
      ['Standard_E16as_v5', 16, 128, 32, 8, 0],
      ['Standard_E20as_v5', 20, 160, 32, 8, 0],
      ['Standard_E32as_v5', 32, 256, 32, 8, 0],
      ['Standard_E48as_v5', 48, 384, 32, 8, 0],
      ['Standard_E64as_v5', 64, 512, 32, 8, 0],
      ['Standard_E96as_v5', 96, 672, 32, 8, 0],
    ],
  },
  {
    name: 'Edsv5',
    family: 'memory-optimized',
    traits: scsi,
    sizes: [
      ['Standard_E2ds_v5', 2, 16, 4, 2, 75],
      ['Standard_E4ds_v5', 4, 32, 8, 2, 150],
      ['Standard_E8ds_v5', 8, 64, 16, 4, 300],
      ['Standard_E16ds_v5', 16, 128, 32, 8, 600],
      ['Standard_E20ds_v5', 20, 160, 32, 8, 750],
      ['Standard_E32ds_v5', 32, 256, 32, 8, 1200],
      ['Standard_E48ds_v5', 48, 384, 32, 8, 1800],
      ['Standard_E64ds_v5', 64, 512, 32, 8, 2400],
      ['Standard_E96ds_v5', 96, 672, 32, 8, 3600],
    ],
  },
  {
    name: 'Esv6',
    family: 'memory-optimized',
    traits: nvme,
    sizes: [
      ['Standard_E2s_v6', 2, 16, 8, 2, 0],
      ['Standard_E4s_v6', 4, 32, 12, 2, 0],
      ['Standard_E8s_v6', 8, 64, 24, 4, 0],
      ['Standard_E16s_v6', 16, 128, 48, 8, 0],
      ['Standard_E20s_v6', 20, 160, 48, 8, 0],
      ['Standard_E32s_v6', 32, 256, 64, 8, 0],
      ['Standard_E48s_v6', 48, 384, 64, 8, 0],
      ['Standard_E64s_v6', 64, 512, 64, 8, 0],
      ['Standard_E96s_v6', 96, 768, 64, 8, 0],
    ],
  },
  {
    name: 'Easv6',
    family: 'memory-optimized',
    traits: nvme,
    sizes: [
      ['Standard_E2as_v6', 2, 16, 4, 2, 0],
      ['Standard_E4as_v6', 4, 32, 8, 2, 0],
      ['Standard_E8as_v6', 8, 64, 16, 4, 0],
      ['Standard_E16as_v6', 16, 128, 32, 8, 0],
      ['Standard_E20as_v6', 20, 160, 32, 8, 0],
      ['Standard_E32as_v6', 32, 256, 32, 8, 0],
      ['Standard_E48as_v6', 48, 384, 32, 8, 0],
      ['Standard_E64as_v6', 64, 512, 32, 8, 0],
      ['Standard_E96as_v6', 96, 672, 32, 8, 0],
    ],
  },
  {
    name: 'Fsv2',
    family: 'compute-optimized',
    traits: scsi,
    sizes: [
      ['Standard_F2s_v2', 2, 4, 4, 2, 16],
      ['Standard_F4s_v2', 4, 8, 8, 2, 32],
      ['Standard_F8s_v2', 8, 16, 16, 4, 64],
      ['Standard_F16s_v2', 16, 32, 32, 4, 128],
      ['Standard_F32s_v2', 32, 64, 32, 8, 256],
      ['Standard_F48s_v2', 48, 96, 32, 8, 384],
      ['Standard_F64s_v2', 64, 128, 32, 8, 512],
      ['Standard_F72s_v2', 72, 144, 32, 8, 576],
    ],
  },
  {
    name: 'Lsv3',
    family: 'storage-optimized',
    traits: scsi,
    sizes: [
      ['Standard_L8s_v3', 8, 64, 16, 4, 80],
      ['Standard_L16s_v3', 16, 128, 32, 8, 160],
      ['Standard_L32s_v3', 32, 256, 32, 8, 320],
      ['Standard_L48s_v3', 48, 384, 32, 8, 480],
      ['Standard_L64s_v3', 64, 512, 32, 8, 640],
      ['Standard_L80s_v3', 80, 640, 32, 8, 800],
    ],
  },
];
