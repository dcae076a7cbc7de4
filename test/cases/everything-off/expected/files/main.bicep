// Made by create-avm from avm.yaml. Change the answers there and run `avm render`.
// The ids in comments are those of the constitution's rules and of the requirements; the README lists them.
metadata name = 'Windows VM workload'
metadata description = 'A legacy line-of-business application on one Windows Server virtual machine: private, logged, backed up, administered through Bastion.'

targetScope = 'resourceGroup'

@description('Environment that is deployed')
param environmentName 'dev' | 'test' | 'prod'

@description('Azure region of everything that has one')
param location string

@description('Values of the tags; the environment’s own tag is its name')
param tagValues { application: string, costCenter: string, owner: string }

@description('Days that logs are kept')
@minValue(30)
@maxValue(730)
param logRetentionDays int

@description('Address space of the virtual network, in CIDR notation')
param addressSpace string

@description('Range of each subnet, within the address space')
param subnetPrefixes { workload: string }

@description('Size of the virtual machine')
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

@description('The workload, as it stands in names (NAM-001)')
var workload = 'legacyapp'

@description('Short codes of regions, as they stand in names (NAM-001)')
var regionCodes = {
  westeurope: 'we'
}

@description('What names end in (NAM-001)')
var suffix = '${workload}-${environmentName}-${regionCodes[location]}-001'

@description('Names, all of them (NAM-001)')
var names = {
  computerName: '${workload}-${environmentName}'
  identityWorkload: 'id-${suffix}'
  logAnalytics: 'log-${suffix}'
  networkInterface: 'nic-${suffix}'
  nsgWorkload: 'nsg-workload-${suffix}'
  osDisk: 'osdisk-${suffix}'
  subnetWorkload: 'snet-workload-${suffix}'
  virtualMachine: 'vm-${suffix}'
  virtualNetwork: 'vnet-${suffix}'
}

@description('Resource ids, computed rather than read from outputs: what-if then shows them (FR-001)')
var ids = {
  identityWorkload: resourceId('Microsoft.ManagedIdentity/userAssignedIdentities', names.identityWorkload)
  logAnalytics: resourceId('Microsoft.OperationalInsights/workspaces', names.logAnalytics)
  subnetWorkload: resourceId('Microsoft.Network/virtualNetworks/subnets', names.virtualNetwork, names.subnetWorkload)
  virtualMachine: resourceId('Microsoft.Compute/virtualMachines', names.virtualMachine)
  virtualNetwork: resourceId('Microsoft.Network/virtualNetworks', names.virtualNetwork)
}

@description('Tags of everything that can carry tags (FR-017)')
var tags = {
  application: tagValues.application
  costCenter: tagValues.costCenter
  owner: tagValues.owner
}

@description('Subnets, each with the rules of its network security group (FR-003)')
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
    ]
  }
]

// Log Analytics workspace: where every log and metric goes (FR-012)
module logAnalytics 'br/public:avm/res/operational-insights/workspace:0.16.1' = {
  params: {
    name: names.logAnalytics
    location: location
    dataRetention: logRetentionDays
    forceCmkForQuery: false
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

// Network security groups: one for each subnet (FR-003)
module networkSecurityGroups 'br/public:avm/res/network/network-security-group:0.5.3' = [
  for subnet in subnets: {
    params: {
      name: subnet.securityGroup
      location: location
      securityRules: subnet.securityRules
      tags: tags
    }
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
        privateEndpointNetworkPolicies: 'Enabled'
      }
    ]
    tags: tags
  }
  dependsOn: [networkSecurityGroups]
}

// Existing vault that holds the administrator’s password (FR-009)
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
      }
    ]
    managedIdentities: {
      userAssignedResourceIds: [ids.identityWorkload]
    }
    bootDiagnostics: true
    patchMode: 'AutomaticByPlatform'
    patchAssessmentMode: 'AutomaticByPlatform'
    bypassPlatformSafetyChecksOnUserSchedule: false
    tags: tags
  }
  dependsOn: [managedIdentity, virtualNetwork]
}

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
