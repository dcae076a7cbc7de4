// Made by create-avm from avm.yaml. Change the answers there and run `avm render`.
// The ids in comments are those of the constitution's rules and of the requirements; the README lists them.
metadata name = 'Windows VM workload'
metadata description = 'A legacy business application that is retained for compliance reasons, on one Windows Server VM.'

targetScope = 'resourceGroup'

@description('Environment that is deployed')
param environmentName 'prod'

@description('Azure region of everything that has one')
@allowed(['westus3'])
param location string

@description('Values of the tags; the environment’s own tag is its name')
param tagValues { application: string, compliance: string, owner: string }

@description('Days that logs are kept')
@minValue(30)
@maxValue(730)
param logRetentionDays int

@description('Availability zone of the machine and of what stands beside it; -1 for none')
param availabilityZone -1 | 1 | 2 | 3

@description('Address space of the virtual network, in CIDR notation')
param addressSpace string

@description('Range of each subnet, within the address space')
param subnetPrefixes { workload: string, privateEndpoints: string, bastion: string }

@description('Private DNS zone of each service that is reached by private endpoint')
param privateDnsZoneNames { blob: string, file: string, vault: string }

@description('Blob containers of the storage account')
param blobContainers string[]

@description('File shares of the storage account, each with its quota in GiB and its access tier')
param fileShares { name: string, quotaGiB: int, tier: 'TransactionOptimized' | 'Hot' | 'Cool' }[]

@description('Name of the computer inside Windows')
@maxLength(15)
param computerName string

@description('Size of the virtual machine')
@allowed(['Standard_D2s_v3'])
param virtualMachineSize string

@description('Marketplace image of the operating system')
param image { publisher: string, offer: string, sku: string, version: string }

@description('The local administrator: name, and where the password is, a secret in an existing key vault')
param administrator { username: string, vaultName: string, vaultResourceGroup: string, secretName: string }

@description('Size in GiB and type of the disk with the operating system')
param osDisk {
  sizeGb: int
  type: 'Premium_LRS' | 'Premium_ZRS' | 'StandardSSD_LRS' | 'StandardSSD_ZRS' | 'Standard_LRS'
}

@description('Data disks of the machine; a disk keeps its name and its lun for life')
param dataDisks {
  name: string
  lun: int
  sizeGb: int
  type: 'Premium_LRS' | 'Premium_ZRS' | 'StandardSSD_LRS' | 'StandardSSD_ZRS' | 'Standard_LRS'
  caching: 'None' | 'ReadOnly' | 'ReadWrite'
}[]

@description('Who is told of trouble, by e-mail')
param alertEmails string[]

@description('The workload, as it stands in names (NAM-001)')
var workload = 'legacyvm'

@description('What names end in (NAM-001)')
var suffix = '${workload}-${unique}'

@description('What makes globally unique names unique (NAM-002)')
var unique = take(uniqueString(resourceGroup().id), 6)

@description('Names, all of them (NAM-001, NAM-002)')
var names = {
  actionGroup: 'ag-${suffix}'
  actionGroupShort: 'legacyv-${environmentName}'
  bastion: 'bas-${suffix}'
  bastionPublicIp: 'pip-bastion-${suffix}'
  collectionRule: 'dcr-${suffix}'
  computerName: computerName
  dataDisk: 'disk-${suffix}'
  identityWorkload: 'id-${suffix}'
  keyVault: 'kv-${workload}-${unique}'
  logAnalytics: 'log-${suffix}'
  natGateway: 'ng-${suffix}'
  natGatewayPublicIp: 'pip-nat-${suffix}'
  networkInterface: 'nic-${suffix}'
  nsgBastion: 'nsg-bastion-${suffix}'
  nsgPrivateEndpoints: 'nsg-endpoints-${suffix}'
  nsgWorkload: 'nsg-workload-${suffix}'
  osDisk: 'osdisk-${suffix}'
  storageAccount: 'st${workload}${unique}'
  subnetPrivateEndpoints: 'snet-endpoints-${suffix}'
  subnetWorkload: 'snet-workload-${suffix}'
  virtualMachine: 'vm-${suffix}'
  virtualNetwork: 'vnet-${suffix}'
}

