import { bool, string } from '../../../src/bicep/type.ts';
import { call, propertyOf, text, variable, type ReferenceExpression, type Value } from '../../../src/bicep/value.ts';
import { component, type Composer } from '../../kernel/component.ts';
import type { View } from '../../kernel/view.ts';
import { asCondition, choice } from '../../kernel/patterns.ts';
import { drawing } from './drawing.ts';
import { hubPeeringDocs } from './docs.ts';

export const hubPeering = component({
  name: 'hub-peering',
  title: 'Hub peering',
  summary: 'The way to an existing hub, whose Bastion serves the machine',
  serves: ['hub'],
  drawing,
  switchedBy: ['network.topology'],
  docs: hubPeeringDocs,
  enabled: (view) => view.core.network.topology === 'hub',
  contribute: (c) => {
    const prefix = c.parameter({
      name: 'hubBastionPrefix',
      type: string,
      description: 'Range of the hub’s AzureBastionSubnet, from where administrators come; empty where there is no hub',
      value: (view) => view.core.network.hub.bastionSubnet,
      answers: ['network.hub.bastionSubnet'],
      ids: ['SEC-004'],
    });
    c.contribute('administration', { prefix }, { ids: ['SEC-004'] });
  },
  compose: (c) => {
    const hub = c.parameter({
      name: 'hubVirtualNetworkId',
      type: string,
      description: 'Resource id of the hub’s virtual network; empty where there is no hub',
      value: (view) => view.core.network.hub.virtualNetworkId,
      answers: ['network.hub.virtualNetworkId'],
    });
    const gateways = remoteGateways(c);
    const back = hubSide(c, hub, gateways);
    c.module({
      symbol: 'hubPeering',
      module: 'network/virtual-network/virtual-network-peering',
      comment: 'Peering from the network to the hub',
      // Azure refuses useRemoteGateways until the hub's peering exists and allows gateway transit; peered by
      // virtual-network itself, both sides are made at once: terraform-azurerm-avm-res-network-virtualnetwork#57.
      dependsOn: back,
      params: {
        name: text`peer-${call('last', call('split', hub, '/'))}`,
        localVnetName: c.reference('virtualNetwork'),
        remoteVirtualNetworkResourceId: hub,
        allowForwardedTraffic: true,
        allowVirtualNetworkAccess: true,
        useRemoteGateways: gateways,
      },
    });
  },
});

const usesGateways = ({ core: { network } }: View): boolean =>
  network.topology === 'hub' && network.hub.useRemoteGateways;
const peersBack = ({ core: { network } }: View): boolean => network.topology === 'hub' && network.hub.peerBack;

/** A parameter where those who run the hub make its side: they can't before this network exists, so a first deployment goes without. */
function remoteGateways(c: Composer): Value {
  const spec = {
    name: 'useRemoteGateways',
    type: bool,
    description: 'Use the hub’s gateway to reach networks beyond Azure; the hub’s peering must allow gateway transit',
    value: usesGateways,
    answers: ['network.hub.useRemoteGateways'],
  };
  return c.views.some((view) => usesGateways(view) && !peersBack(view)) ? c.parameter(spec) : c.choose(spec);
}

/** The peering on the hub's side, in the hub's resource group; the symbols to wait for. */
function hubSide(c: Composer, hub: ReferenceExpression, gateways: Value): readonly string[] {
  const peerBack = c.choose({
    name: 'peerBack',
    type: bool,
    description: 'Make the peering on the hub’s side too',
    value: peersBack,
    answers: ['network.hub.peerBack'],
  });
  if (peerBack === false) return [];
  const parts = c.variable('hubIdParts', call('split', hub, '/'), {
    description: 'Parts of the hub’s id: subscription, resource group and name are the third, fifth and last',
  });
  const part = (index: number, otherwise: Value): Value => choice(c.condition, variable(parts.name, index), otherwise);
  c.module({
    symbol: 'hubSidePeering',
    module: 'network/virtual-network/virtual-network-peering',
    comment: 'Peering from the hub to the network, in the resource group of the hub',
    scope: call(
      'resourceGroup',
      part(2, propertyOf(call('subscription'), 'subscriptionId')),
      part(4, propertyOf(call('resourceGroup'), 'name')),
    ),
    on: asCondition(peerBack),
    params: {
      name: text`peer-${c.reference('virtualNetwork')}`,
      localVnetName: call('last', parts),
      remoteVirtualNetworkResourceId: c.id('virtualNetwork'),
      allowForwardedTraffic: true,
      allowVirtualNetworkAccess: true,
      allowGatewayTransit: gateways,
    },
  });
  return ['hubSidePeering'];
}
