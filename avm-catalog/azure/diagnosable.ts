import { typesOf, type TypesByProvider } from './by-provider.ts';
import { isResourceType } from './resource-types.ts';

export type Diagnostics = 'logs-and-metrics' | 'logs' | 'metrics' | 'none';

type Sent = Readonly<Record<Exclude<Diagnostics, 'none'>, TypesByProvider>>;

/**
 * What a diagnostic setting may send. `none` also where there are metrics that cannot be exported.
 * Sources: the parameter `diagnosticSettings` of each type's AVM module, whose items take logs, metrics, or both;
 * a test compares the two where modules are on disk. Types that components make were also read in
 * azure-monitor-docs, supported-logs and supported-metrics (column DS Export). Of data collection rules, public IP
 * prefixes and VMs, only those pages say so: their modules have no such parameter.
 */
const byModules: Sent = {
  'logs-and-metrics': {
    'Microsoft.AAD': 'domainServices',
    'Microsoft.AnalysisServices': 'servers',
    'Microsoft.ApiManagement': 'service',
    'Microsoft.App': 'managedEnvironments',
    'Microsoft.AppConfiguration': 'configurationStores',
    'Microsoft.Automation': 'automationAccounts',
    'Microsoft.Batch': 'batchAccounts',
    'Microsoft.Cache': 'redis',
    'Microsoft.Cdn': 'profiles',
    'Microsoft.CognitiveServices': 'accounts',
    'Microsoft.Communication': 'communicationServices',
    'Microsoft.ContainerRegistry': 'registries',
    'Microsoft.ContainerService': 'managedClusters',
    'Microsoft.DBforMySQL': 'flexibleServers',
    'Microsoft.DBforPostgreSQL': 'flexibleServers',
    'Microsoft.DataFactory': 'factories',
    'Microsoft.DevCenter': 'devcenters',
    'Microsoft.DevOpsInfrastructure': 'pools',
    'Microsoft.Devices': 'IotHubs',
    'Microsoft.DigitalTwins': 'digitalTwinsInstances',
    'Microsoft.DocumentDB': 'databaseAccounts mongoClusters',
    'Microsoft.EventGrid': 'domains namespaces systemTopics topics',
    'Microsoft.EventHub': 'namespaces',
    'Microsoft.HealthcareApis': 'workspaces/dicomservices workspaces/fhirservices workspaces/iotconnectors',
    'Microsoft.Insights': 'components dataCollectionRules',
    'Microsoft.KeyVault': 'vaults',
    'Microsoft.Kusto': 'clusters',
    'Microsoft.Logic': 'integrationAccounts workflows',
    'Microsoft.MachineLearningServices': 'workspaces',
    'Microsoft.Network':
      'applicationGateways azureFirewalls expressRouteCircuits frontDoors loadBalancers publicIPAddresses publicIPPrefixes trafficmanagerprofiles virtualNetworkGateways virtualNetworks',
    'Microsoft.OperationalInsights': 'workspaces',
    'Microsoft.Purview': 'accounts',
    'Microsoft.RecoveryServices': 'vaults',
    'Microsoft.Relay': 'namespaces',
    'Microsoft.Search': 'searchServices',
    'Microsoft.ServiceBus': 'namespaces',
    'Microsoft.ServiceNetworking': 'trafficControllers',
    'Microsoft.SignalRService': 'signalR',
    'Microsoft.Sql': 'servers/databases',
    'Microsoft.Storage':
      'storageAccounts/blobServices storageAccounts/fileServices storageAccounts/queueServices storageAccounts/tableServices',
    'Microsoft.Synapse': 'workspaces/bigDataPools workspaces/sqlPools',
    'Microsoft.Web': 'sites sites/slots',
  },
  logs: {
    'Microsoft.ApiManagement': 'service/workspaces',
    'Microsoft.Databricks': 'workspaces',
    'Microsoft.DesktopVirtualization': 'applicationGroups hostPools scalingPlans workspaces',
    'Microsoft.Network': 'bastionHosts networkSecurityGroups networkSecurityPerimeters',
    'Microsoft.Sql': 'managedInstances managedInstances/databases',
    'Microsoft.Synapse': 'workspaces',
    'Microsoft.Web': 'hostingEnvironments',
  },
  metrics: {
    'Microsoft.App': 'containerApps',
    'Microsoft.Cache': 'redisEnterprise',
    'Microsoft.Compute': 'virtualMachineScaleSets virtualMachines',
    'Microsoft.ElasticSan': 'elasticSans',
    'Microsoft.Network': 'networkInterfaces',
    'Microsoft.Storage': 'storageAccounts',
    'Microsoft.Web': 'serverfarms',
  },
};

/**
 * Types whose modules have no parameter for diagnostic settings, although Azure Monitor takes them.
 * Source: azure-monitor-docs, logs-index.md of 2026-02-02, and the page of supported metrics of each type,
 * where the column DS Export says Yes for metrics.
 */