@description('Resource ids, computed rather than read from outputs: what-if then shows them (FR-001)')
var ids = {
  actionGroup: resourceId('Microsoft.Insights/actionGroups', names.actionGroup)
  collectionRule: resourceId('Microsoft.Insights/dataCollectionRules', names.collectionRule)
  identityWorkload: resourceId('Microsoft.ManagedIdentity/userAssignedIdentities', names.identityWorkload)
  keyVault: resourceId('Microsoft.KeyVault/vaults', names.keyVault)
  logAnalytics: resourceId('Microsoft.OperationalInsights/workspaces', names.logAnalytics)
  natGateway: resourceId('Microsoft.Network/natGateways', names.natGateway)
  privateDnsZoneBlob: resourceId('Microsoft.Network/privateDnsZones', privateDnsZoneNames.blob)
  privateDnsZoneFile: resourceId('Microsoft.Network/privateDnsZones', privateDnsZoneNames.file)
  privateDnsZoneVault: resourceId('Microsoft.Network/privateDnsZones', privateDnsZoneNames.vault)
  subnetPrivateEndpoints: resourceId(
    'Microsoft.Network/virtualNetworks/subnets',
    names.virtualNetwork,
    names.subnetPrivateEndpoints
  )
  subnetWorkload: resourceId('Microsoft.Network/virtualNetworks/subnets', names.virtualNetwork, names.subnetWorkload)
  virtualMachine: resourceId('Microsoft.Compute/virtualMachines', names.virtualMachine)
  virtualNetwork: resourceId('Microsoft.Network/virtualNetworks', names.virtualNetwork)
}

