// Made by create-avm from avm.yaml. Change the answers there and run `avm render`.
// The ids in comments are those of the constitution's rules and of the requirements; the README lists them.
metadata name = 'Windows VM workload'
metadata description = 'A legacy line-of-business application on one Windows Server virtual machine: private, logged, backed up, administered through Bastion.'

targetScope = 'resourceGroup'

@description('Environment that is deployed')
param environmentName 'dev' | 'test' | 'prod'

@description('Azure region of everything that has one')
@allowed(['northeurope', 'westeurope'])
param location string

@description('Values of the tags; the environment’s own tag is its name')
param tagValues { application: string, costCenter: string, owner: string }

@description('Lock of each resource that its module can lock')
param lockKind 'None' | 'CanNotDelete'

@description('Days that logs are kept')
@minValue(90)
@maxValue(730)
param logRetentionDays int

@description('Deploy this part: NAT gateway')
param deployNatGateway bool

@description('Availability zone of the machine and of what stands beside it; -1 for none')
param availabilityZone -1 | 1 | 2 | 3

@description('Address space of the virtual network, in CIDR notation')
param addressSpace string

@description('Range of each subnet, within the address space')
param subnetPrefixes { workload: string, privateEndpoints: string, bastion: string }

@description('Private DNS zone of each service that is reached by private endpoint')
param privateDnsZoneNames { blob: string, vault: string }

@description('Deploy this part: Key vault')
param deployKeyVault bool

@description('Deploy this part: Customer-managed keys')
param deployCustomerManagedKeys bool

@description('Deploy this part: Storage account')
param deployStorageAccount bool

@description('Redundancy of the storage account')
param storageSku 'Standard_LRS' | 'Standard_ZRS' | 'Standard_GRS' | 'Standard_GZRS'

@description('Blob containers of the storage account')
param blobContainers string[]

@description('Deploy this part: Backup')
param deployBackup bool

@description('How backups are replicated; cannot be changed once something is backed up')
param backupRedundancy 'GeoRedundant' | 'ZoneRedundant' | 'LocallyRedundant'

@description('Days that a daily recovery point is kept')
@minValue(7)
@maxValue(9999)
param backupRetentionDays int

@description('Deploy this part: Maintenance window')
param deployMaintenance bool

@description('Call nobody about a restart while the maintenance window is open')
param muteAlertsDuringMaintenance bool

@description('When notifications about restarts are off, weekly')
param quietTimesWeekly {
  recurrenceType: 'Weekly'
  daysOfWeek: ('Sunday' | 'Monday' | 'Tuesday' | 'Wednesday' | 'Thursday' | 'Friday' | 'Saturday')[]
  startTime: string
  endTime: string
}[]

@description('How often the window returns')
param maintenanceRecurEvery string

@description('Deploy this part: Azure Monitor Agent')
param deployMonitoringAgent bool

@description('Deploy this part: Internal load balancer')
param deployInternalLoadBalancer bool

@description('Ports of the application: what clients use, and what it listens on')
param loadBalancerPorts { name: string, port: int, backendPort: int }[]

@description('Run scripts/harden.ps1 on the machine')
param runHardeningScript bool

@description('Assign the Azure security baseline for Windows')
param assignBaseline bool

@description('Name of the computer inside Windows')
@maxLength(15)
param computerName string

@description('Size of the virtual machine')
@allowed([
  'Standard_B2s_v2'
  'Standard_B4s_v2'
  'Standard_D2s_v5'
  'Standard_D4s_v5'
  'Standard_D8s_v5'
  'Standard_D2as_v5'
  'Standard_D4as_v5'
  'Standard_E2s_v5'
  'Standard_E4s_v5'
  'Standard_E8s_v5'
])
param virtualMachineSize string

@description('Marketplace image of the operating system')
param image { publisher: string, offer: string, sku: string, version: string }

@description('Use Windows Server licences of one’s own (Azure Hybrid Benefit)')
param useHybridBenefit bool

@description('The local administrator: name, and where the password is, a secret in an existing key vault')
param administrator { username: string, vaultName: string, vaultResourceGroup: string, secretName: string }

@description('Encrypt temporary disks and caches at the host; needs the feature registered in the subscription')
param encryptionAtHost bool

@description('Start with secure boot and a virtual TPM; false leaves it to the default of the subscription')
param trustedLaunch bool

@description('Size in GiB and type of the disk with the operating system')
param osDisk {
  sizeGb: int
  type: 'Premium_LRS' | 'Premium_ZRS' | 'StandardSSD_LRS' | 'StandardSSD_ZRS' | 'Standard_LRS'
}

@description('Data disks of the machine; a disk keeps its name and its lun for life')
param dataDisks {
  name: string
  lun: int
  sizeGb: int
  type: 'Premium_LRS' | 'Premium_ZRS' | 'StandardSSD_LRS' | 'StandardSSD_ZRS' | 'Standard_LRS'
  caching: 'None' | 'ReadOnly' | 'ReadWrite'
}[]

@description('Deploy this part: Just-in-time access')
param deployJustInTime bool

@description('Deploy this part: Alerts')
param deployAlerts bool

@description('Who is told of trouble, by e-mail')
param alertEmails string[]

@description('Regions of which Azure’s service health is reported')
param serviceHealthRegions string[]

@description('The workload, as it stands in names (NAM-001)')
var workload = 'legacyapp'

@description('Short codes of regions, as they stand in names (NAM-001)')
var regionCodes = {
  northeurope: 'ne'
  westeurope: 'we'
}

@description('What names end in (NAM-001)')
var suffix = '${workload}-${environmentName}-${regionCodes[location]}-001'

@description('What makes globally unique names unique (NAM-002)')
var unique = take(uniqueString(resourceGroup().id), 6)

@description('Names, all of them (NAM-001, NAM-002)')
var names = {
  actionGroup: 'ag-${suffix}'
  actionGroupShort: 'legacya-${environmentName}'
  bastion: 'bas-${suffix}'
  bastionPublicIp: 'pip-bastion-${suffix}'
  collectionRule: 'dcr-${suffix}'
  computerName: computerName
  dataDisk: 'disk-${suffix}'
  diskEncryptionSet: 'des-${suffix}'
  identityEncryption: 'id-encryption-${suffix}'
  identityWorkload: 'id-${suffix}'
  justInTime: 'jit-${suffix}'
  keyVault: 'kv-${workload}-${environmentName}-${unique}'
  loadBalancer: 'lbi-${suffix}'
  logAnalytics: 'log-${suffix}'
  maintenance: 'mc-${suffix}'
  natGateway: 'ng-${suffix}'
  natGatewayPublicIp: 'pip-nat-${suffix}'
  networkInterface: 'nic-${suffix}'
  nsgBastion: 'nsg-bastion-${suffix}'
  nsgPrivateEndpoints: 'nsg-endpoints-${suffix}'
  nsgWorkload: 'nsg-workload-${suffix}'
  osDisk: 'osdisk-${suffix}'
  recoveryVault: 'rsv-${suffix}'
  storageAccount: 'st${workload}${environmentName}${unique}'
  subnetPrivateEndpoints: 'snet-endpoints-${suffix}'
  subnetWorkload: 'snet-workload-${suffix}'
  virtualMachine: 'vm-${suffix}'
  virtualNetwork: 'vnet-${suffix}'
}

