import type { Draw } from '../../kernel/drawing.ts';
import { loadBalancerInputs } from './inputs.ts';

export const drawing: Draw = (view) => ({
  nodes: [
    { id: 'clients', title: 'Clients inside the network', in: 'outside', shape: 'round', icon: 'people' },
    {
      id: 'balancer',
      title: 'Load balancer',
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
      to: ['machine'],
      label: ports(loadBalancerInputs.of(view).ports.map(({ backendPort }) => backendPort)),
      flow: 'traffic',
    },
  ],
});

/** The first of them; the parameters have them all. */
function ports(numbers: readonly number[]): string {
  const more = numbers.length > 3 ? ` +${numbers.length - 3}` : '';
  return `TCP ${numbers.slice(0, 3).join(', ')}${more}`;
}
