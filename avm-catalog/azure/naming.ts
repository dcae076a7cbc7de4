import { type NameShape, type ShapeName, shapes } from './name-shapes.ts';
import { ownValue } from '../../src/bicep/own.ts';

type NameScope = 'global' | 'subscription' | 'resourceGroup' | 'parent';

export interface NamingRule {
  readonly type: string;
  /** From the Cloud Adoption Framework; absent where it has none. */
  readonly abbreviation?: string;
  /** Other abbreviations by what the resource is for, as `external` for a load balancer. */
  readonly variants?: Readonly<Record<string, string>>;
  readonly min: number;
  readonly max: number;
  readonly scope: NameScope;
  readonly shape: ShapeName;
  /** Microsoft publishes no rule for this type; what stands here is what is safe. */
  readonly assumed?: true;
}

type Row = Omit<NamingRule, 'type'>;

const n80 = { min: 1, max: 80, scope: 'resourceGroup', shape: 'network' } as const;
const n80Child = { ...n80, scope: 'parent' } as const;
const monitor = { min: 1, max: 260, scope: 'resourceGroup' } as const;

/** A name that is part of a DNS name, or that only one resource of Azure or of a region may have. */
const everywhere = (short: string, min: number, max: number, shape: ShapeName): Row => ({
  ...inGroup(short, min, max, shape),
  scope: 'global',
});

function inGroup(short: string, min: number, max: number, shape: ShapeName): Row {
  return { abbreviation: short, min, max, scope: 'resourceGroup', shape };
}

/**
 * Sources: cloud-adoption-framework resource-abbreviations.md (2024-05), azure-docs resource-name-rules.md,
 * mspnp/AzureNamingTool resourcetypes.json (2026-01-13). Of firewalls the AVM module takes 56 characters.
 */
