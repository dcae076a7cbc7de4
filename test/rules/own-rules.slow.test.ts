import { beforeAll, describe, expect, it } from 'vitest';
import { checkConstitution } from '../../src/checks/constitution/check.ts';
import { modulesFolder } from '../support/modules.ts';
import type { Mutation } from './mutation.ts';
import { predict, today, type Prediction } from './predict.ts';
import { brokenTypes, Resources, violations } from './resources.ts';
import { isMissing } from '../support/tools.ts';

const modules = modulesFolder();
const environment = 'prod';

const disk = 'Microsoft.Compute/disks';
const account = 'Microsoft.Storage/storageAccounts';
const vault = 'Microsoft.KeyVault/vaults';
const endpoint = 'Microsoft.Network/privateEndpoints';
const nsg = 'Microsoft.Network/networkSecurityGroups';
const vnet = 'Microsoft.Network/virtualNetworks';
const address = 'Microsoft.Network/publicIPAddresses';
const vm = 'Microsoft.Compute/virtualMachines';

const connection = 'properties.privateLinkServiceConnections.0.properties.privateLinkServiceId';

const mutations: readonly Mutation[] = [
  ['ORG-001', 'a small disk', (r) => r.set(disk, '', 'properties.diskSizeGB', 32), disk],
  ['ORG-001', 'a large disk', (r) => r.set(disk, '', 'properties.diskSizeGB', 2048), disk],
  ['ORG-002', 'old TLS', (r) => r.set(account, '', 'properties.minimumTlsVersion', 'TLS1_0'), account],
  ['ORG-002', 'another kind', (r) => r.set(account, '', 'kind', 'Storage'), account],
  ['ORG-002', 'another redundancy', (r) => r.set(account, '', 'sku.name', 'Standard_RAGRS'), account],
  ['ORG-003', 'no endpoint', (r) => r.drop(endpoint, '-kv-'), vault],
  ['ORG-003', 'an endpoint to something else', (r) => r.set(endpoint, '-kv-', connection, '/subscriptions/x'), vault],
  [
    'ORG-003',
    'an endpoint in another subnet',
    (r) => r.set(endpoint, '-kv-', 'properties.subnet.id', '/subnets/other'),
    vault,
  ],
  ['ORG-004', 'a rule for Telnet', (r) => r.rule('nsg-workload', { destinationPortRange: '23' }), nsg],
  ['ORG-004', 'a rule for all ports', (r) => r.rule('nsg-workload', { destinationPortRange: '*' }), nsg],
  [
    'ORG-004',
    'a rule for FTP among others',
    (r) => r.rule('nsg-workload', { destinationPortRange: '', destinationPortRanges: ['443', '21'] }),
    nsg,
  ],
  ['ORG-005', 'no network', (r) => r.drop(vnet), ''],
  ['ORG-005', 'two networks', (r) => r.copy(vnet, '', 'vnet-other'), ''],
  [
    'ORG-005',
    'a peering',
    (r) =>
      r.add({
        id: `${r.one(vnet).id}/virtualNetworkPeerings/hub`,
        type: `${vnet}/virtualNetworkPeerings`,
        name: 'hub',
      }),
    vnet,
  ],
  ['ORG-006', 'another address', (r) => r.copy(address, 'pip-bastion', 'pip-other'), address],
  ['ORG-007', 'no lock', (r) => r.drop('Microsoft.Authorization/locks', 'lock-kv-'), vault],
  [
    'ORG-007',
    'a lock of another level',
    (r) => r.set('Microsoft.Authorization/locks', 'lock-kv-', 'properties.level', 'NotSpecified'),
    vault,
  ],
  [
    'ORG-008',
    'a range with the port of RDP, from elsewhere',
    (r) => r.rule('nsg-workload', { destinationPortRange: '3380-3400', sourceAddressPrefix: '10.0.0.0/8' }),
    nsg,
  ],
  [
    'ORG-008',
    'SSH from anywhere, among others',
    (r) =>
      r.rule('nsg-workload', {
        destinationPortRange: '',
        destinationPortRanges: ['443', '20-25'],
        sourceAddressPrefix: '*',
      }),
    nsg,
  ],
  ['ORG-009', 'too much in total', (r) => r.set(disk, '', 'properties.diskSizeGB', 5000), ''],
  ['ORG-010', 'another owner', (r) => r.set(vm, '', 'tags.owner', 'other-team'), vm],
  ['ORG-011', 'an old review', (r) => r.set(vm, '', 'tags.reviewed', '2025-05-31'), vm],
  ['PLT-001', 'a short cost centre', (r) => r.set(vnet, '', 'tags.costCenter', '00'), vnet],
  ['PLT-001', 'an owner who is no team', (r) => r.set(vm, '', 'tags.owner', 'me'), vm],
  ['PLT-001', 'no owner', (r) => r.set(vm, '', 'tags.owner', undefined), vm],
  ['PLT-002', 'another name', (r) => r.set(vm, '', 'name', 'machine'), vm],
  ['PLT-003', 'nothing: it is off, and would be broken', () => {}, ''],
];

describe.skipIf(modules === null || isMissing('bicep'))(
  'rules of one’s own over the resources that the real modules would make',
  () => {
    let given: Prediction;

    beforeAll(async () => {
      given = await predict('own-rules', environment, modules ?? '');
    });

    it('hold, and look at something', () => {
      const { spec, snapshot } = given;
      const own = spec.rules.filter((rule) => rule.definition.own);
      expect(own).toHaveLength(15);
      const ids = new Set(own.map((rule) => rule.definition.id));
      expect(
        checkConstitution(spec, [snapshot], today).findings.filter((one) => one.ids.some((id) => ids.has(id))),
      ).toEqual([]);
    });

    it.each(mutations)('%s: %s', (id, _, mutate, type) => {
      const { spec, snapshot } = given;
      const broken = new Resources(snapshot.resources);
      mutate(broken);
      const found = violations(id, broken.list, spec, environment);
      expect(brokenTypes(found, broken.list)).toEqual([type]);
      expect(found[0]?.what).toMatch(/^.+ \(.+\)$/);
    });

    it('are all broken by something', () => {
      const broken = new Set(mutations.map(([id]) => id));
      expect(
        given.spec.rules.filter((rule) => rule.definition.own?.ofResources && !broken.has(rule.definition.id)),
      ).toEqual([]);
    });
  },
);
