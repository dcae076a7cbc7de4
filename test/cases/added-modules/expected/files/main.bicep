// Made by create-avm from avm.yaml. Change the answers there and run `avm render`.
// The ids in comments are those of the constitution's rules and of the requirements; the README lists them.
metadata name = 'Network and logs, to add to'
metadata description = 'A virtual network and a Log Analytics workspace, to which components are added one by one.'

targetScope = 'resourceGroup'

@description('Environment that is deployed')
param environmentName 'dev' | 'test' | 'prod'

@description('Azure region of everything that has one')
@allowed(['northeurope', 'westeurope'])
param location string

@description('Values of the tags; the environment’s own tag is its name')
param tagValues { application: string, costCenter: string, owner: string }

@description('Lock of each resource that its module can lock')
param lockKind 'None' | 'CanNotDelete'

@description('Days that logs are kept')
@minValue(90)
@maxValue(730)
param logRetentionDays int

@description('Address space of the virtual network, in CIDR notation')
param addressSpace string

@description('Range of each subnet, within the address space')
param subnetPrefixes { privateEndpoints: string }

@description('Private DNS zone of each service that is reached by private endpoint')
param privateDnsZoneNames {
  blob: string
  namespace: string
  redisCache: string
  registry: string
  sites: string
  sqlServer: string
}

@description('files: Blob containers of the storage account')
param filesBlobContainers string[]

@description('plan: Resource ID of what exists')
param planId string

@description('The workload, as it stands in names (NAM-001)')
var workload = 'platform'

@description('Short codes of regions, as they stand in names (NAM-001)')
var regionCodes = {
  northeurope: 'ne'
  westeurope: 'we'
}

@description('What names end in (NAM-001)')
var suffix = '${workload}-${environmentName}-${regionCodes[location]}-001'

@description('What makes globally unique names unique (NAM-002)')
var unique = take(uniqueString(resourceGroup().id), 6)

@description('Names, all of them (NAM-001, NAM-002)')
var names = {
  database: 'sql-database-${workload}-${environmentName}-${unique}'
  files: 'stfilesplatfor${environmentName}${unique}'
  images: 'crimages${workload}${environmentName}${unique}'
  logAnalytics: 'log-${suffix}'
  nsgPrivateEndpoints: 'nsg-endpoints-${suffix}'
  orders: 'sbns-orders-${workload}-${environmentName}-${unique}'
  sessions: 'redis-sessions-${workload}-${environmentName}-${unique}'
  shop: 'app-shop-${workload}-${environmentName}-${unique}'
  shopIdentity: 'id-shop-${suffix}'
  subnetPrivateEndpoints: 'snet-endpoints-${suffix}'
  virtualNetwork: 'vnet-${suffix}'
}

@description('Resource ids, computed rather than read from outputs: what-if then shows them (FR-001)')
var ids = {
  logAnalytics: resourceId('Microsoft.OperationalInsights/workspaces', names.logAnalytics)
  plan: planId
  privateDnsZoneBlob: resourceId('Microsoft.Network/privateDnsZones', privateDnsZoneNames.blob)
  privateDnsZoneNamespace: resourceId('Microsoft.Network/privateDnsZones', privateDnsZoneNames.namespace)
  privateDnsZoneRedisCache: resourceId('Microsoft.Network/privateDnsZones', privateDnsZoneNames.redisCache)
  privateDnsZoneRegistry: resourceId('Microsoft.Network/privateDnsZones', privateDnsZoneNames.registry)
  privateDnsZoneSites: resourceId('Microsoft.Network/privateDnsZones', privateDnsZoneNames.sites)
  privateDnsZoneSqlServer: resourceId('Microsoft.Network/privateDnsZones', privateDnsZoneNames.sqlServer)
  shopIdentity: resourceId('Microsoft.ManagedIdentity/userAssignedIdentities', names.shopIdentity)
  subnetPrivateEndpoints: resourceId(
    'Microsoft.Network/virtualNetworks/subnets',
    names.virtualNetwork,
    names.subnetPrivateEndpoints
  )
  virtualNetwork: resourceId('Microsoft.Network/virtualNetworks', names.virtualNetwork)
}

