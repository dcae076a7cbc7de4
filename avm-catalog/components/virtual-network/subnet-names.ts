import { subnetKeys } from '../../kernel/subnet-ranges.ts';
import type { SubnetKey } from '../../kernel/slots.ts';

/** Names that Azure fixes. */
export const fixedNames: Partial<Record<SubnetKey, string>> = { bastion: 'AzureBastionSubnet' };

const ids: Readonly<Record<SubnetKey, string>> = {
  workload: 'subnetWorkload',
  privateEndpoints: 'subnetPrivateEndpoints',
  bastion: 'subnetBastion',
};
const groups: Readonly<Record<SubnetKey, string>> = {
  workload: 'nsgWorkload',
  privateEndpoints: 'nsgPrivateEndpoints',
  bastion: 'nsgBastion',
};

/** Whether a component of the catalog needs it; the others are named components. */
export function isCatalogs(key: string): key is SubnetKey {
  return Object.hasOwn(ids, key);
}

/** Key of the name and the ID of a subnet. */
export function idKey(key: string): string {
  return isCatalogs(key) ? ids[key] : key;
}

/** The same for its network security group; a named subnet registers its own. */
export function groupKey(key: string): string {
  return isCatalogs(key) ? groups[key] : `${key}SecurityGroup`;
}

/** Subnets of the catalog first, then named ones. */
export function inPlace<T extends { readonly item: { readonly key: string } }>(subnets: readonly T[]): readonly T[] {
  const place = ({ item: { key } }: T): number => (isCatalogs(key) ? subnetKeys.indexOf(key) : subnetKeys.length);
  return subnets.toSorted((a, b) => place(a) - place(b));
}

export const qualifiers: Record<SubnetKey, string> = {
  workload: 'workload',
  privateEndpoints: 'endpoints',
  bastion: 'bastion',
};