const byMonitor: Sent = {
  'logs-and-metrics': {
    'Microsoft.CognitiveServices': 'accounts/projects',
    'Microsoft.Network': 'vpnGateways',
    'Microsoft.SignalRService': 'webPubSub',
  },
  logs: {
    'Microsoft.Cache': 'redisEnterprise/databases',
    'Microsoft.Cdn': 'profiles/endpoints',
    'Microsoft.DataProtection': 'backupVaults',
    'Microsoft.LoadTestService': 'loadTests',
    'Microsoft.MachineLearningServices': 'registries',
    'Microsoft.Network': 'networkManagers networkSecurityPerimeters/profiles',
    'Microsoft.Web': 'staticSites',
  },
  metrics: {
    'Microsoft.App': 'sessionPools',
    'Microsoft.Maps': 'accounts',
    'Microsoft.Network': 'connections expressRouteGateways networkWatchers/connectionMonitors',
    'Microsoft.Sql': 'servers/elasticPools',
  },
};

const part = 'it is part of another resource, whose diagnostic settings cover it';
const setting = 'it is a setting of another resource';
const nothing = 'Azure Monitor has no logs or metrics for it';
const unexported = 'diagnostic settings can’t export its metrics, which Azure Monitor keeps';
const inActivityLog = 'its activity is in the activity log and in its notifications';

/** Types without diagnostic settings, each with the reason. */
const without: Readonly<Record<string, string>> = {
  'Microsoft.AlertsManagement/actionRules': setting,
  'Microsoft.Authorization/locks': setting,
  'Microsoft.Authorization/roleAssignments': setting,
  'Microsoft.Compute/availabilitySets': nothing,
  'Microsoft.Compute/diskEncryptionSets': nothing,
  'Microsoft.Compute/disks': unexported,
  'Microsoft.Compute/virtualMachines/extensions': part,
  'Microsoft.Compute/virtualMachines/runCommands': part,
  'Microsoft.GuestConfiguration/guestConfigurationAssignments': setting,
  'Microsoft.Insights/actionGroups': inActivityLog,
  'Microsoft.Insights/activityLogAlerts': inActivityLog,
  'Microsoft.Insights/dataCollectionRuleAssociations': setting,
  'Microsoft.Insights/diagnosticSettings': setting,
  'Microsoft.Insights/metricAlerts': inActivityLog,
  'Microsoft.Insights/scheduledQueryRules': inActivityLog,
  'Microsoft.KeyVault/vaults/accessPolicies': part,
  'Microsoft.KeyVault/vaults/keys': part,
  'Microsoft.KeyVault/vaults/secrets': part,
  'Microsoft.Maintenance/configurationAssignments': setting,
  'Microsoft.Maintenance/maintenanceConfigurations': nothing,
  'Microsoft.ManagedIdentity/userAssignedIdentities': nothing,
  'Microsoft.Network/applicationSecurityGroups': nothing,
  'Microsoft.Network/loadBalancers/backendAddressPools': part,
  'Microsoft.Network/natGateways': unexported,
  'Microsoft.Network/networkSecurityGroups/securityRules': part,
  'Microsoft.Network/privateDnsZones': unexported,
  'Microsoft.Network/privateDnsZones/virtualNetworkLinks': part,
  'Microsoft.Network/privateEndpoints': unexported,
  'Microsoft.Network/privateEndpoints/privateDnsZoneGroups': part,
  'Microsoft.Network/routeTables': nothing,
  'Microsoft.Network/routeTables/routes': part,
  'Microsoft.Network/virtualNetworks/subnets': part,
  'Microsoft.Network/virtualNetworks/virtualNetworkPeerings': part,
  'Microsoft.OperationalInsights/workspaces/tables': part,
  'Microsoft.RecoveryServices/vaults/backupFabrics/protectionContainers/protectedItems': part,
  'Microsoft.RecoveryServices/vaults/backupPolicies': part,
  'Microsoft.RecoveryServices/vaults/backupResourceGuardProxies': setting,
  'Microsoft.RecoveryServices/vaults/replicationProtectionIntents': part,
  'Microsoft.Resources/resourceGroups': nothing,
  'Microsoft.Resources/tags': setting,
  'Microsoft.Security/locations/jitNetworkAccessPolicies': inActivityLog,
  'Microsoft.Storage/storageAccounts/blobServices/containers': part,
  'Microsoft.Storage/storageAccounts/fileServices/shares': part,
  'Microsoft.Storage/storageAccounts/managementPolicies': setting,
  'Microsoft.Storage/storageAccounts/queueServices/queues': part,
  'Microsoft.Storage/storageAccounts/tableServices/tables': part,
};

/**
 * Types of no component, without diagnostic settings: their modules have no parameter for them.
 * Source: azure-monitor-docs, logs-index.md of 2026-02-02, lists neither logs nor metrics of them; the pages of
 * supported metrics of DNS resolvers and zones say that none can be exported.
 */