@description('Tags of everything that can carry tags (TAG-001)')
var tags = {
  application: tagValues.application
  compliance: tagValues.compliance
  env: environmentName
  owner: tagValues.owner
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
    name: names.subnetWorkload
    prefix: subnetPrefixes.workload
    securityGroup: names.nsgWorkload
    securityRules: [
      {
        name: 'AllowRemoteDesktopInbound'
        properties: {
          description: 'Administrators, through Azure Bastion'
          priority: 200
          direction: 'Inbound'
          access: 'Allow'
          protocol: 'Tcp'
          sourceAddressPrefix: subnetPrefixes.bastion
          sourcePortRange: '*'
          destinationAddressPrefix: '*'
          destinationPortRange: '3389'
        }
      }
      {
        name: 'AllowNetworkOutbound'
        properties: {
          description: 'Private endpoints and peered networks'
          priority: 100
          direction: 'Outbound'
          access: 'Allow'
          protocol: '*'
          sourceAddressPrefix: '*'
          sourcePortRange: '*'
          destinationAddressPrefix: 'VirtualNetwork'
          destinationPortRange: '*'
        }
      }
      {
        name: 'AllowWebOutbound'
        properties: {
          description: 'Updates, agents and certificates, through the planned outbound access'
          priority: 110
          direction: 'Outbound'
          access: 'Allow'
          protocol: 'Tcp'
          sourceAddressPrefix: '*'
          sourcePortRange: '*'
          destinationAddressPrefix: 'Internet'
          destinationPortRanges: ['80', '443']
        }
      }
      {
        name: 'AllowActivationOutbound'
        properties: {
          description: 'Windows activation'
          priority: 120
          direction: 'Outbound'
          access: 'Allow'
          protocol: 'Tcp'
          sourceAddressPrefix: '*'
          sourcePortRange: '*'
          destinationAddressPrefix: 'Internet'
          destinationPortRange: '1688'
        }
      }
      {
        name: 'DenyAllOutbound'
        properties: {
          description: 'What no rule above allows is denied'
          priority: 4000
          direction: 'Outbound'
          access: 'Deny'
          protocol: '*'
          sourceAddressPrefix: '*'
          sourcePortRange: '*'
          destinationAddressPrefix: '*'
          destinationPortRange: '*'
        }
      }
      denyAllInbound
    ]
    natGatewayId: ids.natGateway
  }
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
    natGatewayId: null
  }
  {
    name: 'AzureBastionSubnet'
    prefix: subnetPrefixes.bastion
    securityGroup: names.nsgBastion
    securityRules: [
      {
        name: 'AllowHttpsInbound'
        properties: {
          description: 'Administrators’ browsers and clients'
          priority: 100
          direction: 'Inbound'
          access: 'Allow'
          protocol: 'Tcp'
          sourceAddressPrefix: 'Internet'
          sourcePortRange: '*'
          destinationAddressPrefix: '*'
          destinationPortRange: '443'
        }
      }
      {
        name: 'AllowGatewayManagerInbound'
        properties: {
          description: 'Control plane of Azure Bastion'
          priority: 110
          direction: 'Inbound'
          access: 'Allow'
          protocol: 'Tcp'
          sourceAddressPrefix: 'GatewayManager'
          sourcePortRange: '*'
          destinationAddressPrefix: '*'
          destinationPortRange: '443'
        }
      }
      {
        name: 'AllowAzureLoadBalancerInbound'
        properties: {
          description: 'Health probes'
          priority: 120
          direction: 'Inbound'
          access: 'Allow'
          protocol: 'Tcp'
          sourceAddressPrefix: 'AzureLoadBalancer'
          sourcePortRange: '*'
          destinationAddressPrefix: '*'
          destinationPortRange: '443'
        }
      }
      {
        name: 'AllowBastionHostInbound'
        properties: {
          description: 'Between the hosts of Azure Bastion'
          priority: 130
          direction: 'Inbound'
          access: 'Allow'
          protocol: '*'
          sourceAddressPrefix: 'VirtualNetwork'
          sourcePortRange: '*'
          destinationAddressPrefix: 'VirtualNetwork'
          destinationPortRanges: ['8080', '5701']
        }
      }
      {
        name: 'AllowRemoteDesktopOutbound'
        properties: {
          description: 'Sessions to machines'
          priority: 100
          direction: 'Outbound'
          access: 'Allow'
          protocol: 'Tcp'
          sourceAddressPrefix: '*'
          sourcePortRange: '*'
          destinationAddressPrefix: 'VirtualNetwork'
          destinationPortRanges: ['22', '3389']
        }
      }
      {
        name: 'AllowAzureCloudOutbound'
        properties: {
          description: 'Logs and control plane'
          priority: 110
          direction: 'Outbound'
          access: 'Allow'
          protocol: 'Tcp'
          sourceAddressPrefix: '*'
          sourcePortRange: '*'
          destinationAddressPrefix: 'AzureCloud'
          destinationPortRange: '443'
        }
      }
      {
        name: 'AllowBastionHostOutbound'
        properties: {
          description: 'Between the hosts of Azure Bastion'
          priority: 120
          direction: 'Outbound'
          access: 'Allow'
          protocol: '*'
          sourceAddressPrefix: 'VirtualNetwork'
          sourcePortRange: '*'
          destinationAddressPrefix: 'VirtualNetwork'
          destinationPortRanges: ['8080', '5701']
        }
      }
      {
        name: 'AllowSessionInformationOutbound'
        properties: {
          description: 'Certificate validation and session information'
          priority: 130
          direction: 'Outbound'
          access: 'Allow'
          protocol: 'Tcp'
          sourceAddressPrefix: '*'
          sourcePortRange: '*'
          destinationAddressPrefix: 'Internet'
          destinationPortRange: '80'
        }
      }
      denyAllInbound
    ]
    natGatewayId: null
  }
]

@description('Private DNS zones that are made here (SEC-008)')
var zonesToCreate = [privateDnsZoneNames.blob, privateDnsZoneNames.file, privateDnsZoneNames.vault]

