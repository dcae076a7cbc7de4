// Made by create-avm from avm.yaml. Change the answers there and run `avm render`.
// The ids in comments are those of the constitution's rules and of the requirements; the README lists them.
metadata name = 'Private data store'
metadata description = 'A storage account and a key vault that only a private network reaches: logged, with alerts.'

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
param privateDnsZoneNames { blob: string, file: string, vault: string }

@description('Days a deleted key vault can be brought back; cannot be changed once the vault is made')
@minValue(7)
@maxValue(90)
param keyVaultSoftDeleteDays int

@description('Deploy this part: Key vault partner')
param deployPartner bool

@description('Redundancy of the storage account')
param storageSku 'Standard_LRS' | 'Standard_ZRS' | 'Standard_GRS' | 'Standard_GZRS'

@description('Blob containers of the storage account')
param blobContainers string[]

@description('audit-trail: Blob containers of the storage account')
param auditTrailBlobContainers string[]

@description('audit-trail: File shares of the storage account, each with its quota in GiB and its access tier')
param auditTrailFileShares { name: string, quotaGiB: int, tier: 'TransactionOptimized' | 'Hot' | 'Cool' }[]

@description('reports: Redundancy of the storage account')
param reportsStorageSku 'Standard_LRS' | 'Standard_ZRS' | 'Standard_GRS' | 'Standard_GZRS'

@description('reports: Days that deleted blobs, containers and shares can be brought back')
@minValue(1)
@maxValue(365)
param reportsStorageSoftDeleteDays int

@description('reports: Blob containers of the storage account')
param reportsBlobContainers string[]

@description('Who is told of trouble, by e-mail')
param alertEmails string[]

@description('The workload, as it stands in names (NAM-001)')
var workload = 'records'

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
  actionGroup: 'ag-${suffix}'
  actionGroupShort: '${workload}-${environmentName}'
  auditTrail: 'staudittrailre${environmentName}${unique}'
  keyVault: 'kv-${workload}-${environmentName}-${unique}'
  logAnalytics: 'log-${suffix}'
  nsgPrivateEndpoints: 'nsg-endpoints-${suffix}'
  partner: 'kv-partner-r-${environmentName}-${unique}'
  reports: 'streportsrecor${environmentName}${unique}'
  storageAccount: 'st${workload}${environmentName}${unique}'
  subnetPrivateEndpoints: 'snet-endpoints-${suffix}'
  virtualNetwork: 'vnet-${suffix}'
}

@description('Resource ids, computed rather than read from outputs: what-if then shows them (FR-001)')
var ids = {
  actionGroup: resourceId('Microsoft.Insights/actionGroups', names.actionGroup)
  auditTrail: resourceId('Microsoft.Storage/storageAccounts', names.auditTrail)
  keyVault: resourceId('Microsoft.KeyVault/vaults', names.keyVault)
  logAnalytics: resourceId('Microsoft.OperationalInsights/workspaces', names.logAnalytics)
  partner: resourceId('Microsoft.KeyVault/vaults', names.partner)
  privateDnsZoneBlob: resourceId('Microsoft.Network/privateDnsZones', privateDnsZoneNames.blob)
  privateDnsZoneFile: resourceId('Microsoft.Network/privateDnsZones', privateDnsZoneNames.file)
  privateDnsZoneVault: resourceId('Microsoft.Network/privateDnsZones', privateDnsZoneNames.vault)
  reports: resourceId('Microsoft.Storage/storageAccounts', names.reports)
  storageAccount: resourceId('Microsoft.Storage/storageAccounts', names.storageAccount)
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

@description('Lock of each resource that its module can lock (FR-008)')
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
      {
        name: 'AllowSmbInbound'
        properties: {
          description: 'File shares'
          priority: 110
          direction: 'Inbound'
          access: 'Allow'
          protocol: 'Tcp'
          sourceAddressPrefix: 'VirtualNetwork'
          sourcePortRange: '*'
          destinationAddressPrefix: 'VirtualNetwork'
          destinationPortRange: '445'
        }
      }
      denyAllInbound
    ]
  }
]

@description('Private DNS zones that are made here (SEC-008)')
var zonesToCreate = [privateDnsZoneNames.blob, privateDnsZoneNames.file, privateDnsZoneNames.vault]