const rows: Readonly<Record<string, Row>> = {
  'Microsoft.AlertsManagement/actionRules': { abbreviation: 'apr', ...monitor, shape: 'action-group' },
  'Microsoft.Authorization/locks': { min: 1, max: 90, scope: 'parent', shape: 'group' },
  'Microsoft.Automation/automationAccounts': {
    abbreviation: 'aa',
    min: 6,
    max: 50,
    scope: 'resourceGroup',
    shape: 'letter-hyphen',
  },
  'Microsoft.Compute/availabilitySets': { abbreviation: 'avail', ...n80 },
  'Microsoft.Compute/diskEncryptionSets': {
    abbreviation: 'des',
    min: 1,
    max: 80,
    scope: 'resourceGroup',
    shape: 'disk',
  },
  'Microsoft.Compute/disks': {
    abbreviation: 'disk',
    variants: { os: 'osdisk', data: 'disk' },
    min: 1,
    max: 80,
    scope: 'resourceGroup',
    shape: 'disk',
  },
  'Microsoft.Compute/galleries': { abbreviation: 'gal', min: 1, max: 80, scope: 'resourceGroup', shape: 'gallery' },
  'Microsoft.Compute/proximityPlacementGroups': { abbreviation: 'ppg', ...n80, assumed: true },
  'Microsoft.Compute/snapshots': { abbreviation: 'snap', ...n80 },
  'Microsoft.Compute/virtualMachines': {
    abbreviation: 'vm',
    min: 1,
    max: 64,
    scope: 'resourceGroup',
    shape: 'machine',
  },
  // learn.microsoft.com/azure/templates/microsoft.consumption/budgets: 1 to 63 letters, digits, hyphens, and underscores.
  'Microsoft.Consumption/budgets': {
    abbreviation: 'budget',
    min: 1,
    max: 63,
    scope: 'resourceGroup',
    shape: 'hyphen',
    assumed: true,
  },
  'Microsoft.Insights/actionGroups': { abbreviation: 'ag', ...monitor, shape: 'action-group' },
  'Microsoft.Insights/components': { abbreviation: 'appi', ...monitor, shape: 'action-group' },
  'Microsoft.Insights/dataCollectionEndpoints': {
    abbreviation: 'dce',
    min: 1,
    max: 64,
    scope: 'resourceGroup',
    shape: 'hyphen',
    assumed: true,
  },
  'Microsoft.Insights/dataCollectionRules': {
    abbreviation: 'dcr',
    min: 1,
    max: 64,
    scope: 'resourceGroup',
    shape: 'hyphen',
    assumed: true,
  },
  'Microsoft.Insights/privateLinkScopes': {
    abbreviation: 'ampls',
    min: 1,
    max: 64,
    scope: 'resourceGroup',
    shape: 'hyphen',
    assumed: true,
  },
  'Microsoft.Insights/metricAlerts': { ...monitor, shape: 'metric-alert' },
  'Microsoft.Insights/scheduledQueryRules': { ...monitor, shape: 'query-rule' },
  'Microsoft.KeyVault/vaults': { abbreviation: 'kv', min: 3, max: 24, scope: 'global', shape: 'vault' },
  'Microsoft.KeyVault/vaults/keys': { min: 1, max: 127, scope: 'parent', shape: 'hyphen-anywhere' },
  'Microsoft.KeyVault/vaults/secrets': { min: 1, max: 127, scope: 'parent', shape: 'hyphen-anywhere' },
  'Microsoft.Maintenance/maintenanceConfigurations': {
    abbreviation: 'mc',
    min: 1,
    max: 64,
    scope: 'resourceGroup',
    shape: 'hyphen',
    assumed: true,
  },
  'Microsoft.ManagedIdentity/userAssignedIdentities': {
    abbreviation: 'id',
    min: 3,
    max: 128,
    scope: 'resourceGroup',
    shape: 'identity',
  },
  'Microsoft.Network/applicationSecurityGroups': { abbreviation: 'asg', ...n80 },
  'Microsoft.Network/azureFirewalls': { abbreviation: 'afw', ...n80, max: 56 },
  'Microsoft.Network/bastionHosts': { abbreviation: 'bas', ...n80 },
  'Microsoft.Network/dnsZones': { min: 3, max: 63, scope: 'resourceGroup', shape: 'domain' },
  'Microsoft.Network/firewallPolicies': { abbreviation: 'afwp', ...n80 },
  'Microsoft.Network/loadBalancers': { abbreviation: 'lbi', variants: { internal: 'lbi', external: 'lbe' }, ...n80 },
  'Microsoft.Network/natGateways': { abbreviation: 'ng', ...n80, assumed: true },
  'Microsoft.Network/networkInterfaces': { abbreviation: 'nic', ...n80 },
  'Microsoft.Network/networkSecurityGroups': { abbreviation: 'nsg', ...n80 },
  'Microsoft.Network/networkSecurityGroups/securityRules': { abbreviation: 'nsgsr', ...n80Child },
  'Microsoft.Network/networkWatchers': { abbreviation: 'nw', ...n80 },
  'Microsoft.Network/networkWatchers/flowLogs': { abbreviation: 'fl', ...n80Child, assumed: true },
  'Microsoft.Network/privateDnsZones': { min: 3, max: 63, scope: 'resourceGroup', shape: 'domain' },
  'Microsoft.Network/privateDnsZones/virtualNetworkLinks': { ...n80Child },
  'Microsoft.Network/privateEndpoints': {
    abbreviation: 'pep',
    min: 2,
    max: 64,
    scope: 'resourceGroup',
    shape: 'network',
  },
  'Microsoft.Network/privateLinkServices': { abbreviation: 'pl', ...n80 },
  'Microsoft.Network/publicIPAddresses': { abbreviation: 'pip', ...n80 },
  'Microsoft.Network/publicIPPrefixes': { abbreviation: 'ippre', ...n80 },
  'Microsoft.Network/routeTables': { abbreviation: 'rt', ...n80 },
  'Microsoft.Network/routeTables/routes': { abbreviation: 'udr', ...n80Child },
  'Microsoft.Network/virtualNetworkGateways': {
    abbreviation: 'vgw',
    variants: { vpn: 'vgw', expressRoute: 'ergw' },
    ...n80,
  },
  'Microsoft.Network/virtualNetworks': {
    abbreviation: 'vnet',
    min: 2,
    max: 64,
    scope: 'resourceGroup',
    shape: 'network',
  },
  'Microsoft.Network/virtualNetworks/subnets': { abbreviation: 'snet', ...n80Child },
  'Microsoft.Network/virtualNetworks/virtualNetworkPeerings': { abbreviation: 'peer', ...n80Child },
  'Microsoft.OperationalInsights/workspaces': {
    abbreviation: 'log',
    min: 4,
    max: 63,
    scope: 'resourceGroup',
    shape: 'hyphen',
  },
  'Microsoft.RecoveryServices/vaults': {
    abbreviation: 'rsv',
    min: 2,
    max: 50,
    scope: 'resourceGroup',
    shape: 'letter-hyphen',
  },
  'Microsoft.RecoveryServices/vaults/backupPolicies': {
    abbreviation: 'bkpol',
    min: 3,
    max: 150,
    scope: 'parent',
    shape: 'letter-hyphen',
  },
  'Microsoft.RecoveryServices/vaults/replicationProtectionIntents': {
    min: 1,
    max: 64,
    scope: 'parent',
    shape: 'disk',
    assumed: true,
  },
  'Microsoft.Resources/deployments': { min: 1, max: 64, scope: 'resourceGroup', shape: 'deployment' },
  'Microsoft.Resources/resourceGroups': { abbreviation: 'rg', min: 1, max: 90, scope: 'subscription', shape: 'group' },
  'Microsoft.Security/locations/jitNetworkAccessPolicies': { min: 1, max: 260, scope: 'resourceGroup', shape: 'disk' },
  'Microsoft.Storage/storageAccounts': {
    abbreviation: 'st',
    variants: { vm: 'stvm' },
    min: 3,
    max: 24,
    scope: 'global',
    shape: 'lower',
  },
  'Microsoft.Storage/storageAccounts/blobServices/containers': {
    min: 3,
    max: 63,
    scope: 'parent',
    shape: 'lower-hyphen',
  },
  'Microsoft.Storage/storageAccounts/fileServices/shares': {
    abbreviation: 'share',
    min: 3,
    max: 63,
    scope: 'parent',
    shape: 'lower-hyphen',
  },
};

