metadata name = 'Read access to blobs'

@description('Required. Storage account in the resource group of the deployment.')
param storageAccountName string

@description('Required. Name of the identity, which makes the name of the assignment.')
param identityName string

@description('Required. Who reads.')
param principalId string

@description('Storage Blob Data Reader.')
var blobReader = '2a2b9908-6ea1-4ae2-8e65-a410df84e7d1'

resource account 'Microsoft.Storage/storageAccounts@2025-01-01' existing = {
  name: storageAccountName
}

// Not a module: the storage account has its own module, which does not know who reads.
resource assignment 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(account.id, identityName, blobReader)
  scope: account
  properties: {
    principalId: principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', blobReader)
  }
}
