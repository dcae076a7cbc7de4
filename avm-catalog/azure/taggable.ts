import { typesOf, type TypesByProvider } from './by-provider.ts';
import { isResourceType } from './resource-types.ts';

/**
 * Types that take tags. Source: the Bicep type of each type and API version that modules of AVM use, probed with
 * Bicep 0.49.2 (BCP187: it has no property tags); labs, which Bicep has no type of, as their module makes them.
 * A test compares with what modules give tags to.
 */
const taggable: TypesByProvider = {
  'Microsoft.AAD': 'domainServices',
  'Microsoft.AlertsManagement': 'actionRules',
  'Microsoft.AnalysisServices': 'servers',
  'Microsoft.ApiCenter': 'services',
  'Microsoft.ApiManagement': 'service',
  'Microsoft.App': 'containerApps jobs managedEnvironments managedEnvironments/certificates sessionPools',
  'Microsoft.AppConfiguration': 'configurationStores',
  'Microsoft.Automation':
    'automationAccounts automationAccounts/modules automationAccounts/powerShell72Modules automationAccounts/python2Packages automationAccounts/python3Packages automationAccounts/runbooks',
  'Microsoft.AzureStackHCI': 'clusters logicalNetworks marketplaceGalleryImages networkInterfaces virtualHardDisks',
  'Microsoft.Batch': 'batchAccounts',
  'Microsoft.Cache': 'redis redisEnterprise',
  'Microsoft.Cdn': 'profiles profiles/afdEndpoints profiles/endpoints',
  'Microsoft.CognitiveServices': 'accounts accounts/projects',
  'Microsoft.Communication': 'communicationServices emailServices emailServices/domains',
  'Microsoft.Compute':
    'availabilitySets diskEncryptionSets disks galleries galleries/applications galleries/images images proximityPlacementGroups snapshots sshPublicKeys virtualMachineScaleSets virtualMachines virtualMachines/extensions virtualMachines/runCommands',
  'Microsoft.ContainerInstance': 'containerGroups',
  'Microsoft.ContainerRegistry': 'registries registries/replications registries/tasks registries/webhooks',
  'Microsoft.ContainerService': 'managedClusters',
  'Microsoft.DBforMySQL': 'flexibleServers',
  'Microsoft.DBforPostgreSQL': 'flexibleServers',
  'Microsoft.DataFactory': 'factories',
  'Microsoft.DataProtection': 'backupVaults',
  'Microsoft.Databricks': 'accessConnectors workspaces',
  'Microsoft.DesktopVirtualization': 'applicationGroups hostPools scalingPlans workspaces',
  'Microsoft.DevCenter':
    'devcenters devcenters/devboxdefinitions devcenters/environmentTypes networkConnections projects projects/environmentTypes projects/pools',
  'Microsoft.DevOpsInfrastructure': 'pools',
  'Microsoft.DevTestLab':
    'labs labs/artifactsources labs/costs labs/notificationchannels labs/schedules labs/virtualnetworks schedules',
  'Microsoft.Devices': 'IotHubs',
  'Microsoft.DigitalTwins': 'digitalTwinsInstances',
  'Microsoft.DocumentDB':
    'databaseAccounts databaseAccounts/cassandraKeyspaces databaseAccounts/cassandraKeyspaces/tables databaseAccounts/cassandraKeyspaces/views databaseAccounts/gremlinDatabases databaseAccounts/gremlinDatabases/graphs databaseAccounts/mongodbDatabases databaseAccounts/sqlDatabases databaseAccounts/sqlDatabases/containers databaseAccounts/tables mongoClusters',
  'Microsoft.ElasticSan': 'elasticSans',
  'Microsoft.EventGrid': 'domains namespaces systemTopics topics',
  'Microsoft.EventHub': 'namespaces',
  'Microsoft.Fabric': 'capacities',
  'Microsoft.HealthBot': 'healthBots',
  'Microsoft.HealthcareApis': 'workspaces workspaces/dicomservices workspaces/fhirservices workspaces/iotconnectors',
  'Microsoft.HybridCompute': 'gateways licenses machines machines/extensions',
  'Microsoft.Insights':
    'actionGroups activityLogAlerts components dataCollectionEndpoints dataCollectionRules metricAlerts privateLinkScopes scheduledQueryRules webtests',
  'Microsoft.KeyVault': 'vaults vaults/keys vaults/secrets',
  'Microsoft.Kubernetes': 'connectedClusters',
  'Microsoft.Kusto': 'clusters',
  'Microsoft.LoadTestService': 'loadTests',
  'Microsoft.Logic':
    'integrationAccounts integrationAccounts/agreements integrationAccounts/assemblies integrationAccounts/certificates integrationAccounts/maps integrationAccounts/partners integrationAccounts/schemas workflows',
  'Microsoft.MachineLearningServices': 'registries workspaces workspaces/computes',
  'Microsoft.Maintenance': 'maintenanceConfigurations',
  'Microsoft.ManagedIdentity': 'userAssignedIdentities',
  'Microsoft.Maps': 'accounts',
  'Microsoft.NetApp': 'netAppAccounts netAppAccounts/capacityPools netAppAccounts/capacityPools/volumes',
  'Microsoft.Network':
    'ApplicationGatewayWebApplicationFirewallPolicies ExpressRoutePorts FrontDoorWebApplicationFirewallPolicies applicationGateways applicationSecurityGroups azureFirewalls bastionHosts connections ddosProtectionPlans dnsForwardingRulesets dnsResolvers dnsResolvers/inboundEndpoints dnsResolvers/outboundEndpoints dnsZones expressRouteCircuits expressRouteGateways firewallPolicies frontDoors ipGroups loadBalancers localNetworkGateways natGateways networkInterfaces networkManagers networkSecurityGroups networkSecurityPerimeters networkWatchers networkWatchers/connectionMonitors networkWatchers/flowLogs p2svpnGateways privateDnsZones privateDnsZones/virtualNetworkLinks privateEndpoints privateLinkServices publicIPAddresses publicIPPrefixes routeTables serviceEndpointPolicies trafficmanagerprofiles virtualHubs virtualNetworkGateways virtualNetworks virtualWans vpnGateways vpnServerConfigurations vpnSites',
  'Microsoft.OperationalInsights':
    'clusters workspaces workspaces/dataSources workspaces/linkedServices workspaces/storageInsightConfigs',
  'Microsoft.Portal': 'dashboards',
  'Microsoft.PowerBIDedicated': 'capacities',
  'Microsoft.Purview': 'accounts',
  'Microsoft.RecoveryServices': 'vaults',
  'Microsoft.Relay': 'namespaces',
  'Microsoft.ResourceGraph': 'queries',
  'Microsoft.Resources': 'deploymentScripts deployments resourceGroups',
  'Microsoft.Search': 'searchServices',
  'Microsoft.Security': 'automations iotSecuritySolutions',
  'Microsoft.ServiceBus': 'namespaces',
  'Microsoft.ServiceFabric': 'clusters clusters/applicationTypes',
  'Microsoft.ServiceNetworking': 'trafficControllers',
  'Microsoft.SignalRService': 'signalR webPubSub',
  'Microsoft.Sql':
    'instancePools managedInstances managedInstances/databases servers servers/databases servers/elasticPools servers/failoverGroups',
  'Microsoft.Storage': 'storageAccounts',
  'Microsoft.Synapse': 'privateLinkHubs workspaces workspaces/bigDataPools workspaces/sqlPools',
  'Microsoft.VirtualMachineImages': 'imageTemplates',
  'Microsoft.Web': 'certificates connections hostingEnvironments serverfarms sites sites/slots staticSites',
};

