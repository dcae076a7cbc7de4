metadata name = 'An identity that reads blobs'

import { lockType } from 'br/public:avm/utl/types/avm-common-types:0.7.0'

@description('Required. Name of the identity.')
param name string

@description('Required. Region of the identity.')
param location string

@description('Optional. Tags of the identity.')
param tags resourceInput<'Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30'>.tags?

@description('Optional. Lock of the identity.')
param lock lockType?

@description('Required. Storage account that is read.')
param storageAccountResourceId string

module identity 'br/public:avm/res/managed-identity/user-assigned-identity:0.6.0' = {
  params: {
    name: name
    location: location
    tags: tags
    lock: lock
    enableTelemetry: false
  }
}

module access 'shared/blob-reader.bicep' = {
  params: {
    storageAccountName: last(split(storageAccountResourceId, '/'))
    identityName: name
    principalId: identity.outputs.principalId
  }
}

@description('Client ID of the identity.')
output clientId string = identity.outputs.clientId