@description('Resource ids, computed rather than read from outputs: what-if then shows them (FR-001)')
var ids = {
  actionGroup: resourceId('Microsoft.Insights/actionGroups', names.actionGroup)
  backendPool: resourceId('Microsoft.Network/loadBalancers/backendAddressPools', names.loadBalancer, 'machine')
  collectionRule: resourceId('Microsoft.Insights/dataCollectionRules', names.collectionRule)
  diskEncryptionSet: resourceId('Microsoft.Compute/diskEncryptionSets', names.diskEncryptionSet)
  identityEncryption: resourceId('Microsoft.ManagedIdentity/userAssignedIdentities', names.identityEncryption)
  identityWorkload: resourceId('Microsoft.ManagedIdentity/userAssignedIdentities', names.identityWorkload)
  keyVault: resourceId('Microsoft.KeyVault/vaults', names.keyVault)
  loadBalancer: resourceId('Microsoft.Network/loadBalancers', names.loadBalancer)
  logAnalytics: resourceId('Microsoft.OperationalInsights/workspaces', names.logAnalytics)
  maintenance: resourceId('Microsoft.Maintenance/maintenanceConfigurations', names.maintenance)
  natGateway: resourceId('Microsoft.Network/natGateways', names.natGateway)
  privateDnsZoneBlob: resourceId('Microsoft.Network/privateDnsZones', privateDnsZoneNames.blob)
  privateDnsZoneVault: resourceId('Microsoft.Network/privateDnsZones', privateDnsZoneNames.vault)
  recoveryVault: resourceId('Microsoft.RecoveryServices/vaults', names.recoveryVault)
  storageAccount: resourceId('Microsoft.Storage/storageAccounts', names.storageAccount)
  subnetPrivateEndpoints: resourceId(
    'Microsoft.Network/virtualNetworks/subnets',
    names.virtualNetwork,
    names.subnetPrivateEndpoints
  )
  subnetWorkload: resourceId('Microsoft.Network/virtualNetworks/subnets', names.virtualNetwork, names.subnetWorkload)
  virtualMachine: resourceId('Microsoft.Compute/virtualMachines', names.virtualMachine)
  virtualNetwork: resourceId('Microsoft.Network/virtualNetworks', names.virtualNetwork)
}

@description('Tags of everything that can carry tags (TAG-001)')
var tags = {
  application: tagValues.application
  costCenter: tagValues.costCenter
  env: environmentName
  owner: tagValues.owner
}

@description('Lock of each resource that its module can lock (FR-016)')
var lock = {
  kind: lockKind
}

@description('Diagnostic settings: all logs and metrics of a resource, to the one workspace (OPS-002)')
var diagnostics = [
  {
    name: 'to-log-analytics'
    workspaceResourceId: ids.logAnalytics
  }
]

@description('The same, for a service whose logs arrive only in tables of their own (OPS-002)')
var dedicatedDiagnostics = [
  {
    name: 'to-log-analytics'
    workspaceResourceId: ids.logAnalytics
    logAnalyticsDestinationType: 'Dedicated'
  }
]

@description('Names of the managed identities (FR-019)')
var identities = [names.identityWorkload, names.identityEncryption]

@description('The rule that closes every network security group (SEC-003)')
var denyAllInbound = {
  name: 'DenyAllInbound'
  properties: {
    description: 'What no rule above allows is denied'
    priority: 4000
    direction: 'Inbound'
    access: 'Deny'
    protocol: '*'
    sourceAddressPrefix: '*'
    sourcePortRange: '*'
    destinationAddressPrefix: '*'
    destinationPortRange: '*'
  }
}

