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

/**
 * Sources: cloud-adoption-framework resource-abbreviations.md (2024-05), azure-docs resource-name-rules.md,
 * mspnp/AzureNamingTool resourcetypes.json (2026-01-13).
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
  'Microsoft.Network/azureFirewalls': { abbreviation: 'afw', ...n80 },
  'Microsoft.Network/bastionHosts': { abbreviation: 'bas', ...n80 },
  'Microsoft.Network/firewallPolicies': { abbreviation: 'afwp', ...n80 },
  'Microsoft.Network/loadBalancers': { abbreviation: 'lbi', variants: { internal: 'lbi', external: 'lbe' }, ...n80 },
  'Microsoft.Network/natGateways': { abbreviation: 'ng', ...n80, assumed: true },
  'Microsoft.Network/networkInterfaces': { abbreviation: 'nic', ...n80 },
  'Microsoft.Network/networkSecurityGroups': { abbreviation: 'nsg', ...n80 },
  'Microsoft.Network/networkSecurityGroups/securityRules': { abbreviation: 'nsgsr', ...n80Child },
  'Microsoft.Network/networkWatchers': { abbreviation: 'nw', ...n80 },
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

/** Of the machine inside Windows, not of the resource; it may not be all digits either. */
export const windowsComputerName: NamingRule = {
  type: 'windowsComputerName',
  min: 1,
  max: 15,
  scope: 'parent',
  shape: 'computer',
};

/** Of an action group, as it stands in SMS and e-mail. */
export const actionGroupShortName: NamingRule = {
  type: 'actionGroupShortName',
  min: 1,
  max: 12,
  scope: 'parent',
  shape: 'action-group',
};

const rules = new Map<string, NamingRule>(
  Object.entries(rows).map(([type, row]) => [type.toLowerCase(), { type, ...row }]),
);

export const namedTypes: readonly string[] = Object.keys(rows);

/** ARM types are compared without regard to case, as Azure does. */
export function namingRule(type: string): NamingRule | undefined {
  return rules.get(type.toLowerCase());
}

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
