import { resourceOf, type Draw } from '../../kernel/drawing.ts';
import { publicAddress } from '../../kernel/drawing-patterns.ts';
import { subnetsIn } from '../subnet/inputs.ts';
import { machinesIn } from '../virtual-machine/inputs.ts';

export const drawing: Draw = (side) => {
  const closed = subnetsIn(side).flatMap(({ id, outbound }) => (outbound ? [] : [id]));
  const vms = machinesIn(side).filter(({ is }) => is.subnet === undefined || !closed.includes(is.subnet));
  return {
    nodes: [
      {
        id: 'nat',
        title: 'NAT gateway',
        name: side.names['natGateway'] ?? '',
        attached: publicAddress(side.names['natGatewayPublicIp']),
        in: 'group',
        part: 'above',
        icon: 'gateway',
      },
      { id: 'internet', title: 'Internet', in: 'outside', shape: 'round', icon: 'globe' },
    ],
    edges: [
      {
        from: vms.map(({ component }) => resourceOf(component)),
        to: ['nat'],
        label: 'outbound',
        flow: 'traffic',
      },
      { from: ['nat'], to: ['internet'], label: 'outbound', flow: 'traffic' },
    ],
  };
};