@description('Subnets, each with the rules of its network security group (FR-003, SEC-001)')
var subnets = [
  {
    name: names.subnetWorkload
    prefix: subnetPrefixes.workload
    securityGroup: names.nsgWorkload
    securityRules: [
      ...(deployInternalLoadBalancer
        ? [
            {
              name: 'AllowApplicationInbound'
              properties: {
                description: 'Clients inside the network'
                priority: 100
                direction: 'Inbound'
                access: 'Allow'
                protocol: 'Tcp'
                sourceAddressPrefix: 'VirtualNetwork'
                sourcePortRange: '*'
                destinationAddressPrefix: '*'
                destinationPortRanges: map(loadBalancerPorts, port => string(port.backendPort))
              }
            }
            {
              name: 'AllowLoadBalancerProbeInbound'
              properties: {
                description: 'Health probes of the load balancer'
                priority: 110
                direction: 'Inbound'
                access: 'Allow'
                protocol: 'Tcp'
                sourceAddressPrefix: 'AzureLoadBalancer'
                sourcePortRange: '*'
                destinationAddressPrefix: '*'
                destinationPortRange: '443'
              }
            }
          ]
        : [])
      ...(!deployJustInTime
        ? [
            {
              name: 'AllowRemoteDesktopInbound'
              properties: {
                description: 'Administrators, through Azure Bastion'
                priority: 200
                direction: 'Inbound'
                access: 'Allow'
                protocol: 'Tcp'
                sourceAddressPrefix: subnetPrefixes.bastion
                sourcePortRange: '*'
                destinationAddressPrefix: '*'
                destinationPortRange: '3389'
              }
            }
          ]
        : [])
      {
        name: 'AllowNetworkOutbound'
        properties: {
          description: 'Private endpoints and peered networks'
          priority: 100
          direction: 'Outbound'
          access: 'Allow'
          protocol: '*'
          sourceAddressPrefix: '*'
          sourcePortRange: '*'
          destinationAddressPrefix: 'VirtualNetwork'
          destinationPortRange: '*'
        }
      }
      {
        name: 'AllowWebOutbound'
        properties: {
          description: 'Updates, agents and certificates, through the planned outbound access'
          priority: 110
          direction: 'Outbound'
          access: 'Allow'
          protocol: 'Tcp'
          sourceAddressPrefix: '*'
          sourcePortRange: '*'
          destinationAddressPrefix: 'Internet'
          destinationPortRanges: ['80', '443']
        }
      }
      {
        name: 'AllowActivationOutbound'
        properties: {
          description: 'Windows activation'
          priority: 120
          direction: 'Outbound'
          access: 'Allow'
          protocol: 'Tcp'
          sourceAddressPrefix: '*'
          sourcePortRange: '*'
          destinationAddressPrefix: 'Internet'
          destinationPortRange: '1688'
        }
      }
      {
        name: 'DenyAllOutbound'
        properties: {
          description: 'What no rule above allows is denied'
          priority: 4000
          direction: 'Outbound'
          access: 'Deny'
          protocol: '*'
          sourceAddressPrefix: '*'
          sourcePortRange: '*'
          destinationAddressPrefix: '*'
          destinationPortRange: '*'
        }
      }
      denyAllInbound
    ]
    natGatewayId: deployNatGateway ? ids.natGateway : null
  }
  {
    name: names.subnetPrivateEndpoints
    prefix: subnetPrefixes.privateEndpoints
    securityGroup: names.nsgPrivateEndpoints
    securityRules: [
      ...(deployKeyVault || deployStorageAccount
        ? [
            {
              name: 'AllowHttpsInbound'
              properties: {
                description: 'Services reached by private endpoint'
                priority: 100
                direction: 'Inbound'
                access: 'Allow'
                protocol: 'Tcp'
                sourceAddressPrefix: 'VirtualNetwork'
                sourcePortRange: '*'
                destinationAddressPrefix: 'VirtualNetwork'
                destinationPortRange: '443'
              }
            }
          ]
        : [])
      denyAllInbound
    ]
    natGatewayId: null
  }
  {
    name: 'AzureBastionSubnet'
    prefix: subnetPrefixes.bastion
    securityGroup: names.nsgBastion
    securityRules: [
      {
        name: 'AllowHttpsInbound'
        properties: {
          description: 'Administrators’ browsers and clients'
          priority: 100
          direction: 'Inbound'
          access: 'Allow'
          protocol: 'Tcp'
          sourceAddressPrefix: 'Internet'
          sourcePortRange: '*'
          destinationAddressPrefix: '*'
          destinationPortRange: '443'
        }
      }
      {
        name: 'AllowGatewayManagerInbound'
        properties: {
          description: 'Control plane of Azure Bastion'
          priority: 110
          direction: 'Inbound'
          access: 'Allow'
          protocol: 'Tcp'
          sourceAddressPrefix: 'GatewayManager'
          sourcePortRange: '*'
          destinationAddressPrefix: '*'
          destinationPortRange: '443'
        }
      }
      {
        name: 'AllowAzureLoadBalancerInbound'
        properties: {
          description: 'Health probes'
          priority: 120
          direction: 'Inbound'
          access: 'Allow'
          protocol: 'Tcp'
          sourceAddressPrefix: 'AzureLoadBalancer'
          sourcePortRange: '*'
          destinationAddressPrefix: '*'
          destinationPortRange: '443'
        }
      }
      {
        name: 'AllowBastionHostInbound'
        properties: {
          description: 'Between the hosts of Azure Bastion'
          priority: 130
          direction: 'Inbound'
          access: 'Allow'
          protocol: '*'
          sourceAddressPrefix: 'VirtualNetwork'
          sourcePortRange: '*'
          destinationAddressPrefix: 'VirtualNetwork'
          destinationPortRanges: ['8080', '5701']
        }
      }
      {
        name: 'AllowRemoteDesktopOutbound'
        properties: {
          description: 'Sessions to machines'
          priority: 100
          direction: 'Outbound'
          access: 'Allow'
          protocol: 'Tcp'
          sourceAddressPrefix: '*'
          sourcePortRange: '*'
          destinationAddressPrefix: 'VirtualNetwork'
          destinationPortRanges: ['22', '3389']
        }
      }
      {
        name: 'AllowAzureCloudOutbound'
        properties: {
          description: 'Logs and control plane'
          priority: 110
          direction: 'Outbound'
          access: 'Allow'
          protocol: 'Tcp'
          sourceAddressPrefix: '*'
          sourcePortRange: '*'
          destinationAddressPrefix: 'AzureCloud'
          destinationPortRange: '443'
        }
      }
      {
        name: 'AllowBastionHostOutbound'
        properties: {
          description: 'Between the hosts of Azure Bastion'
          priority: 120
          direction: 'Outbound'
          access: 'Allow'
          protocol: '*'
          sourceAddressPrefix: 'VirtualNetwork'
          sourcePortRange: '*'
          destinationAddressPrefix: 'VirtualNetwork'
          destinationPortRanges: ['8080', '5701']
        }
      }
      {
        name: 'AllowSessionInformationOutbound'
        properties: {
          description: 'Certificate validation and session information'
          priority: 130
          direction: 'Outbound'
          access: 'Allow'
          protocol: 'Tcp'
          sourceAddressPrefix: '*'
          sourcePortRange: '*'
          destinationAddressPrefix: 'Internet'
          destinationPortRange: '80'
        }
      }
      denyAllInbound
    ]
    natGatewayId: null
  }
]

@description('Private DNS zones that are made here (SEC-008)')
var zonesToCreate = [
  ...(deployStorageAccount ? [privateDnsZoneNames.blob] : [])
  ...(deployKeyVault ? [privateDnsZoneNames.vault] : [])
]

