import { pairOf, region, type Region } from './regions.ts';

/** Unknown without a source. Then there is no claim, and the default is a value that works in every region. */
type Offer = 'yes' | 'no' | 'unknown';

interface Service {
  /** Follows "… isn't available in". */
  readonly title: string;
  /** Where a person looks it up. */
  readonly source: string;
  readonly in: (region: Region) => Offer;
}

const learn = 'https://learn.microsoft.com/azure';
const regionsList = `${learn}/reliability/regions-list`;

const zoned = ({ zones }: Region): Offer => (zones > 0 ? 'yes' : 'no');
const paired = ({ name }: Region): Offer => (pairOf(name) === undefined ? 'no' : 'yes');

/** Yes where the source lists it; `otherwise` for regions with zones that it leaves out. */
const listed =
  (names: readonly string[], otherwise: Offer) =>
  (one: Region): Offer =>
    one.zones === 0 ? 'no' : names.includes(one.name) ? 'yes' : otherwise;

/**
 * MicrosoftDocs/reliability-docs, reliability-bastion.md (2026-09-24): the regions that zonal and zone-redundant hosts
 * can be deployed into; a preview. It also lists North Central US and regions that regions-list.md gives no zones.
 */
const bastion = [
  'australiaeast',
  'austriaeast',
  'belgiumcentral',
  'canadacentral',
  'centralus',
  'chilecentral',
  'eastasia',
  'eastus',
  'eastus2',
  'indonesiacentral',
  'israelcentral',
  'italynorth',
  'japanwest',
  'koreacentral',
  'malaysiawest',
  'mexicocentral',
  'newzealandnorth',
  'northeurope',
  'norwayeast',
  'polandcentral',
  'southafricanorth',
  'southcentralus',
  'spaincentral',
  'swedencentral',
  'switzerlandnorth',
  'uaenorth',
  'uksouth',
  'westeurope',
  'westus2',
];

/** Listed since, and refused with BastionRegionAzNotSupported before (ALZ-PowerShell-Module#410, Azure/bicep-registry-modules#3628). */
const bastionUnsure = ['westus3'];

/** MicrosoftDocs/azure-compute-docs, includes/disk-storage-zrs-regions.md. */
const zrsDisks = [
  'australiaeast',
  'brazilsouth',
  'canadacentral',
  'centralindia',
  'centralus',
  'eastasia',
  'eastus',
  'eastus2',
  'francecentral',
  'germanywestcentral',
  'israelcentral',
  'italynorth',
  'japaneast',
  'koreacentral',
  'mexicocentral',
  'newzealandnorth',
  'northeurope',
  'norwayeast',
  'polandcentral',
  'qatarcentral',
  'southafricanorth',
  'southcentralus',
  'southeastasia',
  'spaincentral',
  'swedencentral',
  'switzerlandnorth',
  'uaenorth',
  'uksouth',
  'westeurope',
  'westus2',
  'westus3',
];

/** MicrosoftDocs/azure-docs, includes/storage-redundancy-standard-gzrs.md (2024-02-12), with a pair all of them. */
const gzrs = [
  'australiaeast',
  'brazilsouth',
  'canadacentral',
  'centralindia',
  'centralus',
  'eastasia',
  'eastus',
  'eastus2',
  'francecentral',
  'germanywestcentral',
  'japaneast',
  'koreacentral',
  'northeurope',
  'norwayeast',
  'southafricanorth',
  'southcentralus',
  'southeastasia',
  'swedencentral',
  'switzerlandnorth',
  'uaenorth',
  'uksouth',
  'westeurope',
  'westus2',
  'westus3',
];

/** The rest follow zones or pairs: reliability-docs, the pages of each service (2026). */
const services = {
  zonalVm: { title: 'A VM in an availability zone', source: regionsList, in: zoned },
  zonalAddress: { title: 'A zone-redundant public IP address or frontend', source: regionsList, in: zoned },
  zonalNatGateway: { title: 'A zonal NAT gateway', source: regionsList, in: zoned },
  zonalBastion: {
    title: 'Azure Bastion in availability zones',
    source: `${learn}/reliability/reliability-bastion`,
    in: (one) => (bastionUnsure.includes(one.name) ? 'unknown' : listed(bastion, 'no')(one)),
  },
  zrsDisk: {
    title: 'A zone-redundant disk (ZRS)',
    source: `${learn}/virtual-machines/disks-redundancy`,
    in: listed(zrsDisks, 'unknown'),
  },
  zrsStorage: { title: 'Zone-redundant storage (ZRS)', source: regionsList, in: zoned },
  grsStorage: { title: 'Geo-redundant storage (GRS)', source: regionsList, in: paired },
  gzrsStorage: {
    title: 'Geo-zone-redundant storage (GZRS)',
    source: `${learn}/storage/common/storage-redundancy`,
    in: (one) => (paired(one) === 'no' ? 'no' : listed(gzrs, 'unknown')(one)),
  },
  zonalVault: { title: 'A zone-redundant Recovery Services vault', source: regionsList, in: zoned },
  geoVault: { title: 'A geo-redundant Recovery Services vault', source: regionsList, in: paired },
} as const satisfies Readonly<Record<string, Service>>;

export type ServiceName = keyof typeof services;

export const serviceNames = Object.keys(services) as readonly ServiceName[];

export function serviceFacts(name: ServiceName): Service {
  return services[name];
}

export function offer(name: ServiceName, where: string): Offer {
  const found = region(where);
  return found ? services[name].in(found) : 'unknown';
}

export const isOffered = (name: ServiceName, where: string): boolean => offer(name, where) === 'yes';
