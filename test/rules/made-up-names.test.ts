import { expect, it } from 'vitest';
import { Estate, type Predicted } from '../../avm-catalog/constitution/estate.ts';
import type { NamePatternParameters } from '../../avm-catalog/constitution/rules/name-pattern.ts';
import { namesByPattern } from '../../avm-catalog/constitution/rules/name-pattern-checks.ts';
import { resolve } from '../../src/resolve/resolve.ts';
import { answersWith } from '../plan/support.ts';

const spec = resolve(
  answersWith({
    components: { links: { type: 'avm-module', module: 'avm/res/elastic-san/elastic-san' } },
  }),
);
const [view] = spec.views;

const resource = (type: string, name: string): Predicted => ({
  id: `/subscriptions/s/resourceGroups/g/providers/${type}/${name}`,
  type,
  name,
});

function broken(type: string, name: string): readonly string[] {
  if (!view) throw new Error('no view');
  const is = view.rules.parameters<NamePatternParameters>('NAM-001');
  const estate = new Estate([
    resource(type, name),
    resource('Microsoft.Network/privateEndpoints', `pep-${name}`),
    resource('Microsoft.Network/networkInterfaces', `nic-pep-${name}`),
  ]);
  return namesByPattern(estate, is, view).map((one) => one.resource.split('/').at(-1) ?? '');
}

const arrays = 'Microsoft.ElasticSan/elasticSans';

it('a private endpoint may be named by what has the name that a type without a rule gets', () => {
  expect(broken(arrays, 'elastilinkslegdevxxxxxx')).toEqual([]);
  expect(broken(arrays, 'elastilinkslegacyappdevx7abcd')).toEqual([]);
  expect(broken('Microsoft.Cache/redis', 'redis-links-legacyapp-dev-xxxxxx')).toEqual([]);
});

it.each([
  ['another environment', 'elastilinkslegprodxxxxxx'],
  ['nothing computed', 'elastilinkslegdev'],
  ['another word for the type', 'sanlinkslegdevxxxxxx'],
  ['a component that nobody named', 'elastiotherlegdevxxxxxx'],
])('but not by one with %s', (_, name) => {
  expect(broken(arrays, name)).toEqual([`pep-${name}`, `nic-pep-${name}`]);
});
