import { lastPart, type Draw, type Drawing, type Node } from '../drawing.ts';
import { among } from './among.ts';

/** Services, and how they are reached. */
export const ofServices: Readonly<Record<string, Draw>> = {
  'virtual-network': () => ({}),
  'private-dns': (side, workspace) => {
    if (among(side, workspace, { 'key-vault': 'vault', 'storage-account': 'storage' }).length === 0) return {};
    const is = side.inputs.privateDns;
    const made = is.zones === 'create';
    const group = is.resourceGroupId === '' ? '' : lastPart(is.resourceGroupId);
    return {
      nodes: [
        {
          id: 'dns',
          title: 'Private DNS zones',
          ...(made || group === '' ? {} : { name: group }),
          in: made ? 'group' : 'outside',
          part: 'names',
          icon: 'names',
        },
      ],
      edges: [{ from: ['dns'], to: ['network'], label: 'resolves names', flow: 'control' }],
    };
  },
  'key-vault': ({ names }) =>
    service({ id: 'vault', title: 'Key vault', name: names['keyVault'] ?? '', icon: 'key' }, { vault: 'HTTPS 443' }),
  'storage-account': ({ names }, { spec }) => {
    const shares = spec.views.some(
      (view) => view.inputs.storageAccount.enabled && view.inputs.storageAccount.shares.length > 0,
    );
    return service(
      { id: 'storage', title: 'Storage account', name: names['storageAccount'] ?? '', icon: 'store' },
      { blob: 'HTTPS 443', ...(shares ? { file: 'SMB 445' } : {}) },
    );
  },
  'customer-managed-keys': (side, workspace) => ({
    nodes: [
      {
        id: 'encryption',
        title: 'Disk encryption set',
        name: side.names['diskEncryptionSet'] ?? '',
        in: 'group',
        part: 'keys',
        icon: 'lock',
      },
    ],
    edges: [
      {
        from: ['vault'],
        to: ['encryption', ...among(side, workspace, { 'storage-account': 'storage' })],
        label: 'key',
        flow: 'data',
      },
      { from: ['encryption'], to: ['machine'], label: 'encrypts disks', flow: 'data' },
    ],
  }),
  backup: ({ names }) => ({
    nodes: [
      {
        id: 'recovery',
        title: 'Recovery Services vault',
        name: names['recoveryVault'] ?? '',
        in: 'group',
        part: 'services',
        shape: 'store',
        icon: 'backup',
      },
    ],
    edges: [{ from: ['machine'], to: ['recovery'], label: 'daily backup', flow: 'data' }],
  }),
};

/** A service that is reached by its private endpoints, each on a port. */
function service(
  is: Pick<Node, 'id' | 'title' | 'name' | 'icon'>,
  endpoints: Readonly<Record<string, string>>,
): Drawing {
  const each = Object.entries(endpoints).map(([one, port]) => ({
    id: `endpoint${one.charAt(0).toUpperCase()}${one.slice(1)}`,
    name: one,
    port,
  }));
  return {
    nodes: [
      ...each.map(({ id, name }) => ({
        id,
        title: 'Private endpoint',
        name,
        in: 'privateEndpoints' as const,
        icon: 'link' as const,
      })),
      { ...is, in: 'group', part: 'services', shape: 'store' },
    ],
    edges: [
      ...each.map(({ id, port }) => ({ from: ['machine'], to: [id], label: port, flow: 'data' as const })),
      { from: each.map(({ id }) => id), to: [is.id], label: 'private link', flow: 'data' },
    ],
  };
}
