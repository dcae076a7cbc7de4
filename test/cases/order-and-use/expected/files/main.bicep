// Made by create-avm from avm.yaml. Change the answers there and run `avm render`.
// The ids in comments are those of the constitution's rules and of the requirements; the README lists them.
metadata name = 'Windows VM workload'
metadata description = 'A legacy application'

targetScope = 'resourceGroup'

@description('Environment that is deployed')
param environmentName 'dev' | 'prod'

@description('Azure region of everything that has one')
@allowed(['northeurope', 'westeurope'])
param location string

@description('Values of the tags; the environment’s own tag is its name')
param tagValues { application: string, costCenter: string, owner: string }

@description('Days that logs are kept')
@minValue(90)
@maxValue(730)
param logRetentionDays int

@description('Range of the hub’s AzureBastionSubnet, from where administrators come; empty where there is no hub')
param hubBastionPrefix string

@description('Resource id of the hub’s virtual network; empty where there is no hub')
param hubVirtualNetworkId string

@description('Use the hub’s gateway to reach networks beyond Azure; the hub’s peering must allow gateway transit')
param useRemoteGateways bool

@description('Make the peering on the hub’s side too')
param peerBack bool

@description('Address space of the virtual network, in CIDR notation')
param addressSpace string

@description('Range of each subnet, within the address space')
param subnetPrefixes { workload: string, privateEndpoints: string }

@description('Private DNS zone of each service that is reached by private endpoint')
param privateDnsZoneNames { blob: string, file: string, vault: string }

@description('Who mounts the file shares: nobody, the managed identity of the VM, or users with Microsoft Entra Kerberos')
param shareIdentity 'none' | 'managedIdentity' | 'entraKerberos'

@description('What every user with a Kerberos ticket may do on every share')
param defaultSharePermission
  | 'None'
  | 'StorageFileDataSmbShareReader'
  | 'StorageFileDataSmbShareContributor'
  | 'StorageFileDataSmbShareElevatedContributor'

@description('Blob containers of the storage account')
param blobContainers string[]

@description('File shares of the storage account, each with its quota in GiB and its access tier')
param fileShares { name: string, quotaGiB: int, tier: 'TransactionOptimized' | 'Hot' | 'Cool' }[]

@description('Ports of the application: what clients use, and what it listens on')
param loadBalancerPorts { name: string, port: int, backendPort: int }[]

@description('Fixed address of the load balancer; empty lets Azure choose')
param loadBalancerAddress string

@description('Protocol of the health probe')
param probeProtocol 'Tcp' | 'Http' | 'Https'

@description('Path of the health probe; empty for Tcp, which has none')
param probePath string

@description('Package of the application, and the command that installs it')
param applicationPackage { uri: string, installCommand: string }

@description('Install the application; false for a deployment before its package can be read')
param installApplication bool

@description('Size of the virtual machine')
@allowed([
  'Standard_B2s_v2'
  'Standard_B4s_v2'
  'Standard_D2s_v5'
  'Standard_D4s_v5'
  'Standard_D8s_v5'
  'Standard_D2as_v5'
  'Standard_D4as_v5'
  'Standard_E2s_v5'
  'Standard_E4s_v5'
  'Standard_E8s_v5'
])
param virtualMachineSize string

@description('Availability zone of the machine and of what stands beside it; -1 for none')
param availabilityZone -1 | 1 | 2 | 3

@description('Marketplace image of the operating system')
param image { publisher: string, offer: string, sku: string, version: string }

@description('The local administrator: name, and where the password is, a secret in an existing key vault')
param administrator { username: string, vaultName: string, vaultResourceGroup: string, secretName: string }

@description('Size in GiB and type of the disk with the operating system')
param osDisk {
  sizeGb: int
  type: 'Premium_LRS' | 'Premium_ZRS' | 'StandardSSD_LRS' | 'StandardSSD_ZRS' | 'Standard_LRS'
}

@description('Fixed private address of the virtual machine; empty lets Azure choose')
param virtualMachineAddress string

