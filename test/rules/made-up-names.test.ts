import { expect, it } from 'vitest';
import { Estate, type Predicted } from '../../avm-catalog/constitution/estate.ts';
import type { NamePatternParameters } from '../../avm-catalog/constitution/rules/name-pattern.ts';
import { namesByPattern } from '../../avm-catalog/constitution/rules/name-pattern-checks.ts';
import { resolve } from '../../src/resolve/resolve.ts';
import { answersWith } from '../plan/support.ts';

const spec = resolve(
  answersWith({
    components: { links: { type: 'avm-module', module: 'avm/res/insights/private-link-scope' } },
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

const scopes = 'Microsoft.Insights/privateLinkScopes';

it('a private endpoint may be named by what has the name that a type without a rule gets', () => {
  expect(broken(scopes, 'privatlinkslegdevxxxxxx')).toEqual([]);
  expect(broken(scopes, 'privatlinkslegacyappdevx7abcd')).toEqual([]);
  expect(broken('Microsoft.Cache/redis', 'redis-links-legacyapp-dev-xxxxxx')).toEqual([]);
});

it.each([
  ['another environment', 'privatlinkslegprodxxxxxx'],
  ['nothing computed', 'privatlinkslegdev'],
  ['another word for the type', 'scopelinkslegdevxxxxxx'],
  ['a component that nobody named', 'privatotherlegdevxxxxxx'],
])('but not by one with %s', (_, name) => {
  expect(broken(scopes, name)).toEqual([`pep-${name}`, `nic-pep-${name}`]);
});
