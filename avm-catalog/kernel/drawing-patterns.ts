import { privateLabel } from '../azure/private-ports.ts';
import { resourceOf, type Attachment, type Drawing, type Edge, type Node } from './drawing.ts';
import { capital } from '../../src/text/pascal.ts';

/** The people who administer the VM. */
export const administrators: Node = {
  id: 'administrators',
  title: 'Administrators',
  in: 'outside',
  shape: 'round',
  icon: 'person',
};

/** The public IP address of a resource; none if the plan has no name for it. */
export function publicAddress(name: string | undefined): readonly Attachment[] {
  return name === undefined ? [] : [{ title: 'Public IP address', name, icon: 'address' }];
}

/** RDP to the VM through Azure Bastion. */
export function remoteDesktop(from: string, isTimed: boolean): Edge {
  return {
    from: [from],
    to: ['machine'],
    label: isTimed ? 'RDP 3389, just in time' : 'RDP 3389',
    flow: 'access',
  };
}

/** A service with private endpoints, each on the port of its group ID. */
export function privateService(is: Pick<Node, 'id' | 'title' | 'name' | 'icon'>, groupIds: readonly string[]): Drawing {
  const each = groupIds.map((name) => ({ id: `endpoint${capital(name)}`, name, port: privateLabel(name) }));
  return {
    nodes: [
      ...each.map(({ id, name }) => ({
        id,
        title: 'Private endpoint',
        plural: 'Private endpoints',
        name,
        in: { subnet: 'privateEndpoints' },
        compact: true,
        icon: 'link' as const,
      })),
      { ...is, in: 'group', part: 'service', shape: 'store' },
    ],
    edges: [
      ...each.map(({ id, port }) => ({ from: ['machine'], to: [id], label: port, flow: 'data' as const })),
      { from: each.map(({ id }) => id), to: [is.id], label: 'Private Link', flow: 'data' },
    ],
  };
}

/** Connections to the components that `uses` names. */
export function usesOf(id: string, uses: readonly string[]): readonly Edge[] {
  return uses.length === 0 ? [] : [{ from: [id], to: uses.map(resourceOf), label: 'uses', flow: 'data' }];
}