/**
 * Types that no component makes, but a module that is added by its path.
 * Sources: as above. Narrower than the source where the module is, or where a character more would help nobody.
 */
const added: Readonly<Record<string, Row>> = {
  'Microsoft.AnalysisServices/servers': everywhere('as', 3, 63, 'lower-letter'),
  'Microsoft.ApiManagement/service': everywhere('apim', 1, 50, 'letter-hyphen'),
  'Microsoft.App/containerApps': { ...inGroup('ca', 2, 32, 'lower-letter-hyphen'), assumed: true },
  'Microsoft.App/managedEnvironments': { ...inGroup('cae', 2, 60, 'lower-letter-hyphen'), assumed: true },
  'Microsoft.AppConfiguration/configurationStores': everywhere('appcs', 5, 50, 'hyphen'),
  'Microsoft.Batch/batchAccounts': everywhere('ba', 3, 24, 'lower'),
  'Microsoft.Cache/redis': everywhere('redis', 1, 63, 'lower-hyphen'),
  'Microsoft.Cdn/profiles': { ...inGroup('cdnp', 1, 260, 'hyphen'), variants: { frontDoor: 'afd' } },
  'Microsoft.CognitiveServices/accounts': { ...everywhere('ais', 2, 64, 'hyphen'), variants: { openAI: 'oai' } },
  'Microsoft.Communication/communicationServices': { ...everywhere('acs', 1, 63, 'hyphen'), assumed: true },
  'Microsoft.Compute/sshPublicKeys': { ...inGroup('sshkey', 1, 80, 'hyphen'), assumed: true },
  'Microsoft.Compute/virtualMachineScaleSets': inGroup('vmss', 1, 64, 'machine'),
  'Microsoft.ContainerInstance/containerGroups': inGroup('ci', 1, 63, 'lower-hyphen'),
  'Microsoft.ContainerRegistry/registries': everywhere('cr', 5, 50, 'lower'),
  'Microsoft.ContainerService/managedClusters': inGroup('aks', 1, 63, 'hyphen'),
  'Microsoft.DBforMySQL/flexibleServers': { ...everywhere('mysql', 3, 63, 'lower-hyphen'), assumed: true },
  'Microsoft.DBforPostgreSQL/flexibleServers': { ...everywhere('psql', 3, 63, 'lower-hyphen'), assumed: true },
  'Microsoft.DataFactory/factories': everywhere('adf', 3, 63, 'hyphen'),
  'Microsoft.DataProtection/backupVaults': { ...inGroup('bvault', 2, 50, 'letter-hyphen'), assumed: true },
  'Microsoft.Databricks/workspaces': inGroup('dbw', 3, 30, 'hyphen'),
  'Microsoft.DesktopVirtualization/applicationGroups': { ...inGroup('vdag', 3, 64, 'hyphen'), assumed: true },
  'Microsoft.DesktopVirtualization/hostPools': { ...inGroup('vdpool', 3, 64, 'hyphen'), assumed: true },
  'Microsoft.DesktopVirtualization/scalingPlans': { ...inGroup('vdscaling', 3, 64, 'hyphen'), assumed: true },
  'Microsoft.DesktopVirtualization/workspaces': { ...inGroup('vdws', 3, 64, 'hyphen'), assumed: true },
  'Microsoft.Devices/IotHubs': everywhere('iot', 3, 50, 'hyphen'),
  'Microsoft.DigitalTwins/digitalTwinsInstances': { ...everywhere('dt', 3, 63, 'hyphen'), assumed: true },
  'Microsoft.DocumentDB/databaseAccounts': {
    ...everywhere('cosno', 3, 44, 'lower-hyphen'),
    variants: { cassandra: 'coscas', gremlin: 'cosgrm', mongo: 'cosmon', table: 'costab' },
  },
  'Microsoft.EventGrid/domains': everywhere('evgd', 3, 50, 'hyphen'),
  'Microsoft.EventGrid/systemTopics': { ...inGroup('egst', 3, 50, 'hyphen'), assumed: true },
  'Microsoft.EventGrid/topics': everywhere('evgt', 3, 50, 'hyphen'),
  'Microsoft.EventHub/namespaces': everywhere('evhns', 6, 50, 'letter-hyphen'),
  'Microsoft.Kusto/clusters': everywhere('dec', 4, 22, 'lower-letter'),
  'Microsoft.LoadTestService/loadTests': { ...inGroup('lt', 1, 64, 'hyphen'), assumed: true },
  'Microsoft.Logic/integrationAccounts': inGroup('ia', 1, 80, 'network'),
  'Microsoft.Logic/workflows': inGroup('logic', 1, 80, 'network'),
  'Microsoft.MachineLearningServices/workspaces': {
    ...inGroup('mlw', 3, 33, 'hyphen'),
    variants: { hub: 'hub', project: 'proj' },
  },
  'Microsoft.Maps/accounts': inGroup('map', 1, 98, 'network'),
  'Microsoft.Network/ApplicationGatewayWebApplicationFirewallPolicies': { abbreviation: 'waf', ...n80, assumed: true },
  'Microsoft.Network/ExpressRoutePorts': { abbreviation: 'erd', ...n80, assumed: true },
  'Microsoft.Network/applicationGateways': { abbreviation: 'agw', ...n80 },
  'Microsoft.Network/connections': { abbreviation: 'con', ...n80 },
  'Microsoft.Network/dnsForwardingRulesets': { abbreviation: 'dnsfrs', ...n80, assumed: true },
  'Microsoft.Network/dnsResolvers': { abbreviation: 'dnspr', ...n80, assumed: true },
  'Microsoft.Network/expressRouteCircuits': { abbreviation: 'erc', ...n80 },
  'Microsoft.Network/frontDoors': everywhere('afd', 5, 64, 'hyphen'),
  'Microsoft.Network/ipGroups': { abbreviation: 'ipg', ...n80, assumed: true },
  'Microsoft.Network/localNetworkGateways': { abbreviation: 'lgw', ...n80 },
  'Microsoft.Network/networkManagers': { abbreviation: 'vnm', ...n80, max: 64, assumed: true },
  'Microsoft.Network/networkSecurityPerimeters': { abbreviation: 'nsp', ...n80, assumed: true },
  'Microsoft.Network/serviceEndpointPolicies': { abbreviation: 'se', ...n80, max: 60 },
  'Microsoft.Network/trafficmanagerprofiles': everywhere('traf', 1, 63, 'hyphen'),
  'Microsoft.Network/virtualHubs': { abbreviation: 'vhub', ...n80, assumed: true },
  'Microsoft.Network/virtualWans': { abbreviation: 'vwan', ...n80 },
  'Microsoft.Network/vpnGateways': { abbreviation: 'vpng', ...n80 },
  'Microsoft.Network/vpnSites': { abbreviation: 'vst', ...n80 },
  'Microsoft.PowerBIDedicated/capacities': everywhere('pbi', 3, 63, 'lower-letter'),
  'Microsoft.Purview/accounts': { ...everywhere('pview', 3, 63, 'hyphen'), assumed: true },
  'Microsoft.Relay/namespaces': everywhere('rns', 6, 50, 'letter-hyphen'),
  'Microsoft.Search/searchServices': { ...everywhere('srch', 2, 60, 'lower-hyphen'), assumed: true },
  'Microsoft.ServiceBus/namespaces': everywhere('sbns', 6, 50, 'letter-hyphen'),
  'Microsoft.ServiceFabric/clusters': everywhere('sf', 4, 23, 'lower-letter-hyphen'),
  'Microsoft.SignalRService/signalR': everywhere('sigr', 3, 63, 'letter-hyphen'),
  'Microsoft.SignalRService/webPubSub': { ...everywhere('wps', 3, 63, 'letter-hyphen'), assumed: true },
  'Microsoft.Sql/managedInstances': everywhere('sqlmi', 1, 63, 'lower-hyphen'),
  'Microsoft.Sql/servers': everywhere('sql', 1, 63, 'lower-hyphen'),
  'Microsoft.Synapse/workspaces': { ...everywhere('synw', 1, 45, 'lower-hyphen'), assumed: true },
  'Microsoft.VirtualMachineImages/imageTemplates': { ...inGroup('it', 1, 64, 'hyphen'), assumed: true },
  'Microsoft.Web/hostingEnvironments': { ...everywhere('ase', 1, 36, 'hyphen'), assumed: true },
  'Microsoft.Web/serverfarms': inGroup('asp', 1, 40, 'hyphen'),
  'Microsoft.Web/sites': { ...everywhere('app', 2, 60, 'hyphen'), variants: { function: 'func' } },
  'Microsoft.Web/staticSites': { ...everywhere('stapp', 1, 40, 'hyphen'), assumed: true },
};

