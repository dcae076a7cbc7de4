import { call, propertyOf, text, type Expression } from '../../../src/bicep/value.ts';
import { ownValue } from '../../../src/bicep/own.ts';
import { armTypeOf } from '../../azure/module-types.ts';
import type { Access } from '../../kernel/many.ts';
import { fullPath } from '../../modules/path.ts';

const suffix = (name: string): Expression => propertyOf(call('environment'), `suffixes.${name}`);
const namespace: Access['endpoint'] = (name) => text`${name}.servicebus.windows.net`;

/**
 * Least-privileged access that an application needs to a resource, by ARM type.
 * Source: azure-docs of each service, "authorize with Microsoft Entra ID"; the IDs are in azure/roles.ts. An application
 * both sends and receives messages, and queries an index. A Redis cache has access policies instead of roles:
 * cache-azure-active-directory-for-authentication.md.
 */
const byType: Readonly<Record<string, Access>> = {
  'Microsoft.AppConfiguration/configurationStores': {
    roles: ['App Configuration Data Reader'],
    endpoint: (name) => text`https://${name}.azconfig.io`,
  },
  'Microsoft.Cache/redis': {
    roles: [],
    policies: {
      parameter: 'accessPolicyAssignments',
      entry: (principal, identity) => ({
        // By default the object ID, which what-if can't show.
        name: identity,
        objectId: principal,
        objectIdAlias: identity,
        accessPolicyName: 'Data Contributor',
      }),
    },
    endpoint: (name) => text`${name}.redis.cache.windows.net:6380`,
  },
  'Microsoft.ContainerRegistry/registries': { roles: ['AcrPull'], endpoint: (name) => text`${name}.azurecr.io` },
  'Microsoft.EventHub/namespaces': {
    roles: ['Azure Event Hubs Data Receiver', 'Azure Event Hubs Data Sender'],
    endpoint: namespace,
  },
  'Microsoft.KeyVault/vaults': {
    roles: ['Key Vault Secrets User'],
    endpoint: (name) => text`https://${name}${suffix('keyvaultDns')}`,
  },
  'Microsoft.Search/searchServices': {
    roles: ['Search Index Data Reader'],
    endpoint: (name) => text`https://${name}.search.windows.net`,
  },
  'Microsoft.ServiceBus/namespaces': {
    roles: ['Azure Service Bus Data Receiver', 'Azure Service Bus Data Sender'],
    endpoint: namespace,
  },
  'Microsoft.SignalRService/signalR': {
    roles: ['SignalR App Server'],
    endpoint: (name) => text`https://${name}.service.signalr.net`,
  },
  'Microsoft.SignalRService/webPubSub': {
    roles: ['Web PubSub Service Owner'],
    endpoint: (name) => text`https://${name}.webpubsub.azure.com`,
  },
  'Microsoft.Storage/storageAccounts': {
    roles: ['Storage Blob Data Contributor'],
    endpoint: (name) => text`https://${name}.blob.${suffix('storage')}`,
  },
};

export function accessOf(module: unknown): Access | undefined {
  return ownValue(byType, armTypeOf(fullPath(String(module))));
}