@description('The workload, as it stands in names (NAM-001)')
var workload = 'legacyapp'

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
  collectionRule: 'dcr-${suffix}'
  computerName: '${workload}-${environmentName}'
  identityWorkload: 'id-${suffix}'
  justInTime: 'jit-${suffix}'
  keyVault: 'kv-${workload}-${environmentName}-${unique}'
  loadBalancer: 'lbi-${suffix}'
  logAnalytics: 'log-${suffix}'
  networkInterface: 'nic-${suffix}'
  nsgPrivateEndpoints: 'nsg-endpoints-${suffix}'
  nsgWorkload: 'nsg-workload-${suffix}'
  osDisk: 'osdisk-${suffix}'
  storageAccount: 'st${workload}${environmentName}${unique}'
  subnetPrivateEndpoints: 'snet-endpoints-${suffix}'
  subnetWorkload: 'snet-workload-${suffix}'
  virtualMachine: 'vm-${suffix}'
  virtualNetwork: 'vnet-${suffix}'
}

@description('Resource ids, computed rather than read from outputs: what-if then shows them (FR-001)')
var ids = {
  backendPool: resourceId('Microsoft.Network/loadBalancers/backendAddressPools', names.loadBalancer, 'machine')
  collectionRule: resourceId('Microsoft.Insights/dataCollectionRules', names.collectionRule)
  identityWorkload: resourceId('Microsoft.ManagedIdentity/userAssignedIdentities', names.identityWorkload)
  logAnalytics: resourceId('Microsoft.OperationalInsights/workspaces', names.logAnalytics)
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
  costCenter: tagValues.costCenter
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

@description('Parts of the hub’s id: subscription, resource group and name are the third, fifth and last (FR-006)')
var hubIdParts = split(hubVirtualNetworkId, '/')

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
        name: 'AllowApplicationInbound'
        properties: {
          description: 'Clients inside the network'
          priority: 100
          direction: 'Inbound'
          access: 'Allow'
          protocol: 'Tcp'
          sourceAddressPrefix: 'VirtualNetwork'
          sourcePortRange: '*'
          destinationAddressPrefix: '*'
          destinationPortRanges: map(loadBalancerPorts, port => string(port.backendPort))
        }
      }
      {
        name: 'AllowLoadBalancerProbeInbound'
        properties: {
          description: 'Health probes of the load balancer'
          priority: 110
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
  }
]

@description('Private DNS zones that are made here (SEC-008)')
var zonesToCreate = [privateDnsZoneNames.blob, privateDnsZoneNames.file, privateDnsZoneNames.vault]

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
        defaultOutboundAccess: false
        privateEndpointNetworkPolicies: 'Enabled'
      }
    ]
    diagnosticSettings: diagnostics
    tags: tags
  }
  dependsOn: [networkSecurityGroups]
}

// Peering from the hub to the network, in the resource group of the hub (FR-006)
module hubSidePeering 'br/public:avm/res/network/virtual-network/virtual-network-peering:0.2.0' = if (peerBack) {
  scope: resourceGroup(hubIdParts[2], hubIdParts[4])
  params: {
    name: 'peer-${names.virtualNetwork}'
    localVnetName: last(hubIdParts)
    remoteVirtualNetworkResourceId: ids.virtualNetwork
    allowForwardedTraffic: true
    allowVirtualNetworkAccess: true
    allowGatewayTransit: useRemoteGateways
  }
  dependsOn: [virtualNetwork]
}

