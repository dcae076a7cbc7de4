/** A child resource that its parent can have in a list of its own properties, too. */
interface InlineChild {
  readonly child: string;
  /** Path in the parent. A deployment of the parent sets the whole list. */
  readonly list: string;
  readonly source: string;
}

const learn = 'https://learn.microsoft.com/azure/';

/** Each with its source. A parent without the list leaves its children alone; one with an empty list removes them. */
export const inlineChildren: readonly InlineChild[] = [
  {
    child: 'Microsoft.Network/virtualNetworks/subnets',
    list: 'properties.subnets',
    source: `${learn}azure-resource-manager/bicep/scenarios-virtual-networks`,
  },
];