@description('What is watched, and when it is too much (FR-015, FR-103, OPS-010, OPS-015)')
var watchedMetrics = [
  {
    name: 'alert-key-vault-refusing-${suffix}'
    description: 'The key vault refuses requests: a caller lacks rights, or is being throttled'
    severity: 0
    scope: ids.keyVault
    resourceType: 'Microsoft.KeyVault/vaults'
    frequency: 'PT5M'
    window: 'PT15M'
    metric: 'ServiceApiResult'
    aggregation: 'Count'
    operator: 'GreaterThan'
    threshold: 0
    dimensions: [
      {
        name: 'StatusCode'
        operator: 'Include'
        values: ['403', '429']
      }
    ]
  }
  {
    name: 'alert-machine-unavailable-${suffix}'
    description: 'The VM is not available'
    severity: 0
    scope: ids.virtualMachine
    resourceType: 'Microsoft.Compute/virtualMachines'
    frequency: 'PT1M'
    window: 'PT5M'
    metric: 'VmAvailabilityMetric'
    aggregation: 'Maximum'
    operator: 'LessThan'
    threshold: 1
    dimensions: []
  }
]

@description('What is asked of the logs, and then told (FR-015, FR-103, OPS-010, OPS-015)')
var watchedLogs = [
  {
    name: 'alert-heartbeat-lost-${suffix}'
    description: 'The VM sends no heartbeat'
    severity: 0
    query: 'union isfuzzy=true (datatable(_ResourceId:string)[]), Heartbeat\n| where _ResourceId =~ "${ids.virtualMachine}"\n| summarize Heartbeats = count()\n| where Heartbeats == 0'
    dimensions: []
    frequency: 'PT5M'
    window: 'PT15M'
  }
  {
    name: 'alert-disk-nearly-full-${suffix}'
    description: 'A disk of the VM has less than 15 percent free'
    severity: 0
    query: 'union isfuzzy=true (datatable(Computer:string, ObjectName:string, CounterName:string, InstanceName:string, CounterValue:real)[]), Perf\n| where ObjectName == "LogicalDisk" and CounterName == "% Free Space" and InstanceName matches regex "^[A-Z]:$"\n| summarize Free = avg(CounterValue) by Computer, InstanceName\n| where Free < 15'
    dimensions: [
      {
        name: 'InstanceName'
        operator: 'Include'
        values: ['*']
      }
    ]
    frequency: 'PT15M'
    window: 'PT30M'
  }
]

@description('What is looked for in the activity log (FR-015, FR-103, OPS-010, OPS-015)')
var watchedEvents = [
  {
    name: 'alert-machine-stopped-${suffix}'
    description: 'The VM was stopped or deallocated'
    scope: ids.virtualMachine
    conditions: [
      {
        field: 'category'
        equals: 'Administrative'
      }
      {
        anyOf: [
          {
            field: 'operationName'
            equals: 'Microsoft.Compute/virtualMachines/deallocate/action'
          }
          {
            field: 'operationName'
            equals: 'Microsoft.Compute/virtualMachines/powerOff/action'
          }
        ]
      }
      {
        field: 'status'
        equals: 'Succeeded'
      }
    ]
  }
]

// Log Analytics workspace: where every log and metric goes (FR-012, OPS-001, OPS-004)
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
  }
}

// Managed identity of the machine (FR-019)
module managedIdentity 'br/public:avm/res/managed-identity/user-assigned-identity:0.6.0' = {
  params: {
    name: names.identityWorkload
    location: location
    tags: tags
  }
}

// NAT gateway: the only outbound access of the workload subnet (FR-005, SEC-006)
module natGateway 'br/public:avm/res/network/nat-gateway:2.1.0' = {
  params: {
    name: names.natGateway
    location: location
    availabilityZone: availabilityZone
    idleTimeoutInMinutes: 4
    publicIPAddresses: [
      {
        name: names.natGatewayPublicIp
        availabilityZones: [1, 2, 3]
        diagnosticSettings: diagnostics
      }
    ]
    tags: tags
  }
  dependsOn: [logAnalytics]
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
        natGatewayResourceId: subnet.natGatewayId
        defaultOutboundAccess: false
        privateEndpointNetworkPolicies: 'Enabled'
      }
    ]
    diagnosticSettings: diagnostics
    tags: tags
  }
  dependsOn: [natGateway, networkSecurityGroups]
}

