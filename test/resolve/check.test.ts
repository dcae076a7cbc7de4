import { describe, expect, it } from 'vitest';
import { categories } from '../../avm-catalog/constitution/category.ts';
import { rules } from '../../avm-catalog/constitution/rules/index.ts';
import { describe as prose } from '../../src/findings/describe.ts';
import { findingsOf, merge, type Tree } from '../plan/support.ts';

const spec = (part: object): object => ({ spec: part });
const prod = (part: object): object => ({ environments: { prod: part } });
const hubId =
  '/subscriptions/00000000-0000-0000-0000-000000000001/resourceGroups/rg-hub/providers/Microsoft.Network/virtualNetworks/vnet-hub';
const hubWith = (part: object): Tree => ({
  network: { topology: 'hub', hub: { virtualNetworkId: '', bastionSubnet: '', ...part } },
});
const hub = (part: object = {}): object => prod(hubWith(part));

/** A rule at the level it has, with other parameters. */
const level = (id: string, parameters: object): object => ({
  constitution: {
    rules: { [id]: { level: rules.find((rule) => rule.id === id)?.level, ...parameters } },
  },
});

describe('answers that cannot be', () => {
  it.each<[string, object, string, string]>([
    ['an unknown region', spec({ location: { region: 'westeurop' } }), 'region-unknown', 'spec.location.region'],
    [
      'a zone where there are none',
      spec({ location: { region: 'ukwest', zone: 1 } }),
      'region-without-zones',
      'spec.location.zone',
    ],
    [
      'an unknown size',
      prod({ virtualMachine: { size: 'Standard_D4s_v55' } }),
      'size-unknown',
      'environments.prod.virtualMachine.size',
    ],
    [
      'an unknown image',
      spec({ virtualMachine: { image: '2022-datacenter-g3' } }),
      'image-unknown',
      'spec.virtualMachine.image',
    ],
    [
      'an image without a driver for the size',
      prod({ virtualMachine: { size: 'Standard_D2s_v6', image: '2016-datacenter-gensecond' } }),
      'image-size',
      'environments.prod.virtualMachine.image',
    ],
    [
      'an image of generation 1 with Trusted Launch',
      spec({ virtualMachine: { image: '2022-datacenter' } }),
      'image-trusted-launch',
      'spec.virtualMachine.image',
    ],
    [
      'an image version of another Windows Server',
      spec({ virtualMachine: { image: '2025-datacenter-g2', imageVersion: '20348.2849.241119' } }),
      'image-version',
      'spec.virtualMachine.imageVersion',
    ],
    [
      'recordings of sessions without Premium',
      spec({ bastion: { sku: 'Standard', sessionRecording: true } }),
      'answer-needs',
      'spec.bastion.sessionRecording',
    ],
    [
      'a disk smaller than its image',
      spec({ virtualMachine: { osDisk: { sizeGb: 64 } } }),
      'disk-too-small',
      'spec.virtualMachine.osDisk.sizeGb',
    ],
    [
      'two disks on one lun',
      spec({
        virtualMachine: {
          dataDisks: ['a', 'b'].map((name) => ({ name, lun: 0, sizeGb: 64, type: 'Premium_LRS', caching: 'None' })),
        },
      }),
      'answer-twice',
      'spec.virtualMachine.dataDisks.1.lun',
    ],
    [
      'more disks than the size takes',
      spec({
        virtualMachine: {
          dataDisks: [...'abcdefghi'].map((name, lun) => ({
            name,
            lun,
            sizeGb: 64,
            type: 'Standard_LRS',
            caching: 'None',
          })),
        },
      }),
      'disks-too-many',
      'spec.virtualMachine.dataDisks',
    ],
    [
      'a range that is none',
      spec({ network: { subnets: { workload: '10.20.0.0' } } }),
      'range-syntax',
      'spec.network.subnets.workload',
    ],
    [
      'a range that begins elsewhere',
      prod({ network: { addressSpace: '10.20.8.1/22' } }),
      'range-not-network',
      'environments.prod.network.addressSpace',
    ],
    [
      'a public range',
      prod({ network: { addressSpace: '20.0.0.0/22' } }),
      'rule-broken',
      'environments.prod.network.addressSpace',
    ],
    [
      'an address space without room',
      prod({ network: { addressSpace: '10.20.8.0/26' } }),
      'range-no-room',
      'environments.prod.network.addressSpace',
    ],
    [
      'a subnet outside',
      prod({ network: { subnets: { workload: '10.99.0.0/24' } } }),
      'range-outside',
      'environments.prod.network.subnets.workload',
    ],
    [
      'a subnet that is too small',
      prod({ network: { subnets: { workload: '10.20.8.0/30' } } }),
      'range-too-small',
      'environments.prod.network.subnets.workload',
    ],
    [
      'a small AzureBastionSubnet',
      prod({ network: { subnets: { bastion: '10.20.8.0/27' } } }),
      'range-bastion',
      'environments.prod.network.subnets.bastion',
    ],
    [
      'subnets that overlap',
      prod({ network: { subnets: { workload: '10.20.8.0/24', privateEndpoints: '10.20.8.0/26' } } }),
      'range-overlap',
      'environments.prod.network.subnets.privateEndpoints',
    ],
    [
      'a hub without an id',
      hub({ bastionSubnet: '10.0.1.0/26' }),
      'answer-missing',
      'environments.prod.network.hub.virtualNetworkId',
    ],
    [
      'a hub whose Bastion is in our range',
      hub({ virtualNetworkId: '/x', bastionSubnet: '10.20.8.0/26' }),
      'range-overlap',
      'environments.prod.network.addressSpace',
    ],
    [
      'existing zones without a group',
      prod({ privateDns: { zones: 'existing' } }),
      'answer-missing',
      'spec.privateDns.resourceGroupId',
    ],
    [
      'zone-redundant storage without zones',
      {
        spec: { location: { region: 'ukwest', zone: null }, storageAccount: { redundancy: 'ZRS' } },
        constitution: { rules: { 'TST-001': 'off' } },
      },
      'region-lacks',
      'spec.storageAccount.redundancy',
    ],
    [
      'keys without a vault',
      {
        constitution: { rules: { 'SEC-009': { mode: 'optional' } } },
        ...spec({ keyVault: { enabled: false }, customerManagedKeys: { enabled: true } }),
      },
      'answer-needs',
      'spec.customerManagedKeys.enabled',
    ],
    [
      'a load balancer with one port name twice',
      spec({
        loadBalancer: { enabled: true, ports: [1, 2].map((port) => ({ name: 'web', port, backendPort: port })) },
      }),
      'answer-twice',
      'spec.loadBalancer.ports.1.name',
    ],
    [
      'a load balancer with one frontend port twice',
      spec({
        loadBalancer: {
          enabled: true,
          ports: [8080, 8081].map((backendPort, index) => ({ name: `web${index}`, port: 80, backendPort })),
        },
      }),
      'answer-twice',
      'spec.loadBalancer.ports.1.port',
    ],
    [
      'a load balancer with one backend port twice',
      spec({
        loadBalancer: {
          enabled: true,
          ports: [80, 81].map((port, index) => ({ name: `web${index}`, port, backendPort: 8080 })),
        },
      }),
      'answer-twice',
      'spec.loadBalancer.ports.1.backendPort',
    ],
    [
      'a Tcp probe with a path',
      spec({ loadBalancer: { enabled: true, probe: { protocol: 'Tcp', port: 80, path: '/health' } } }),
      'answer-unused',
      'spec.loadBalancer.probe.path',
    ],
    [
      'an http probe without a path',
      spec({ loadBalancer: { enabled: true, probe: { protocol: 'Http', port: 80 } } }),
      'answer-missing',
      'spec.loadBalancer.probe.path',
    ],
    [
      'a load balancer outside its subnet',
      prod({ loadBalancer: { enabled: true, address: '10.99.0.4' } }),
      'range-outside',
      'environments.prod.loadBalancer.address',
    ],
    [
      'a load balancer at an address that Azure reserves',
      prod({ loadBalancer: { enabled: true, address: '10.20.8.3' } }),
      'address-reserved',
      'environments.prod.loadBalancer.address',
    ],
    [
      'one DNS server twice',
      prod({ network: { dnsServers: ['10.0.0.4', '10.0.0.5', '10.0.0.4'] } }),
      'answer-twice',
      'environments.prod.network.dnsServers.2',
    ],
    [
      'a DNS server that is none',
      prod({ network: { dnsServers: ['10.0.0.4', '127.0.0.1'] } }),
      'address-unusable',
      'environments.prod.network.dnsServers.1',
    ],
    [
      'a DNS server on the internet',
      prod({ network: { dnsServers: ['10.0.0.4', '8.8.8.8'] } }),
      'address-public-dns',
      'environments.prod.network.dnsServers.1',
    ],
    [
      'a VM whose address a load balancer may take',
      prod({ loadBalancer: { enabled: true }, virtualMachine: { privateAddress: '10.20.8.10' } }),
      'address-taken',
      'spec.loadBalancer.address',
    ],
    [
      'a backup in the maintenance window, past midnight',
      spec({ backup: { time: '00:30' } }),
      'backup-in-window',
      'spec.backup.time',
    ],
    [
      'a VM that is off in the maintenance window',
      spec({ virtualMachine: { autoShutdown: { time: '19:59' } } }),
      'shutdown-in-window',
      'spec.virtualMachine.autoShutdown.time',
    ],
    [
      'a VM that was stopped hours before the maintenance window',
      spec({ virtualMachine: { autoShutdown: { time: '05:01' } } }),
      'shutdown-in-window',
      'spec.virtualMachine.autoShutdown.time',
    ],
    [
      'one container twice',
      spec({ storageAccount: { containers: ['a-b', 'logs', 'a-b'] } }),
      'answer-twice',
      'spec.storageAccount.containers.2',
    ],
    [
      'one share twice',
      spec({ storageAccount: { shares: ['data', 'data'] } }),
      'answer-twice',
      'spec.storageAccount.shares.1',
    ],
    [
      'a container with a reserved word',
      spec({ storageAccount: { containers: ['windows-iso'] } }),
      'name-reserved',
      'spec.storageAccount.containers.0',
    ],
    [
      'one recipient twice',
      spec({ alerts: { emails: ['a@example.com', 'A@example.com'] } }),
      'answer-twice',
      'spec.alerts.emails.1',
    ],
    [
      'a large disk with a cache',
      spec({
        virtualMachine: { dataDisks: [{ name: 'a', lun: 0, sizeGb: 4096, type: 'Standard_LRS', caching: 'ReadOnly' }] },
      }),
      'disk-caching',
      'spec.virtualMachine.dataDisks.0.caching',
    ],
    [
      'one disk name twice',
      spec({
        virtualMachine: {
          dataDisks: [0, 1].map((lun) => ({ name: 'a', lun, sizeGb: 64, type: 'Standard_LRS', caching: 'None' })),
        },
      }),
      'answer-twice',
      'spec.virtualMachine.dataDisks.1.name',
    ],
    [
      'a hub whose Bastion subnet is too small',
      hub({ virtualNetworkId: '/x', bastionSubnet: '10.0.1.0/28' }),
      'range-bastion',
      'environments.prod.network.hub.bastionSubnet',
    ],
    [
      'a hub whose Bastion subnet is one of before 2021',
      hub({ virtualNetworkId: '/x', bastionSubnet: '10.0.1.0/27' }),
      'range-bastion-old',
      'environments.prod.network.hub.bastionSubnet',
    ],
    [
      'a hub whose Bastion subnet is public',
      hub({ virtualNetworkId: '/x', bastionSubnet: '20.0.1.0/26' }),
      'range-public',
      'environments.prod.network.hub.bastionSubnet',
    ],
    [
      'an application without a package',
      spec({ application: { enabled: true } }),
      'answer-missing',
      'spec.application.packageUri',
    ],
    [
      'a name too long for its type',
      { workload: { name: 'a'.repeat(60), description: 'x' } },
      'name-too-long',
      'workload.name',
    ],
  ])('%s', (_, changes, code, answer) => {
    const found = findingsOf(changes).filter((one) => one.code === code);
    expect(found.map((one) => one.where.answer)).toContain(answer);
    for (const one of found)
      expect(prose(one)).toEqual({ message: expect.stringMatching(/.{10}/), remedy: expect.stringMatching(/.{5}/) });
  });

  it.each<[string, object]>([
    [
      'a cached disk of 4,095 GiB',
      {
        virtualMachine: { dataDisks: [{ name: 'a', lun: 0, sizeGb: 4095, type: 'Premium_LRS', caching: 'ReadOnly' }] },
      },
    ],
    [
      'a large disk without a cache',
      { virtualMachine: { dataDisks: [{ name: 'a', lun: 0, sizeGb: 8192, type: 'Premium_LRS', caching: 'None' }] } },
    ],
    ['a backup right after the window', { backup: { time: '01:00' } }],
    ['a backup in the window of another time zone', { backup: { time: '23:00', timeZone: 'W. Europe Standard Time' } }],
    ['DNS of a connected network', { network: { dnsServers: ['100.64.0.4'] } }],
    ['DNS of Azure itself', { network: { dnsServers: ['168.63.129.16'] } }],
  ])('takes %s', (_, changes) => {
    expect(findingsOf(spec(changes))).toEqual([]);
  });

  it('takes a VM and a load balancer with addresses of their own', () => {
    const loadBalancer = { enabled: true, address: '10.20.8.11' };
    expect(findingsOf(prod({ loadBalancer, virtualMachine: { privateAddress: '10.20.8.10' } }))).toEqual([]);
  });

  it('blames the subnet that there is no room for', () => {
    const found = findingsOf(prod({ network: { addressSpace: '10.20.8.0/26' } }));
    expect(found.filter((one) => one.code === 'range-no-room').map((one) => one.args['subnet'])).toEqual(['bastion']);
  });

  it.each<[string, object]>([
    ['a /26 as a spoke', { network: { addressSpace: '10.20.8.0/26' } }],
    [
      'a /26 as a spoke, with two subnets of /27',
      {
        network: {
          addressSpace: '10.20.8.0/26',
          subnets: { workload: '10.20.8.0/27', privateEndpoints: '10.20.8.32/27' },
        },
      },
    ],
    [
      'a /27 as a spoke without private endpoints',
      {
        network: { addressSpace: '10.20.8.0/27', subnets: { workload: '10.20.8.0/27' } },
        keyVault: { enabled: false },
        storageAccount: { enabled: false },
      },
    ],
  ])('takes %s, which has no Bastion subnet', (_, changes) => {
    const found = findingsOf(
      prod(merge(hubWith({ virtualNetworkId: hubId, bastionSubnet: '10.0.1.0/26' }), changes as Tree)),
    );
    expect(found.filter((one) => one.severity === 'error')).toEqual([]);
  });

  it('suggests the nearest word', () => {
    expect(
      findingsOf(spec({ location: { region: 'westeurop' } })).find((one) => one.code === 'region-unknown')?.args[
        'nearest'
      ],
    ).toBe('westeurope');
  });

  it('tells what all environments share once, and what one has with its name', () => {
    const shared = findingsOf(spec({ virtualMachine: { osDisk: { sizeGb: 64 } } })).filter(
      (one) => one.code === 'disk-too-small',
    );
    expect(shared).toHaveLength(1);
    expect(shared[0]?.where.environment).toBeUndefined();
    expect(
      findingsOf(prod({ virtualMachine: { osDisk: { sizeGb: 64 } } })).find((one) => one.code === 'disk-too-small')
        ?.where.environment,
    ).toBe('prod');
  });
});

