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
  dataClass: 'confidential'
  owner: 'platform-team'
}

// Days that logs are kept
param logRetentionDays = 365

// Availability zone of the machine and of what stands beside it; -1 for none
param availabilityZone = 1

// Address space of the virtual network, in CIDR notation
param addressSpace = '10.20.8.0/22'

// Range of each subnet, within the address space
param subnetPrefixes = {
  workload: '10.20.8.0/24'
  privateEndpoints: '10.20.9.64/26'
  bastion: '10.20.9.0/26'
}

// Private DNS zone of each service that is reached by private endpoint
param privateDnsZoneNames = {
  blob: 'privatelink.blob.core.windows.net'
  file: 'privatelink.file.core.windows.net'
  vault: 'privatelink.vaultcore.azure.net'
}

// Days a deleted key vault can be brought back; cannot be changed once the vault is made
param keyVaultSoftDeleteDays = 90

// Redundancy of the storage account
param storageSku = 'Standard_ZRS'

// Blob containers of the storage account
param blobContainers = ['artifacts']

// File shares of the storage account, each with its quota in GiB and its access tier
param fileShares = [
  {
    name: 'data'
    quotaGiB: 5120
    tier: 'TransactionOptimized'
  }
]

// How backups are replicated; cannot be changed once something is backed up
param backupRedundancy = 'ZoneRedundant'

// Days that a daily recovery point is kept
param backupRetentionDays = 30

// Ports of the application: what clients use, and what it listens on
param loadBalancerPorts = [
  {
    name: 'http'
    port: 80
    backendPort: 8080
  }
  {
    name: 'https'
    port: 443
    backendPort: 8443
  }
]

// Package of the application, and the command that installs it
param applicationPackage = {
  uri: 'https://example.blob.core.windows.net/artifacts/payroll.zip'
  installCommand: 'powershell -ExecutionPolicy Unrestricted -File install.ps1'
}

// Install the application; false for a deployment before its package can be read
param installApplication = true

// Size of the virtual machine
param virtualMachineSize = 'Standard_D4s_v5'

// Marketplace image of the operating system
param image = {
  publisher: 'MicrosoftWindowsServer'
  offer: 'WindowsServer'
  sku: '2025-datacenter-azure-edition'
  version: '26100.2314.241107'
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

// Data disks of the machine; a disk keeps its name and its lun for life
param dataDisks = [
  {
    name: 'data'
    lun: 0
    sizeGb: 256
    type: 'Premium_LRS'
    caching: 'ReadOnly'
  }
  {
    name: 'logs'
    lun: 1
    sizeGb: 64
    type: 'StandardSSD_LRS'
    caching: 'None'
  }
]

// Who is told of trouble, by e-mail
param alertEmails = ['operations@example.com']