@description('What is watched, and when it is too much (FR-015, OPS-010, OPS-015)')
var watchedMetrics = [
  ...(deployNatGateway
    ? [
        {
          name: 'alert-nat-gateway-dropping-${suffix}'
          description: 'The data path of the NAT gateway is less than 90 percent available'
          severity: 2
          scope: ids.natGateway
          resourceType: 'Microsoft.Network/natGateways'
          frequency: 'PT5M'
          window: 'PT15M'
          metric: 'DatapathAvailability'
          aggregation: 'Average'
          operator: 'LessThan'
          threshold: 90
          dimensions: []
        }
        {
          name: 'alert-nat-gateway-exhausted-${suffix}'
          description: 'More than 0 outbound connections failed: ports may have run out'
          severity: 2
          scope: ids.natGateway
          resourceType: 'Microsoft.Network/natGateways'
          frequency: 'PT5M'
          window: 'PT5M'
          metric: 'SNATConnectionCount'
          aggregation: 'Total'
          operator: 'GreaterThan'
          threshold: 0
          dimensions: [
            {
              name: 'ConnectionState'
              operator: 'Include'
              values: ['Failed']
            }
          ]
        }
      ]
    : [])
  ...(deployKeyVault
    ? [
        {
          name: 'alert-key-vault-refusing-${suffix}'
          description: 'The key vault refuses requests: a caller lacks rights, or is being throttled'
          severity: 1
          scope: ids.keyVault
          resourceType: 'Microsoft.KeyVault/vaults'
          frequency: 'PT5M'
          window: 'PT15M'
          metric: 'ServiceApiResult'
          aggregation: 'Count'
          operator: 'GreaterThan'
          threshold: 10
          dimensions: [
            {
              name: 'StatusCode'
              operator: 'Include'
              values: ['403', '429']
            }
          ]
        }
      ]
    : [])
  ...(deployStorageAccount
    ? [
        {
          name: 'alert-storage-failing-${suffix}'
          description: 'More than 10 requests failed in the storage service'
          severity: 1
          scope: ids.storageAccount
          resourceType: 'Microsoft.Storage/storageAccounts'
          frequency: 'PT5M'
          window: 'PT15M'
          metric: 'Transactions'
          aggregation: 'Total'
          operator: 'GreaterThan'
          threshold: 10
          dimensions: [
            {
              name: 'ResponseType'
              operator: 'Include'
              values: ['ServerOtherError', 'ServerBusyError', 'ServerTimeoutError']
            }
          ]
        }
      ]
    : [])
  ...(deployInternalLoadBalancer
    ? [
        {
          name: 'alert-application-unhealthy-${suffix}'
          description: 'The health probe of the load balancer fails: the application does not answer'
          severity: 1
          scope: ids.loadBalancer
          resourceType: 'Microsoft.Network/loadBalancers'
          frequency: 'PT1M'
          window: 'PT5M'
          metric: 'DipAvailability'
          aggregation: 'Average'
          operator: 'LessThan'
          threshold: 90
          dimensions: []
        }
      ]
    : [])
  {
    name: 'alert-machine-unavailable-${suffix}'
    description: 'The VM is not available'
    severity: 0
    scope: ids.virtualMachine
    resourceType: 'Microsoft.Compute/virtualMachines'
    frequency: 'PT1M'
    window: 'PT5M'
    metric: 'VmAvailabilityMetric'
    aggregation: 'Maximum'
    operator: 'LessThan'
    threshold: 1
    dimensions: []
  }
  {
    name: 'alert-processor-busy-${suffix}'
    description: 'The processors are busier than 90 percent'
    severity: 2
    scope: ids.virtualMachine
    resourceType: 'Microsoft.Compute/virtualMachines'
    frequency: 'PT5M'
    window: 'PT15M'
    metric: 'Percentage CPU'
    aggregation: 'Average'
    operator: 'GreaterThan'
    threshold: 90
    dimensions: []
  }
  {
    name: 'alert-memory-short-${suffix}'
    description: 'Less than 10 percent of memory is available'
    severity: 2
    scope: ids.virtualMachine
    resourceType: 'Microsoft.Compute/virtualMachines'
    frequency: 'PT5M'
    window: 'PT15M'
    metric: 'Available Memory Percentage'
    aggregation: 'Average'
    operator: 'LessThan'
    threshold: 10
    dimensions: []
  }
]

@description('What is asked of the logs, and then told (FR-015, OPS-010, OPS-015)')
var watchedLogs = [
  ...(deployMonitoringAgent
    ? [
        {
          name: 'alert-heartbeat-lost-${suffix}'
          description: 'The VM sends no heartbeat'
          severity: 1
          query: 'union isfuzzy=true (datatable(_ResourceId:string)[]), Heartbeat\n| where _ResourceId =~ "${ids.virtualMachine}"\n| summarize Heartbeats = count()\n| where Heartbeats == 0'
          dimensions: []
          frequency: 'PT5M'
          window: 'PT15M'
        }
        {
          name: 'alert-disk-nearly-full-${suffix}'
          description: 'A disk of the VM has less than 15 percent free'
          severity: 1
          query: 'union isfuzzy=true (datatable(Computer:string, ObjectName:string, CounterName:string, InstanceName:string, CounterValue:real)[]), Perf\n| where ObjectName == "LogicalDisk" and CounterName == "% Free Space" and InstanceName matches regex "^[A-Z]:$"\n| summarize Free = avg(CounterValue) by Computer, InstanceName\n| where Free < 15'
          dimensions: [
            {
              name: 'InstanceName'
              operator: 'Include'
              values: ['*']
            }
          ]
          frequency: 'PT15M'
          window: 'PT30M'
        }
      ]
    : [])
]

@description('What is looked for in the activity log (FR-015, OPS-010, OPS-015)')
var watchedEvents = [
  {
    name: 'alert-machine-stopped-${suffix}'
    description: 'The VM was stopped or deallocated'
    scope: ids.virtualMachine
    conditions: [
      {
        field: 'category'
        equals: 'Administrative'
      }
      {
        anyOf: [
          {
            field: 'operationName'
            equals: 'Microsoft.Compute/virtualMachines/deallocate/action'
          }
          {
            field: 'operationName'
            equals: 'Microsoft.Compute/virtualMachines/powerOff/action'
          }
        ]
      }
      {
        field: 'status'
        equals: 'Succeeded'
      }
    ]
  }
  {
    name: 'alert-resource-health-${suffix}'
    description: 'Azure reports that a resource is unavailable or degraded, for a reason of its own'
    scope: resourceGroup().id
    conditions: [
      {
        field: 'category'
        equals: 'ResourceHealth'
      }
      {
        anyOf: [
          {
            field: 'properties.currentHealthStatus'
            equals: 'Unavailable'
          }
          {
            field: 'properties.currentHealthStatus'
            equals: 'Degraded'
          }
        ]
      }
      {
        field: 'properties.cause'
        equals: 'PlatformInitiated'
      }
    ]
  }
  {
    name: 'alert-service-health-${suffix}'
    description: 'Azure reports an incident, maintenance, a security advisory, or a health advisory that requires action, for the region'
    scope: subscription().id
    conditions: [
      {
        field: 'category'
        equals: 'ServiceHealth'
      }
      {
        anyOf: [
          {
            field: 'properties.incidentType'
            equals: 'Incident'
          }
          {
            field: 'properties.incidentType'
            equals: 'Maintenance'
          }
          {
            field: 'properties.incidentType'
            equals: 'Security'
          }
          {
            field: 'properties.incidentType'
            equals: 'ActionRequired'
          }
        ]
      }
      {
        field: 'properties.impactedServices[*].ImpactedRegions[*].RegionName'
        containsAny: serviceHealthRegions
      }
    ]
  }
]

@description('Which alerts call somebody, and when they do not (FR-015, OPS-010, OPS-015)')
var alertProcessing = [
  ...(deployBackup
    ? [
        {
          name: 'apr-backup-${suffix}'
          description: 'Calls the action group for alerts of Azure Backup'
          scopes: [ids.recoveryVault]
          conditions: null
          actions: [
            {
              actionType: 'AddActionGroups'
              actionGroupIds: [ids.actionGroup]
            }
          ]
          schedule: null
        }
      ]
    : [])
  ...(deployMaintenance && muteAlertsDuringMaintenance
    ? [
        {
          name: 'apr-maintenance-${suffix}'
          description: 'Calls nobody about a restart while the maintenance window is open'
          scopes: [ids.virtualMachine, ...(deployInternalLoadBalancer ? [ids.loadBalancer] : [])]
          conditions: [
            {
              field: 'MonitorService'
              operator: 'Equals'
              values: ['Platform']
            }
          ]
          actions: [
            {
              actionType: 'RemoveAllActionGroups'
            }
          ]
          schedule: {
            effectiveFrom: '2026-01-04T22:00:00'
            timeZone: 'UTC'
            recurrences: [...quietTimesWeekly]
          }
        }
      ]
    : [])
]

