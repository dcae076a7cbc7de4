const guid = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}';
/** Source: azure-docs resource-name-rules.md, `resourceGroups` and `virtualNetworks`. */
const resourceGroup = `\\/subscriptions\\/${guid}\\/resourceGroups\\/[\\w.()-]{0,89}[\\w()-]`;

export const resourceGroupIdPattern = new RegExp(`^${resourceGroup}$`, 'i');

/** Of any resource, and of what is within another one. Source: azure-docs resource-manager resource IDs. */
export const resourceIdPattern = new RegExp(
  `^${resourceGroup}\\/providers\\/[A-Za-z][\\w.]{0,79}(?:\\/[A-Za-z]\\w{0,79}\\/[\\w.()-]{1,260})+$`,
  'i',
);

export const virtualNetworkIdPattern = new RegExp(
  `^${resourceGroup}\\/providers\\/Microsoft\\.Network\\/virtualNetworks\\/[a-z0-9][\\w.-]{0,62}\\w$`,
  'i',
);

/** The IDs of resources of a type that is no child of another. */
export function resourceIdOfType(type: string): RegExp {
  const [provider = '', kind = ''] = type.split('/');
  return new RegExp(
    `^${resourceGroup}\\/providers\\/${provider.replace('.', '\\.')}\\/${kind}\\/[\\w.()-]{1,260}$`,
    'i',
  );
}

/** A resource id as Azure compares it. */
export function sameId(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}

/** The name of what a resource id is of. */
export const lastPart = (id: string): string => id.slice(id.lastIndexOf('/') + 1);

/** The ID of the resource group that an ID is in; nothing outside one. */
export function resourceGroupOf(id: string): string | undefined {
  return /^\/subscriptions\/[^/]+\/resourceGroups\/[^/]+/i.exec(id)?.[0];
}

/** The ID of the virtual network of a subnet. */
export const networkOfSubnet = (id: string): string => id.replace(/\/subnets\/[^/]*$/i, '');

/** `Microsoft.Web/sites/slots`; nothing for a text that is no id of a resource. */
export function typeOfId(id: string): string | undefined {
  const [provider, ...rest] = /^\/.*\/providers\/([^/]+\/.+)$/i.exec(id)?.[1]?.split('/') ?? [];
  const kinds = rest.filter((_, index) => index % 2 === 0);
  return provider === undefined || rest.length % 2 !== 0 ? undefined : [provider, ...kinds].join('/');
}
