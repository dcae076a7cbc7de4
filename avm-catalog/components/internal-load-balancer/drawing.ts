import { resourceOf, type Draw } from '../../kernel/drawing.ts';
import { balancedIn } from '../virtual-machine/inputs.ts';
import { loadBalancerInputs } from './inputs.ts';

export const drawing: Draw = (view) => ({
  nodes: [
    { id: 'clients', title: 'Clients inside the network', in: 'outside', shape: 'round', icon: 'people' },
    {
      id: 'balancer',
      title: 'Internal load balancer',
      name: view.names['loadBalancer'] ?? '',
      in: { subnet: 'workload' },
      icon: 'balance',
    },
  ],
  edges: [
    {
      from: ['clients'],
      to: ['balancer'],
      label: ports(loadBalancerInputs.of(view).ports.map(({ port }) => port)),
      flow: 'traffic',
    },
    {
      from: ['balancer'],
      to: [...balancedIn([view]).keys()].map(resourceOf),
      label: ports(loadBalancerInputs.of(view).ports.map(({ backendPort }) => backendPort)),
      flow: 'traffic',
    },
  ],
});

/** The first few ports; the parameters have all of them. */
function ports(numbers: readonly number[]): string {
  const more = numbers.length > 3 ? ` +${numbers.length - 3}` : '';
  return `TCP ${numbers.slice(0, 3).join(', ')}${more}`;
}