// Log Analytics workspace: where every log and metric goes (FR-012, OPS-001, OPS-004)
module logAnalytics 'br/public:avm/res/operational-insights/workspace:0.16.1' = {
  params: {
    name: names.logAnalytics
    location: location
    dataRetention: logRetentionDays
    forceCmkForQuery: false
    diagnosticSettings: [
      {
        name: 'to-itself'
        useThisWorkspace: true
      }
    ]
    tags: tags
    lock: lock
  }
}

// Managed identities: one for the machine, one for encryption (FR-019)
module managedIdentities 'br/public:avm/res/managed-identity/user-assigned-identity:0.6.0' = [
  for identity in identities: {
    params: {
      name: identity
      location: location
      tags: tags
      lock: lock
    }
  }
]

// NAT gateway: the only outbound access of the workload subnet (FR-005, SEC-006)
module natGateway 'br/public:avm/res/network/nat-gateway:2.1.0' = if (deployNatGateway) {
  params: {
    name: names.natGateway
    location: location
    availabilityZone: availabilityZone
    idleTimeoutInMinutes: 4
    publicIPAddresses: [
      {
        name: names.natGatewayPublicIp
        availabilityZones: [1, 2, 3]
        diagnosticSettings: diagnostics
      }
    ]
    tags: tags
    lock: lock
  }
  dependsOn: [logAnalytics]
}

// Network security groups: one for each subnet (FR-003, SEC-001, SEC-002, SEC-003)
module networkSecurityGroups 'br/public:avm/res/network/network-security-group:0.5.3' = [
  for subnet in subnets: {
    params: {
      name: subnet.securityGroup
      location: location
      securityRules: subnet.securityRules
      diagnosticSettings: diagnostics
      tags: tags
      lock: lock
    }
    dependsOn: [logAnalytics]
  }
]

// Virtual network and its subnets (FR-003)
module virtualNetwork 'br/public:avm/res/network/virtual-network:0.10.1' = {
  params: {
    name: names.virtualNetwork
    location: location
    addressPrefixes: [addressSpace]
    subnets: [
      for subnet in subnets: {
        name: subnet.name
        addressPrefix: subnet.prefix
        networkSecurityGroupResourceId: resourceId('Microsoft.Network/networkSecurityGroups', subnet.securityGroup)
        natGatewayResourceId: subnet.natGatewayId
        defaultOutboundAccess: false
        privateEndpointNetworkPolicies: 'Enabled'
      }
    ]
    diagnosticSettings: diagnostics
    tags: tags
    lock: lock
  }
  dependsOn: [natGateway, networkSecurityGroups]
}

// Azure Bastion: the only administrative access (FR-004, SEC-004)
module bastion 'br/public:avm/res/network/bastion-host:0.8.2' = {
  params: {
    name: names.bastion
    location: location
    skuName: 'Standard'
    virtualNetworkResourceId: ids.virtualNetwork
    availabilityZones: [1, 2, 3]
    publicIPAddressObject: {
      name: names.bastionPublicIp
      availabilityZones: [1, 2, 3]
      diagnosticSettings: diagnostics
    }
    diagnosticSettings: diagnostics
    tags: tags
    lock: lock
  }
  dependsOn: [virtualNetwork]
}

// Private DNS zones, linked to the network (SEC-008)
module privateDnsZones 'br/public:avm/res/network/private-dns-zone:0.8.1' = [
  for zone in zonesToCreate: {
    params: {
      name: zone
      virtualNetworkLinks: [
        {
          name: 'link-${names.virtualNetwork}'
          virtualNetworkResourceId: ids.virtualNetwork
          registrationEnabled: false
        }
      ]
      tags: tags
      lock: lock
    }
    dependsOn: [virtualNetwork]
  }
]

// Key vault of the workload (FR-010, SEC-008)
module keyVault 'br/public:avm/res/key-vault/vault:0.14.0' = if (deployKeyVault) {
  params: {
    name: names.keyVault
    location: location
    sku: 'standard'
    softDeleteRetentionInDays: 90
    publicNetworkAccess: 'Disabled'
    networkAcls: {
      bypass: 'AzureServices'
      defaultAction: 'Deny'
    }
    privateEndpoints: [
      {
        name: 'pep-${names.keyVault}'
        location: location
        service: 'vault'
        customNetworkInterfaceName: 'nic-pep-${names.keyVault}'
        subnetResourceId: ids.subnetPrivateEndpoints
        privateDnsZoneGroup: {
          privateDnsZoneGroupConfigs: [
            {
              privateDnsZoneResourceId: ids.privateDnsZoneVault
            }
          ]
        }
      }
    ]
    enableVaultForDeployment: false
    enableVaultForDiskEncryption: false
    enableVaultForTemplateDeployment: false
    roleAssignments: [
      {
        roleDefinitionIdOrName: '4633458b-17de-408a-b874-0445c86b69e6'
        principalId: managedIdentities[0].outputs.principalId
        principalType: 'ServicePrincipal'
      }
    ]
    keys: [
      ...(deployCustomerManagedKeys
        ? [
            {
              name: 'key-encryption'
              kty: 'RSA'
              keySize: 3072
              rotationPolicy: {
                attributes: {
                  expiryTime: 'P2Y'
                }
                lifetimeActions: [
                  {
                    trigger: {
                      timeAfterCreate: 'P22M'
                    }
                    action: {
                      type: 'rotate'
                    }
                  }
                ]
              }
              roleAssignments: [
                {
                  roleDefinitionIdOrName: 'e147488a-f6f5-4113-8e2d-b22465e65bf6'
                  principalId: managedIdentities[1].outputs.principalId
                  principalType: 'ServicePrincipal'
                }
              ]
            }
          ]
        : [])
    ]
    diagnosticSettings: diagnostics
    tags: tags
    lock: lock
  }
  dependsOn: [privateDnsZones]
}

// Disk encryption set: binds the disks to the key in the vault (SEC-009)
module diskEncryptionSet 'br/public:avm/res/compute/disk-encryption-set:0.6.1' = if (deployCustomerManagedKeys) {
  params: {
    name: names.diskEncryptionSet
    location: location
    encryptionType: 'EncryptionAtRestWithCustomerKey'
    customerManagedKey: {
      keyVaultResourceId: ids.keyVault
      keyName: 'key-encryption'
      autoRotationEnabled: true
    }
    managedIdentities: {
      userAssignedResourceIds: [ids.identityEncryption]
    }
    tags: tags
    lock: lock
  }
  dependsOn: [keyVault, managedIdentities]
}