// Azure Bastion: the only administrative access (FR-004, SEC-004)
module bastion 'br/public:avm/res/network/bastion-host:0.8.2' = {
  params: {
    name: names.bastion
    location: location
    skuName: 'Basic'
    virtualNetworkResourceId: ids.virtualNetwork
    availabilityZones: []
    publicIPAddressObject: {
      name: names.bastionPublicIp
      availabilityZones: [1, 2, 3]
      diagnosticSettings: diagnostics
    }
    diagnosticSettings: diagnostics
    tags: tags
  }
  dependsOn: [virtualNetwork]
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
    }
    dependsOn: [virtualNetwork]
  }
]

// Key vault of the workload (FR-010, SEC-008)
module keyVault 'br/public:avm/res/key-vault/vault:0.14.0' = {
  params: {
    name: names.keyVault
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
    roleAssignments: [
      {
        roleDefinitionIdOrName: '4633458b-17de-408a-b874-0445c86b69e6'
        principalId: managedIdentity.outputs.principalId
        principalType: 'ServicePrincipal'
      }
    ]
    diagnosticSettings: diagnostics
    tags: tags
  }
  dependsOn: [privateDnsZones]
}

// Storage account of the workload (FR-011, FR-101, SEC-008)
module storageAccount 'br/public:avm/res/storage/storage-account:0.33.0' = {
  params: {
    name: names.storageAccount
    location: location
    skuName: 'Standard_LRS'
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
      {
        name: 'pep-${names.storageAccount}-file'
        location: location
        service: 'file'
        customNetworkInterfaceName: 'nic-pep-${names.storageAccount}-file'
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
        for container in blobContainers: {
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
        for share in fileShares: {
          name: share.name
          shareQuota: share.quotaGiB
          accessTier: share.tier
          enabledProtocols: 'SMB'
        }
      ]
      diagnosticSettings: diagnostics
    }
    roleAssignments: [
      {
        roleDefinitionIdOrName: 'ba92f5b4-2d11-453d-a403-e96b0029c9fe'
        principalId: managedIdentity.outputs.principalId
        principalType: 'ServicePrincipal'
      }
      {
        roleDefinitionIdOrName: 'a235d3ee-5935-4cfb-8cc5-a3303ad5995e'
        principalId: managedIdentity.outputs.principalId
        principalType: 'ServicePrincipal'
      }
    ]
    diagnosticSettings: diagnostics
    tags: tags
  }
  dependsOn: [privateDnsZones]
}

// Data collection rule: which events and counters the agent sends (FR-012, OPS-003)
module collectionRule 'br/public:avm/res/insights/data-collection-rule:0.11.0' = {
  params: {
    name: names.collectionRule
    location: location
    dataCollectionRuleProperties: {
      kind: 'Windows'
      dataSources: {
        windowsEventLogs: [
          {
            name: 'event-logs'
            streams: ['Microsoft-Event']
            xPathQueries: [
              'Application!*[System[(Level=1 or Level=2 or Level=3)]]'
              'System!*[System[(Level=1 or Level=2 or Level=3)]]'
              'Security!*[System[(band(Keywords,13510798882111488))]]'
            ]
          }
        ]
        performanceCounters: [
          {
            name: 'performance-counters'
            streams: ['Microsoft-Perf']
            samplingFrequencyInSeconds: 60
            counterSpecifiers: [
              '\\Processor Information(_Total)\\% Processor Time'
              '\\Memory\\Available Bytes'
              '\\Memory\\% Committed Bytes In Use'
              '\\LogicalDisk(*)\\% Free Space'
              '\\LogicalDisk(*)\\Free Megabytes'
              '\\LogicalDisk(*)\\Avg. Disk sec/Read'
              '\\LogicalDisk(*)\\Avg. Disk sec/Write'
              '\\Network Interface(*)\\Bytes Total/sec'
            ]
          }
        ]
      }
      destinations: {
        logAnalytics: [
          {
            name: 'log-analytics'
            workspaceResourceId: ids.logAnalytics
          }
        ]
      }
      dataFlows: [
        {
          streams: ['Microsoft-Event', 'Microsoft-Perf']
          destinations: ['log-analytics']
        }
      ]
    }
    tags: tags
  }
  dependsOn: [logAnalytics]
}

