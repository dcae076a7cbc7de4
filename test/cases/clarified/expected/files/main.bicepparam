using 'main.bicep'

// The dev environment of legacyapp, made by create-avm from avm.yaml. Change the answers there and run `avm render`.

// Environment that is deployed
param environmentName = 'dev'

// Azure region of everything that has one
param location = 'westeurope'

// Values of the tags; the environment’s own tag is its name
param tagValues = {
  application: 'legacyapp'
  costCenter: '4711'
  owner: 'payroll-platform'
}

// Lock of each resource that its module can lock
param lockKind = 'None'

// Days that logs are kept
param logRetentionDays = 90

// Availability zone of the machine and of what stands beside it; -1 for none
param availabilityZone = 1

// Address space of the virtual network, in CIDR notation
param addressSpace = '10.20.0.0/22'

// Range of each subnet, within the address space
param subnetPrefixes = {
  workload: '10.20.0.0/24'
  privateEndpoints: '10.20.1.64/26'
  bastion: '10.20.1.0/26'
}

// Private DNS zone of each service that is reached by private endpoint
param privateDnsZoneNames = {
  blob: 'privatelink.blob.core.windows.net'
  vault: 'privatelink.vaultcore.azure.net'
}

// Days a deleted key vault can be brought back; cannot be changed once the vault is made
param keyVaultSoftDeleteDays = 7

// Redundancy of the storage account
param storageSku = 'Standard_LRS'

// Blob containers of the storage account
param blobContainers = ['artifacts']

// How backups are replicated; cannot be changed once something is backed up
param backupRedundancy = 'LocallyRedundant'

// Days that a daily recovery point is kept
param backupRetentionDays = 7

// Size of the virtual machine
param virtualMachineSize = 'Standard_B2s_v2'

// Marketplace image of the operating system
param image = {
  publisher: 'MicrosoftWindowsServer'
  offer: 'WindowsServer'
  sku: '2019-datacenter-gensecond'
  version: 'latest'
}

// The local administrator: name, and where the password is, a secret in an existing key vault
param administrator = {
  username: 'azureadmin'
  vaultName: 'kv-legacyapp-dev-ops'
  vaultResourceGroup: 'rg-legacyapp-dev-ops'
  secretName: 'vm-administrator-password'
}

// Size in GiB and type of the disk with the operating system
param osDisk = {
  sizeGb: 128
  type: 'StandardSSD_LRS'
}

// Who is told of trouble, by e-mail
param alertEmails = ['oncall@example.com', 'payroll@example.com']
