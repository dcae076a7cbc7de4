using 'main.bicep'

// The dev environment of legacyapp, made by create-avm from avm.yaml. Change the answers there and run `avm render`.

// Environment that is deployed
param environmentName = 'dev'

// Azure region of everything that has one
param location = 'westeurope'

// Values of the tags; the environment’s own tag is its name
param tagValues = {
  application: 'legacyapp'
  costCenter: '0000'
  owner: 'platform-team'
}

// Lock of each resource that its module can lock
param lockKind = 'None'

// Days that logs are kept
param logRetentionDays = 90

// Deploy this part: NAT gateway
param deployNatGateway = false

// Availability zone of the machine and of what stands beside it; -1 for none
param availabilityZone = 1

// Address space of the virtual network, in CIDR notation
param addressSpace = '10.20.0.0/22'

// Range of each subnet, within the address space
param subnetPrefixes = {
  workload: '10.20.0.0/24'
  privateEndpoints: '10.20.1.64/26'
  bastion: '10.20.1.0/26'
}

// Private DNS zone of each service that is reached by private endpoint
param privateDnsZoneNames = {
  blob: 'privatelink.blob.core.windows.net'
  vault: 'privatelink.vaultcore.azure.net'
}

// Deploy this part: Key vault
param deployKeyVault = false

// Deploy this part: Customer-managed keys
param deployCustomerManagedKeys = false

// Deploy this part: Storage account
param deployStorageAccount = true

// Redundancy of the storage account
param storageSku = 'Standard_LRS'

// Blob containers of the storage account
param blobContainers = ['artifacts']

// Deploy this part: Backup
param deployBackup = false

// How backups are replicated; cannot be changed once something is backed up
param backupRedundancy = 'LocallyRedundant'

// Days that a daily recovery point is kept
param backupRetentionDays = 7

// Deploy this part: Maintenance window
param deployMaintenance = false

// Call nobody about a restart while the maintenance window is open
param muteAlertsDuringMaintenance = true

// When notifications about restarts are off, weekly
param quietTimesWeekly = [
  {
    recurrenceType: 'Weekly'
    daysOfWeek: ['Sunday']
    startTime: '22:00:00'
    endTime: '23:59:59'
  }
  {
    recurrenceType: 'Weekly'
    daysOfWeek: ['Monday']
    startTime: '00:00:00'
    endTime: '01:15:00'
  }
]

// How often the window returns
param maintenanceRecurEvery = 'Week Sunday'

// Deploy this part: Azure Monitor Agent
param deployMonitoringAgent = false

// Deploy this part: Internal load balancer
param deployInternalLoadBalancer = false

// Ports of the application: what clients use, and what it listens on
param loadBalancerPorts = [
  {
    name: 'https'
    port: 443
    backendPort: 443
  }
]

// Run scripts/harden.ps1 on the machine
param runHardeningScript = true

// Assign the Azure security baseline for Windows
param assignBaseline = false

// Name of the computer inside Windows
param computerName = 'legacyapp-dev'

// Size of the virtual machine
param virtualMachineSize = 'Standard_B2s_v2'

// Marketplace image of the operating system
param image = {
  publisher: 'MicrosoftWindowsServer'
  offer: 'WindowsServer'
  sku: '2022-datacenter-g2'
  version: 'latest'
}

// Use Windows Server licences of one’s own (Azure Hybrid Benefit)
param useHybridBenefit = false

// The local administrator: name, and where the password is, a secret in an existing key vault
param administrator = {
  username: 'azureadmin'
  vaultName: 'kv-legacyapp-dev-ops'
  vaultResourceGroup: 'rg-legacyapp-dev-ops'
  secretName: 'vm-administrator-password'
}

// Encrypt temporary disks and caches at the host; needs the feature registered in the subscription
param encryptionAtHost = false

// Start with secure boot and a virtual TPM; false leaves it to the default of the subscription
param trustedLaunch = false

// Size in GiB and type of the disk with the operating system
param osDisk = {
  sizeGb: 128
  type: 'StandardSSD_LRS'
}

// Data disks of the machine; a disk keeps its name and its lun for life
param dataDisks = []

// Deploy this part: Just-in-time access
param deployJustInTime = false

// Deploy this part: Alerts
param deployAlerts = false

// Who is told of trouble, by e-mail
param alertEmails = []

// Regions of which Azure’s service health is reported
param serviceHealthRegions = ['West Europe', 'Global']
