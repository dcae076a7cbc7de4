import type { Drawing } from './diagram.ts';
import type { Side, Workspace } from './sides.ts';

type Draw = (side: Side, workspace: Workspace) => Drawing;

/** Which of these components are on in the environment, as ids of their nodes. */
function among(side: Side, { plan }: Workspace, nodes: Readonly<Record<string, string>>): readonly string[] {
  const on = (name: string) =>
    plan.components.find((one) => one.name === name)?.environments.includes(side.environment);
  return Object.entries(nodes).flatMap(([name, node]) => (on(name) ? [node] : []));
}

const isOn = (side: Side, workspace: Workspace, name: string): boolean =>
  among(side, workspace, { [name]: name }).length > 0;

/** What the default environment's picture shows of a component; one that is not here is drawn as a box with its title. */
export const drawings: Readonly<Record<string, Draw>> = {
  'virtual-network': () => ({}),
  'virtual-machine': ({ names, inputs: { virtualMachine: is } }) => ({
    nodes: [
      { id: 'machine', label: `${names['virtualMachine'] ?? ''} ${is.image} ${is.size}`, in: 'workload' },
      { id: 'passwords', label: `Key vault ${is.administrator.vaultName}`, in: 'outside', shape: 'store' },
    ],
    edges: [{ from: 'passwords', to: 'machine', label: 'password, at deployment', dotted: true }],
  }),
  'log-analytics': (side, workspace) => ({
    nodes: [{ id: 'logs', label: `Log Analytics ${side.names['logAnalytics'] ?? ''}`, in: 'group', shape: 'store' }],
    edges: workspace.on('OPS-002')
      ? [
          {
            from: among(side, workspace, {
              'virtual-network': 'network',
              'key-vault': 'vault',
              'storage-account': 'storage',
              backup: 'recovery',
            }).join(' & '),
            to: 'logs',
            label: 'diagnostic settings',
            dotted: true,
          },
        ]
      : [],
  }),
  'monitoring-agent': ({ names }) => ({
    nodes: [{ id: 'collection', label: `Data collection rule ${names['collectionRule'] ?? ''}`, in: 'group' }],
    edges: [
      { from: 'machine', to: 'collection', label: 'events and counters' },
      { from: 'collection', to: 'logs', label: 'Azure Monitor Agent' },
    ],
  }),
  'managed-identity': ({ names }) => ({
    nodes: [{ id: 'identity', label: `Managed identity ${names['identityWorkload'] ?? ''}`, in: 'group' }],
    edges: [{ from: 'machine', to: 'identity', label: 'signs in as', dotted: true }],
  }),
  'nat-gateway': ({ names }) => ({
    nodes: [
      { id: 'nat', label: `NAT gateway ${names['natGateway'] ?? ''}`, in: 'group' },
      { id: 'internet', label: 'Internet', in: 'outside', shape: 'round' },
    ],
    edges: [
      { from: 'machine', to: 'nat', label: 'outbound' },
      { from: 'nat', to: 'internet', label: 'one public address' },
    ],
  }),
  'hub-peering': (side, workspace) => ({
    nodes: [
      { id: 'administrators', label: 'Administrators', in: 'outside', shape: 'round' },
      { id: 'hubBastion', label: `Azure Bastion ${side.core.network.hub.bastionSubnet}`, in: 'hub' },
    ],
    edges: [
      { from: 'administrators', to: 'hubBastion', label: 'HTTPS' },
      remoteDesktop('hubBastion', side, workspace),
      { from: 'network', to: 'hub', label: 'peering' },
    ],
  }),
  bastion: (side, workspace) => ({
    nodes: [
      { id: 'administrators', label: 'Administrators', in: 'outside', shape: 'round' },
      { id: 'bastion', label: `Azure Bastion ${side.inputs.bastion.sku}`, in: 'bastion' },
    ],
    edges: [{ from: 'administrators', to: 'bastion', label: 'HTTPS' }, remoteDesktop('bastion', side, workspace)],
  }),
  'just-in-time': () => ({}),
  'private-dns': ({ inputs: { privateDns: is } }, { plan }) => {
    if (!plan.parameters.some((one) => one.name === 'privateDnsZoneNames')) return {};
    return {
      nodes: [{ id: 'dns', label: 'Private DNS zones', in: is.zones === 'create' ? 'group' : 'outside' }],
      edges: [{ from: 'dns', to: 'subnetEndpoints', label: 'names', dotted: true }],
    };
  },
  'key-vault': ({ names }) => service('vault', `Key vault ${names['keyVault'] ?? ''}`, ['vault']),
  'storage-account': ({ names }, { spec }) => {
    const shares = spec.views.some(
      (view) => view.inputs.storageAccount.enabled && view.inputs.storageAccount.shares.length > 0,
    );
    return service('storage', `Storage account ${names['storageAccount'] ?? ''}`, shares ? ['blob', 'file'] : ['blob']);
  },
  'customer-managed-keys': (side, workspace) => ({
    nodes: [{ id: 'encryption', label: `Disk encryption set ${side.names['diskEncryptionSet'] ?? ''}`, in: 'group' }],
    edges: [
      {
        from: 'vault',
        to: ['encryption', ...among(side, workspace, { 'storage-account': 'storage' })].join(' & '),
        label: 'key',
      },
      { from: 'encryption', to: 'machine', label: 'encrypts disks', dotted: true },
    ],
  }),
  backup: ({ names }) => ({
    nodes: [
      { id: 'recovery', label: `Recovery Services vault ${names['recoveryVault'] ?? ''}`, in: 'group', shape: 'store' },
    ],
    edges: [{ from: 'machine', to: 'recovery', label: 'daily backup' }],
  }),
  maintenance: ({ names }) => ({
    nodes: [{ id: 'maintenance', label: `Maintenance window ${names['maintenance'] ?? ''}`, in: 'group' }],
    edges: [{ from: 'maintenance', to: 'machine', label: 'updates', dotted: true }],
  }),
  'internal-load-balancer': ({ names, inputs: { loadBalancer: is } }) => ({
    nodes: [
      { id: 'clients', label: 'Clients inside the network', in: 'outside', shape: 'round' },
      { id: 'balancer', label: `Load balancer ${names['loadBalancer'] ?? ''}`, in: 'workload' },
    ],
    edges: [
      { from: 'clients', to: 'balancer', label: is.ports.map(({ port }) => port).join(', ') },
      { from: 'balancer', to: 'machine', label: is.ports.map(({ backendPort }) => backendPort).join(', ') },
    ],
  }),
  application: () => ({
    nodes: [{ id: 'package', label: 'Package of the application', in: 'outside', shape: 'store' }],
    edges: [{ from: 'package', to: 'machine', label: 'Custom Script Extension', dotted: true }],
  }),
  hardening: ({ inputs: { hardening: is } }) => ({
    nodes: [{ id: 'hardening', label: 'Hardening baseline', in: 'group' }],
    edges: [
      {
        from: 'hardening',
        to: 'machine',
        label: [is.script ? 'script' : [], is.guestConfiguration ? 'guest configuration' : []].flat().join(', '),
        dotted: true,
      },
    ],
  }),
  alerts: ({ names, inputs: { alerts: is } }, _) => ({
    nodes: [
      { id: 'actions', label: `Action group ${names['actionGroup'] ?? ''}`, in: 'group' },
      ...(is.emails.length > 0
        ? [{ id: 'operators', label: 'Operators', in: 'outside' as const, shape: 'round' as const }]
        : []),
    ],
    edges: [
      { from: 'machine & logs', to: 'actions', label: 'alerts', dotted: true },
      ...(is.emails.length > 0 ? [{ from: 'actions', to: 'operators', label: 'e-mail' }] : []),
    ],
  }),
};

function remoteDesktop(from: string, side: Side, workspace: Workspace) {
  return {
    from,
    to: 'machine',
    label: isOn(side, workspace, 'just-in-time') ? 'remote desktop, just in time' : 'remote desktop',
  };
}

function service(id: string, label: string, endpoints: readonly string[]): Drawing {
  const nodes = endpoints.map((one) => ({
    id: `endpoint${one.charAt(0).toUpperCase()}${one.slice(1)}`,
    label: `Private endpoint ${one}`,
    in: 'privateEndpoints' as const,
  }));
  const ids = nodes.map((node) => node.id).join(' & ');
  return {
    nodes: [...nodes, { id, label, in: 'group', shape: 'store' }],
    edges: [
      { from: 'machine', to: ids, label: 'private' },
      { from: ids, to: id, label: 'private link' },
    ],
  };
}