@description('What is watched, and when it is too much (FR-007)')
var watchedMetrics = [
  {
    name: 'alert-key-vault-refusing-${suffix}'
    description: 'The key vault refuses requests: a caller lacks rights, or is being throttled'
    severity: 1
    scope: ids.keyVault
    resourceType: 'Microsoft.KeyVault/vaults'
    frequency: 'PT5M'
    window: 'PT15M'
    metric: 'ServiceApiResult'
    aggregation: 'Count'
    operator: 'GreaterThan'
    threshold: 10
    dimensions: [
      {
        name: 'StatusCode'
        operator: 'Include'
        values: ['403', '429']
      }
    ]
  }
  ...(deployPartner
    ? [
        {
          name: 'alert-key-vault-refusing-partner-${suffix}'
          description: 'The key vault refuses requests: a caller lacks rights, or is being throttled'
          severity: 1
          scope: ids.partner
          resourceType: 'Microsoft.KeyVault/vaults'
          frequency: 'PT5M'
          window: 'PT15M'
          metric: 'ServiceApiResult'
          aggregation: 'Count'
          operator: 'GreaterThan'
          threshold: 10
          dimensions: [
            {
              name: 'StatusCode'
              operator: 'Include'
              values: ['403', '429']
            }
          ]
        }
      ]
    : [])
  {
    name: 'alert-storage-failing-${suffix}'
    description: 'More than 10 requests failed in the storage service'
    severity: 1
    scope: ids.storageAccount
    resourceType: 'Microsoft.Storage/storageAccounts'
    frequency: 'PT5M'
    window: 'PT15M'
    metric: 'Transactions'
    aggregation: 'Total'
    operator: 'GreaterThan'
    threshold: 10
    dimensions: [
      {
        name: 'ResponseType'
        operator: 'Include'
        values: ['ServerOtherError', 'ServerBusyError', 'ServerTimeoutError']
      }
    ]
  }
  {
    name: 'alert-storage-failing-audit-trail-${suffix}'
    description: 'More than 10 requests failed in the storage service'
    severity: 1
    scope: ids.auditTrail
    resourceType: 'Microsoft.Storage/storageAccounts'
    frequency: 'PT5M'
    window: 'PT15M'
    metric: 'Transactions'
    aggregation: 'Total'
    operator: 'GreaterThan'
    threshold: 10
    dimensions: [
      {
        name: 'ResponseType'
        operator: 'Include'
        values: ['ServerOtherError', 'ServerBusyError', 'ServerTimeoutError']
      }
    ]
  }
  {
    name: 'alert-storage-failing-reports-${suffix}'
    description: 'More than 10 requests failed in the storage service'
    severity: 1
    scope: ids.reports
    resourceType: 'Microsoft.Storage/storageAccounts'
    frequency: 'PT5M'
    window: 'PT15M'
    metric: 'Transactions'
    aggregation: 'Total'
    operator: 'GreaterThan'
    threshold: 10
    dimensions: [
      {
        name: 'ResponseType'
        operator: 'Include'
        values: ['ServerOtherError', 'ServerBusyError', 'ServerTimeoutError']
      }
    ]
  }
]

@description('What is looked for in the activity log (FR-007)')
var watchedEvents = [
  {
    name: 'alert-resource-health-${suffix}'
    description: 'Azure reports that a resource is unavailable or degraded, for a reason of its own'
    scope: resourceGroup().id
    conditions: [
      {
        field: 'category'
        equals: 'ResourceHealth'
      }
      {
        anyOf: [
          {
            field: 'properties.currentHealthStatus'
            equals: 'Unavailable'
          }
          {
            field: 'properties.currentHealthStatus'
            equals: 'Degraded'
          }
        ]
      }
      {
        field: 'properties.cause'
        equals: 'PlatformInitiated'
      }
    ]
  }
  {
    name: 'alert-service-health-${suffix}'
    description: 'Azure reports an incident, maintenance, a security advisory, or a health advisory that requires action, for the region'
    scope: subscription().id
    conditions: [
      {
        field: 'category'
        equals: 'ServiceHealth'
      }
      {
        anyOf: [
          {
            field: 'properties.incidentType'
            equals: 'Incident'
          }
          {
            field: 'properties.incidentType'
            equals: 'Maintenance'
          }
          {
            field: 'properties.incidentType'
            equals: 'Security'
          }
          {
            field: 'properties.incidentType'
            equals: 'ActionRequired'
          }
        ]
      }
      {
        field: 'properties.impactedServices[*].ImpactedRegions[*].RegionName'
        containsAny: ['West Europe', 'Global']
      }
    ]
  }
]

// Log Analytics workspace: where every log and metric goes (FR-006, OPS-001, OPS-004)
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

