using 'main.bicep'

// The prod environment of legacyapp, made by create-avm from avm.yaml. Change the answers there and run `avm render`.

// Environment that is deployed
param environmentName = 'prod'

// Azure region of everything that has one
param location = 'westeurope'

// Values of the tags; the environment’s own tag is its name
param tagValues = {
  application: 'legacyapp'
  costCenter: '0000'
  owner: 'platform-team'
}

// Days that logs are kept
param logRetentionDays = 90

// Range of the hub’s AzureBastionSubnet, from where administrators come; empty where there is no hub
param hubBastionPrefix = '10.1.1.0/26'

// Resource id of the hub’s virtual network; empty where there is no hub
param hubVirtualNetworkId = '/subscriptions/00000000-0000-0000-0000-000000000002/resourceGroups/rg-hub/providers/Microsoft.Network/virtualNetworks/vnet-hub'

// Use the hub’s gateway to reach networks beyond Azure; the hub’s peering must allow gateway transit
param useRemoteGateways = true

// Make the peering on the hub’s side too
param peerBack = false

// Address space of the virtual network, in CIDR notation
param addressSpace = '10.20.4.0/22'

// Range of each subnet, within the address space
param subnetPrefixes = {
  workload: '10.20.4.0/24'
  privateEndpoints: '10.20.5.64/26'
}

// Private DNS zone of each service that is reached by private endpoint
param privateDnsZoneNames = {
  blob: 'privatelink.blob.core.windows.net'
  file: 'privatelink.file.core.windows.net'
  vault: 'privatelink.vaultcore.azure.net'
}

// Who mounts the file shares: nobody, the managed identity of the VM, or users with Microsoft Entra Kerberos
param shareIdentity = 'entraKerberos'

// What every user with a Kerberos ticket may do on every share
param defaultSharePermission = 'StorageFileDataSmbShareContributor'

// Blob containers of the storage account
param blobContainers = ['packages']

// File shares of the storage account, each with its quota in GiB and its access tier
param fileShares = [
  {
    name: 'home'
    quotaGiB: 5120
    tier: 'TransactionOptimized'
  }
  {
    name: 'data'
    quotaGiB: 1024
    tier: 'Hot'
  }
]

// Ports of the application: what clients use, and what it listens on
param loadBalancerPorts = [
  {
    name: 'https'
    port: 443
    backendPort: 443
  }
]

// Fixed address of the load balancer; empty lets Azure choose
param loadBalancerAddress = ''

// Protocol of the health probe
param probeProtocol = 'Http'

// Path of the health probe; empty for Tcp, which has none
param probePath = '/health'

// Package of the application, and the command that installs it
param applicationPackage = {
  uri: 'packages/payroll/1.2.3.zip'
  installCommand: 'setup.exe /quiet'
}

// Install the application; false for a deployment before its package can be read
param installApplication = true

// Size of the virtual machine
param virtualMachineSize = 'Standard_D2s_v5'

// Availability zone of the machine and of what stands beside it; -1 for none
param availabilityZone = 1

// Marketplace image of the operating system
param image = {
  publisher: 'MicrosoftWindowsServer'
  offer: 'WindowsServer'
  sku: '2022-datacenter-g2'
  version: 'latest'
}

// The local administrator: name, and where the password is, a secret in an existing key vault
param administrator = {
  username: 'azureadmin'
  vaultName: 'kv-legacyapp-prod-ops'
  vaultResourceGroup: 'rg-legacyapp-prod-ops'
  secretName: 'vm-administrator-password'
}

// Size in GiB and type of the disk with the operating system
param osDisk = {
  sizeGb: 128
  type: 'Premium_LRS'
}

// Fixed private address of the virtual machine; empty lets Azure choose
param virtualMachineAddress = ''