// Storage account of the workload (FR-011, SEC-008)
module storageAccount 'br/public:avm/res/storage/storage-account:0.33.0' = if (deployStorageAccount) {
  params: {
    name: names.storageAccount
    location: location
    skuName: storageSku
    allowSharedKeyAccess: false
    defaultToOAuthAuthentication: true
    publicNetworkAccess: 'Disabled'
    networkAcls: {
      bypass: 'AzureServices'
      defaultAction: 'Deny'
    }
    privateEndpoints: [
      {
        name: 'pep-${names.storageAccount}-blob'
        location: location
        service: 'blob'
        customNetworkInterfaceName: 'nic-pep-${names.storageAccount}-blob'
        subnetResourceId: ids.subnetPrivateEndpoints
        privateDnsZoneGroup: {
          privateDnsZoneGroupConfigs: [
            {
              privateDnsZoneResourceId: ids.privateDnsZoneBlob
            }
          ]
        }
      }
    ]
    managedIdentities: {
      userAssignedResourceIds: [ids.identityEncryption]
    }
    customerManagedKey: deployCustomerManagedKeys
      ? {
          keyVaultResourceId: ids.keyVault
          keyName: 'key-encryption'
          autoRotationEnabled: true
          userAssignedIdentityResourceId: ids.identityEncryption
        }
      : null
    blobServices: {
      containerDeleteRetentionPolicyEnabled: true
      containerDeleteRetentionPolicyDays: 14
      deleteRetentionPolicyEnabled: true
      deleteRetentionPolicyDays: 14
      containers: [
        for container in blobContainers: {
          name: container
          publicAccess: 'None'
        }
      ]
      diagnosticSettings: diagnostics
    }
    roleAssignments: [
      {
        roleDefinitionIdOrName: 'ba92f5b4-2d11-453d-a403-e96b0029c9fe'
        principalId: managedIdentities[0].outputs.principalId
        principalType: 'ServicePrincipal'
      }
    ]
    diagnosticSettings: diagnostics
    tags: tags
    lock: lock
  }
  dependsOn: [keyVault, privateDnsZones]
}

// Recovery Services vault with the daily policy; the enhanced kind, as Trusted Launch needs (FR-013, OPS-005)
module recoveryVault 'br/public:avm/res/recovery-services/vault:0.13.0' = if (deployBackup) {
  params: {
    name: names.recoveryVault
    location: location
    redundancySettings: backupRedundancy == 'LocallyRedundant'
      ? {
          standardTierStorageRedundancy: 'LocallyRedundant'
        }
      : backupRedundancy == 'ZoneRedundant'
          ? {
              standardTierStorageRedundancy: 'ZoneRedundant'
            }
          : {
              standardTierStorageRedundancy: 'GeoRedundant'
            }
    backupPolicies: [
      {
        name: 'bkpol-daily'
        properties: {
          backupManagementType: 'AzureIaasVM'
          policyType: 'V2'
          instantRpRetentionRangeInDays: 2
          timeZone: 'UTC'
          schedulePolicy: {
            schedulePolicyType: 'SimpleSchedulePolicyV2'
            scheduleRunFrequency: 'Daily'
            dailySchedule: {
              scheduleRunTimes: ['2025-01-01T02:00:00Z']
            }
          }
          retentionPolicy: {
            retentionPolicyType: 'LongTermRetentionPolicy'
            dailySchedule: {
              retentionTimes: ['2025-01-01T02:00:00Z']
              retentionDuration: {
                count: backupRetentionDays
                durationType: 'Days'
              }
            }
          }
        }
      }
    ]
    monitoringSettings: {
      azureMonitorAlertSettings: {
        alertsForAllJobFailures: 'Enabled'
      }
    }
    diagnosticSettings: dedicatedDiagnostics
    tags: tags
    lock: lock
  }
  dependsOn: [logAnalytics]
}

// Maintenance configuration: when updates are installed (FR-014, OPS-008)
module maintenance 'br/public:avm/res/maintenance/maintenance-configuration:0.4.0' = if (deployMaintenance) {
  params: {
    name: names.maintenance
    location: location
    maintenanceScope: 'InGuestPatch'
    extensionProperties: {
      InGuestPatchMode: 'User'
    }
    maintenanceWindow: {
      startDateTime: '2026-01-04 22:00'
      duration: '03:00'
      timeZone: 'UTC'
      recurEvery: maintenanceRecurEvery
    }
    installPatches: {
      rebootSetting: 'IfRequired'
      windowsParameters: {
        classificationsToInclude: ['Critical', 'Security', 'UpdateRollup', 'Definition', 'Updates']
      }
    }
    tags: tags
    lock: lock
  }
}

// Data collection rule: which events and counters the agent sends (FR-012, OPS-003)
module collectionRule 'br/public:avm/res/insights/data-collection-rule:0.11.0' = if (deployMonitoringAgent) {
  params: {
    name: names.collectionRule
    location: location
    dataCollectionRuleProperties: {
      kind: 'Windows'
      dataSources: {
        windowsEventLogs: [
          {
            name: 'event-logs'
            streams: ['Microsoft-Event']
            xPathQueries: [
              'Application!*[System[(Level=1 or Level=2 or Level=3)]]'
              'System!*[System[(Level=1 or Level=2 or Level=3)]]'
              'Security!*[System[(band(Keywords,13510798882111488))]]'
            ]
          }
        ]
        performanceCounters: [
          {
            name: 'performance-counters'
            streams: ['Microsoft-Perf']
            samplingFrequencyInSeconds: 60
            counterSpecifiers: [
              '\\Processor Information(_Total)\\% Processor Time'
              '\\Memory\\Available Bytes'
              '\\Memory\\% Committed Bytes In Use'
              '\\LogicalDisk(*)\\% Free Space'
              '\\LogicalDisk(*)\\Free Megabytes'
              '\\LogicalDisk(*)\\Avg. Disk sec/Read'
              '\\LogicalDisk(*)\\Avg. Disk sec/Write'
              '\\Network Interface(*)\\Bytes Total/sec'
            ]
          }
        ]
      }
      destinations: {
        logAnalytics: [
          {
            name: 'log-analytics'
            workspaceResourceId: ids.logAnalytics
          }
        ]
      }
      dataFlows: [
        {
          streams: ['Microsoft-Event', 'Microsoft-Perf']
          destinations: ['log-analytics']
        }
      ]
    }
    tags: tags
    lock: lock
  }
  dependsOn: [logAnalytics]
}

// The data collection rule, to attach to (FR-012, OPS-003)
resource existingCollectionRule 'Microsoft.Insights/dataCollectionRules@2024-03-11' existing = {
  name: names.collectionRule
}