describe('rules that an answer breaks', () => {
  it.each<[string, object]>([
    ['SEC-004', spec({ bastion: { enabled: false } })],
    ['SEC-005', spec({ justInTime: { enabled: false } })],
    ['SEC-007', spec({ hardening: { script: false } })],
    [
      'SEC-009',
      {
        constitution: { rules: { 'SEC-009': { mode: 'required' } } },
        ...spec({ customerManagedKeys: { enabled: false } }),
      },
    ],
    ['SEC-009', spec({ customerManagedKeys: { enabled: true } })],
    ['SEC-010', prod({ virtualMachine: { encryptionAtHost: false } })],
    ['SEC-011', prod({ virtualMachine: { trustedLaunch: false } })],
    ['OPS-003', spec({ monitoringAgent: { enabled: false } })],
    ['OPS-004', prod({ logAnalytics: { retentionDays: 30 } })],
    ['OPS-005', spec({ backup: { enabled: false } })],
    ['OPS-005', level('OPS-005', { days: 14 })],
    ['OPS-008', spec({ maintenance: { enabled: false } })],
    ['OPS-010', prod({ alerts: { enabled: false } })],
    ['OPS-012', spec({ storageAccount: { softDeleteDays: 6 } })],
    ['RES-001', prod({ location: { zone: null } })],
    ['RES-002', prod({ storageAccount: { redundancy: 'LRS' } })],
    ['RES-002', prod({ backup: { redundancy: 'LocallyRedundant' } })],
    ['RES-005', prod({ bastion: { zones: 'none' } })],
    ['RES-003', prod({ lock: 'none' })],
    ['RES-003', level('RES-003', { environments: ['dev'] })],
    ['CST-001', { environments: { dev: { virtualMachine: { size: 'Standard_D8s_v5' } } } }],
    ['CST-001', level('CST-001', { vCpus: 2 })],
    ['CST-002', prod({ logAnalytics: { retentionDays: 730 } })],
    ['CST-003', { environments: { dev: { logAnalytics: { dailyQuotaGb: -1 } } } }],
    ['CST-003', { environments: { test: { logAnalytics: { dailyQuotaGb: 11 } } } }],
    ['CST-004', spec({ alerts: { rules: { 'daily-cap-reached': { enabled: false } } } })],
    ['CST-005', { environments: { dev: { virtualMachine: { autoShutdown: { enabled: false } } } } }],
    ['SEC-017', level('SEC-017', { days: 30 })],
    ['TAG-001', { tags: { owner: '' } }],
    ['TST-001', prod({ location: { region: 'swedencentral' } })],
    ['TST-002', prod({ virtualMachine: { size: 'Standard_D16s_v5' } })],
  ])('%s', (id, changes) => {
    const found = findingsOf(changes).filter((one) => one.code === 'rule-broken');
    expect(found.map((one) => one.ids)).toContainEqual([id]);
    const must = new Set(rules.filter((rule) => rule.level === 'must').map((rule) => rule.id));
    for (const one of found) expect(one.severity).toBe(one.ids.some((is) => must.has(is)) ? 'error' : 'warning');
  });

  it('is broken by no default answer', () => {
    expect(findingsOf({})).toEqual([]);
  });

  it.each<[string, object]>([
    ['RES-001', { environments: { dev: { location: { zone: null } } } }],
    ['RES-002', spec({ storageAccount: { enabled: false } })],
    ['SEC-017', { ...spec({ keyVault: { enabled: false } }), ...level('SEC-017', { days: 90 }) }],
    ['CST-001', prod({ virtualMachine: { size: 'Standard_D8s_v5' } })],
    ['CST-003', prod({ logAnalytics: { dailyQuotaGb: -1 } })],
    ['CST-004', prod({ alerts: { enabled: false } })],
    ['CST-005', prod({ virtualMachine: { autoShutdown: { enabled: false } } })],
  ])('%s is not broken where it asks for nothing', (id, changes) => {
    expect(findingsOf(changes).flatMap((one) => one.ids)).not.toContain(id);
  });

  it('is a warning where the rule is a wish, and nothing where it is off', () => {
    const off = spec({ justInTime: { enabled: false } });
    const at = (is: string): object => ({ ...off, constitution: { rules: { 'SEC-005': is } } });
    expect(findingsOf(at('should')).map((one) => one.severity)).toEqual(['warning']);
    expect(findingsOf(at('off'))).toEqual([]);
  });
});