// Key vault of the workload (FR-005, SEC-008)
module keyVault 'br/public:avm/res/key-vault/vault:0.14.0' = {
  params: {
    name: names.keyVault
    location: location
    sku: 'standard'
    softDeleteRetentionInDays: keyVaultSoftDeleteDays
    publicNetworkAccess: 'Disabled'
    networkAcls: {
      bypass: 'AzureServices'
      defaultAction: 'Deny'
    }
    privateEndpoints: [
      {
        name: 'pep-${names.keyVault}'
        location: location
        service: 'vault'
        customNetworkInterfaceName: 'nic-pep-${names.keyVault}'
        subnetResourceId: ids.subnetPrivateEndpoints
        privateDnsZoneGroup: {
          privateDnsZoneGroupConfigs: [
            {
              privateDnsZoneResourceId: ids.privateDnsZoneVault
            }
          ]
        }
      }
    ]
    enableVaultForDeployment: false
    enableVaultForDiskEncryption: false
    enableVaultForTemplateDeployment: false
    diagnosticSettings: diagnostics
    tags: tags
    lock: lock
  }
  dependsOn: [privateDnsZones]
}

// Key vault of the workload: partner (FR-005, SEC-008)
module partner 'br/public:avm/res/key-vault/vault:0.14.0' = if (deployPartner) {
  params: {
    name: names.partner
    location: location
    sku: 'standard'
    softDeleteRetentionInDays: 90
    publicNetworkAccess: 'Disabled'
    networkAcls: {
      bypass: 'AzureServices'
      defaultAction: 'Deny'
    }
    privateEndpoints: [
      {
        name: 'pep-${names.partner}'
        location: location
        service: 'vault'
        customNetworkInterfaceName: 'nic-pep-${names.partner}'
        subnetResourceId: ids.subnetPrivateEndpoints
        privateDnsZoneGroup: {
          privateDnsZoneGroupConfigs: [
            {
              privateDnsZoneResourceId: ids.privateDnsZoneVault
            }
          ]
        }
      }
    ]
    enableVaultForDeployment: false
    enableVaultForDiskEncryption: false
    enableVaultForTemplateDeployment: false
    diagnosticSettings: diagnostics
    tags: tags
    lock: lock
  }
  dependsOn: [privateDnsZones]
}

// Storage account of the workload (FR-004, SEC-008)
module storageAccount 'br/public:avm/res/storage/storage-account:0.33.0' = {
  params: {
    name: names.storageAccount
    location: location
    skuName: storageSku
    allowSharedKeyAccess: false
    defaultToOAuthAuthentication: true
    publicNetworkAccess: 'Disabled'
    networkAcls: {
      bypass: 'AzureServices'
      defaultAction: 'Deny'
    }
    privateEndpoints: [
      {
        name: 'pep-${names.storageAccount}-blob'
        location: location
        service: 'blob'
        customNetworkInterfaceName: 'nic-pep-${names.storageAccount}-blob'
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
        for container in blobContainers: {
          name: container
          publicAccess: 'None'
        }
      ]
      diagnosticSettings: diagnostics
    }
    diagnosticSettings: diagnostics
    tags: tags
    lock: lock
  }
  dependsOn: [privateDnsZones]
}