// Diagnostic settings of the data collection rule (ARC-002, FR-012, OPS-002, OPS-003)
// Not a module: its module has no parameter for diagnostic settings.
resource collectionRuleDiagnostics 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = if (deployMonitoringAgent) {
  scope: existingCollectionRule
  name: 'to-log-analytics'
  properties: {
    workspaceId: resourceId('Microsoft.OperationalInsights/workspaces', names.logAnalytics)
    logs: [
      {
        categoryGroup: 'allLogs'
        enabled: true
      }
    ]
    metrics: [
      {
        category: 'AllMetrics'
        enabled: true
      }
    ]
  }
  dependsOn: [collectionRule, logAnalytics]
}

// Internal load balancer in front of the application (FR-008)
module loadBalancer 'br/public:avm/res/network/load-balancer:0.8.0' = if (deployInternalLoadBalancer) {
  params: {
    name: names.loadBalancer
    location: location
    frontendIPConfigurations: [
      {
        name: 'frontend'
        subnetResourceId: ids.subnetWorkload
        availabilityZones: [1, 2, 3]
        privateIPAddress: '10.20.4.10'
      }
    ]
    backendAddressPools: [
      {
        name: 'machine'
        backendMembershipMode: 'NIC'
      }
    ]
    probes: [
      {
        name: 'health'
        protocol: 'Tcp'
        port: 443
        intervalInSeconds: 15
        numberOfProbes: 2
      }
    ]
    loadBalancingRules: [
      for port in loadBalancerPorts: {
        name: port.name
        protocol: 'Tcp'
        frontendIPConfigurationName: 'frontend'
        backendAddressPoolName: 'machine'
        probeName: 'health'
        frontendPort: port.port
        backendPort: port.backendPort
        disableOutboundSnat: true
        enableTcpReset: true
      }
    ]
    diagnosticSettings: diagnostics
    tags: tags
    lock: lock
  }
  dependsOn: [virtualNetwork]
}

// Existing vault that holds the administrator’s password (FR-009, SEC-012)
resource administratorVault 'Microsoft.KeyVault/vaults@2025-05-01' existing = {
  name: administrator.vaultName
  scope: resourceGroup(administrator.vaultResourceGroup)
}

// The Windows virtual machine (FR-002)
module virtualMachine 'br/public:avm/res/compute/virtual-machine:0.22.2' = {
  params: {
    name: names.virtualMachine
    location: location
    computerName: names.computerName
    osType: 'Windows'
    vmSize: virtualMachineSize
    availabilityZone: availabilityZone
    imageReference: image
    licenseType: useHybridBenefit ? 'Windows_Server' : null
    adminUsername: administrator.username
    adminPassword: administratorVault.getSecret(administrator.secretName)
    encryptionAtHost: encryptionAtHost
    securityType: trustedLaunch ? 'TrustedLaunch' : null
    secureBootEnabled: trustedLaunch
    vTpmEnabled: trustedLaunch
    osDisk: {
      name: names.osDisk
      caching: 'ReadWrite'
      createOption: 'FromImage'
      deleteOption: 'Delete'
      diskSizeGB: osDisk.sizeGb
      managedDisk: {
        storageAccountType: osDisk.type
        diskEncryptionSetResourceId: deployCustomerManagedKeys ? ids.diskEncryptionSet : null
      }
    }
    dataDisks: [
      for disk in dataDisks: {
        name: '${names.dataDisk}-${disk.name}'
        lun: disk.lun
        caching: disk.caching
        createOption: 'Empty'
        deleteOption: 'Detach'
        diskSizeGB: disk.sizeGb
        managedDisk: {
          storageAccountType: disk.type
          diskEncryptionSetResourceId: deployCustomerManagedKeys ? ids.diskEncryptionSet : null
        }
      }
    ]
    nicConfigurations: [
      {
        name: names.networkInterface
        deleteOption: 'Delete'
        enableAcceleratedNetworking: true
        ipConfigurations: [
          {
            name: 'ipconfig-01'
            subnetResourceId: ids.subnetWorkload
            loadBalancerBackendAddressPools: deployInternalLoadBalancer
              ? [
                  {
                    id: ids.backendPool
                  }
                ]
              : []
          }
        ]
        diagnosticSettings: diagnostics
      }
    ]
    managedIdentities: {
      systemAssigned: assignBaseline ? true : false
      userAssignedResourceIds: [ids.identityWorkload]
    }
    bootDiagnostics: true
    patchMode: 'AutomaticByPlatform'
    patchAssessmentMode: 'AutomaticByPlatform'
    bypassPlatformSafetyChecksOnUserSchedule: deployMaintenance ? true : false
    maintenanceConfigurationResourceId: deployMaintenance ? ids.maintenance : ''
    backupVaultName: deployBackup ? names.recoveryVault : ''
    backupPolicyName: deployBackup ? 'bkpol-daily' : ''
    extensionMonitoringAgentConfig: deployMonitoringAgent
      ? {
          enabled: true
          name: 'AzureMonitorWindowsAgent'
          enableAutomaticUpgrade: true
          dataCollectionRuleAssociations: [
            {
              name: names.collectionRule
              dataCollectionRuleResourceId: ids.collectionRule
            }
          ]
          settings: {
            authentication: {
              managedIdentity: {
                'identifier-name': 'mi_res_id'
                'identifier-value': ids.identityWorkload
              }
            }
          }
        }
      : {
          enabled: false
          dataCollectionRuleAssociations: []
        }
    extensionGuestConfigurationExtension: assignBaseline
      ? {
          enabled: true
          enableAutomaticUpgrade: true
        }
      : {
          enabled: false
        }
    guestConfiguration: assignBaseline
      ? {
          name: 'AzureWindowsBaseline'
          version: '1.*'
          assignmentType: 'Audit'
        }
      : {}
    tags: tags
    lock: lock
  }
  dependsOn: [
    collectionRule
    diskEncryptionSet
    loadBalancer
    maintenance
    managedIdentities
    recoveryVault
    virtualNetwork
  ]
}

// The virtual machine, to attach to (SEC-007)
resource existingVirtualMachine 'Microsoft.Compute/virtualMachines@2025-04-01' existing = {
  name: names.virtualMachine
}

// Hardening script, run once the machine is up and again when it changes; the application is installed after it (ARC-002, SEC-007)
// Not a module: there is no module for run commands.
resource hardeningScript 'Microsoft.Compute/virtualMachines/runCommands@2025-04-01' = if (runHardeningScript) {
  parent: existingVirtualMachine
  name: 'harden'
  location: location
  tags: tags
  properties: {
    source: {
      script: loadTextContent('scripts/harden.ps1')
    }
    timeoutInSeconds: 900
    treatFailureAsDeploymentFailure: true
  }
  dependsOn: [virtualMachine]
}

