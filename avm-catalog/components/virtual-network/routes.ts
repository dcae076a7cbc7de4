import type { Value } from '../../../src/bicep/value.ts';
import type { Composer } from '../../kernel/component.ts';
import { pick } from '../../kernel/patterns.ts';
import type { Slots } from '../../kernel/slots.ts';
import { isCatalogs } from './subnet-names.ts';

type Subnet = Slots['subnet'];

/** ID of the route table of a subnet: its own, or that of the network; null for none. */
export function tableOf(c: Composer, subnet: Subnet): Value {
  const own = subnet.extras?.routeTable;
  if (own !== undefined) return own;
  return takesTable(subnet.key)
    ? c.because(
        ['SEC-027'],
        pick(c.collect('route'), ({ id }) => id),
      )
    : null;
}

/** Whether a subnet has a route table: true, false, or the condition. */
export function routedBy(c: Composer, subnet: Subnet): Value {
  if (subnet.extras?.routeTable !== undefined) return true;
  const [route] = takesTable(subnet.key) ? c.collect('route') : [];
  return route === undefined ? false : (route.on ?? true);
}

/**
 * Azure allows none on AzureBastionSubnet (azure-docs bastion/bastion-faq.md, "udr"), and private endpoints open no
 * connections.
 */
export function takesTable(key: string): boolean {
  return !isCatalogs(key) || key === 'workload';
}