// Storage account of the workload: audit-trail (FR-004, SEC-008)
module auditTrail 'br/public:avm/res/storage/storage-account:0.33.0' = {
  params: {
    name: names.auditTrail
    location: location
    skuName: 'Standard_ZRS'
    accessTier: 'Cool'
    azureFilesIdentityBasedAuthentication: {
      directoryServiceOptions: 'None'
      smbOAuthSettings: {
        isSmbOAuthEnabled: true
      }
    }
    allowSharedKeyAccess: false
    defaultToOAuthAuthentication: true
    publicNetworkAccess: 'Disabled'
    networkAcls: {
      bypass: 'AzureServices'
      defaultAction: 'Deny'
    }
    privateEndpoints: [
      {
        name: 'pep-${names.auditTrail}-blob'
        location: location
        service: 'blob'
        customNetworkInterfaceName: 'nic-pep-${names.auditTrail}-blob'
        subnetResourceId: ids.subnetPrivateEndpoints
        privateDnsZoneGroup: {
          privateDnsZoneGroupConfigs: [
            {
              privateDnsZoneResourceId: ids.privateDnsZoneBlob
            }
          ]
        }
      }
      {
        name: 'pep-${names.auditTrail}-file'
        location: location
        service: 'file'
        customNetworkInterfaceName: 'nic-pep-${names.auditTrail}-file'
        subnetResourceId: ids.subnetPrivateEndpoints
        privateDnsZoneGroup: {
          privateDnsZoneGroupConfigs: [
            {
              privateDnsZoneResourceId: ids.privateDnsZoneFile
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
        for container in auditTrailBlobContainers: {
          name: container
          publicAccess: 'None'
        }
      ]
      diagnosticSettings: diagnostics
    }
    fileServices: {
      protocolSettings: {
        smb: {
          versions: 'SMB3.1.1'
          authenticationMethods: 'Kerberos'
          kerberosTicketEncryption: 'AES-256'
          channelEncryption: 'AES-128-GCM;AES-256-GCM'
        }
      }
      shareDeleteRetentionPolicy: {
        enabled: true
        days: 14
      }
      shares: [
        for share in auditTrailFileShares: {
          name: share.name
          shareQuota: share.quotaGiB
          accessTier: share.tier
          enabledProtocols: 'SMB'
        }
      ]
      diagnosticSettings: diagnostics
    }
    diagnosticSettings: diagnostics
    tags: tags
    lock: lock
  }
  dependsOn: [privateDnsZones]
}

// Storage account of the workload: reports (FR-004, SEC-008)
module reports 'br/public:avm/res/storage/storage-account:0.33.0' = {
  params: {
    name: names.reports
    location: location
    skuName: reportsStorageSku
    allowSharedKeyAccess: false
    defaultToOAuthAuthentication: true
    publicNetworkAccess: 'Disabled'
    networkAcls: {
      bypass: 'AzureServices'
      defaultAction: 'Deny'
    }
    privateEndpoints: [
      {
        name: 'pep-${names.reports}-blob'
        location: location
        service: 'blob'
        customNetworkInterfaceName: 'nic-pep-${names.reports}-blob'
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
      containerDeleteRetentionPolicyDays: reportsStorageSoftDeleteDays
      deleteRetentionPolicyEnabled: true
      deleteRetentionPolicyDays: reportsStorageSoftDeleteDays
      containers: [
        for container in reportsBlobContainers: {
          name: container
          publicAccess: 'None'
        }
      ]
      diagnosticSettings: diagnostics
    }
    diagnosticSettings: diagnostics
    tags: tags
    lock: lock
  }
  dependsOn: [privateDnsZones]
}

// Action group: who is told (FR-007)
module actionGroup 'br/public:avm/res/insights/action-group:0.8.0' = {
  params: {
    name: names.actionGroup
    groupShortName: names.actionGroupShort
    emailReceivers: [
      for email in alertEmails: {
        name: email
        emailAddress: email
        useCommonAlertSchema: true
      }
    ]
    tags: tags
    lock: lock
  }
}

// Metric alerts (FR-007)
module metricAlerts 'br/public:avm/res/insights/metric-alert:0.4.1' = [
  for alert in watchedMetrics: {
    params: {
      name: alert.name
      alertDescription: alert.description
      severity: alert.severity
      scopes: [alert.scope]
      targetResourceType: alert.resourceType
      targetResourceRegion: location
      evaluationFrequency: alert.frequency
      windowSize: alert.window
      criteria: {
        'odata.type': 'Microsoft.Azure.Monitor.SingleResourceMultipleMetricCriteria'
        allof: [
          {
            name: 'criterion'
            criterionType: 'StaticThresholdCriterion'
            metricNamespace: alert.resourceType
            metricName: alert.metric
            timeAggregation: alert.aggregation
            operator: alert.operator
            threshold: alert.threshold
            dimensions: alert.dimensions
          }
        ]
      }
      actions: [
        {
          actionGroupId: ids.actionGroup
        }
      ]
      tags: tags
      lock: lock
    }
    dependsOn: [actionGroup, auditTrail, keyVault, partner, reports, storageAccount]
  }
]

// Activity log alerts (FR-007)
module eventAlerts 'br/public:avm/res/insights/activity-log-alert:0.4.2' = [
  for alert in watchedEvents: {
    params: {
      name: alert.name
      alertDescription: alert.description
      scopes: [alert.scope]
      conditions: alert.conditions
      actions: [
        {
          actionGroupId: ids.actionGroup
        }
      ]
      tags: tags
      lock: lock
    }
    dependsOn: [actionGroup]
  }
]

@description('audit-trail: Name of the workload’s storage account')
output auditTrailName string = names.auditTrail

@description('Name of the workload’s key vault')
output keyVaultName string = names.keyVault

@description('Resource id of the Log Analytics workspace')
output logAnalyticsWorkspaceId string = ids.logAnalytics

@description('partner: Name of the workload’s key vault')
output partnerName string = deployPartner ? names.partner : ''

@description('reports: Name of the workload’s storage account')
output reportsName string = names.reports

@description('Name of the workload’s storage account')
output storageAccountName string = names.storageAccount

@description('Resource id of the virtual network')
output virtualNetworkId string = ids.virtualNetwork
