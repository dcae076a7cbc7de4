import { describe, expect, it } from 'vitest';
import { encryptsNetwork } from '../../avm-catalog/azure/network-encryption.ts';
import { Estate, type Predicted } from '../../avm-catalog/constitution/estate.ts';
import { networksEncrypted } from '../../avm-catalog/constitution/rules/network-encryption-checks.ts';
import { findingsOf } from '../plan/support.ts';

const scope = '/subscriptions/s/resourceGroups/g/providers';

function resource(type: string, name: string, properties: object): Predicted {
  return { id: `${scope}/${type}/${name}`, type, name, properties };
}

const networkType = 'Microsoft.Network/virtualNetworks';
const cardType = 'Microsoft.Network/networkInterfaces';
const network = (enabled: unknown): Predicted => resource(networkType, 'vnet', { encryption: { enabled } });
const card = (enableAcceleratedNetworking: unknown): Predicted =>
  resource(cardType, 'nic', {
    enableAcceleratedNetworking,
    ipConfigurations: [{ properties: { subnet: { id: `${scope}/${networkType.toUpperCase()}/vnet/subnets/s` } } }],
  });
const vm = (vmSize: string): Predicted =>
  resource('Microsoft.Compute/virtualMachines', 'vm', {
    hardwareProfile: { vmSize },
    networkProfile: { networkInterfaces: [{ id: `${scope}/${cardType}/nic` }] },
  });

const verdicts = (...resources: readonly Predicted[]): readonly string[] =>
  networksEncrypted(new Estate(resources)).map(
    ({ resource: id, untold }) => `${untold ? 'untold' : 'broken'} ${id.split('/').at(-1)}`,
  );

describe('virtual network encryption', () => {
  it.each([
    ['on, with a VM that takes part', [network(true), card(true), vm('standard_d4S_v5')], []],
    ['off', [network(false), card(true), vm('Standard_B2s_v2')], ['broken vnet']],
    ['computed', [network("[parameters('x')]")], ['untold vnet']],
    ['on, with a size that isn’t listed', [network(true), card(true), vm('Standard_B2s_v2')], ['broken vm']],
    ['on, with a size that nobody knows', [network(true), card(true), vm('Standard_DC4as_v5')], ['untold vm']],
    ['on, with a computed size', [network(true), card(true), vm("[parameters('x')]")], ['untold vm']],
    ['on, without acceleration', [network(true), card(false), vm('Standard_D4s_v5')], ['broken nic']],
    ['of another workspace', [card(true), vm('Standard_D4s_v5')], ['untold vm']],
    ['behind an interface of another workspace', [network(true), vm('Standard_D4s_v5')], ['untold vm']],
  ])('%s', (_, resources, expected) => {
    expect(verdicts(...resources)).toEqual(expected);
  });
});

it.each([
  ['Standard_D2s_v4', true],
  ['Standard_E4-2ads_v5', true],
  ['Standard_D2ls_v6', true],
  ['Standard_E16bds_v5', true],
  ['Standard_D2s_v10', true],
  ['Standard_L8s_v3', true],
  ['Standard_F2als_v6', true],
  ['Standard_M208ms_v2', true],
  ['Standard_B2s_v2', false],
  ['Standard_F16s_v2', false],
  ['Standard_D2s_v3', undefined],
  ['Standard_EC4as_v5', undefined],
  ['Standard_M416s_6_v3', undefined],
])('%s encrypts the network: %s', (size, is) => {
  expect(encryptsNetwork(size)).toBe(is);
});

describe('a network that is encrypted by its settings', () => {
  const found = (own: string, second: string): readonly string[] =>
    findingsOf({
      spec: { loadBalancer: { enabled: true } },
      components: { second: { type: 'virtual-machine', size: second, loadBalanced: true } },
      environments: { dev: { network: { encryption: true }, virtualMachine: { size: own } } },
    })
      .filter(({ code }) => code.endsWith('-network-encryption'))
      .map(({ code, severity, where }) => `${severity} ${code} of ${where?.answer ?? ''}`);

  it('has VMs whose size takes part', () => {
    expect(found('Standard_D2s_v5', 'Standard_E2s_v5')).toEqual([]);
  });
  it('warns of each that does not', () => {
    expect(found('Standard_B2s_v2', 'Standard_F2s_v2')).toEqual([
      'warning size-network-encryption of environments.dev.virtualMachine.size',
      'warning size-network-encryption of components.second.size',
    ]);
  });
  it('has no load balancer in front of both', () => {
    expect(found('Standard_B2s_v2', 'Standard_D2s_v5')).toContain(
      'error backends-network-encryption of environments.dev.network.encryption',
    );
  });
});