@description('Tags of everything that can carry tags (TAG-001)')
var tags = {
  application: tagValues.application
  costCenter: tagValues.costCenter
  env: environmentName
  owner: tagValues.owner
}

@description('Lock of each resource that its module can lock (FR-005)')
var lock = {
  kind: lockKind
}

@description('Diagnostic settings: all logs and metrics of a resource, to the one workspace (OPS-002)')
var diagnostics = [
  {
    name: 'to-log-analytics'
    workspaceResourceId: ids.logAnalytics
  }
]

@description('The rule that closes every network security group (SEC-003)')
var denyAllInbound = {
  name: 'DenyAllInbound'
  properties: {
    description: 'What no rule above allows is denied'
    priority: 4000
    direction: 'Inbound'
    access: 'Deny'
    protocol: '*'
    sourceAddressPrefix: '*'
    sourcePortRange: '*'
    destinationAddressPrefix: '*'
    destinationPortRange: '*'
  }
}

@description('Subnets, each with the rules of its network security group (FR-003, SEC-001)')
var subnets = [
  {
    name: names.subnetPrivateEndpoints
    prefix: subnetPrefixes.privateEndpoints
    securityGroup: names.nsgPrivateEndpoints
    securityRules: [
      {
        name: 'AllowHttpsInbound'
        properties: {
          description: 'Services reached by private endpoint'
          priority: 100
          direction: 'Inbound'
          access: 'Allow'
          protocol: 'Tcp'
          sourceAddressPrefix: 'VirtualNetwork'
          sourcePortRange: '*'
          destinationAddressPrefix: 'VirtualNetwork'
          destinationPortRange: '443'
        }
      }
      denyAllInbound
    ]
  }
]

@description('Private DNS zones that are made here (SEC-008)')
var zonesToCreate = [
  privateDnsZoneNames.blob
  privateDnsZoneNames.namespace
  privateDnsZoneNames.redisCache
  privateDnsZoneNames.registry
  privateDnsZoneNames.sites
  privateDnsZoneNames.sqlServer
]

// Log Analytics workspace: where every log and metric goes (FR-004, OPS-001, OPS-004)
module logAnalytics 'br/public:avm/res/operational-insights/workspace:0.16.1' = {
  params: {
    name: names.logAnalytics
    location: location
    dataRetention: logRetentionDays
    forceCmkForQuery: false
    diagnosticSettings: [
      {
        name: 'to-itself'
        useThisWorkspace: true
      }
    ]
    tags: tags
    lock: lock
  }
}

// Network security groups: one for each subnet (FR-003, SEC-001, SEC-002, SEC-003)
module networkSecurityGroups 'br/public:avm/res/network/network-security-group:0.5.3' = [
  for subnet in subnets: {
    params: {
      name: subnet.securityGroup
      location: location
      securityRules: subnet.securityRules
      diagnosticSettings: diagnostics
      tags: tags
      lock: lock
    }
    dependsOn: [logAnalytics]
  }
]

// Virtual network and its subnets (FR-003)
module virtualNetwork 'br/public:avm/res/network/virtual-network:0.10.1' = {
  params: {
    name: names.virtualNetwork
    location: location
    addressPrefixes: [addressSpace]
    subnets: [
      for subnet in subnets: {
        name: subnet.name
        addressPrefix: subnet.prefix
        networkSecurityGroupResourceId: resourceId('Microsoft.Network/networkSecurityGroups', subnet.securityGroup)
        defaultOutboundAccess: false
        privateEndpointNetworkPolicies: 'Enabled'
      }
    ]
    diagnosticSettings: diagnostics
    tags: tags
    lock: lock
  }
  dependsOn: [networkSecurityGroups]
}

// Private DNS zones, linked to the network (SEC-008)
module privateDnsZones 'br/public:avm/res/network/private-dns-zone:0.8.1' = [
  for zone in zonesToCreate: {
    params: {
      name: zone
      virtualNetworkLinks: [
        {
          name: 'link-${names.virtualNetwork}'
          virtualNetworkResourceId: ids.virtualNetwork
          registrationEnabled: false
        }
      ]
      tags: tags
      lock: lock
    }
    dependsOn: [virtualNetwork]
  }
]

