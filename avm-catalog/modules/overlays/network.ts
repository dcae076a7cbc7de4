import { list, object, oneOf, optional, partial, string, type Overlay } from './types.ts';

const nextHops = oneOf('Internet', 'None', 'VirtualAppliance', 'VirtualNetworkGateway', 'VnetLocal');

export const routeTable: Overlay = {
  'parameters.routes': list(
    object({
      name: string,
      properties: object({ addressPrefix: string, nextHopType: nextHops, nextHopIpAddress: optional(string) }),
    }),
  ),
};

export const storageAccount: Overlay = {
  'types.networkAclsType.virtualNetworkRules': list(
    object({ id: string, ...partial({ action: oneOf('Allow'), state: string }).properties }),
  ),
  'types.networkAclsType.ipRules': list(object({ value: string, action: optional(oneOf('Allow')) })),
};
