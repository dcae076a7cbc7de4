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
  summary: 'Peering with an existing hub, whose Azure Bastion provides administrative access',
  serves: ['hub'],
  drawing,
  switchedBy: ['network.topology'],
  docs: hubPeeringDocs,
  enabled: (view) => view.core.network.topology === 'hub',
  contribute: (c) => {
    const prefix = c.parameter({
      name: 'hubBastionPrefix',
      type: string,
      description:
        'Address range of the hub’s AzureBastionSubnet, the source of administrative access; empty without a hub',
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
      description: 'Resource ID of the hub’s virtual network; empty without a hub',
      value: (view) => view.core.network.hub.virtualNetworkId,
      answers: ['network.hub.virtualNetworkId'],
    });
    const gateways = remoteGateways(c);
    const back = hubSide(c, hub, gateways);
    c.module({
      symbol: 'hubPeering',
      module: 'network/virtual-network/virtual-network-peering',
      comment: 'Peering from the virtual network to the hub',
      // Azure rejects useRemoteGateways until the hub's peering exists and allows gateway transit. The virtual-network
      // module would create both sides at once: terraform-azurerm-avm-res-network-virtualnetwork#57.
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

/** A parameter if the hub's owners create its peering. They can't before this network exists, so a first deployment sets it to false. */
function remoteGateways(c: Composer): Value {
  const spec = {
    name: 'useRemoteGateways',
    type: bool,
    description: 'Use the hub’s gateway to reach networks outside Azure. The hub’s peering must allow gateway transit',
    value: usesGateways,
    answers: ['network.hub.useRemoteGateways'],
  };
  return c.views.some((view) => usesGateways(view) && !peersBack(view)) ? c.parameter(spec) : c.choose(spec);
}

/** The hub's peering, in the hub's resource group; returns the symbols to wait for. */
function hubSide(c: Composer, hub: ReferenceExpression, gateways: Value): readonly string[] {
  const peerBack = c.choose({
    name: 'peerBack',
    type: bool,
    description: 'Also create the hub’s peering',
    value: peersBack,
    answers: ['network.hub.peerBack'],
  });
  if (peerBack === false) return [];
  const parts = c.variable('hubIdParts', call('split', hub, '/'), {
    description:
      'Segments of the hub’s resource ID. The third, fifth, and last are the subscription, resource group, and name',
  });
  const part = (index: number, otherwise: Value): Value => choice(c.condition, variable(parts.name, index), otherwise);
  c.module({
    symbol: 'hubSidePeering',
    module: 'network/virtual-network/virtual-network-peering',
    comment: 'Peering from the hub to the virtual network, in the resource group of the hub',
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
