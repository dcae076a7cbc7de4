import { region } from './regions.ts';
import { ownValue } from '../../src/bicep/own.ts';

interface PrivateDnsEntry {
  /** ARM types whose private endpoints have this group id, and the same zones with it. */
  readonly types: readonly string[];
  /** Of the public cloud; `{geoCode}` stands for the region's short code, `{regionName}` for its name. */
  readonly zones: readonly string[];
  /**
   * A person names it: its types have another group id that most need, or cannot be private with what their modules
   * make by default (a subdomain for Cognitive Services, public access while an API Management is created).
   */
  readonly onRequest?: true;
}

const storage = 'Microsoft.Storage/storageAccounts';
const cosmos = 'Microsoft.DocumentDB/databaseAccounts';
const factories = 'Microsoft.DataFactory/factories';
const backupZones = [
  'privatelink.{geoCode}.backup.windowsazure.com',
  'privatelink.blob.core.windows.net',
  'privatelink.queue.core.windows.net',
];

/**
 * By the group id of a private endpoint (`privateEndpoints[].service` of an AVM module).
 * Source: avm/ptn/network/private-link-private-dns-zones 0.7.3 for the zones, azure-docs private-endpoint-dns.md
 * for the group ids. Backup also talks to storage of its own, so it needs the zones of blobs and queues;
 * Azure Monitor needs five at once.
 * Left out: group ids that have other zones with another type (`Sql` of Synapse, `account` and `portal` of Purview,
 * `topic` of Event Grid namespaces) or that differ from another one by a capital (`Table` of Cosmos DB, `Web` of
 * Synapse); Azure Managed Redis, static sites, SQL managed instances and MongoDB clusters, whose zones follow from
 * the SKU or from the name.
 */