const alsoWithout: readonly (readonly [why: string, types: TypesByProvider])[] = [
  [
    nothing,
    {
      'Microsoft.ApiCenter': 'services',
      'Microsoft.Communication': 'emailServices',
      'Microsoft.Compute': 'galleries images proximityPlacementGroups sshPublicKeys',
      'Microsoft.Databricks': 'accessConnectors',
      'Microsoft.DevCenter': 'networkConnections projects',
      'Microsoft.DevTestLab': 'labs schedules',
      'Microsoft.HealthcareApis': 'workspaces',
      'Microsoft.HybridCompute': 'gateways licenses machines',
      'Microsoft.Insights': 'dataCollectionEndpoints privateLinkScopes webtests',
      'Microsoft.Network':
        'ApplicationGatewayWebApplicationFirewallPolicies FrontDoorWebApplicationFirewallPolicies ddosProtectionPlans firewallPolicies ipGroups localNetworkGateways networkWatchers serviceEndpointPolicies virtualWans vpnServerConfigurations vpnSites',
      'Microsoft.OperationalInsights': 'clusters',
      'Microsoft.OperationsManagement': 'solutions',
      'Microsoft.Portal': 'dashboards',
      'Microsoft.ResourceGraph': 'queries',
      'Microsoft.Resources': 'deploymentScripts',
      'Microsoft.Security': 'automations',
      'Microsoft.Sql': 'instancePools servers',
      'Microsoft.Synapse': 'privateLinkHubs',
      'Microsoft.VirtualMachineImages': 'imageTemplates',
      'Microsoft.Web': 'certificates connections',
    },
  ],
  [
    setting,
    {
      'Microsoft.Authorization':
        'policyAssignments policyDefinitions policyExemptions policySetDefinitions roleAssignmentScheduleRequests roleDefinitions roleEligibilityScheduleRequests',
      'Microsoft.Automanage': 'configurationProfileAssignments',
      'Microsoft.Consumption': 'budgets',
      'Microsoft.ManagedServices': 'registrationAssignments registrationDefinitions',
      'Microsoft.PolicyInsights': 'remediations',
      'Microsoft.Relationships': 'serviceGroupMember',
      'Microsoft.Security':
        'alertsSuppressionRules assessmentMetadata customRecommendations deviceSecurityGroups governanceRules pricings securityContacts securityStandards serverVulnerabilityAssessmentsSettings settings standardAssignments',
      'Microsoft.SecurityInsights': 'dataConnectors onboardingStates',
    },
  ],
  [
    unexported,
    {
      'Microsoft.Network': 'dnsResolvers dnsZones',
    },
  ],
];

/** Child types that Azure Monitor lists, without a page that says what can be exported. */
const untoldChildren: TypesByProvider = {
  'Microsoft.NetApp': 'netAppAccounts/capacityPools netAppAccounts/capacityPools/volumes',
  'Microsoft.Storage': 'storageAccounts/objectReplicationPolicies',
};

/** Types that need no diagnostic settings, with the reason. */
export const undiagnosable: readonly { readonly type: string; readonly why: string }[] = [
  ...Object.entries(without).map(([type, why]) => ({ type, why })),
  { type: 'Child types that modules deploy without a parameter for diagnostic settings', why: part },
  { type: 'Types without logs and metrics in Azure Monitor', why: nothing },
];

/**
 * `undefined`: not known. A NAT gateway's metrics cannot be exported; one of SKU StandardV2 has flow logs
 * (category NatGatewayFlowlogsV1, charged for), for which avm/res/network/nat-gateway has no parameter.
 */
export function diagnostics(type: string, sku?: string): Diagnostics | undefined {
  const key = type.toLowerCase();
  if (key === 'microsoft.network/natgateways' && sku === 'StandardV2') return 'logs';
  known ??= table();
  return known.has(key) ? known.get(key) : isPart(key) ? 'none' : undefined;
}

/** Of a child type that is in none of the tables, the resource that it is a part of tells. */
const isPart = (key: string): boolean => key.split('/').length > 2 && isResourceType(key);

let known: ReadonlyMap<string, Diagnostics | undefined> | undefined;

function table(): ReadonlyMap<string, Diagnostics | undefined> {
  const sent = [byModules, byMonitor].flatMap((one) => Object.entries(one) as [Diagnostics, TypesByProvider][]);
  const rows: readonly (readonly [readonly string[], Diagnostics | undefined])[] = [
    ...alsoWithout.map(([, types]) => [typesOf(types), 'none'] as const),
    [typesOf(untoldChildren), undefined],
    ...sent.map(([has, types]) => [typesOf(types), has] as const),
    [Object.keys(without), 'none'],
  ];
  return new Map(rows.flatMap(([types, has]) => types.map((type) => [type.toLowerCase(), has] as const)));
}