// Managed identity, to use other components: shop (FR-101)
module shopIdentity 'br/public:avm/res/managed-identity/user-assigned-identity:0.6.0' = {
  params: {
    name: names.shopIdentity
    location: location
    tags: tags
    lock: lock
  }
}

// Storage account of the workload: files (FR-007, SEC-008)
module files 'br/public:avm/res/storage/storage-account:0.33.0' = {
  params: {
    name: names.files
    location: location
    skuName: 'Standard_ZRS'
    allowSharedKeyAccess: false
    defaultToOAuthAuthentication: true
    publicNetworkAccess: 'Disabled'
    networkAcls: {
      bypass: 'AzureServices'
      defaultAction: 'Deny'
    }
    privateEndpoints: [
      {
        name: 'pep-${names.files}-blob'
        location: location
        service: 'blob'
        customNetworkInterfaceName: 'nic-pep-${names.files}-blob'
        subnetResourceId: ids.subnetPrivateEndpoints
        privateDnsZoneGroup: {
          privateDnsZoneGroupConfigs: [
            {
              privateDnsZoneResourceId: ids.privateDnsZoneBlob
            }
          ]
        }
      }
    ]
    blobServices: {
      containerDeleteRetentionPolicyEnabled: true
      containerDeleteRetentionPolicyDays: 14
      deleteRetentionPolicyEnabled: true
      deleteRetentionPolicyDays: 14
      containers: [
        for container in filesBlobContainers: {
          name: container
          publicAccess: 'None'
        }
      ]
      diagnosticSettings: diagnostics
    }
    roleAssignments: [
      {
        roleDefinitionIdOrName: 'ba92f5b4-2d11-453d-a403-e96b0029c9fe'
        principalId: shopIdentity.outputs.principalId
        principalType: 'ServicePrincipal'
      }
    ]
    diagnosticSettings: diagnostics
    tags: tags
    lock: lock
  }
  dependsOn: [privateDnsZones]
}

// Module avm/res/sql/server: database (FR-101)
module database 'br/public:avm/res/sql/server:0.22.0' = {
  params: {
    name: names.database
    location: location
    administrators: {
      azureADOnlyAuthentication: true
      login: 'dba'
      principalType: 'Group'
      sid: '00000000-0000-0000-0000-000000000000'
      tenantId: '00000000-0000-0000-0000-000000000000'
    }
    databases: [
      {
        name: 'orders'
        availabilityZone: -1
        sku: {
          name: 'GP_Gen5'
          tier: 'GeneralPurpose'
          capacity: 2
        }
        diagnosticSettings: [
          {
            workspaceResourceId: ids.logAnalytics
          }
        ]
      }
    ]
    publicNetworkAccess: 'Disabled'
    privateEndpoints: [
      {
        name: 'pep-${names.database}'
        location: location
        service: 'sqlServer'
        customNetworkInterfaceName: 'nic-pep-${names.database}'
        subnetResourceId: ids.subnetPrivateEndpoints
        privateDnsZoneGroup: {
          privateDnsZoneGroupConfigs: [
            {
              privateDnsZoneResourceId: ids.privateDnsZoneSqlServer
            }
          ]
        }
      }
    ]
    tags: tags
    lock: lock
  }
  dependsOn: [privateDnsZones]
}

// Module avm/res/container-registry/registry: images (FR-102)
module images 'br/public:avm/res/container-registry/registry:0.12.1' = {
  params: {
    name: names.images
    location: location
    publicNetworkAccess: 'Disabled'
    privateEndpoints: [
      {
        name: 'pep-${names.images}'
        location: location
        service: 'registry'
        customNetworkInterfaceName: 'nic-pep-${names.images}'
        subnetResourceId: ids.subnetPrivateEndpoints
        privateDnsZoneGroup: {
          privateDnsZoneGroupConfigs: [
            {
              privateDnsZoneResourceId: ids.privateDnsZoneRegistry
            }
          ]
        }
      }
    ]
    roleAssignments: [
      {
        roleDefinitionIdOrName: '7f951dda-4ed3-4680-a7ca-43fe172d538d'
        principalId: shopIdentity.outputs.principalId
        principalType: 'ServicePrincipal'
      }
    ]
    diagnosticSettings: diagnostics
    tags: tags
    lock: lock
  }
  dependsOn: [privateDnsZones]
}

