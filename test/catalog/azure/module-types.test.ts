import { expect, it } from 'vitest';
import { loadIndex } from '../../../avm-catalog/modules/load.ts';
import { armTypeOf, parameterFor, providerOf, providersOfParameters } from '../../../avm-catalog/azure/module-types.ts';

it('a module is of the provider of its resource, and of those of the settings it is given', () => {
  expect(providerOf('avm/res/network/virtual-network')).toBe('Microsoft.Network');
  expect(providerOf('avm/res/nothing/known')).toBeUndefined();
  expect(providersOfParameters(['name', 'diagnosticSettings', 'privateEndpoints'])).toEqual([
    'Microsoft.Insights',
    'Microsoft.Network',
  ]);
  expect(providersOfParameters(['name', 'tags'])).toEqual([]);
});

it.each([
  ['avm/res/cache/redis', 'Microsoft.Cache/redis'],
  ['avm/res/db-for-postgre-sql/flexible-server', 'Microsoft.DBforPostgreSQL/flexibleServers'],
  ['avm/res/db-for-my-sql/flexible-server/database', 'Microsoft.DBforMySQL/flexibleServers/databases'],
  ['avm/res/network/p2s-vpn-gateway', 'Microsoft.Network/p2svpnGateways'],
  ['avm/res/elastic-san/elastic-san', 'Microsoft.ElasticSan/elasticSans'],
  ['avm/res/network/nat-gateway', 'Microsoft.Network/natGateways'],
])('%s is the module of %s', (module, type) => {
  expect(armTypeOf(module)).toBe(type);
  expect(providerOf(module)).toBe(type.split('/')[0]);
});

it('nearly every resource module of the catalog is named by a type', () => {
  const modules = Object.keys(loadIndex()).filter((one) => one.startsWith('avm/res/'));
  const unnamed = modules.filter((one) => armTypeOf(one) === undefined);
  expect(modules.length).toBeGreaterThan(490);
  // Modules for another scope, and children whose name is not that of their type: nobody adds these alone.
  for (const one of unnamed) expect(one.split('/').length, one).toBeGreaterThan(4);
});

it('a setting is found by its type in any case, and nothing else is', () => {
  expect(parameterFor('microsoft.insights/DIAGNOSTICSETTINGS')).toBe('diagnosticSettings');
  expect(parameterFor('Microsoft.Network/virtualNetworks')).toBeUndefined();
  expect(parameterFor('constructor')).toBeUndefined();
});
