import { expect, it } from 'vitest';
import { fileOf } from './support.ts';

const moduleOf = (path: string, version: string): object => ({
  type: 'avm-module',
  module: `avm/res/event-grid/${path}`,
  version,
});

it('a zone that two services share is made once, and the endpoints of both have records in it', () => {
  const components = { facts: moduleOf('topic', '0.10.0'), realm: moduleOf('domain', '0.9.0') };
  const text = fileOf('main.bicep', { spec: { components } });
  const zones = /var zonesToCreate = \[([^\]]*)\]/.exec(text)?.[1] ?? '';
  expect(zones.match(/\.(topic|domain)\b/g)).toHaveLength(1);
  expect(text).toContain('ids.privateDnsZoneTopic');
  expect(text).toContain('ids.privateDnsZoneDomain');
});