// Peering from the network to the hub (FR-006)
module hubPeering 'br/public:avm/res/network/virtual-network/virtual-network-peering:0.2.0' = {
  params: {
    name: 'peer-${last(split(hubVirtualNetworkId, '/'))}'
    localVnetName: names.virtualNetwork
    remoteVirtualNetworkResourceId: hubVirtualNetworkId
    allowForwardedTraffic: true
    allowVirtualNetworkAccess: true
    useRemoteGateways: useRemoteGateways
  }
  dependsOn: [hubSidePeering, virtualNetwork]
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

// Storage account of the workload (FR-011, SEC-008)
module storageAccount 'br/public:avm/res/storage/storage-account:0.33.0' = {
  params: {
    name: names.storageAccount
    location: location
    skuName: 'Standard_ZRS'
    azureFilesIdentityBasedAuthentication: {
      directoryServiceOptions: shareIdentity == 'entraKerberos' ? 'AADKERB' : 'None'
      defaultSharePermission: defaultSharePermission
      smbOAuthSettings: {
        isSmbOAuthEnabled: shareIdentity == 'managedIdentity'
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
      ...(shareIdentity == 'managedIdentity'
        ? [
            {
              roleDefinitionIdOrName: 'a235d3ee-5935-4cfb-8cc5-a3303ad5995e'
              principalId: managedIdentity.outputs.principalId
              principalType: 'ServicePrincipal'
            }
          ]
        : [])
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

// Internal load balancer in front of the application (FR-008)
module loadBalancer 'br/public:avm/res/network/load-balancer:0.8.0' = {
  params: {
    name: names.loadBalancer
    location: location
    frontendIPConfigurations: [
      empty(loadBalancerAddress)
        ? {
            name: 'frontend'
            subnetResourceId: ids.subnetWorkload
            availabilityZones: [1, 2, 3]
          }
        : {
            name: 'frontend'
            subnetResourceId: ids.subnetWorkload
            availabilityZones: [1, 2, 3]
            privateIPAddress: loadBalancerAddress
          }
    ]
    backendAddressPools: [
      {
        name: 'machine'
        backendMembershipMode: 'NIC'
      }
    ]
    probes: [
      {
        name: 'health'
        protocol: probeProtocol
        port: 443
        requestPath: empty(probePath) ? null : probePath
        intervalInSeconds: 15
        numberOfProbes: 2
      }
    ]
    loadBalancingRules: [
      for port in loadBalancerPorts: {
        name: port.name
        protocol: 'Tcp'
        frontendIPConfigurationName: 'frontend'
        backendAddressPoolName: 'machine'
        probeName: 'health'
        frontendPort: port.port
        backendPort: port.backendPort
        disableOutboundSnat: true
        enableTcpReset: true
      }
    ]
    diagnosticSettings: diagnostics
    tags: tags
  }
  dependsOn: [virtualNetwork]
}

// Existing vault that holds the administrator’s password (FR-009, SEC-012)
resource administratorVault 'Microsoft.KeyVault/vaults@2025-05-01' existing = {
  name: administrator.vaultName
  scope: resourceGroup(administrator.vaultResourceGroup)
}

// The Windows virtual machine (FR-002)
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
    nicConfigurations: [
      {
        name: names.networkInterface
        deleteOption: 'Delete'
        enableAcceleratedNetworking: true
        ipConfigurations: [
          {
            name: 'ipconfig-01'
            subnetResourceId: ids.subnetWorkload
            privateIPAllocationMethod: empty(virtualMachineAddress) ? 'Dynamic' : 'Static'
            privateIPAddress: empty(virtualMachineAddress) ? null : virtualMachineAddress
            loadBalancerBackendAddressPools: [
              {
                id: ids.backendPool
              }
            ]
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
  dependsOn: [collectionRule, loadBalancer, managedIdentity]
}

// The virtual machine, to attach to (FR-007)
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

// Installs the application from its package, after everything that it may need while it is installed (ARC-002, FR-007)
// Not a module: there is no module for run commands; the Custom Script Extension of the machine’s module runs before the machine is hardened, and unpacks nothing.
resource applicationInstallation 'Microsoft.Compute/virtualMachines/runCommands@2025-04-01' = if (installApplication) {
  parent: existingVirtualMachine
  name: 'install-application'
  location: location
  tags: tags
  properties: {
    source: {
      script: loadTextContent('scripts/install-application.ps1')
    }
    parameters: [
      {
        name: 'PackageUri'
        value: 'https://${names.storageAccount}.blob.${environment().suffixes.storage}/${applicationPackage.uri}'
      }
      {
        name: 'ClientId'
        value: managedIdentity.outputs.clientId
      }
      {
        name: 'Command'
        value: base64(applicationPackage.installCommand)
      }
      {
        name: 'KeyVault'
        value: names.keyVault
      }
    ]
    timeoutInSeconds: 5400
    treatFailureAsDeploymentFailure: true
  }
  dependsOn: [hardeningScript, keyVault, storageAccount]
}

// Diagnostic settings of the virtual machine (ARC-002, FR-002, FR-012, OPS-002)
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

// Just-in-time policy: remote desktop opens on request, from where administrators come (ARC-002, SEC-005)
// Not a module: there is no module for just-in-time policies.
resource justInTime 'Microsoft.Security/locations/jitNetworkAccessPolicies@2020-01-01' = {
  name: '${location}/${names.justInTime}'
  kind: 'Basic'
  properties: {
    virtualMachines: [
      {
        id: resourceId('Microsoft.Compute/virtualMachines', names.virtualMachine)
        ports: [
          {
            number: 3389
            protocol: 'TCP'
            allowedSourceAddressPrefix: hubBastionPrefix
            maxRequestAccessDuration: 'PT3H'
          }
        ]
      }
    ]
  }
  dependsOn: [virtualMachine]
}

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
