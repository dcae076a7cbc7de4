import { expect, it } from 'vitest';
import { fileOf } from './support.ts';

const moduleOf = (path: string, version: string): object => ({
  type: 'avm-module',
  module: `avm/res/event-grid/${path}`,
  version,
});

it('a zone that two services share is made once, and the endpoints of both have records in it', () => {
  const components = { facts: moduleOf('topic', '0.10.0'), realm: moduleOf('domain', '0.9.0') };
  const text = fileOf('main.bicep', { components });
  const zones = /var zonesToCreate = \[([^\]]*)\]/.exec(text)?.[1] ?? '';
  expect(zones.match(/\.(topic|domain)\b/g)).toHaveLength(1);
  expect(text).toContain('ids.privateDnsZoneTopic');
  expect(text).toContain('ids.privateDnsZoneDomain');
});

it('a service that needs several zones has records in all of them, and a shared one is made once', () => {
  const lake = {
    type: 'avm-module',
    module: 'avm/res/kusto/cluster',
    version: '0.11.0',
    params: { sku: 'Standard_E2ads_v5' },
  };
  const text = fileOf('main.bicep', { components: { lake } });
  const zones = /var zonesToCreate = \[([^\]]*)\]/.exec(text)?.[1] ?? '';
  expect(zones.match(/\.(blob|cluster2)\b/g)).toHaveLength(1);
  for (const key of ['Cluster', 'Cluster2', 'Cluster3', 'Cluster4']) expect(text).toContain(`ids.privateDnsZone${key}`);
});

it('a zone that is asked for in different environments is made in both', () => {
  const components = { facts: moduleOf('topic', '0.10.0'), realm: moduleOf('domain', '0.9.0') };
  const off = (name: string): object => ({ components: { [name]: { enabled: false } } });
  const text = fileOf('main.bicep', { components, environments: { dev: off('facts'), prod: off('realm') } });
  expect(text).toMatch(/var zonesToCreate = union\(/);
  expect(text).toMatch(/deployFacts\w* \?/);
  expect(text).toMatch(/deployRealm\w* \?/);
});
