metadata name = 'Queries that operators share'

@description('Required. Name of the query pack.')
param name string

@description('Required. Region of the query pack.')
param location string

@description('Optional. Tags of the query pack.')
param tags resourceInput<'Microsoft.OperationalInsights/queryPacks@2023-09-01'>.tags?

@description('Required. Days that the queries look back.')
@minValue(1)
@maxValue(365)
param days int

@description('Queries as the operators keep them; DAYS stands for the days.')
var queries = loadJsonContent('queries.json')

resource pack 'Microsoft.OperationalInsights/queryPacks@2023-09-01' = {
  name: name
  location: location
  tags: tags
  properties: {}
}

resource saved 'Microsoft.OperationalInsights/queryPacks/queries@2023-09-01' = [
  for query in queries: {
    parent: pack
    name: guid(query.title)
    properties: {
      displayName: query.title
      body: replace(query.body, 'DAYS', string(days))
      related: { categories: ['monitor'] }
    }
  }
]

@description('Name of the query pack.')
output packName string = pack.name
