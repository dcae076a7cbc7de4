import type { Drawing, Edge, Node } from './drawing.ts';

/** Who comes in to administer. */
export const administrators: Node = {
  id: 'administrators',
  title: 'Administrators',
  in: 'outside',
  shape: 'round',
  icon: 'person',
};

/** Administration of the machine by way of a gate. */
export function remoteDesktop(from: string, isTimed: boolean): Edge {
  return {
    from: [from],
    to: ['machine'],
    label: isTimed ? 'RDP 3389, just in time' : 'RDP 3389',
    flow: 'access',
  };
}

/** A service that is reached by its private endpoints, each on a port. */
export function privateService(
  is: Pick<Node, 'id' | 'title' | 'name' | 'icon'>,
  endpoints: Readonly<Record<string, string>>,
): Drawing {
  const each = Object.entries(endpoints).map(([name, port]) => ({
    id: `endpoint${name.charAt(0).toUpperCase()}${name.slice(1)}`,
    name,
    port,
  }));
  return {
    nodes: [
      ...each.map(({ id, name }) => ({
        id,
        title: 'Private endpoint',
        name,
        in: { subnet: 'privateEndpoints' },
        compact: true,
        icon: 'link' as const,
      })),
      { ...is, in: 'group', part: 'service', shape: 'store' },
    ],
    edges: [
      ...each.map(({ id, port }) => ({ from: ['machine'], to: [id], label: port, flow: 'data' as const })),
      { from: each.map(({ id }) => id), to: [is.id], label: 'private link', flow: 'data' },
    ],
  };
}
