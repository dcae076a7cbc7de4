import { describe, expect, it } from 'vitest';
import { roles } from '../../../avm-catalog/azure/roles.ts';
import type { Placed, Step } from '../../../src/checks/order/place.ts';
import { timingOf } from '../../../src/checks/order/timing.ts';

const group = '/subscriptions/s/resourceGroups/rg/providers';
const vault = `${group}/Microsoft.KeyVault/vaults/kv`;
const identity = `${group}/Microsoft.ManagedIdentity/userAssignedIdentities/id-keys`;

function placed(key: string, type: string, values: object, after: readonly string[] = []): Placed {
  const step: Step = { key, deployment: '', after };
  const resource = { id: `${group}/${type}/${key}`, type, name: key, apiVersion: '1', ...values };
  return { resource, steps: [step] };
}

const assignment = (role: string) =>
  placed('assigned', 'Microsoft.Authorization/roleAssignments', {
    id: `${vault}/providers/Microsoft.Authorization/roleAssignments/a`,
    properties: {
      principalId: `[reference('${identity}', '1').principalId]`,
      roleDefinitionId: `/subscriptions/s/providers/Microsoft.Authorization/roleDefinitions/${role}`,
    },
  });

const set = (after: readonly string[], identities: object = { [identity]: {} }) =>
  placed(
    'des',
    'Microsoft.Compute/diskEncryptionSets',
    { identity: { userAssignedIdentities: identities }, properties: { activeKey: { keyUrl: 'https://kv/keys/k' } } },
    after,
  );

const rowsOf = (...all: readonly Placed[]) => timingOf({ placed: all, deployments: [], lost: [] }, 'prod');

describe('effects of time', () => {
  const keys = assignment(roles['Key Vault Crypto Service Encryption User']);

  it('strike what reads a key after its role was assigned', () => {
    expect(rowsOf(keys, set(['assigned']))).toEqual([
      {
        environment: 'prod',
        resource: `${group}/Microsoft.Compute/diskEncryptionSets/des`,
        effect: 'role-assignment',
        cause: vault,
      },
    ]);
  });

  it('strike nothing with another role, another identity, or no order', () => {
    expect(rowsOf(assignment(roles.Reader), set(['assigned']))).toEqual([]);
    expect(rowsOf(keys, set(['assigned'], {}))).toEqual([]);
    expect(rowsOf(keys, set([]))).toEqual([]);
  });

  it('strike a VM with encryption at host, and no other', () => {
    const vm = (encryptionAtHost: boolean) =>
      placed('vm', 'Microsoft.Compute/virtualMachines', { properties: { securityProfile: { encryptionAtHost } } });
    expect(rowsOf(vm(true)).map(({ effect, cause }) => `${effect} ${cause}`)).toEqual([
      'feature-registration Microsoft.Compute/EncryptionAtHost',
    ]);
    expect(rowsOf(vm(false))).toEqual([]);
  });

  describe('of names', () => {
    const subnet = (network: string, name: string) => ({
      id: `${group}/Microsoft.Network/virtualNetworks/${network}/subnets/${name}`,
    });
    const endpoint = (network: string) =>
      placed('pep', 'Microsoft.Network/privateEndpoints', { properties: { subnet: subnet(network, 'snet-pep') } });
    const record = placed('zones', 'Microsoft.Network/privateEndpoints/privateDnsZoneGroups', {
      id: `${group}/Microsoft.Network/privateEndpoints/pep/privateDnsZoneGroups/default`,
    });
    const nic = placed('nic', 'Microsoft.Network/networkInterfaces', {
      properties: { ipConfigurations: [{ properties: { subnet: subnet('VNET', 'snet-vm') } }] },
    });
    const vm = (after: readonly string[]) => {
      const networkInterfaces = [{ id: `${group}/Microsoft.Network/networkInterfaces/nic` }];
      return placed(
        'vm',
        'Microsoft.Compute/virtualMachines',
        { properties: { networkProfile: { networkInterfaces } } },
        after,
      );
    };

    it('strike a VM that starts before the record of an endpoint in its network', () => {
      expect(rowsOf(endpoint('vnet'), record, nic, vm([]))).toEqual([
        {
          environment: 'prod',
          resource: `${group}/Microsoft.Compute/virtualMachines/vm`,
          effect: 'endpoint-record',
          cause: `${group}/Microsoft.Network/privateEndpoints/pep`,
        },
      ]);
    });

    it('strike no VM that waits for the record, and none in another network', () => {
      expect(rowsOf(endpoint('vnet'), record, nic, vm(['zones']))).toEqual([]);
      expect(rowsOf(endpoint('vnet-other'), record, nic, vm([]))).toEqual([]);
      expect(rowsOf(endpoint('vnet'), nic, vm([]))).toEqual([]);
    });
  });
});
