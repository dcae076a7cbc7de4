import type { Draw } from '../../kernel/drawing.ts';

export const drawing: Draw = ({ names, inputs: { loadBalancer: is } }) => ({
  nodes: [
    { id: 'clients', title: 'Clients inside the network', in: 'outside', shape: 'round', icon: 'people' },
    {
      id: 'balancer',
      title: 'Load balancer',
      name: names['loadBalancer'] ?? '',
      in: { subnet: 'workload' },
      icon: 'balance',
    },
  ],
  edges: [
    { from: ['clients'], to: ['balancer'], label: ports(is.ports.map(({ port }) => port)), flow: 'traffic' },
    {
      from: ['balancer'],
      to: ['machine'],
      label: ports(is.ports.map(({ backendPort }) => backendPort)),
      flow: 'traffic',
    },
  ],
});

/** The first of them; the parameters have them all. */
function ports(numbers: readonly number[]): string {
  const more = numbers.length > 3 ? ` +${numbers.length - 3}` : '';
  return `TCP ${numbers.slice(0, 3).join(', ')}${more}`;
}