/** The computer name inside Windows, not the resource name. It must not be all digits. */
export const windowsComputerName: NamingRule = {
  type: 'windowsComputerName',
  min: 1,
  max: 15,
  scope: 'parent',
  shape: 'computer',
};

/** The short name of an action group, in SMS and email notifications. */
export const actionGroupShortName: NamingRule = {
  type: 'actionGroupShortName',
  min: 1,
  max: 12,
  scope: 'parent',
  shape: 'action-group',
};

export const namedTypes: readonly string[] = [...Object.keys(rows), ...Object.keys(added)];

/** ARM types are compared without regard to case, as Azure does. */
export function namingRule(type: string): NamingRule | undefined {
  rules ??= new Map(
    [rows, added].flatMap((table) =>
      Object.entries(table).map(([one, row]) => [one.toLowerCase(), { type: one, ...row }] as const),
    ),
  );
  return rules.get(type.toLowerCase());
}

let rules: ReadonlyMap<string, NamingRule> | undefined;

/** `lbe` for `abbreviation('Microsoft.Network/loadBalancers', 'external')`. */
export function abbreviation(type: string, variant?: string): string | undefined {
  const rule = namingRule(type);
  return (variant === undefined ? undefined : ownValue(rule?.variants, variant)) ?? rule?.abbreviation;
}

/** Matches the full name, length and all. It has no flags and no look-behind, so it can go into a JSON schema. */
export function namePattern(rule: NamingRule): RegExp {
  const shape: NameShape = shapes[rule.shape];
  const never = shape.never === undefined ? '' : `(?!.*${shape.never})`;
  const whole = shape.whole === undefined ? '' : `(?=${shape.whole}$)`;
  return new RegExp(`^(?=.{${rule.min},${rule.max}}$)${whole}${never}(?=${shape.start})${shape.chars}*${shape.end}$`);
}
