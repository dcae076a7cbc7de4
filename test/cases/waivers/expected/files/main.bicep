// Made by create-avm from avm.yaml. Change the answers there and run `avm render`.
// The ids in comments are those of the constitution's rules and of the requirements; the README lists them.
metadata name = 'Windows VM workload'
metadata description = 'A legacy application'

targetScope = 'resourceGroup'

@description('Environment that is deployed')
param environmentName 'dev' | 'test' | 'prod'

@description('Azure region of everything that has one')
@allowed(['northeurope', 'westeurope'])
param location string

@description('Values of the tags; the environment’s own tag is its name')
param tagValues { application: string, costCenter: string, owner: string }

@description('Days that logs are kept')
@minValue(30)
@maxValue(730)
param logRetentionDays int

@description('Availability zone of the machine and of what stands beside it; -1 for none')
param availabilityZone -1 | 1 | 2 | 3

@description('Address space of the virtual network, in CIDR notation')
param addressSpace string

@description('Range of each subnet, within the address space')
param subnetPrefixes { workload: string, bastion: string }

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
  'Standard_D16s_v5'
])
param virtualMachineSize string

@description('Marketplace image of the operating system')
param image { publisher: string, offer: string, sku: string, version: string }

@description('The local administrator: name, and where the password is, a secret in an existing key vault')
param administrator { username: string, vaultName: string, vaultResourceGroup: string, secretName: string }

@description('Encrypt temporary disks and caches at the host; needs the feature registered in the subscription')
param encryptionAtHost bool

@description('Size in GiB and type of the disk with the operating system')
param osDisk {
  sizeGb: int
  type: 'Premium_LRS' | 'Premium_ZRS' | 'StandardSSD_LRS' | 'StandardSSD_ZRS' | 'Standard_LRS'
}

@description('The workload, as it stands in names (NAM-001)')
var workload = 'legacyapp'

@description('Short codes of regions, as they stand in names (NAM-001)')
var regionCodes = {
  northeurope: 'ne'
  westeurope: 'we'
}

@description('What names end in (NAM-001)')
var suffix = '${workload}-${environmentName}-${regionCodes[location]}-001'

@description('Names, all of them (NAM-001, NAM-002)')
var names = {
  bastion: 'bas-${suffix}'
  bastionPublicIp: 'pip-bastion-${suffix}'
  collectionRule: 'dcr-${suffix}'
  computerName: '${workload}-${environmentName}'
  identityWorkload: 'id-${suffix}'
  justInTime: 'jit-${suffix}'
  logAnalytics: 'log-${suffix}'
  natGateway: 'ng-${suffix}'
  natGatewayPublicIp: 'pip-nat-${suffix}'
  networkInterface: 'nic-${suffix}'
  nsgBastion: 'nsg-bastion-${suffix}'
  nsgWorkload: 'nsg-workload-${suffix}'
  osDisk: 'osdisk-${suffix}'
  subnetWorkload: 'snet-workload-${suffix}'
  virtualMachine: 'vm-${suffix}'
  virtualNetwork: 'vnet-${suffix}'
}

@description('Resource ids, computed rather than read from outputs: what-if then shows them (FR-001)')
var ids = {
  collectionRule: resourceId('Microsoft.Insights/dataCollectionRules', names.collectionRule)
  identityWorkload: resourceId('Microsoft.ManagedIdentity/userAssignedIdentities', names.identityWorkload)
  logAnalytics: resourceId('Microsoft.OperationalInsights/workspaces', names.logAnalytics)
  natGateway: resourceId('Microsoft.Network/natGateways', names.natGateway)
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
    skuName: 'Standard'
    virtualNetworkResourceId: ids.virtualNetwork
    availabilityZones: [1, 2, 3]
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
    encryptionAtHost: encryptionAtHost
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
            allowedSourceAddressPrefix: subnetPrefixes.bastion
            maxRequestAccessDuration: 'PT3H'
          }
        ]
      }
    ]
  }
  dependsOn: [virtualMachine]
}

@description('Name of the Bastion host')
output bastionName string = names.bastion

@description('Resource id of the Log Analytics workspace')
output logAnalyticsWorkspaceId string = ids.logAnalytics

@description('Resource id of the virtual machine, to open a Bastion session to')
output virtualMachineId string = ids.virtualMachine

@description('Name of the virtual machine')
output virtualMachineName string = names.virtualMachine

@description('Resource id of the virtual network')
output virtualNetworkId string = ids.virtualNetwork

@description('Client id of the VM’s user-assigned identity, to sign in with')
output workloadIdentityClientId string = managedIdentity.outputs.clientId
