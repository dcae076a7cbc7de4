using 'main.bicep'

// The test environment of legacyapp, made by create-avm from avm.yaml. Change the answers there and run `avm render`.

// Environment that is deployed
param environmentName = 'test'

// Azure region of everything that has one
param location = 'westeurope'

// Values of the tags; the environment’s own tag is its name
param tagValues = {
  application: 'legacyapp'
  costCenter: '0000'
  owner: 'platform-team'
}

// Days that logs are kept
param logRetentionDays = 30

// Availability zone of the machine and of what stands beside it; -1 for none
param availabilityZone = 1

// Address space of the virtual network, in CIDR notation
param addressSpace = '10.20.4.0/22'

// Range of each subnet, within the address space
param subnetPrefixes = {
  workload: '10.20.4.0/24'
  bastion: '10.20.5.0/26'
}

// Size of the virtual machine
param virtualMachineSize = 'Standard_D2s_v5'

// Marketplace image of the operating system
param image = {
  publisher: 'MicrosoftWindowsServer'
  offer: 'WindowsServer'
  sku: '2022-datacenter-g2'
  version: 'latest'
}

// The local administrator: name, and where the password is, a secret in an existing key vault
param administrator = {
  username: 'azureadmin'
  vaultName: 'kv-legacyapp-test-ops'
  vaultResourceGroup: 'rg-legacyapp-test-ops'
  secretName: 'vm-administrator-password'
}

// Encrypt temporary disks and caches at the host; needs the feature registered in the subscription
param encryptionAtHost = true

// Size in GiB and type of the disk with the operating system
param osDisk = {
  sizeGb: 128
  type: 'Premium_LRS'
}
