import { typesOf, type TypesByProvider } from './by-provider.ts';
import { namedTypes } from './naming.ts';

/**
 * Types of resources that the compiled modules of Azure Verified Modules make, by provider; deployments are none.
 * Source: every main.json of the published modules; a test compares the two where they are on disk.
 */
const byProvider: TypesByProvider = {
  'Microsoft.AAD': 'domainServices',
  'Microsoft.AlertsManagement': 'actionRules',
  'Microsoft.AnalysisServices': 'servers',
  'Microsoft.ApiCenter':
    'services services/metadataSchemas services/workspaces services/workspaces/apiSources services/workspaces/apis services/workspaces/apis/deployments services/workspaces/apis/versions services/workspaces/apis/versions/definitions services/workspaces/environments',
  'Microsoft.ApiManagement':
    'gateways gateways/configConnections service service/apiVersionSets service/apis service/apis/diagnostics service/apis/operations service/apis/operations/policies service/apis/policies service/authorizationServers service/backends service/caches service/diagnostics service/identityProviders service/loggers service/namedValues service/policies service/portalsettings service/products service/products/apis service/products/groups service/products/policies service/subscriptions service/workspaces service/workspaces/apiVersionSets service/workspaces/apis service/workspaces/apis/diagnostics service/workspaces/apis/operations service/workspaces/apis/operations/policies service/workspaces/apis/policies service/workspaces/backends service/workspaces/diagnostics service/workspaces/loggers service/workspaces/namedValues service/workspaces/policies service/workspaces/products service/workspaces/products/apiLinks service/workspaces/products/groupLinks service/workspaces/products/policies service/workspaces/subscriptions',
  'Microsoft.App':
    'containerApps containerApps/authConfigs jobs managedEnvironments managedEnvironments/certificates managedEnvironments/storages sessionPools',
  'Microsoft.AppConfiguration': 'configurationStores configurationStores/keyValues configurationStores/replicas',
  'Microsoft.Authorization':
    'locks policyAssignments policyDefinitions policyExemptions policySetDefinitions roleAssignmentScheduleRequests roleAssignments roleDefinitions roleEligibilityScheduleRequests',
  'Microsoft.Automanage': 'configurationProfileAssignments',
  'Microsoft.Automation':
    'automationAccounts automationAccounts/credentials automationAccounts/hybridRunbookWorkerGroups automationAccounts/hybridRunbookWorkerGroups/hybridRunbookWorkers automationAccounts/jobSchedules automationAccounts/modules automationAccounts/powerShell72Modules automationAccounts/python2Packages automationAccounts/python3Packages automationAccounts/runbooks automationAccounts/schedules automationAccounts/sourceControls automationAccounts/variables automationAccounts/webhooks',
  'Microsoft.AzureStackHCI':
    'clusters edgeDevices logicalNetworks marketplaceGalleryImages networkInterfaces virtualHardDisks virtualMachineInstances',
  'Microsoft.Batch': 'batchAccounts',
  'Microsoft.Cache':
    'redis redis/accessPolicies redis/accessPolicyAssignments redis/firewallRules redis/linkedServers redisEnterprise redisEnterprise/databases redisEnterprise/databases/accessPolicyAssignments',
  'Microsoft.Cdn':
    'profiles profiles/afdEndpoints profiles/afdEndpoints/routes profiles/customDomains profiles/endpoints profiles/endpoints/origins profiles/originGroups profiles/originGroups/origins profiles/ruleSets profiles/ruleSets/rules profiles/secrets profiles/securityPolicies',
  'Microsoft.CognitiveServices':
    'accounts accounts/capabilityHosts accounts/commitmentPlans accounts/defenderForAISettings accounts/deployments accounts/projects accounts/projects/capabilityHosts accounts/projects/connections',
  'Microsoft.Communication':
    'communicationServices emailServices emailServices/domains emailServices/domains/senderUsernames',
  'Microsoft.Compute':
    'availabilitySets diskEncryptionSets disks galleries galleries/applications galleries/images images proximityPlacementGroups sshPublicKeys virtualMachineScaleSets virtualMachineScaleSets/extensions virtualMachines virtualMachines/extensions',
  'Microsoft.Consumption': 'budgets',
  'Microsoft.ContainerInstance': 'containerGroups',
  'Microsoft.ContainerRegistry':
    'registries registries/agentPools registries/cacheRules registries/credentialSets registries/replications registries/scopeMaps registries/taskRuns registries/tasks registries/tokens registries/webhooks',
  'Microsoft.ContainerService': 'managedClusters managedClusters/agentPools managedClusters/maintenanceConfigurations',
  'Microsoft.DBforMySQL':
    'flexibleServers flexibleServers/administrators flexibleServers/advancedThreatProtectionSettings flexibleServers/configurations flexibleServers/databases flexibleServers/firewallRules',
  'Microsoft.DBforPostgreSQL':
    'flexibleServers flexibleServers/administrators flexibleServers/advancedThreatProtectionSettings flexibleServers/configurations flexibleServers/databases flexibleServers/firewallRules',
  'Microsoft.DataFactory':
    'factories factories/datasets factories/integrationRuntimes factories/linkedservices factories/managedVirtualNetworks factories/managedVirtualNetworks/managedPrivateEndpoints factories/pipelines factories/triggers',
  'Microsoft.DataProtection': 'backupVaults backupVaults/backupInstances backupVaults/backupPolicies',
  'Microsoft.Databricks': 'accessConnectors workspaces',
  'Microsoft.DesktopVirtualization':
    'applicationGroups applicationGroups/applications hostPools scalingPlans workspaces',
  'Microsoft.DevCenter':
    'devcenters devcenters/attachednetworks devcenters/catalogs devcenters/devboxdefinitions devcenters/environmentTypes devcenters/galleries devcenters/projectPolicies networkConnections projects projects/catalogs projects/environmentTypes projects/pools projects/pools/schedules',
  'Microsoft.DevOpsInfrastructure': 'pools',
  'Microsoft.DevTestLab':
    'labs labs/artifactsources labs/costs labs/notificationchannels labs/policysets/policies labs/schedules labs/secrets labs/virtualnetworks schedules',
  'Microsoft.Devices': 'IotHubs IotHubs/eventHubEndpoints/ConsumerGroups',
  'Microsoft.DigitalTwins': 'digitalTwinsInstances digitalTwinsInstances/endpoints',
  'Microsoft.DocumentDB':
    'databaseAccounts databaseAccounts/cassandraKeyspaces databaseAccounts/cassandraKeyspaces/tables databaseAccounts/cassandraKeyspaces/views databaseAccounts/cassandraRoleAssignments databaseAccounts/cassandraRoleDefinitions databaseAccounts/gremlinDatabases databaseAccounts/gremlinDatabases/graphs databaseAccounts/mongodbDatabases databaseAccounts/mongodbDatabases/collections databaseAccounts/sqlDatabases databaseAccounts/sqlDatabases/containers databaseAccounts/sqlRoleAssignments databaseAccounts/sqlRoleDefinitions databaseAccounts/tables mongoClusters mongoClusters/firewallRules mongoClusters/users',
  'Microsoft.Edge': 'sites',
  'Microsoft.ElasticSan':
    'elasticSans elasticSans/volumegroups elasticSans/volumegroups/snapshots elasticSans/volumegroups/volumes',
  'Microsoft.EventGrid':
    'domains domains/eventSubscriptions domains/topics namespaces namespaces/caCertificates namespaces/clientGroups namespaces/clients namespaces/permissionBindings namespaces/topicSpaces namespaces/topics namespaces/topics/eventSubscriptions systemTopics systemTopics/eventSubscriptions topics topics/eventSubscriptions',
  'Microsoft.EventHub':
    'namespaces namespaces/authorizationRules namespaces/disasterRecoveryConfigs namespaces/eventhubs namespaces/eventhubs/authorizationRules namespaces/eventhubs/consumergroups namespaces/networkRuleSets',
  'Microsoft.Fabric': 'capacities',
  'Microsoft.GuestConfiguration': 'guestConfigurationAssignments',
  'Microsoft.HealthBot': 'healthBots',
  'Microsoft.HealthcareApis':
    'workspaces workspaces/dicomservices workspaces/fhirservices workspaces/iotconnectors workspaces/iotconnectors/fhirdestinations',
  'Microsoft.HybridCompute': 'gateways licenses machines machines/extensions',
  'Microsoft.HybridContainerService': 'provisionedClusterInstances',
  'Microsoft.Insights':
    'actionGroups activityLogAlerts components components/linkedStorageAccounts dataCollectionEndpoints dataCollectionRuleAssociations dataCollectionRules diagnosticSettings metricAlerts privateLinkScopes privateLinkScopes/scopedResources scheduledQueryRules webtests',
  'Microsoft.KeyVault': 'vaults vaults/accessPolicies vaults/keys vaults/secrets',
  'Microsoft.Kubernetes': 'connectedClusters',
  'Microsoft.KubernetesConfiguration': 'extensions fluxConfigurations',
  'Microsoft.KubernetesRuntime': 'loadBalancers',
  'Microsoft.Kusto':
    'clusters clusters/databases clusters/databases/principalAssignments clusters/principalAssignments',
  'Microsoft.LoadTestService': 'loadTests',
  'Microsoft.Logic':
    'integrationAccounts integrationAccounts/agreements integrationAccounts/assemblies integrationAccounts/certificates integrationAccounts/maps integrationAccounts/partners integrationAccounts/schemas workflows',
  'Microsoft.MachineLearningServices':
    'registries workspaces workspaces/computes workspaces/connections workspaces/datastores',
  'Microsoft.Maintenance': 'configurationAssignments maintenanceConfigurations',
  'Microsoft.ManagedIdentity': 'userAssignedIdentities userAssignedIdentities/federatedIdentityCredentials',
  'Microsoft.ManagedServices': 'registrationAssignments registrationDefinitions',
  'Microsoft.Management': 'managementGroups managementGroups/subscriptions serviceGroups',
  'Microsoft.Maps': 'accounts',
  'Microsoft.NetApp':
    'netAppAccounts netAppAccounts/backupPolicies netAppAccounts/backupVaults netAppAccounts/backupVaults/backups netAppAccounts/capacityPools netAppAccounts/capacityPools/volumes netAppAccounts/snapshotPolicies',
  'Microsoft.Network':
    'ApplicationGatewayWebApplicationFirewallPolicies ExpressRoutePorts FrontDoorWebApplicationFirewallPolicies applicationGateways applicationSecurityGroups azureFirewalls bastionHosts connections ddosProtectionPlans dnsForwardingRulesets dnsForwardingRulesets/forwardingRules dnsForwardingRulesets/virtualNetworkLinks dnsResolvers dnsResolvers/inboundEndpoints dnsResolvers/outboundEndpoints dnsZones dnsZones/A dnsZones/AAAA dnsZones/CAA dnsZones/CNAME dnsZones/DS dnsZones/MX dnsZones/NS dnsZones/PTR dnsZones/SOA dnsZones/SRV dnsZones/TXT dnsZones/dnssecConfigs expressRouteCircuits expressRouteCircuits/peerings/connections expressRouteGateways firewallPolicies firewallPolicies/ruleCollectionGroups frontDoors ipGroups loadBalancers loadBalancers/backendAddressPools loadBalancers/inboundNatRules localNetworkGateways natGateways networkInterfaces networkManagers networkManagers/connectivityConfigurations networkManagers/networkGroups networkManagers/networkGroups/staticMembers networkManagers/routingConfigurations networkManagers/routingConfigurations/ruleCollections networkManagers/routingConfigurations/ruleCollections/rules networkManagers/scopeConnections networkManagers/securityAdminConfigurations networkManagers/securityAdminConfigurations/ruleCollections networkManagers/securityAdminConfigurations/ruleCollections/rules networkSecurityGroups networkSecurityGroups/securityRules networkSecurityPerimeters networkSecurityPerimeters/profiles networkSecurityPerimeters/profiles/accessRules networkSecurityPerimeters/resourceAssociations networkWatchers networkWatchers/connectionMonitors networkWatchers/flowLogs p2svpnGateways privateDnsZones privateDnsZones/A privateDnsZones/AAAA privateDnsZones/CNAME privateDnsZones/MX privateDnsZones/PTR privateDnsZones/SOA privateDnsZones/SRV privateDnsZones/TXT privateDnsZones/virtualNetworkLinks privateEndpoints privateEndpoints/privateDnsZoneGroups privateLinkServices publicIPAddresses publicIPPrefixes routeTables routeTables/routes serviceEndpointPolicies trafficmanagerprofiles virtualHubs virtualHubs/hubRouteTables virtualHubs/hubVirtualNetworkConnections virtualHubs/routeMaps virtualHubs/routingIntent virtualNetworkGateways virtualNetworkGateways/natRules virtualNetworks virtualNetworks/subnets virtualNetworks/virtualNetworkPeerings virtualWans vpnGateways vpnGateways/natRules vpnGateways/vpnConnections vpnServerConfigurations vpnSites',
  'Microsoft.OperationalInsights':
    'clusters workspaces workspaces/dataExports workspaces/dataSources workspaces/linkedServices workspaces/linkedStorageAccounts workspaces/savedSearches workspaces/storageInsightConfigs workspaces/tables',
  'Microsoft.OperationsManagement': 'solutions',
  'Microsoft.PolicyInsights': 'remediations',
  'Microsoft.Portal': 'dashboards',
  'Microsoft.PowerBIDedicated': 'capacities',
  'Microsoft.Purview': 'accounts',
  'Microsoft.RecoveryServices':
    'vaults vaults/backupFabrics/protectionContainers/protectedItems vaults/backupPolicies vaults/backupconfig vaults/backupstorageconfig vaults/replicationAlertSettings vaults/replicationFabrics vaults/replicationFabrics/replicationProtectionContainers vaults/replicationFabrics/replicationProtectionContainers/replicationProtectionContainerMappings vaults/replicationPolicies',
  'Microsoft.Relationships': 'serviceGroupMember',
  'Microsoft.Relay':
    'namespaces namespaces/authorizationRules namespaces/hybridConnections namespaces/hybridConnections/authorizationRules namespaces/networkRuleSets namespaces/wcfRelays namespaces/wcfRelays/authorizationRules',
  'Microsoft.ResourceGraph': 'queries',
  'Microsoft.Resources': 'deploymentScripts resourceGroups tags',
  'Microsoft.Search': 'searchServices searchServices/sharedPrivateLinkResources',
  'Microsoft.Security':
    'alertsSuppressionRules assessmentMetadata automations customRecommendations deviceSecurityGroups governanceRules iotSecuritySolutions pricings securityContacts securityStandards serverVulnerabilityAssessmentsSettings settings standardAssignments',
  'Microsoft.SecurityInsights': 'dataConnectors onboardingStates settings',
  'Microsoft.ServiceBus':
    'namespaces namespaces/AuthorizationRules namespaces/disasterRecoveryConfigs namespaces/migrationConfigurations namespaces/networkRuleSets namespaces/queues namespaces/queues/authorizationRules namespaces/topics namespaces/topics/authorizationRules namespaces/topics/subscriptions namespaces/topics/subscriptions/rules',
  'Microsoft.ServiceFabric': 'clusters clusters/applicationTypes',
  'Microsoft.ServiceNetworking':
    'trafficControllers trafficControllers/associations trafficControllers/frontends trafficControllers/securityPolicies',
  'Microsoft.SignalRService': 'signalR webPubSub',
  'Microsoft.Sql':
    'instancePools managedInstances managedInstances/databases managedInstances/databases/backupLongTermRetentionPolicies managedInstances/databases/backupShortTermRetentionPolicies managedInstances/encryptionProtector managedInstances/keys managedInstances/securityAlertPolicies managedInstances/vulnerabilityAssessments servers servers/auditingSettings servers/connectionPolicies servers/databases servers/databases/backupLongTermRetentionPolicies servers/databases/backupShortTermRetentionPolicies servers/elasticPools servers/encryptionProtector servers/failoverGroups servers/firewallRules servers/keys servers/outboundFirewallRules servers/securityAlertPolicies servers/virtualNetworkRules servers/vulnerabilityAssessments',
  'Microsoft.Storage':
    'storageAccounts storageAccounts/blobServices storageAccounts/blobServices/containers storageAccounts/blobServices/containers/immutabilityPolicies storageAccounts/fileServices storageAccounts/fileServices/shares storageAccounts/localUsers storageAccounts/managementPolicies storageAccounts/objectReplicationPolicies storageAccounts/queueServices storageAccounts/queueServices/queues storageAccounts/tableServices storageAccounts/tableServices/tables',
  'Microsoft.Subscription': 'aliases',
  'Microsoft.Synapse':
    'privateLinkHubs workspaces workspaces/administrators workspaces/bigDataPools workspaces/firewallRules workspaces/integrationRuntimes workspaces/keys workspaces/sqlPools workspaces/sqlPools/transparentDataEncryption',
  'Microsoft.VirtualMachineImages': 'imageTemplates',
  'Microsoft.Web':
    'certificates connections hostingEnvironments hostingEnvironments/configurations serverfarms sites sites/basicPublishingCredentialsPolicies sites/config sites/extensions sites/hostNameBindings sites/hybridConnectionNamespaces/relays sites/slots sites/slots/basicPublishingCredentialsPolicies sites/slots/config sites/slots/extensions sites/slots/hostNameBindings sites/slots/hybridConnectionNamespaces/relays staticSites staticSites/config staticSites/customDomains staticSites/linkedBackends',
};

/** Types that the catalog knows of, sorted; Azure has more. */
export function resourceTypes(): readonly string[] {
  sorted ??= [...new Set(types())].toSorted();
  return sorted;
}

/** Of the types above, in any case. */
export function isResourceType(type: string): boolean {
  known ??= new Set(types().map((one) => one.toLowerCase()));
  return known.has(type.toLowerCase());
}

const types = (): readonly string[] => [...typesOf(byProvider), ...namedTypes];

let sorted: readonly string[] | undefined;
let known: ReadonlySet<string> | undefined;
