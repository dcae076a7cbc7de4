import { region } from './regions.ts';
import { ownValue } from '../../src/bicep/own.ts';

interface PrivateDnsEntry {
  /** ARM type whose private endpoint has this group id. */
  readonly type: string;
  /** Of the public cloud; `{geoCode}` stands for the region's short code. */
  readonly zones: readonly string[];
}

const storage = 'Microsoft.Storage/storageAccounts';
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
 */
const privateDns: Readonly<Record<string, PrivateDnsEntry>> = {
  blob: { type: storage, zones: ['privatelink.blob.core.windows.net'] },
  file: { type: storage, zones: ['privatelink.file.core.windows.net'] },
  queue: { type: storage, zones: ['privatelink.queue.core.windows.net'] },
  table: { type: storage, zones: ['privatelink.table.core.windows.net'] },
  dfs: { type: storage, zones: ['privatelink.dfs.core.windows.net'] },
  web: { type: storage, zones: ['privatelink.web.core.windows.net'] },
  afs: { type: 'Microsoft.StorageSync/storageSyncServices', zones: ['privatelink.afs.azure.net'] },
  vault: { type: 'Microsoft.KeyVault/vaults', zones: ['privatelink.vaultcore.azure.net'] },
  managedhsm: { type: 'Microsoft.KeyVault/managedHSMs', zones: ['privatelink.managedhsm.azure.net'] },
  AzureBackup: { type: 'Microsoft.RecoveryServices/vaults', zones: backupZones },
  AzureSiteRecovery: {
    type: 'Microsoft.RecoveryServices/vaults',
    zones: ['privatelink.siterecovery.windowsazure.com'],
  },
  azuremonitor: {
    type: 'Microsoft.Insights/privateLinkScopes',
    zones: [
      'privatelink.monitor.azure.com',
      'privatelink.oms.opinsights.azure.com',
      'privatelink.ods.opinsights.azure.com',
      'privatelink.agentsvc.azure-automation.net',
      'privatelink.blob.core.windows.net',
    ],
  },
  hybridcompute: {
    type: 'Microsoft.HybridCompute/privateLinkScopes',
    zones: [
      'privatelink.his.arc.azure.com',
      'privatelink.guestconfiguration.azure.com',
      'privatelink.dp.kubernetesconfiguration.azure.com',
    ],
  },
  Webhook: { type: 'Microsoft.Automation/automationAccounts', zones: ['privatelink.azure-automation.net'] },
  DSCAndHybridWorker: { type: 'Microsoft.Automation/automationAccounts', zones: ['privatelink.azure-automation.net'] },
  sqlServer: { type: 'Microsoft.Sql/servers', zones: ['privatelink.database.windows.net'] },
  sites: { type: 'Microsoft.Web/sites', zones: ['privatelink.azurewebsites.net'] },
  registry: { type: 'Microsoft.ContainerRegistry/registries', zones: ['privatelink.azurecr.io'] },
  namespace: { type: 'Microsoft.ServiceBus/namespaces', zones: ['privatelink.servicebus.windows.net'] },
  configurationStores: { type: 'Microsoft.AppConfiguration/configurationStores', zones: ['privatelink.azconfig.io'] },
  searchService: { type: 'Microsoft.Search/searchServices', zones: ['privatelink.search.windows.net'] },
};

export const groupIds: readonly string[] = Object.keys(privateDns);

/** The group ids that private endpoints of a type can have. */
export function groupIdsOf(type: string): readonly string[] {
  return groupIds.filter((id) => ownValue(privateDns, id)?.type.toLowerCase() === type.toLowerCase());
}

/** `undefined` for a group id that is not known, or a zone of a region that is not. */
export function privateDnsZones(groupId: string, regionName: string): readonly string[] | undefined {
  if (!Object.hasOwn(privateDns, groupId)) return undefined;
  const zones = ownValue(privateDns, groupId)?.zones.map((zone) => zoneIn(zone, regionName)) ?? [];
  return zones.every((zone) => zone !== undefined) ? zones : undefined;
}

function zoneIn(zone: string, regionName: string): string | undefined {
  if (!zone.includes('{')) return zone;
  const where = region(regionName);
  return where && zone.replace('{geoCode}', where.shortCode);
}

/** The zone of the service itself, the first of those its private endpoint needs. */
export function privateDnsZone(groupId: string, regionName: string): string | undefined {
  return privateDnsZones(groupId, regionName)?.[0];
}
