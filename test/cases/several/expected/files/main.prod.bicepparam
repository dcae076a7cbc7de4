using 'main.bicep'

// The prod environment of records, made by create-avm from avm.yaml. Change the answers there and run `avm render`.

// Environment that is deployed
param environmentName = 'prod'

// Azure region of everything that has one
param location = 'westeurope'

// Values of the tags; the environment’s own tag is its name
param tagValues = {
  application: 'records'
  costCenter: '0000'
  owner: 'platform-team'
}

// Lock of each resource that its module can lock
param lockKind = 'CanNotDelete'

// Days that logs are kept
param logRetentionDays = 365

// Address space of the virtual network, in CIDR notation
param addressSpace = '10.30.2.0/24'

// Range of each subnet, within the address space
param subnetPrefixes = {
  privateEndpoints: '10.30.2.192/27'
}

// Private DNS zone of each service that is reached by private endpoint
param privateDnsZoneNames = {
  blob: 'privatelink.blob.core.windows.net'
  file: 'privatelink.file.core.windows.net'
  vault: 'privatelink.vaultcore.azure.net'
}

// Days a deleted key vault can be brought back; cannot be changed once the vault is made
param keyVaultSoftDeleteDays = 90

// Deploy this part: Key vault partner
param deployPartner = true

// Redundancy of the storage account
param storageSku = 'Standard_ZRS'

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
param reportsStorageSku = 'Standard_ZRS'

// reports: Days that deleted blobs, containers and shares can be brought back
param reportsStorageSoftDeleteDays = 14

// reports: Blob containers of the storage account
param reportsBlobContainers = ['daily', 'monthly']

// Who is told of trouble, by e-mail
param alertEmails = ['operations@example.com']
