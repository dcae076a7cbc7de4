import { bool, string } from '../../../src/bicep/type.ts';
import { call, when, type ReferenceExpression, type Value } from '../../../src/bicep/value.ts';
import { resourceIdOfType } from '../../azure/resource-ids.ts';
import { component, type Composer } from '../../kernel/component.ts';
import { routeTableDocs } from './docs.ts';
import { drawing } from './drawing.ts';
import { existingTableIn, firewallIn, isRouted, routeTableInputs } from './inputs.ts';
import { routeProblems } from './problems.ts';

const type = 'Microsoft.Network/routeTables';

export const routeTable = component({
  name: 'route-table',
  title: 'Route table',
  summary: 'Outbound traffic goes through the firewall of the hub',
  serves: ['hub', 'SEC-027'],
  drawing,
  inputs: {
    token: routeTableInputs,
    schema: (z) =>
      z.strictObject({
        id: z
          .string()
          .regex(resourceIdOfType(type), 'must be the resource ID of a route table')
          .or(z.literal(''))
          .describe(
            'Resource ID of an existing route table, in the region and subscription of the network. Empty for a new route table, if the hub has a firewall',
          ),
        disableBgpRoutePropagation: z
          .boolean()
          .describe(
            'Keep routes that the hub’s gateway learns out of the subnets, so that they don’t bypass the firewall',
          ),
      }),
    defaults: () => ({ id: '', disableBgpRoutePropagation: true }),
    questions: [],
  },
  switchedBy: ['network.hub.firewallAddress', 'routeTable.id', 'network.topology'],
  docs: routeTableDocs,
  enabled: isRouted,
  check: routeProblems,
  contribute: (c) => {
    c.name('routeTable', { type });
    c.contribute('route', { id: idOf(c) }, { ids: ['SEC-027'] });
  },
  compose: (c) => {
    if (c.views.every((view) => !isRouted(view) || existingTableIn(view) !== '')) return;
    const existing = existingTable(c);
    c.module({
      symbol: 'routeTable',
      module: 'network/route-table',
      comment: 'Route table that sends outbound traffic to the firewall of the hub',
      makes: ['routeTable'],
      on: existing && call('empty', existing),
      params: {
        name: c.reference('routeTable'),
        disableBgpRoutePropagation: propagation(c),
        routes: [
          {
            name: 'udr-to-firewall',
            properties: {
              addressPrefix: '0.0.0.0/0',
              nextHopType: 'VirtualAppliance',
              nextHopIpAddress: firewall(c),
            },
          },
        ],
      },
    });
  },
});

function idOf(c: Composer): Value {
  const existing = existingTable(c);
  if (!existing) return c.id('routeTable');
  const routed = c.views.filter(isRouted);
  if (routed.every((view) => existingTableIn(view) !== '')) return existing;
  return when(call('empty', existing), c.id('routeTable'), existing);
}

/** A parameter if an environment has an existing route table. */
function existingTable(c: Composer): ReferenceExpression | undefined {
  if (c.views.every((view) => existingTableIn(view) === '')) return undefined;
  return c.parameter({
    name: 'existingRouteTableId',
    type: string,
    description: 'Resource ID of the existing route table of the subnets; empty for a new one',
    value: existingTableIn,
    answers: ['routeTable.id'],
  });
}

function firewall(c: Composer): Value {
  return c.parameter({
    name: 'hubFirewallAddress',
    type: string,
    description: 'Private IP address of the hub’s firewall, the next hop of outbound traffic; empty without one',
    value: firewallIn,
    answers: ['network.hub.firewallAddress'],
    ids: ['SEC-027'],
  });
}

function propagation(c: Composer): Value {
  return c.choose({
    name: 'disableBgpRoutePropagation',
    type: bool,
    description: 'Keep routes that the hub’s gateway learns out of the subnets',
    value: (view) => routeTableInputs.of(view).disableBgpRoutePropagation,
    answers: ['routeTable.disableBgpRoutePropagation'],
  });
}
