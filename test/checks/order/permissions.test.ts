import { describe, expect, it } from 'vitest';
import { permissionsIn } from '../../../src/files/readme/permissions.ts';
import { Workspace } from '../../../src/files/readme/sides.ts';
import { checkPermissions, secretVaults } from '../../../src/checks/order/permissions.ts';
import type { Placed } from '../../../src/checks/order/place.ts';
import { madeUpScope } from '../../../src/checks/snapshot.ts';
import { readCase } from '../../cases/cases.ts';

const { subscriptionId } = madeUpScope;
const others = `/subscriptions/${subscriptionId}/resourceGroups/rg-others`;

function placed(id: string, type: string, properties: object = {}): Placed {
  const resource = { id, type, name: id.split('/').at(-1) ?? '', apiVersion: '1', properties: { ...properties } };
  return { resource, steps: [{ key: 'a', deployment: '', after: [] }] };
}

function workspaceOf(name: string): Workspace {
  const { plan, spec } = readCase(name).generated;
  if (!plan || !spec) throw new Error(`${name} has no plan`);
  return new Workspace(plan, spec);
}

/** What no role of a case’s README allows, as action and scope. */
function refused(name: string, environment: string, one: readonly Placed[], vaults: readonly string[] = []) {
  const workspace = workspaceOf(name);
  const resourceGroup = workspace.sides.find((side) => side.environment === environment)?.group ?? '';
  const findings = checkPermissions(one, vaults, {
    permissions: permissionsIn(workspace, environment),
    scope: { ...madeUpScope, resourceGroup },
    environment,
    at: ({ resource }) => ({ resource: resource.id, environment }),
    isNamed: ({ resource }) => resource.name === 'of-a-person',
  });
  return findings.map(({ args, severity }) => [severity, ...Object.values(args).slice(1)].join(' '));
}

describe('the permissions of a deployment', () => {
  const hub = '/subscriptions/00000000-0000-0000-0000-000000000001/resourceGroups/rg-hub';
  const hubNetwork = `${hub}/providers/Microsoft.Network/virtualNetworks/vnet-hub`;
  const peering = `${hubNetwork}/virtualNetworkPeerings/peer-spoke`;
  const peeringType = 'Microsoft.Network/virtualNetworks/virtualNetworkPeerings';

  it('reach into the resource group of a hub only where the README says so', () => {
    const write = [placed(peering, peeringType, { remoteVirtualNetwork: { id: hubNetwork } })];
    const [hubEnvironment = ''] = (readCase('hub-and-spoke').generated.spec?.views ?? [])
      .filter(({ core }) => core.network.hub.virtualNetworkId === hubNetwork)
      .map((view) => view.environment);
    expect(refused('hub-and-spoke', hubEnvironment, write)).toEqual([]);
    expect(refused('defaults', 'prod', write)).toEqual([
      `error ${peeringType}/write ${peering}`,
      `error Microsoft.Resources/deployments/write ${hub}`,
      `error Microsoft.Network/virtualNetworks/peer/action ${hubNetwork}`,
    ]);
  });

  it('of a role on a network cover no deployment and no peering there', () => {
    const view = (readCase('hub-and-spoke').generated.spec?.views ?? []).find(
      ({ core }) => core.network.hub.virtualNetworkId !== '' && !core.network.hub.peerBack,
    );
    const network = view?.core.network.hub.virtualNetworkId ?? '';
    const there = placed(`${network}/virtualNetworkPeerings/p`, peeringType, { remoteVirtualNetwork: { id: network } });
    expect(refused('hub-and-spoke', view?.environment ?? '', [there])).toEqual([
      `error ${peeringType}/write ${network}/virtualNetworkPeerings/p`,
      `error Microsoft.Resources/deployments/write ${network.replace(/\/providers\/.*/, '')}`,
    ]);
  });

  it('let an endpoint join zones of others only where the README says so', () => {
    const zone = `${others}/providers/Microsoft.Network/privateDnsZones/privatelink.vaultcore.azure.net`;
    const [side] = workspaceOf('defaults').sides;
    const own = `/subscriptions/${subscriptionId}/resourceGroups/${side?.group ?? ''}`;
    const group = placed(
      `${own}/providers/Microsoft.Network/privateEndpoints/pep/privateDnsZoneGroups/default`,
      'Microsoft.Network/privateEndpoints/privateDnsZoneGroups',
      { privateDnsZoneConfigs: [{ properties: { privateDnsZoneId: zone } }] },
    );
    expect(refused('defaults', side?.environment ?? '', [group])).toEqual([
      `error Microsoft.Network/privateDnsZones/join/action ${zone}`,
    ]);
  });

  it('of what a person’s own component does are a warning', () => {
    const id = `${others}/providers/Microsoft.Storage/storageAccounts/of-a-person`;
    expect(refused('defaults', 'prod', [placed(id, 'Microsoft.Storage/storageAccounts')])).toEqual([
      `warning Microsoft.Storage/storageAccounts/write ${id}`,
      `warning Microsoft.Resources/deployments/write ${others}`,
    ]);
  });

  it('let parameters read the secrets of the listed key vaults alone', () => {
    const listed = permissionsIn(workspaceOf('defaults'), 'prod').flatMap(({ within }) =>
      within === 'own' ? [] : within('prod'),
    );
    const vault = `/subscriptions/s${listed[0]}`;
    const other = `${others}/providers/Microsoft.KeyVault/vaults/kv-others`;
    const secret = (id: string) => ({ reference: { keyVault: { id }, secretName: 'p' } });
    const parameters = JSON.stringify({ parameters: { a: secret(vault), b: secret(other), c: { value: other } } });
    expect(secretVaults(parameters)).toEqual([vault, other].toSorted());
    expect(refused('defaults', 'prod', [], secretVaults(parameters))).toEqual([
      `error Microsoft.KeyVault/vaults/deploy/action ${other}`,
    ]);
  });
});
