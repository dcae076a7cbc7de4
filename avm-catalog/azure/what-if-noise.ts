/** Why Azure reports a change that no deployment makes. */
type NoiseKind = 'read-only' | 'default' | 'platform' | 'other-resource';

/** What each kind means, as a clause that can follow the path of a property. */
export const noiseReasons: Readonly<Record<NoiseKind, string>> = {
  'read-only': 'Azure computes it, and a template can’t set it',
  default: 'Azure keeps its default where a template doesn’t set it',
  platform: 'Azure sets it for a resource that exists',
  'other-resource': 'a resource of its own sets it, and a deployment of the parent leaves it as it is',
};

/** A property that what-if reports as changed though nothing changes, as long as the template doesn’t set it. */
export interface NoiseEntry {
  /** Resource type; case doesn’t count. */
  readonly type: string;
  /** Path of the property. `[*]` is any item of an array, and what is below the property belongs to it. */
  readonly path: string;
  /** What is reported: what a template doesn’t set, is usually reported as a deletion. @default delete */
  readonly as?: readonly ('create' | 'modify' | 'delete')[];
  readonly kind: NoiseKind;
  /** Number of the issue of Azure/arm-template-whatif that reports it. */
  readonly issue: number;
}

const network = 'Microsoft.Network';
const vnet = `${network}/virtualNetworks`;
const endpoint = `${network}/privateEndpoints`;
const dnsConfigs = 'properties.privateDnsZoneConfigs[*]';
const disk = 'Microsoft.Compute/disks';
const policies = `${network}/firewallPolicies`;
const rules = `${policies}/ruleCollectionGroups`;
const setting = 'Microsoft.Insights/diagnosticSettings';
const subnet = 'properties.subnets[*].properties';

