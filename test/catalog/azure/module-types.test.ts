import { expect, it } from 'vitest';
import {
  parameterFor,
  providerOf,
  providersOfParameters,
  resourceTypeOf,
} from '../../../avm-catalog/azure/module-types.ts';

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
  expect(resourceTypeOf('avm/res/network/virtual-network')).toBe('Microsoft.Network/virtualNetworks');
  expect(resourceTypeOf('avm/res/container-registry/registry')).toBe('Microsoft.ContainerRegistry/registries');
  expect(resourceTypeOf('avm/res/nothing/known')).toBeUndefined();
});

it('a setting is found by its type in any case, and nothing else is', () => {
  expect(parameterFor('microsoft.insights/DIAGNOSTICSETTINGS')).toBe('diagnosticSettings');
  expect(parameterFor('Microsoft.Network/virtualNetworks')).toBeUndefined();
  expect(parameterFor('constructor')).toBeUndefined();
});
