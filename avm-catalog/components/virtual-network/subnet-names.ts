import type { SubnetKey } from '../../kernel/slots.ts';

/** Names that Azure fixes. */
export const fixedNames: Partial<Record<SubnetKey, string>> = { bastion: 'AzureBastionSubnet' };

/** Keys of names and ids. */
export const subnetId: Record<SubnetKey, string> = {
  workload: 'subnetWorkload',
  privateEndpoints: 'subnetPrivateEndpoints',
  bastion: 'subnetBastion',
};

export const qualifiers: Record<SubnetKey, string> = {
  workload: 'workload',
  privateEndpoints: 'endpoints',
  bastion: 'bastion',
};
