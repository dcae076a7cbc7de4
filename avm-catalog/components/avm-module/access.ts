import { text } from '../../../src/bicep/value.ts';
import { ownValue } from '../../../src/bicep/own.ts';
import { armTypeOf } from '../../azure/module-types.ts';
import type { Access } from '../../kernel/many.ts';
import { fullPath } from '../../modules/path.ts';

/**
 * Least-privileged access that an application needs to a resource, by ARM type.
 * Source: azure-docs of each service, "authorize with Microsoft Entra ID"; the IDs are in azure/roles.ts.
 */
const byType: Readonly<Record<string, Access>> = {
  'Microsoft.AppConfiguration/configurationStores': {
    role: 'App Configuration Data Reader',
    endpoint: (name) => text`https://${name}.azconfig.io`,
  },
  'Microsoft.ContainerRegistry/registries': { role: 'AcrPull', endpoint: (name) => text`${name}.azurecr.io` },
};

export function accessOf(module: unknown): Access | undefined {
  return ownValue(byType, armTypeOf(fullPath(String(module))));
}
