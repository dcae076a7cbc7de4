using 'main.bicep'

// The test environment of platform, made by create-avm from avm.yaml. Change the answers there and run `avm render`.

// Environment that is deployed
param environmentName = 'test'

// Azure region of everything that has one
param location = 'westeurope'

// Values of the tags; the environment’s own tag is its name
param tagValues = {
  application: 'platform'
  costCenter: '0000'
  owner: 'platform-team'
}

// Lock of each resource that its module can lock
param lockKind = 'None'

// Days that logs are kept
param logRetentionDays = 90

// Address space of the virtual network, in CIDR notation
param addressSpace = '10.40.4.0/22'

// Range of each subnet, within the address space
param subnetPrefixes = {
  privateEndpoints: '10.40.5.64/26'
}

// Private DNS zone of each service that is reached by private endpoint
param privateDnsZoneNames = {
  blob: 'privatelink.blob.core.windows.net'
  namespace: 'privatelink.servicebus.windows.net'
  redisCache: 'privatelink.redis.cache.windows.net'
  registry: 'privatelink.azurecr.io'
  sites: 'privatelink.azurewebsites.net'
  sqlServer: 'privatelink.database.windows.net'
}

// files: Blob containers of the storage account
param filesBlobContainers = ['artifacts']

// plan: Resource ID of what exists
param planId = '/subscriptions/00000000-0000-4000-8000-000000000001/resourceGroups/rg-hub/providers/Microsoft.Web/serverfarms/asp-shared'