// Module avm/res/service-bus/namespace: orders (FR-101)
module orders 'br/public:avm/res/service-bus/namespace:0.17.0' = {
  params: {
    name: names.orders
    location: location
    skuObject: {
      name: 'Premium'
      capacity: 1
    }
    queues: [
      {
        name: 'incoming'
      }
    ]
    roleAssignments: []
    disableLocalAuth: true
    publicNetworkAccess: 'Disabled'
    privateEndpoints: [
      {
        name: 'pep-${names.orders}'
        location: location
        service: 'namespace'
        customNetworkInterfaceName: 'nic-pep-${names.orders}'
        subnetResourceId: ids.subnetPrivateEndpoints
        privateDnsZoneGroup: {
          privateDnsZoneGroupConfigs: [
            {
              privateDnsZoneResourceId: ids.privateDnsZoneNamespace
            }
          ]
        }
      }
    ]
    diagnosticSettings: diagnostics
    tags: tags
    lock: lock
  }
  dependsOn: [privateDnsZones]
}

// Module avm/res/cache/redis: sessions (FR-101)
module sessions 'br/public:avm/res/cache/redis:0.18.0' = {
  params: {
    name: names.sessions
    location: location
    publicNetworkAccess: 'Disabled'
    privateEndpoints: [
      {
        name: 'pep-${names.sessions}'
        location: location
        service: 'redisCache'
        customNetworkInterfaceName: 'nic-pep-${names.sessions}'
        subnetResourceId: ids.subnetPrivateEndpoints
        privateDnsZoneGroup: {
          privateDnsZoneGroupConfigs: [
            {
              privateDnsZoneResourceId: ids.privateDnsZoneRedisCache
            }
          ]
        }
      }
    ]
    diagnosticSettings: diagnostics
    tags: tags
    lock: lock
  }
  dependsOn: [privateDnsZones]
}

// Module avm/res/web/site: shop (FR-101)
module shop 'br/public:avm/res/web/site:0.24.0' = {
  params: {
    name: names.shop
    location: location
    kind: 'app'
    serverFarmResourceId: ids.plan
    publicNetworkAccess: 'Disabled'
    privateEndpoints: [
      {
        name: 'pep-${names.shop}'
        location: location
        service: 'sites'
        customNetworkInterfaceName: 'nic-pep-${names.shop}'
        subnetResourceId: ids.subnetPrivateEndpoints
        privateDnsZoneGroup: {
          privateDnsZoneGroupConfigs: [
            {
              privateDnsZoneResourceId: ids.privateDnsZoneSites
            }
          ]
        }
      }
    ]
    managedIdentities: {
      userAssignedResourceIds: [ids.shopIdentity]
    }
    diagnosticSettings: diagnostics
    tags: tags
    lock: lock
  }
  dependsOn: [privateDnsZones, shopIdentity]
}

@description('database: Its name')
output databaseName string = names.database

@description('files: Name of the workload’s storage account')
output filesName string = names.files

@description('images: Its name')
output imagesName string = names.images

@description('Resource id of the Log Analytics workspace')
output logAnalyticsWorkspaceId string = ids.logAnalytics

@description('orders: Its name')
output ordersName string = names.orders

@description('sessions: Its name')
output sessionsName string = names.sessions

@description('shop: Client ID of its managed identity, to sign in with')
output shopClientId string = shopIdentity.outputs.clientId

@description('shop: Endpoint of files')
output shopFilesEndpoint string = 'https://${names.files}.blob.${environment().suffixes.storage}'

@description('shop: Endpoint of images')
output shopImagesEndpoint string = '${names.images}.azurecr.io'

@description('shop: Its name')
output shopName string = names.shop

@description('Resource id of the virtual network')
output virtualNetworkId string = ids.virtualNetwork