const privateDns: Readonly<Record<string, PrivateDnsEntry>> = {
  blob: { types: [storage], zones: ['privatelink.blob.core.windows.net'] },
  file: { types: [storage], zones: ['privatelink.file.core.windows.net'] },
  queue: { types: [storage], zones: ['privatelink.queue.core.windows.net'] },
  table: { types: [storage], zones: ['privatelink.table.core.windows.net'] },
  dfs: { types: [storage], zones: ['privatelink.dfs.core.windows.net'] },
  web: { types: [storage], zones: ['privatelink.web.core.windows.net'] },
  afs: { types: ['Microsoft.StorageSync/storageSyncServices'], zones: ['privatelink.afs.azure.net'] },
  vault: { types: ['Microsoft.KeyVault/vaults'], zones: ['privatelink.vaultcore.azure.net'] },
  managedhsm: { types: ['Microsoft.KeyVault/managedHSMs'], zones: ['privatelink.managedhsm.azure.net'] },
  AzureBackup: { types: ['Microsoft.RecoveryServices/vaults'], zones: backupZones },
  AzureSiteRecovery: {
    types: ['Microsoft.RecoveryServices/vaults'],
    zones: ['privatelink.siterecovery.windowsazure.com'],
  },
  azuremonitor: {
    types: ['Microsoft.Insights/privateLinkScopes'],
    zones: [
      'privatelink.monitor.azure.com',
      'privatelink.oms.opinsights.azure.com',
      'privatelink.ods.opinsights.azure.com',
      'privatelink.agentsvc.azure-automation.net',
      'privatelink.blob.core.windows.net',
    ],
  },
  hybridcompute: {
    types: ['Microsoft.HybridCompute/privateLinkScopes'],
    zones: [
      'privatelink.his.arc.azure.com',
      'privatelink.guestconfiguration.azure.com',
      'privatelink.dp.kubernetesconfiguration.azure.com',
    ],
  },
  Webhook: { types: ['Microsoft.Automation/automationAccounts'], zones: ['privatelink.azure-automation.net'] },
  DSCAndHybridWorker: {
    types: ['Microsoft.Automation/automationAccounts'],
    zones: ['privatelink.azure-automation.net'],
  },
  sqlServer: { types: ['Microsoft.Sql/servers'], zones: ['privatelink.database.windows.net'] },
  sites: { types: ['Microsoft.Web/sites'], zones: ['privatelink.azurewebsites.net'] },
  registry: { types: ['Microsoft.ContainerRegistry/registries'], zones: ['privatelink.azurecr.io'] },
  namespace: {
    types: ['Microsoft.ServiceBus/namespaces', 'Microsoft.EventHub/namespaces', 'Microsoft.Relay/namespaces'],
    zones: ['privatelink.servicebus.windows.net'],
  },
  configurationStores: {
    types: ['Microsoft.AppConfiguration/configurationStores'],
    zones: ['privatelink.azconfig.io'],
  },
  redisCache: { types: ['Microsoft.Cache/redis'], zones: ['privatelink.redis.cache.windows.net'] },
  Sql: { types: [cosmos], zones: ['privatelink.documents.azure.com'] },
  postgresqlServer: {
    types: ['Microsoft.DBforPostgreSQL/flexibleServers'],
    zones: ['privatelink.postgres.database.azure.com'],
  },
  mysqlServer: { types: ['Microsoft.DBforMySQL/flexibleServers'], zones: ['privatelink.mysql.database.azure.com'] },
  searchService: { types: ['Microsoft.Search/searchServices'], zones: ['privatelink.search.windows.net'] },
  MongoDB: { types: [cosmos], zones: ['privatelink.mongo.cosmos.azure.com'], onRequest: true },
  Cassandra: { types: [cosmos], zones: ['privatelink.cassandra.cosmos.azure.com'], onRequest: true },
  Gremlin: { types: [cosmos], zones: ['privatelink.gremlin.cosmos.azure.com'], onRequest: true },
  batchAccount: { types: ['Microsoft.Batch/batchAccounts'], zones: ['privatelink.batch.azure.com'] },
  dataFactory: { types: [factories], zones: ['privatelink.datafactory.azure.net'] },
  portal: { types: [factories], zones: ['privatelink.adf.azure.com'], onRequest: true },
  topic: { types: ['Microsoft.EventGrid/topics'], zones: ['privatelink.eventgrid.azure.net'] },
  domain: { types: ['Microsoft.EventGrid/domains'], zones: ['privatelink.eventgrid.azure.net'] },
  signalr: { types: ['Microsoft.SignalRService/signalR'], zones: ['privatelink.service.signalr.net'] },
  webpubsub: { types: ['Microsoft.SignalRService/webPubSub'], zones: ['privatelink.webpubsub.azure.com'] },
  Gateway: { types: ['Microsoft.ApiManagement/service'], zones: ['privatelink.azure-api.net'], onRequest: true },
  API: { types: ['Microsoft.DigitalTwins/digitalTwinsInstances'], zones: ['privatelink.digitaltwins.azure.net'] },
  managedEnvironments: {
    types: ['Microsoft.App/managedEnvironments'],
    zones: ['privatelink.{regionName}.azurecontainerapps.io'],
    onRequest: true,
  },
  databricks_ui_api: {
    types: ['Microsoft.Databricks/workspaces'],
    zones: ['privatelink.azuredatabricks.net'],
    onRequest: true,
  },
  connection: {
    types: ['Microsoft.DesktopVirtualization/hostPools'],
    zones: ['privatelink.wvd.microsoft.com'],
    onRequest: true,
  },
  feed: {
    types: ['Microsoft.DesktopVirtualization/workspaces'],
    zones: ['privatelink.wvd.microsoft.com'],
    onRequest: true,
  },
  Dev: { types: ['Microsoft.Synapse/workspaces'], zones: ['privatelink.dev.azuresynapse.net'], onRequest: true },
  SqlOnDemand: {
    types: ['Microsoft.Synapse/workspaces'],
    zones: ['privatelink.sql.azuresynapse.net'],
    onRequest: true,
  },
  account: {
    types: ['Microsoft.CognitiveServices/accounts'],
    zones: [
      'privatelink.cognitiveservices.azure.com',
      'privatelink.openai.azure.com',
      'privatelink.services.ai.azure.com',
    ],
    onRequest: true,
  },
  amlworkspace: {
    types: ['Microsoft.MachineLearningServices/workspaces'],
    zones: ['privatelink.api.azureml.ms', 'privatelink.notebooks.azure.net'],
  },
  iotHub: {
    types: ['Microsoft.Devices/IotHubs'],
    zones: ['privatelink.azure-devices.net', 'privatelink.servicebus.windows.net'],
  },
  cluster: {
    types: ['Microsoft.Kusto/clusters'],
    zones: [
      'privatelink.{regionName}.kusto.windows.net',
      'privatelink.blob.core.windows.net',
      'privatelink.queue.core.windows.net',
      'privatelink.table.core.windows.net',
    ],
  },
};

export const groupIds: readonly string[] = Object.keys(privateDns);

/** Group IDs of the private endpoints that resources of a type have unless a person names others. */
export function groupIdsOf(type: string): readonly string[] {
  return groupIds.filter((id) => {
    const entry = ownValue(privateDns, id);
    return entry !== undefined && !entry.onRequest && isOf(entry, type);
  });
}

/** `undefined` for a group id that is not known, or not of the type, or a zone of a region that is not known. */
export function privateDnsZones(groupId: string, regionName: string, type?: string): readonly string[] | undefined {
  const entry = Object.hasOwn(privateDns, groupId) ? ownValue(privateDns, groupId) : undefined;
  if (!entry || (type !== undefined && !isOf(entry, type))) return undefined;
  const zones = entry.zones.map((zone) => zoneIn(zone, regionName));
  return zones.every((zone) => zone !== undefined) ? zones : undefined;
}

const isOf = ({ types }: PrivateDnsEntry, type: string): boolean =>
  types.some((one) => one.toLowerCase() === type.toLowerCase());

function zoneIn(zone: string, regionName: string): string | undefined {
  if (!zone.includes('{')) return zone;
  const where = region(regionName);
  return where && zone.replace('{geoCode}', where.shortCode).replace('{regionName}', regionName);
}
