import { privateDnsZones } from '../../azure/private-dns.ts';
import {
  type Estate,
  isUnresolved,
  readItems,
  readList,
  readText,
  untold,
  where,
  type Predicted,
  type Violation,
} from '../estate.ts';
import { lastPart, typeOfId } from '../../azure/resource-ids.ts';

const vaults = 'Microsoft.KeyVault/vaults';
const accounts = 'Microsoft.Storage/storageAccounts';
const endpoints = 'Microsoft.Network/privateEndpoints';
const zones = 'Microsoft.Network/privateDnsZones';

/** Private endpoint groups by the part of a storage account that needs one. */
const parts: readonly (readonly [group: string, type: string])[] = [
  ['blob', `${accounts}/blobServices/containers`],
  ['file', `${accounts}/fileServices/shares`],
  ['queue', `${accounts}/queueServices/queues`],
  ['table', `${accounts}/tableServices/tables`],
];

export function privateEndpoints(estate: Estate): readonly Violation[] {
  const services = estate.ofType(vaults, accounts);
  return [
    ...where(
      services,
      (one) => readText(one, 'properties.publicNetworkAccess') !== 'Disabled',
      'public network access is enabled',
      'disable public network access',
    ),
    ...services.flatMap((one) => withoutEndpoint(estate, one)),
    ...estate.ofType(endpoints).flatMap((one) => withoutRecord(estate, one)),
    ...where(
      estate.ofType(zones),
      (zone) => estate.below(zone, `${zones}/virtualNetworkLinks`).length === 0,
      'no virtual network is linked to the private DNS zone',
      'link it to the virtual network',
    ),
  ];
}

function withoutEndpoint(estate: Estate, service: Predicted): readonly Violation[] {
  const has = new Set(estate.ofType(endpoints).flatMap((endpoint) => groupsTo(service, endpoint)));
  if (has.size === 0) return [{ resource: service.id, what: 'it has no private endpoint', instead: 'add one' }];
  return neededBy(estate, service)
    .filter((group) => !has.has(group))
    .map((group) => ({
      resource: service.id,
      what: `it has no private endpoint for ${group}`,
      instead: 'add one',
    }));
}

function neededBy(estate: Estate, service: Predicted): readonly string[] {
  if (service.type.toLowerCase() === vaults.toLowerCase()) return ['vault'];
  return parts.filter(([, type]) => estate.below(service, type).length > 0).map(([group]) => group);
}

function groupsTo(service: Predicted, endpoint: Predicted): readonly string[] {
  return readList(endpoint, 'properties.privateLinkServiceConnections')
    .filter((one) => readText(one, 'properties.privateLinkServiceId').toLowerCase() === service.id.toLowerCase())
    .flatMap((one) => readList(one, 'properties.groupIds').map(String));
}

function withoutRecord(estate: Estate, endpoint: Predicted): readonly Violation[] {
  const ids = estate
    .below(endpoint, `${endpoints}/privateDnsZoneGroups`)
    .flatMap((group) => readItems(group, 'properties.privateDnsZoneConfigs'))
    .map((config) => (typeof config === 'string' ? config : readText(config, 'properties.privateDnsZoneId')))
    .filter((id) => id !== '');
  const instead = 'add a DNS zone group with the private DNS zone of its service';
  if (ids.length === 0)
    return [{ resource: endpoint.id, what: 'the private endpoint has no record in a private DNS zone', instead }];
  const written = new Set(ids.map((id) => lastPart(id).toLowerCase()));
  const missing = zonesOf(endpoint).filter((zone) => !written.has(zone));
  if (missing.length === 0) return [];
  const what = `the private endpoint has no record in ${missing.join(', ')}`;
  return ids.some(isUnresolved)
    ? [untold(endpoint.id, `only a deployment determines whether ${what}`, instead)]
    : [{ resource: endpoint.id, what, instead }];
}

/** The private DNS zone of the service itself; further zones depend on how it’s used. */
function zonesOf(endpoint: Predicted): readonly string[] {
  const region = readText(endpoint, 'location');
  return readList(endpoint, 'properties.privateLinkServiceConnections').flatMap((one) => {
    const type = typeOfId(readText(one, 'properties.privateLinkServiceId'));
    return readList(one, 'properties.groupIds').flatMap(
      (group) => privateDnsZones(String(group), region, type)?.slice(0, 1) ?? [],
    );
  });
}
