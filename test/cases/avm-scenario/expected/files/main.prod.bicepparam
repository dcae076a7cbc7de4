using 'main.bicep'

// The prod environment of legacyvm, made by create-avm from avm.yaml. Change the answers there and run `avm render`.

// Environment that is deployed
param environmentName = 'prod'

// Azure region of everything that has one
param location = 'westus3'

// Values of the tags; the environment’s own tag is its name
param tagValues = {
  application: 'legacyvm'
  compliance: 'legacy-retention'
  owner: 'platform-team'
}

// Days that logs are kept
param logRetentionDays = 30

// Availability zone of the machine and of what stands beside it; -1 for none
param availabilityZone = 1

// Address space of the virtual network, in CIDR notation
param addressSpace = '10.0.0.0/24'

// Range of each subnet, within the address space
param subnetPrefixes = {
  workload: '10.0.0.0/27'
  privateEndpoints: '10.0.0.128/27'
  bastion: '10.0.0.64/26'
}

// Private DNS zone of each service that is reached by private endpoint
param privateDnsZoneNames = {
  blob: 'privatelink.blob.core.windows.net'
  file: 'privatelink.file.core.windows.net'
  vault: 'privatelink.vaultcore.azure.net'
}

// Blob containers of the storage account
param blobContainers = []

// File shares of the storage account, each with its quota in GiB and its access tier
param fileShares = [
  {
    name: 'fileshare'
    quotaGiB: 1024
    tier: 'TransactionOptimized'
  }
]

// Name of the computer inside Windows
param computerName = 'vm-legacyvm'

// Size of the virtual machine
param virtualMachineSize = 'Standard_D2s_v3'

// Marketplace image of the operating system
param image = {
  publisher: 'MicrosoftWindowsServer'
  offer: 'WindowsServer'
  sku: '2019-datacenter-gensecond'
  version: 'latest'
}

// The local administrator: name, and where the password is, a secret in an existing key vault
param administrator = {
  username: 'vmadmin'
  vaultName: 'kv-legacyvm-prod-ops'
  vaultResourceGroup: 'rg-legacyvm-prod-ops'
  secretName: 'vm-admin-password'
}

// Size in GiB and type of the disk with the operating system
param osDisk = {
  sizeGb: 128
  type: 'Standard_LRS'
}

// Data disks of the machine; a disk keeps its name and its lun for life
param dataDisks = [
  {
    name: 'data'
    lun: 0
    sizeGb: 500
    type: 'Standard_LRS'
    caching: 'None'
  }
]

// Who is told of trouble, by e-mail
param alertEmails = []
