import { expect, it } from 'vitest';
import {
  armTypeOf,
  modulePathOf,
  parameterFor,
  providerOf,
  providersOfParameters,
} from '../../../avm-catalog/azure/module-types.ts';
import { modulesFolder } from '../../support/modules.ts';
import { isMade, newestModules, resourcesIn } from './compiled-modules.ts';

it('a module is of the provider of its resource, and of those of the settings it is given', () => {
  expect(providerOf('avm/res/network/virtual-network')).toBe('Microsoft.Network');
  expect(providerOf('avm/res/db-for-my-sql/flexible-server')).toBe('Microsoft.DBforMySQL');
  expect(providerOf('avm/res/nothing/known')).toBeUndefined();
  expect(providersOfParameters(['name', 'diagnosticSettings', 'privateEndpoints'])).toEqual([
    'Microsoft.Insights',
    'Microsoft.Network',
  ]);
  expect(providersOfParameters(['name', 'tags'])).toEqual([]);
});

it('a module is named by the type of its resource, and the type is found again', () => {
  expect(armTypeOf('avm/res/network/virtual-network')).toBe('Microsoft.Network/virtualNetworks');
  expect(armTypeOf('avm/res/container-registry/registry')).toBe('Microsoft.ContainerRegistry/registries');
  expect(armTypeOf('avm/res/nothing/known')).toBeUndefined();
});

it('a setting is found by its type in any case, and nothing else is', () => {
  expect(parameterFor('microsoft.insights/DIAGNOSTICSETTINGS')).toBe('diagnosticSettings');
  expect(parameterFor('Microsoft.Network/virtualNetworks')).toBeUndefined();
  expect(parameterFor('constructor')).toBeUndefined();
});

it.each([
  ['Microsoft.Cache/redis', 'avm/res/cache/redis'],
  ['Microsoft.DBforPostgreSQL/flexibleServers', 'avm/res/db-for-postgre-sql/flexible-server'],
  ['Microsoft.Network/p2svpnGateways', 'avm/res/network/p2s-vpn-gateway'],
  ['Microsoft.ElasticSan/elasticSans', 'avm/res/elastic-san/elastic-san'],
  ['Microsoft.DBforMySQL/flexibleServers/databases', 'avm/res/db-for-my-sql/flexible-server/database'],
  ['Microsoft.ApiManagement/service/caches', 'avm/res/api-management/service/cache'],
])('%s is made by %s', (type, path) => {
  expect(modulePathOf(type)).toBe(path);
  expect(armTypeOf(path)).toBe(type);
  expect(providerOf(path)).toBe(type.split('/')[0]);
});

/** Named by a scope or a shortened type: no type leads to them. */
const elsewhere = /\/(mg|rg|sub)-scope$|\/advanced-threat-protection$|\/object-replication-policy\/policy$/;

it.skipIf(modulesFolder() === null)('every module whose resource it makes is found by its type', () => {
  const missing = newestModules(modulesFolder() ?? '')
    .filter(({ path }) => path.startsWith('avm/res/') && !elsewhere.test(path))
    .filter(({ path, template }) => armTypeOf(path) === undefined && resourcesIn(template, 1).some(isMade));
  expect(missing.map(({ path }) => path)).toEqual([]);
});
