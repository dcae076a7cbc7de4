import { inputsToken } from '../../kernel/inputs.ts';
import type { View } from '../../kernel/view.ts';

interface RouteTableInputs {
  /** Resource ID of an existing route table to use instead of a new one; empty for none. */
  readonly id: string;
  /** Keep routes that a gateway learns out of the subnets. */
  readonly disableBgpRoutePropagation: boolean;
}

export const routeTableInputs = inputsToken<RouteTableInputs>('routeTable');

/** Private IP address of the firewall that outbound traffic goes to; empty if none is known. */
export function firewallIn({ core: { network } }: View): string {
  return network.topology === 'hub' ? network.hub.firewallAddress : '';
}

/** Resource ID of the existing route table that the subnets of a spoke use; empty for none. */
export function existingTableIn(view: View): string {
  return view.core.network.topology === 'hub' ? routeTableInputs.of(view).id : '';
}

/** Whether subnets get a route table: the hub has a firewall, or there is a table for them. */
export function isRouted(view: View): boolean {
  return firewallIn(view) !== '' || existingTableIn(view) !== '';
}
