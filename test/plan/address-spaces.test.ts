import { describe, expect, it } from 'vitest';
import { copyEnvironment } from '../../src/answers/environments/copy.ts';
import { fileOf, findingsOf, planOf } from './support.ts';

const prod = (network: object, more: object = {}): object => ({ environments: { prod: { network } }, ...more });
const errors = (changes: object): readonly unknown[] =>
  findingsOf(changes)
    .filter(({ severity }) => severity === 'error')
    .map(({ code, where, ids }) => [code, where.answer, ids.join(' ')]);

describe('further address ranges', () => {
  const network = { addressSpace: '10.20.8.0/25', additionalAddressSpaces: ['10.60.0.0/24', '192.168.4.0/24'] };

  it('are ranges of the same virtual network, in every environment', () => {
    expect(fileOf('main.bicep', prod(network))).toMatch(/\.\.\.additionalAddressSpaces/);
    expect(fileOf('main.dev.bicepparam', prod(network))).toContain('param additionalAddressSpaces = []');
    expect(fileOf('main.prod.bicepparam', prod(network))).toMatch(/'10\.60\.0\.0\/24'[\s\S]*'192\.168\.4\.0\/24'/);
    expect(fileOf('main.bicep', {})).not.toContain('additionalAddressSpaces');
  });

  it('take the subnets that the first range has no space for, and move none of the others', () => {
    const rangesOf = (more: readonly string[]): unknown =>
      planOf(prod({ addressSpace: '10.20.8.0/24', additionalAddressSpaces: more })).parameters.find(
        ({ name }) => name === 'subnetPrefixes',
      )?.values['prod'];
    expect(rangesOf(['10.60.0.0/24'])).toEqual(rangesOf([]));
    const small = prod({ addressSpace: '10.20.8.0/26', additionalAddressSpaces: ['10.60.0.0/24'] });
    expect(errors(prod({ addressSpace: '10.20.8.0/26' })).map((one) => (one as [string])[0])).toContain(
      'range-no-room',
    );
    expect(errors(small)).toEqual([]);
  });

  it.each([
    ['each other', ['10.60.0.0/24', '10.60.0.0/25'], 'range-overlap', 1],
    ['the first one', ['10.20.8.0/26'], 'range-overlap', 0],
    ['no range', ['10.60.0.0'], 'range-syntax', 0],
    ['an address within it', ['10.60.0.1/24'], 'range-not-network', 0],
    ['what Azure refuses', ['169.254.0.0/24'], 'range-unusable', 0],
    ['a range around Azure DNS', ['168.63.0.0/16'], 'range-unusable', 0],
  ])('are refused where they are or overlap %s', (_, additionalAddressSpaces, code, index) => {
    const answer = `environments.prod.network.additionalAddressSpaces.${index}`;
    expect(errors(prod({ addressSpace: '10.20.8.0/24', additionalAddressSpaces }))).toContainEqual([
      code,
      answer,
      expect.anything(),
    ]);
  });

  it('do not overlap the hub, or another spoke of it', () => {
    const id =
      '/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/rg/providers/Microsoft.Network/virtualNetworks/hub';
    const hub = { topology: 'hub', hub: { virtualNetworkId: id, bastionSubnet: '10.60.0.0/26' } };
    const spoke = (more: readonly string[]): object => ({
      spec: { bastion: { enabled: false } },
      environments: { dev: { network: hub }, prod: { network: { ...hub, additionalAddressSpaces: more } } },
    });
    const overlaps = (more: readonly string[]): readonly unknown[] =>
      errors(spoke(more)).filter((one) => (one as [string])[0] === 'range-overlap');
    expect(overlaps(['10.61.0.0/24'])).toEqual([]);
    expect(overlaps(['10.60.0.0/24'])).toHaveLength(1);
    expect(overlaps(['10.20.0.0/24'])).toHaveLength(1);
  });

  it('of a copied environment are free ones of the same size, and addresses in them move along', () => {
    const text = [
      'version: 2',
      'blueprint: windows-vm@1.0.0',
      'workload: {name: payroll, description: x}',
      'environments:',
      '  dev: {network: {addressSpace: 10.20.0.0/22, additionalAddressSpaces: [10.60.0.0/24], dnsServers: [10.60.0.9]}}',
    ].join('\n');
    const copy = copyEnvironment(text, { from: 'dev', to: 'uat' });
    expect('text' in copy ? copy.text : copy).toMatch(
      /uat:[\s\S]*10\.20\.4\.0\/22[\s\S]*\[?10\.60\.1\.0\/24[\s\S]*10\.60\.1\.9/,
    );
  });
});

describe('NET-001', () => {
  const network = { addressSpace: '20.0.8.0/22', additionalAddressSpaces: ['21.0.0.0/24'] };
  const rule = (parameters: object | string): object => ({ constitution: { rules: { 'NET-001': parameters } } });
  const found = (parameters: object | string): readonly (readonly unknown[])[] =>
    findingsOf(prod(network, rule(parameters)))
      .filter(({ ids }) => ids.includes('NET-001'))
      .map(({ code, severity, where }) => [code, severity, where.answer]);

  it('refuses each public range, at its level', () => {
    expect(found('must')).toEqual([
      ['rule-broken', 'error', 'environments.prod.network.addressSpace'],
      ['rule-broken', 'error', 'environments.prod.network.additionalAddressSpaces.0'],
    ]);
    expect(found('should').map(([, severity]) => severity)).toEqual(['warning', 'warning']);
    expect(found('off')).toEqual([]);
  });

  it('accepts ranges within those that the organization owns', () => {
    expect(found({ publicRanges: ['20.0.0.0/16'] })).toHaveLength(1);
    expect(found({ publicRanges: ['20.0.0.0/16', '21.0.0.0/24'] })).toEqual([]);
    expect(found({ publicRanges: ['20.0.8.0/23', '21.0.0.0/24'] })).toHaveLength(1);
  });

  it('refuses a public range beside a route table, whose network security groups allow private ones', () => {
    const id =
      '/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/rg/providers/Microsoft.Network/virtualNetworks/hub';
    const hub = { virtualNetworkId: id, bastionSubnet: '10.60.0.0/26', firewallAddress: '10.60.1.4' };
    const found = (network: object) =>
      findingsOf({
        spec: { bastion: { enabled: false }, natGateway: { enabled: false } },
        ...rule({ publicRanges: ['20.0.0.0/16'] }),
        environments: { prod: { network: { topology: 'hub', hub, ...network } } },
      });
    const routed = (addressSpace: string): readonly string[] => found({ addressSpace }).map(({ code }) => code);
    expect(routed('20.0.8.0/22')).toContain('range-public-routed');
    expect(routed('10.99.8.0/22')).not.toContain('range-public-routed');
    const further = found({ addressSpace: '10.99.8.0/22', additionalAddressSpaces: ['20.0.8.0/22'] });
    expect(further.find(({ code }) => code === 'range-public-routed')?.where.answer).toBe(
      'environments.prod.network.additionalAddressSpaces.0',
    );
  });
});

describe('a NAT gateway beside a route table', () => {
  const id = (type: string): string =>
    `/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/rg/providers/Microsoft.Network/${type}/hub`;
  const codes = (hub: object, routeTable: object): readonly string[] =>
    findingsOf({
      spec: { bastion: { enabled: false }, natGateway: { enabled: true }, routeTable },
      environments: {
        prod: {
          network: {
            addressSpace: '10.99.8.0/22',
            topology: 'hub',
            hub: { virtualNetworkId: id('virtualNetworks'), bastionSubnet: '10.60.0.0/26', ...hub },
          },
        },
      },
    }).map(({ code }) => code);

  it('is unused where its route leads to the firewall, and not said to be where nobody knows the routes', () => {
    expect(codes({ firewallAddress: '10.60.1.4' }, {})).toContain('outbound-twice');
    expect(codes({}, { id: id('routeTables') })).not.toContain('outbound-twice');
    expect(codes({ firewallAddress: '10.60.1.4' }, { id: id('routeTables') })).not.toContain('outbound-twice');
  });
});
