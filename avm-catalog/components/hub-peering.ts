import { bool, string } from '../../src/bicep/type.ts';
import { call, text } from '../../src/bicep/value.ts';
import { component } from '../component.ts';

export const hubPeering = component({
  name: 'hub-peering',
  title: 'Hub peering',
  summary: 'The way to an existing hub, whose Bastion serves the machine',
  serves: ['FR-006'],
  switchedBy: ['network.topology'],
  enabled: (view) => view.core.network.topology === 'hub',
  contribute: (c) => {
    const hub = c.parameter({
      name: 'hubVirtualNetworkId',
      type: string,
      description: 'Resource id of the hub’s virtual network; empty where there is no hub',
      value: (view) => view.core.network.hub.virtualNetworkId,
      answers: ['network.hub.virtualNetworkId'],
    });
    const prefix = c.parameter({
      name: 'hubBastionPrefix',
      type: string,
      description: 'Range of the hub’s AzureBastionSubnet, from where administrators come; empty where there is no hub',
      value: (view) => view.core.network.hub.bastionSubnet,
      answers: ['network.hub.bastionSubnet'],
      ids: ['SEC-004'],
    });
    const option = (name: string, description: string, key: 'useRemoteGateways' | 'peerBack') =>
      c.choose({
        name,
        type: bool,
        description,
        value: (view) => view.core.network.topology === 'hub' && view.core.network.hub[key],
        answers: [`network.hub.${key}`],
      });
    c.contribute('administration', { prefix }, { ids: ['SEC-004'] });
    c.contribute('peering', {
      value: {
        name: text`peer-${call('last', call('split', hub, '/'))}`,
        remoteVirtualNetworkResourceId: hub,
        allowForwardedTraffic: true,
        allowVirtualNetworkAccess: true,
        useRemoteGateways: option(
          'useRemoteGateways',
          'Use the hub’s gateway to reach networks beyond Azure',
          'useRemoteGateways',
        ),
        remotePeeringEnabled: option('peerBack', 'Make the peering on the hub’s side too', 'peerBack'),
        remotePeeringName: text`peer-${c.reference('virtualNetwork')}`,
      },
    });
  },
  compose: () => {},
});
