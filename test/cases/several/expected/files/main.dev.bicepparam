using 'main.bicep'

// The dev environment of records, made by create-avm from avm.yaml. Change the answers there and run `avm render`.

// Environment that is deployed
param environmentName = 'dev'

// Azure region of everything that has one
param location = 'westeurope'

// Values of the tags; the environment’s own tag is its name
param tagValues = {
  application: 'records'
  costCenter: '0000'
  owner: 'platform-team'
}

// Lock of each resource that its module can lock
param lockKind = 'None'

// Days that logs are kept
param logRetentionDays = 90

// Address space of the virtual network, in CIDR notation
param addressSpace = '10.30.0.0/24'

// Range of each subnet, within the address space
param subnetPrefixes = {
  privateEndpoints: '10.30.0.192/27'
}

// Private DNS zone of each service that is reached by private endpoint
param privateDnsZoneNames = {
  blob: 'privatelink.blob.core.windows.net'
  file: 'privatelink.file.core.windows.net'
  vault: 'privatelink.vaultcore.azure.net'
}

// Days a deleted key vault can be brought back; cannot be changed once the vault is made
param keyVaultSoftDeleteDays = 7

// Deploy this part: Key vault partner
param deployPartner = false

// Redundancy of the storage account
param storageSku = 'Standard_LRS'

// Blob containers of the storage account
param blobContainers = ['artifacts']

// audit-trail: Blob containers of the storage account
param auditTrailBlobContainers = ['artifacts']

// audit-trail: File shares of the storage account, each with its quota in GiB and its access tier
param auditTrailFileShares = [
  {
    name: 'exports'
    quotaGiB: 5120
    tier: 'TransactionOptimized'
  }
]

// reports: Redundancy of the storage account
param reportsStorageSku = 'Standard_LRS'

// reports: Days that deleted blobs, containers and shares can be brought back
param reportsStorageSoftDeleteDays = 7

// reports: Blob containers of the storage account
param reportsBlobContainers = ['daily', 'monthly']

// Who is told of trouble, by e-mail
param alertEmails = ['operations@example.com']
