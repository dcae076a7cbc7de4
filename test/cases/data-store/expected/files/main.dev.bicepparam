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
  vault: 'privatelink.vaultcore.azure.net'
}

// Days a deleted key vault can be brought back; cannot be changed once the vault is made
param keyVaultSoftDeleteDays = 7

// Redundancy of the storage account
param storageSku = 'Standard_LRS'

// Blob containers of the storage account
param blobContainers = ['artifacts']

// Who is told of trouble, by e-mail
param alertEmails = ['operations@example.com']