// The data collection rule, to attach to (FR-012, OPS-003)
resource existingCollectionRule 'Microsoft.Insights/dataCollectionRules@2024-03-11' existing = {
  name: names.collectionRule
}

// Diagnostic settings of the data collection rule (ARC-002, FR-012, OPS-002, OPS-003)
// Not a module: its module has no parameter for diagnostic settings.
resource collectionRuleDiagnostics 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  scope: existingCollectionRule
  name: 'to-log-analytics'
  properties: {
    workspaceId: resourceId('Microsoft.OperationalInsights/workspaces', names.logAnalytics)
    logs: [
      {
        categoryGroup: 'allLogs'
        enabled: true
      }
    ]
    metrics: [
      {
        category: 'AllMetrics'
        enabled: true
      }
    ]
  }
  dependsOn: [collectionRule]
}

// Existing vault that holds the administrator’s password (FR-009, FR-102, SEC-012)
resource administratorVault 'Microsoft.KeyVault/vaults@2025-05-01' existing = {
  name: administrator.vaultName
  scope: resourceGroup(administrator.vaultResourceGroup)
}

// The Windows virtual machine (FR-002, FR-102)
module virtualMachine 'br/public:avm/res/compute/virtual-machine:0.22.2' = {
  params: {
    name: names.virtualMachine
    location: location
    computerName: names.computerName
    osType: 'Windows'
    vmSize: virtualMachineSize
    availabilityZone: availabilityZone
    imageReference: image
    adminUsername: administrator.username
    adminPassword: administratorVault.getSecret(administrator.secretName)
    encryptionAtHost: true
    securityType: 'TrustedLaunch'
    secureBootEnabled: true
    vTpmEnabled: true
    osDisk: {
      name: names.osDisk
      caching: 'ReadWrite'
      createOption: 'FromImage'
      deleteOption: 'Delete'
      diskSizeGB: osDisk.sizeGb
      managedDisk: {
        storageAccountType: osDisk.type
      }
    }
    dataDisks: [
      for disk in dataDisks: {
        name: '${names.dataDisk}-${disk.name}'
        lun: disk.lun
        caching: disk.caching
        createOption: 'Empty'
        deleteOption: 'Detach'
        diskSizeGB: disk.sizeGb
        managedDisk: {
          storageAccountType: disk.type
        }
      }
    ]
    nicConfigurations: [
      {
        name: names.networkInterface
        deleteOption: 'Delete'
        enableAcceleratedNetworking: true
        ipConfigurations: [
          {
            name: 'ipconfig-01'
            subnetResourceId: ids.subnetWorkload
          }
        ]
        diagnosticSettings: diagnostics
      }
    ]
    managedIdentities: {
      systemAssigned: true
      userAssignedResourceIds: [ids.identityWorkload]
    }
    bootDiagnostics: true
    patchMode: 'AutomaticByPlatform'
    patchAssessmentMode: 'AutomaticByPlatform'
    bypassPlatformSafetyChecksOnUserSchedule: false
    extensionMonitoringAgentConfig: {
      enabled: true
      name: 'AzureMonitorWindowsAgent'
      enableAutomaticUpgrade: true
      dataCollectionRuleAssociations: [
        {
          name: names.collectionRule
          dataCollectionRuleResourceId: ids.collectionRule
        }
      ]
      settings: {
        authentication: {
          managedIdentity: {
            'identifier-name': 'mi_res_id'
            'identifier-value': ids.identityWorkload
          }
        }
      }
    }
    extensionGuestConfigurationExtension: {
      enabled: true
      enableAutomaticUpgrade: true
    }
    guestConfiguration: {
      name: 'AzureWindowsBaseline'
      version: '1.*'
      assignmentType: 'Audit'
    }
    tags: tags
  }
  dependsOn: [collectionRule, managedIdentity, virtualNetwork]
}

