import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { overlaps, parseCidr, contains, type Cidr } from '../../avm-catalog/azure/addresses.ts';
import { fileOf, findingsOf, planOf } from './support.ts';

const rangesOf = (components: object, more: object = {}, spec: object = {}): Readonly<Record<string, string>> =>
  planOf({ components, spec, ...more }).parameters.find(({ name }) => name === 'subnetPrefixes')?.values[
    'dev'
  ] as Readonly<Record<string, string>>;
const cidr = (text: string): Cidr => {
  const parsed = parseCidr(text);
  if (!parsed.ok) throw new Error(text);
  return parsed.cidr;
};
const errors = (components: object, more: object = {}): readonly string[] =>
  findingsOf({ components, ...more })
    .filter(({ severity }) => severity === 'error')
    .map(({ code, where }) => `${code} ${where.answer}`);
const block = (text: string, from: string): string =>
  text.slice(text.indexOf(from), text.indexOf('\n  }\n', text.indexOf(from)));

describe('subnets by name', () => {
  const names = fc.uniqueArray(fc.constantFrom('data', 'web', 'app-tier', 'jobs', 'cache', 'part-2'), {
    minLength: 1,
    maxLength: 5,
  });

  it('are within the address space, apart from one another, and move none of the catalog’s', () => {
    const catalogs = rangesOf({});
    fc.assert(
      fc.property(names, fc.array(fc.integer({ min: 25, max: 29 }), { minLength: 5, maxLength: 5 }), (ids, sizes) => {
        const components = Object.fromEntries(ids.map((id, index) => [id, { type: 'subnet', size: sizes[index] }]));
        const ranges = rangesOf(components);
        expect(ranges).toMatchObject(catalogs);
        const all = Object.values(ranges).map(cidr);
        expect(all).toHaveLength(Object.keys(catalogs).length + ids.length);
        for (const [index, one] of all.entries()) {
          expect(contains(cidr('10.20.0.0/22'), one)).toBe(true);
          expect(all.slice(index + 1).filter((other) => overlaps(one, other))).toEqual([]);
        }
      }),
      { numRuns: 20 },
    );
  });

  it('take what is kept for later where there is no room beside it', () => {
    const space = { network: { addressSpace: '10.20.0.0/24' } };
    const environments = { dev: space, test: space, prod: space };
    const kept = rangesOf({ data: { type: 'subnet', size: 27 } }, { environments });
    expect(kept).toMatchObject({
      workload: '10.20.0.0/25',
      bastion: '10.20.0.128/26',
      privateEndpoints: '10.20.0.192/27',
      data: '10.20.0.224/27',
    });
    // The second one takes what Bastion would have, where there is no Bastion.
    const rules = Object.fromEntries(['SEC-004', 'SEC-005'].map((id) => [id, 'off']));
    const taken = rangesOf(
      { data: { type: 'subnet', size: 27 }, web: { type: 'subnet', size: 27 } },
      { constitution: { rules }, environments },
      { bastion: { enabled: false }, justInTime: { enabled: false } },
    );
    expect(taken).toMatchObject({
      workload: '10.20.0.0/25',
      privateEndpoints: '10.20.0.192/27',
      data: '10.20.0.128/27',
      web: '10.20.0.160/27',
    });
  });

  it('have a security group that denies all but what is allowed', () => {
    const changes = {
      components: {
        data: { type: 'subnet', allow: [{ name: 'Sql', ports: ['1433', '11000-11999'], from: 'workload' }] },
      },
    };
    const text = fileOf('main.bicep', changes);
    const data = block(text, '    name: names.data\n');
    expect(data).toContain('securityRules: dataSecurityRules(subnetPrefixes.workload)');
    expect(data).toContain('securityGroup: names.dataSecurityGroup');
    const rules = fileOf('network-security-rules.bicep', changes).split('func dataSecurityRules(')[1];
    expect(rules?.replaceAll(/\s+/g, ' ')).toBe(
      "subnetPrefixesWorkload string) securityRule[] => [ allowInbound( 1000, 'AllowSqlInbound', 'Tcp', subnetPrefixesWorkload, '*', ['1433', '11000-11999'], 'Sql from workload' ) denyInbound(4000, 'DenyAllInbound', '*', '*', '*', ['*'], 'Denies all traffic that no other rule allows') ] ",
    );
  });

  it('may be delegated, without outbound access, and have an existing route table', () => {
    const id =
      '/subscriptions/11111111-1111-4111-8111-111111111111/resourceGroups/rg-hub/providers/Microsoft.Network/routeTables/rt-spoke';
    const text = fileOf('main.bicep', {
      components: {
        routes: { type: 'existing-resource', id },
        web: { type: 'subnet', delegation: 'Microsoft.Web/serverFarms', outbound: false, routeTable: 'routes' },
      },
    });
    const web = block(text, '    name: names.web\n');
    expect(web).toContain("delegation: 'Microsoft.Web/serverFarms'");
    expect(web).toContain('natGatewayId: null');
    expect(web).toContain('routeTableId: ids.routes');
    expect(text).toContain('routeTableResourceId: subnet.routeTableId');
    expect(text).toContain('delegation: subnet.delegation');
  });

  it.each([
    ['a public range', { from: '20.0.0.0/24' }, 'range-public components.data.allow.0.from'],
    ['the internet', { from: 'Internet' }, 'subnet-unknown components.data.allow.0.from'],
    ['a subnet that is not there', { from: 'web' }, 'subnet-unknown components.data.allow.0.from'],
    ['no port', { ports: ['0'] }, 'port-unknown components.data.allow.0.ports'],
    ['ports the wrong way round', { ports: ['90-80'] }, 'port-unknown components.data.allow.0.ports'],
  ])('are not opened to %s', (_, change, expected) => {
    const rule = { name: 'Sql', ports: ['1433'], from: 'workload', ...change };
    expect(errors({ data: { type: 'subnet', allow: [rule] } })).toEqual([expected]);
  });

  it.each([
    ['overlaps another', { range: '10.20.0.0/25' }, 'range-overlap'],
    ['lies outside', { range: '10.99.0.0/27' }, 'range-outside'],
    ['is no range', { range: '10.20.3.1/27' }, 'range-not-network'],
  ])('have no range that %s', (_, own, code) => {
    const found = errors({ data: { type: 'subnet' } }, { environments: { dev: { components: { data: own } } } });
    expect(found).toEqual([`${code} environments.dev.components.data.range`]);
  });

  it('say where there is no room', () => {
    const places = ['dev', 'test', 'prod'].map((one) => `range-no-room environments.${one}.network.addressSpace`);
    expect(errors({ data: { type: 'subnet', size: 22 } })).toEqual(places);
  });
});