/** Types that take tags, of which no module passes any on. */
const untaggedTypes: TypesByProvider = {
  'Microsoft.ApiManagement': 'gateways',
  'Microsoft.CognitiveServices': 'accounts/commitmentPlans accounts/defenderForAISettings accounts/deployments',
  'Microsoft.ContainerRegistry': 'registries/agentPools',
  'Microsoft.DataProtection': 'backupVaults/backupInstances',
  'Microsoft.DevTestLab': 'labs/policysets/policies',
  'Microsoft.DocumentDB': 'databaseAccounts/mongodbDatabases/collections',
  'Microsoft.Management': 'serviceGroups',
  'Microsoft.NetApp': 'netAppAccounts/backupPolicies netAppAccounts/backupVaults netAppAccounts/snapshotPolicies',
  'Microsoft.OperationsManagement': 'solutions',
  'Microsoft.RecoveryServices':
    'vaults/backupFabrics/protectionContainers/protectedItems vaults/backupPolicies vaults/backupResourceGuardProxies vaults/backupconfig vaults/backupstorageconfig vaults/replicationProtectionIntents',
  'Microsoft.ServiceNetworking':
    'trafficControllers/associations trafficControllers/frontends trafficControllers/securityPolicies',
};

export const untagged: readonly string[] = typesOf(untaggedTypes);

/** `undefined`: not known. What modules make and neither table has takes no tags: all were probed. */
export function supportsTags(type: string): boolean | undefined {
  taking ??= new Set([...typesOf(taggable), ...untagged].map((one) => one.toLowerCase()));
  if (taking.has(type.toLowerCase())) return true;
  return isResourceType(type) ? false : undefined;
}

let taking: ReadonlySet<string> | undefined;