// The virtual machine, to attach to (SEC-007)
resource existingVirtualMachine 'Microsoft.Compute/virtualMachines@2025-04-01' existing = {
  name: names.virtualMachine
}

// Hardening script, run once the machine is up and again when it changes; the application is installed after it (ARC-002, SEC-007)
// Not a module: there is no module for run commands.
resource hardeningScript 'Microsoft.Compute/virtualMachines/runCommands@2025-04-01' = {
  parent: existingVirtualMachine
  name: 'harden'
  location: location
  tags: tags
  properties: {
    source: {
      script: loadTextContent('scripts/harden.ps1')
    }
    timeoutInSeconds: 900
    treatFailureAsDeploymentFailure: true
  }
  dependsOn: [virtualMachine]
}

// Diagnostic settings of the virtual machine (ARC-002, FR-002, FR-012, FR-102, OPS-002)
// Not a module: its module has no parameter for diagnostic settings.
resource virtualMachineDiagnostics 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  scope: existingVirtualMachine
  name: 'to-log-analytics'
  properties: {
    workspaceId: resourceId('Microsoft.OperationalInsights/workspaces', names.logAnalytics)
    metrics: [
      {
        category: 'AllMetrics'
        enabled: true
      }
    ]
  }
  dependsOn: [virtualMachine]
}

// Action group: who is told (FR-015, FR-103, OPS-010, OPS-015)
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
  }
}

// Metric alerts (FR-015, FR-103, OPS-010, OPS-015)
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
    }
    dependsOn: [actionGroup, keyVault, virtualMachine]
  }
]

// Log alerts (FR-015, FR-103, OPS-010, OPS-015)
module logAlerts 'br/public:avm/res/insights/scheduled-query-rule:0.6.0' = [
  for alert in watchedLogs: {
    params: {
      name: alert.name
      location: location
      alertDescription: alert.description
      severity: alert.severity
      scopes: [ids.logAnalytics]
      evaluationFrequency: alert.frequency
      windowSize: alert.window
      skipQueryValidation: true
      criterias: {
        allOf: [
          {
            query: alert.query
            timeAggregation: 'Count'
            dimensions: alert.dimensions
            operator: 'GreaterThan'
            threshold: 0
            failingPeriods: {
              numberOfEvaluationPeriods: 1
              minFailingPeriodsToAlert: 1
            }
          }
        ]
      }
      actions: {
        actionGroupResourceIds: [ids.actionGroup]
      }
      tags: tags
    }
    dependsOn: [actionGroup, virtualMachine]
  }
]

// Activity log alerts (FR-015, FR-103, OPS-010, OPS-015)
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
    }
    dependsOn: [actionGroup, virtualMachine]
  }
]

@description('Name of the Bastion host')
output bastionName string = names.bastion

@description('Name of the workload’s key vault')
output keyVaultName string = names.keyVault

@description('Resource id of the Log Analytics workspace')
output logAnalyticsWorkspaceId string = ids.logAnalytics

@description('Name of the workload’s storage account')
output storageAccountName string = names.storageAccount

@description('Resource id of the virtual machine, to open a Bastion session to')
output virtualMachineId string = ids.virtualMachine

@description('Name of the virtual machine')
output virtualMachineName string = names.virtualMachine

@description('Resource id of the virtual network')
output virtualNetworkId string = ids.virtualNetwork

@description('Client id of the VM’s user-assigned identity, to sign in with')
output workloadIdentityClientId string = managedIdentity.outputs.clientId