it('gives every rule an id, a statement and a way it shapes the plan', () => {
  expect(new Set(rules.map((rule) => rule.id)).size).toBe(rules.length);
  for (const rule of rules) {
    expect(rule.id).toMatch(/^[A-Z]{3}-\d{3}$/);
    expect(rule.statement(rule.parameters.defaults)).toMatch(/^[A-Z].*\.$/s);
    expect(rule.shapes).toMatch(/\.$/);
  }
});

it('names rules of PSRule in full, and what corresponds once and in order', () => {
  const lists = rules.flatMap(({ elsewhere = {} }) => Object.values(elsewhere) as (readonly string[])[]);
  for (const names of lists) {
    expect(names).not.toEqual([]);
    expect([...new Set(names)].toSorted()).toEqual(names);
  }
  const psrule = rules.flatMap(({ elsewhere }) => elsewhere?.psrule ?? []);
  expect(psrule.filter((name) => !/^Azure\.[A-Za-z]+\.[A-Za-z]+$/.test(name))).toEqual([]);
  expect(new Set(psrule).size).toBe(psrule.length);
});

it('has at least 45 rules, in every category', () => {
  expect(rules.length).toBeGreaterThanOrEqual(45);
  // Nothing evaluates a process: rules about one are those of a person.
  const evaluated = categories.filter((one) => one !== 'process');
  expect(rules.map((rule) => rule.category)).toEqual(expect.arrayContaining(evaluated));
});
