metadata about = 'param none string'
/* param none string
resource none 'A.B/c@1' = {} */
@description('param none string') // it's
#disable-next-line no-unused-params
/* why */ param plain string

@allowed([
  'it\'s' // ]
  '}'
])

// A decorator holds on to what follows.
param  spaced   string
  param indented object = { param: 'x' }
param choice
  | 'a'
  | 'b'
@description('''
@secure()
param none string

''')
param text string = '''
param none string
it's ${none} {
''''
var lines = $'''
${toUpper('}')}
output none string = 'x'
'''
var more = $$'''
${none} $${toUpper('''
}''')}
'''
var nested = 'a${toUpper('${plain}{')}b\${\'${length((plain))}' /* ' */
var chosen = plain == 'x'
// why
? {
a: 1
}

: {}
var empty = ['', '', '''''''', '''a''']
type shape = {
  param: string
output: 'var none string'
}
func shout(what string) string => toUpper('${what}!')
@batchSize(1)
resource accounts 'Microsoft.Storage/storageAccounts@2024-01-01' = [for one in [1, 2]: {
  name: 'account${one}'
  location: 'westeurope'
  kind: 'StorageV2'
  sku: { name: 'Standard_LRS' }
}]
resource group 'Microsoft.Storage/storageAccounts@2024-01-01' existing = {
  name: 'account'
resource inner 'blobServices' existing = {
  name: 'default'
}
}
output first string = plain // }
/* a
*/ output last string = 'x'