// The data disks, to lock (FR-016, RES-003)
resource existingDataDisks 'Microsoft.Compute/disks@2025-01-02' existing = [
  for disk in dataDisks: {
    name: '${names.dataDisk}-${disk.name}'
  }
]

// Locks of the data disks (ARC-002, FR-002, FR-016, RES-003)
// Not a module: the VM module locks the VM and not its data disks, and there is no module for a lock on a resource.
resource dataDiskLocks 'Microsoft.Authorization/locks@2020-05-01' = [
  for (disk, index) in dataDisks: if (lock.kind != 'None') {
    scope: existingDataDisks[index]
    name: 'lock-${names.dataDisk}-${disk.name}'
    properties: {
      level: lock.kind
      notes: 'Cannot delete the data disk.'
    }
    dependsOn: [virtualMachine]
  }
]

// Diagnostic settings of the virtual machine (ARC-002, FR-002, FR-012, OPS-002)
// Not a module: its module has no parameter for diagnostic settings.
resource virtualMachineDiagnostics 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  scope: existingVirtualMachine
  name: 'to-log-analytics'
  properties: {
    workspaceId: resourceId('Microsoft.OperationalInsights/workspaces', names.logAnalytics)
    metrics: [
      {
        category: 'AllMetrics'
        enabled: true
      }
    ]
  }
  dependsOn: [virtualMachine]
}

// Just-in-time policy: remote desktop opens on request, from where administrators come (ARC-002, SEC-005)
// Not a module: there is no module for just-in-time policies.
resource justInTime 'Microsoft.Security/locations/jitNetworkAccessPolicies@2020-01-01' = if (deployJustInTime) {
  name: '${location}/${names.justInTime}'
  kind: 'Basic'
  properties: {
    virtualMachines: [
      {
        id: resourceId('Microsoft.Compute/virtualMachines', names.virtualMachine)
        ports: [
          {
            number: 3389
            protocol: 'TCP'
            allowedSourceAddressPrefix: subnetPrefixes.bastion
            maxRequestAccessDuration: 'PT3H'
          }
        ]
      }
    ]
  }
  dependsOn: [virtualMachine]
}

// Action group: who is told (FR-015, OPS-010, OPS-015)
module actionGroup 'br/public:avm/res/insights/action-group:0.8.0' = if (deployAlerts) {
  params: {
    name: names.actionGroup
    groupShortName: names.actionGroupShort
    emailReceivers: [
      for email in alertEmails: {
        name: email
        emailAddress: email
        useCommonAlertSchema: true
      }
    ]
    tags: tags
    lock: lock
  }
}

// Metric alerts (FR-015, OPS-010, OPS-015)
module metricAlerts 'br/public:avm/res/insights/metric-alert:0.4.1' = [
  for alert in watchedMetrics: if (deployAlerts) {
    params: {
      name: alert.name
      alertDescription: alert.description
      severity: alert.severity
      scopes: [alert.scope]
      targetResourceType: alert.resourceType
      targetResourceRegion: location
      evaluationFrequency: alert.frequency
      windowSize: alert.window
      criteria: {
        'odata.type': 'Microsoft.Azure.Monitor.SingleResourceMultipleMetricCriteria'
        allof: [
          {
            name: 'criterion'
            criterionType: 'StaticThresholdCriterion'
            metricNamespace: alert.resourceType
            metricName: alert.metric
            timeAggregation: alert.aggregation
            operator: alert.operator
            threshold: alert.threshold
            dimensions: alert.dimensions
          }
        ]
      }
      actions: [
        {
          actionGroupId: ids.actionGroup
        }
      ]
      tags: tags
      lock: lock
    }
    dependsOn: [actionGroup, keyVault, storageAccount, virtualMachine]
  }
]

// Log alerts (FR-015, OPS-010, OPS-015)
module logAlerts 'br/public:avm/res/insights/scheduled-query-rule:0.6.0' = [
  for alert in watchedLogs: if (deployAlerts) {
    params: {
      name: alert.name
      location: location
      alertDescription: alert.description
      severity: alert.severity
      scopes: [ids.logAnalytics]
      evaluationFrequency: alert.frequency
      windowSize: alert.window
      skipQueryValidation: true
      criterias: {
        allOf: [
          {
            query: alert.query
            timeAggregation: 'Count'
            dimensions: alert.dimensions
            operator: 'GreaterThan'
            threshold: 0
            failingPeriods: {
              numberOfEvaluationPeriods: 1
              minFailingPeriodsToAlert: 1
            }
          }
        ]
      }
      actions: {
        actionGroupResourceIds: [ids.actionGroup]
      }
      tags: tags
      lock: lock
    }
    dependsOn: [actionGroup, virtualMachine]
  }
]

// Activity log alerts (FR-015, OPS-010, OPS-015)
module eventAlerts 'br/public:avm/res/insights/activity-log-alert:0.4.2' = [
  for alert in watchedEvents: if (deployAlerts) {
    params: {
      name: alert.name
      alertDescription: alert.description
      scopes: [alert.scope]
      conditions: alert.conditions
      actions: [
        {
          actionGroupId: ids.actionGroup
        }
      ]
      tags: tags
      lock: lock
    }
    dependsOn: [actionGroup, virtualMachine]
  }
]

// Alert processing rules (FR-015, OPS-010, OPS-015, OPS-016)
module alertProcessingRules 'br/public:avm/res/alerts-management/action-rule:0.2.4' = [
  for rule in alertProcessing: if (deployAlerts) {
    params: {
      name: rule.name
      aprDescription: rule.description
      scopes: rule.scopes
      conditions: rule.conditions
      actions: rule.actions
      schedule: rule.schedule
      tags: tags
      lock: lock
    }
    dependsOn: [actionGroup, virtualMachine]
  }
]

@description('Name of the Bastion host')
output bastionName string = names.bastion

@description('Name of the workload’s key vault')
output keyVaultName string = deployKeyVault ? names.keyVault : ''

@description('Resource id of the Log Analytics workspace')
output logAnalyticsWorkspaceId string = ids.logAnalytics

@description('Name of the vault that keeps the backups')
output recoveryVaultName string = deployBackup ? names.recoveryVault : ''

@description('Name of the workload’s storage account')
output storageAccountName string = deployStorageAccount ? names.storageAccount : ''

@description('Resource id of the virtual machine, to open a Bastion session to')
output virtualMachineId string = ids.virtualMachine

@description('Name of the virtual machine')
output virtualMachineName string = names.virtualMachine

@description('Resource id of the virtual network')
output virtualNetworkId string = ids.virtualNetwork

@description('Client id of the VM’s user-assigned identity, to sign in with')
output workloadIdentityClientId string = managedIdentities[0].outputs.clientId