/** Sources: issues of https://github.com/Azure/arm-template-whatif, which show the reported change and what was deployed. */
export const noiseEntries: readonly NoiseEntry[] = [
  { type: `${network}/natGateways`, path: 'properties.scope', kind: 'default', issue: 418 },
  { type: `${network}/natGateways`, path: 'sku.tier', kind: 'default', issue: 418 },
  { type: `${network}/publicIPAddresses`, path: 'sku.tier', kind: 'default', issue: 169 },
  { type: vnet, path: 'properties.cloudServices', kind: 'read-only', issue: 360 },
  { type: vnet, path: 'properties.subnets', kind: 'other-resource', issue: 439 },
  { type: vnet, path: 'properties.virtualNetworkPeerings', kind: 'other-resource', issue: 439 },
  { type: vnet, path: 'properties.privateEndpointVNetPolicies', kind: 'default', issue: 394 },
  {
    type: vnet,
    path: `${subnet}.privateEndpointNetworkPolicies`,
    as: ['create', 'modify', 'delete'],
    kind: 'default',
    issue: 284,
  },
  {
    type: vnet,
    path: `${subnet}.privateLinkServiceNetworkPolicies`,
    as: ['create', 'modify', 'delete'],
    kind: 'default',
    issue: 184,
  },
  { type: vnet, path: `${subnet}.delegations[*].id`, kind: 'read-only', issue: 184 },
  { type: vnet, path: `${subnet}.delegations[*].type`, kind: 'read-only', issue: 184 },
  {
    type: `${vnet}/subnets`,
    path: 'properties.privateEndpointNetworkPolicies',
    as: ['modify', 'delete'],
    kind: 'default',
    issue: 394,
  },
  { type: endpoint, path: 'properties.customDnsConfigs', kind: 'read-only', issue: 61 },
  { type: endpoint, path: 'properties.privateLinkServiceConnections[*].id', kind: 'read-only', issue: 61 },
  { type: `${endpoint}/privateDnsZoneGroups`, path: `${dnsConfigs}.etag`, kind: 'read-only', issue: 363 },
  { type: `${endpoint}/privateDnsZoneGroups`, path: `${dnsConfigs}.id`, kind: 'read-only', issue: 363 },
  { type: `${endpoint}/privateDnsZoneGroups`, path: `${dnsConfigs}.type`, kind: 'read-only', issue: 381 },
  {
    type: `${endpoint}/privateDnsZoneGroups`,
    path: `${dnsConfigs}.properties.provisioningState`,
    kind: 'read-only',
    issue: 363,
  },
  {
    type: `${network}/networkInterfaces`,
    path: 'properties.ipConfigurations[*].properties.privateIPAddress',
    kind: 'platform',
    issue: 168,
  },
  { type: `${network}/networkInterfaces`, path: 'properties.allowPort25Out', kind: 'read-only', issue: 369 },
  { type: `${network}/networkInterfaces`, path: 'kind', kind: 'read-only', issue: 369 },
  {
    type: `${network}/virtualNetworkGateways`,
    path: 'properties.packetCaptureDiagnosticState',
    kind: 'read-only',
    issue: 242,
  },
  {
    type: `${network}/virtualNetworkGateways`,
    path: 'properties.ipConfigurations[*].type',
    kind: 'read-only',
    issue: 241,
  },
  {
    type: `${network}/azureFirewalls`,
    path: 'properties.ipConfigurations[*].properties.privateIPAllocationMethod',
    kind: 'read-only',
    issue: 370,
  },
  { type: `${network}/azureFirewalls`, path: 'properties.ipConfigurations[*].id', kind: 'read-only', issue: 226 },
  { type: policies, path: 'properties.size', kind: 'read-only', issue: 367 },
  { type: rules, path: 'properties.size', kind: 'read-only', issue: 383 },
  { type: rules, path: 'properties.ruleCollections[*].rules[*].ipv6Rule', kind: 'read-only', issue: 368 },
  { type: `${network}/applicationGateways`, path: 'properties.sku.family', kind: 'default', issue: 328 },
  { type: setting, path: 'properties.logAnalyticsDestinationType', kind: 'default', issue: 310 },
  { type: setting, path: 'properties.logs[*].retentionPolicy', kind: 'default', issue: 310 },
  { type: setting, path: 'properties.metrics[*].retentionPolicy', kind: 'default', issue: 310 },
  { type: setting, path: 'properties.logs', kind: 'default', issue: 200 },
  { type: setting, path: 'properties.metrics', kind: 'default', issue: 290 },
  {
    type: 'Microsoft.Compute/virtualMachines',
    path: 'properties.storageProfile.osDisk.diskSizeGB',
    as: ['create'],
    kind: 'platform',
    issue: 359,
  },
  { type: disk, path: 'properties.diskIOPSReadWrite', kind: 'default', issue: 170 },
  { type: disk, path: 'properties.diskMBpsReadWrite', kind: 'default', issue: 170 },
  { type: disk, path: 'properties.encryption', kind: 'default', issue: 170 },
  { type: disk, path: 'properties.networkAccessPolicy', kind: 'default', issue: 170 },
  { type: disk, path: 'properties.tier', kind: 'default', issue: 170 },
  { type: 'Microsoft.KeyVault/vaults', path: 'properties.accessPolicies', kind: 'default', issue: 277 },
  { type: 'Microsoft.KeyVault/vaults', path: 'properties.sdkTelemetryAppInsightsKey', kind: 'default', issue: 277 },
];

/** Where an entry was reported. */
export const noiseSource = (issue: number): string => `https://github.com/Azure/arm-template-whatif/issues/${issue}`;

/** `properties.subnets[*].name`, in lowercase, for `properties.subnets[2].name`. */
const anyItem = (path: string): string => path.toLowerCase().replace(/\[\d+\]/g, '[*]');

/** The entry for a reported change of a property, the closest one to it; nothing if no issue reports it. */
export function noiseOf(type: string, path: string, kind: string): NoiseEntry | undefined {
  const wanted = anyItem(path);
  const found = noiseEntries.filter(({ as = ['delete'], ...entry }) => {
    if (entry.type.toLowerCase() !== type.toLowerCase() || !as.some((one) => one === kind)) return false;
    const start = entry.path.toLowerCase();
    return wanted === start || (wanted.startsWith(start) && /^[.[]/.test(wanted.slice(start.length)));
  });
  return found.toSorted((a, b) => b.path.length - a.path.length)[0];
}
