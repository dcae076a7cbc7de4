import { libraryMutations } from './library-mutations.ts';
import type { Mutation } from './mutation.ts';
import type { Resources } from './resources.ts';

const vm = 'Microsoft.Compute/virtualMachines';
const extension = `${vm}/extensions`;
const command = `${vm}/runCommands`;
const disk = 'Microsoft.Compute/disks';
const nic = 'Microsoft.Network/networkInterfaces';
const nsg = 'Microsoft.Network/networkSecurityGroups';
const vnet = 'Microsoft.Network/virtualNetworks';
const subnet = `${vnet}/subnets`;
const balancer = 'Microsoft.Network/loadBalancers';
const bastion = 'Microsoft.Network/bastionHosts';
const endpoint = 'Microsoft.Network/privateEndpoints';
const zoneGroup = `${endpoint}/privateDnsZoneGroups`;
const zone = 'Microsoft.Network/privateDnsZones';
const vault = 'Microsoft.KeyVault/vaults';
const account = 'Microsoft.Storage/storageAccounts';
const workspace = 'Microsoft.OperationalInsights/workspaces';
const setting = 'Microsoft.Insights/diagnosticSettings';
const collection = 'Microsoft.Insights/dataCollectionRules';
const association = 'Microsoft.Insights/dataCollectionRuleAssociations';
const baseline = 'Microsoft.GuestConfiguration/guestConfigurationAssignments';
const jit = 'Microsoft.Security/locations/jitNetworkAccessPolicies';

const address = { id: '/subscriptions/x/resourceGroups/y/providers/Microsoft.Network/publicIPAddresses/pip' };
const elsewhere = '/subscriptions/x/resourceGroups/y/providers/Microsoft.OperationalInsights/workspaces/log-other';

const groupsAndSubnets: readonly Mutation[] = [
  [
    'SEC-001',
    'a subnet without a group',
    (r) => r.set(subnet, 'snet-workload', 'properties.networkSecurityGroup', null),
    subnet,
  ],
  [
    'SEC-001',
    'the subnet of Bastion without a group',
    (r) => r.set(subnet, 'AzureBastionSubnet', 'properties.networkSecurityGroup', undefined),
    subnet,
  ],
  [
    'SEC-001',
    'a subnet declared within its network',
    (r) =>
      r.set(vnet, '', 'properties.subnets', [{ name: 'snet-extra', properties: { addressPrefix: '10.20.2.0/24' } }]),
    '/subnets/snet-extra',
  ],
  ['SEC-003', 'no rule that denies', (r) => r.set(nsg, 'nsg-endpoints', 'properties.securityRules', []), nsg],
  ['SEC-003', 'an allow after the deny', (r) => r.rule('nsg-workload', { priority: 4050 }), nsg],
  [
    'SEC-003',
    'an allow after the deny, in a resource of its own',
    (r) =>
      r.add({
        id: `${r.one(nsg, 'nsg-workload').id}/securityRules/late`,
        type: `${nsg}/securityRules`,
        name: 'late',
        properties: {
          access: 'Allow',
          direction: 'Inbound',
          priority: 4050,
          protocol: '*',
          sourceAddressPrefix: '10.0.0.0/8',
          destinationPortRange: '443',
        },
      }),
    nsg,
  ],
  ['SEC-003', 'a deny for TCP alone', (r) => denyOf(r, 'protocol', 'Tcp'), nsg],
  ['SEC-003', 'a deny for some sources alone', (r) => denyOf(r, 'sourceAddressPrefix', 'Internet'), nsg],
  ['SEC-003', 'a deny for some source ports alone', (r) => denyOf(r, 'sourcePortRange', '1024-65535'), nsg],
  [
    'SEC-003',
    'a deny for some destinations alone',
    (r) => denyOf(r, 'destinationAddressPrefix', 'VirtualNetwork'),
    nsg,
  ],
  ['SEC-003', 'a deny of what goes out', (r) => denyOf(r, 'direction', 'Outbound'), nsg],
  [
    'SEC-006',
    'a subnet with default outbound access',
    (r) => r.set(subnet, 'snet-workload', 'properties.defaultOutboundAccess', true),
    subnet,
  ],
  [
    'SEC-006',
    'a subnet that does not say',
    (r) => r.set(subnet, 'snet-endpoints', 'properties.defaultOutboundAccess', undefined),
    subnet,
  ],
  [
    'SEC-006',
    'a subnet that says null',
    (r) => r.set(subnet, 'snet-endpoints', 'properties.defaultOutboundAccess', null),
    subnet,
  ],
];

const internet: readonly Mutation[] = [
  ['SEC-002', 'the internet', (r) => r.rule('nsg-workload', { sourceAddressPrefix: 'Internet' }), nsg],
  [
    'SEC-002',
    'the internet in lower case',
    (r) => r.rule('nsg-workload', { sourceAddressPrefix: 'internet', access: 'allow', direction: 'inbound' }),
    nsg,
  ],
  [
    'SEC-002',
    'everything among the sources',
    (r) => r.rule('nsg-workload', { sourceAddressPrefix: '', sourceAddressPrefixes: ['10.0.0.0/8', '0.0.0.0/0'] }),
    nsg,
  ],
  [
    'SEC-002',
    'everything, in two halves',
    (r) => r.rule('nsg-workload', { sourceAddressPrefix: '', sourceAddressPrefixes: ['0.0.0.0/1', '128.0.0.0/1'] }),
    nsg,
  ],
  ['SEC-002', 'a public address', (r) => r.rule('nsg-endpoints', { sourceAddressPrefix: '203.0.113.7' }), nsg],
  [
    'SEC-002',
    'a range wider than a private one',
    (r) => r.rule('nsg-workload', { sourceAddressPrefix: '172.16.0.0/11' }),
    nsg,
  ],
  ['SEC-002', 'everything in IPv6', (r) => r.rule('nsg-workload', { sourceAddressPrefix: '::/0' }), nsg],
  [
    'SEC-002',
    'all customers of Azure',
    (r) => r.rule('nsg-workload', { sourceAddressPrefix: 'AzureCloud.westeurope' }),
    nsg,
  ],
  [
    'SEC-002',
    'another port at the front of Bastion',
    (r) =>
      r.rule('nsg-bastion', {
        sourceAddressPrefix: 'Internet',
        destinationPortRange: '',
        destinationPortRanges: ['443', '3389'],
      }),
    nsg,
  ],
  [
    'SEC-002',
    'the group of Bastion on the workload',
    (r) => r.set(subnet, 'snet-workload', 'properties.networkSecurityGroup.id', r.one(nsg, 'nsg-bastion').id),
    nsg,
  ],
  [
    'SEC-002',
    'a public address on the network interface',
    (r) => r.set(nic, '', 'properties.ipConfigurations.0.properties.publicIPAddress', address),
    nic,
  ],
  [
    'SEC-002',
    'a public address on the second configuration',
    (r) => r.append(nic, '', 'properties.ipConfigurations', { name: 'b', properties: { publicIPAddress: address } }),
    nic,
  ],
  [
    'SEC-002',
    'a public address within the machine',
    (r) =>
      r.set(vm, '', 'properties.networkProfile.networkInterfaceConfigurations', [
        {
          name: 'n',
          properties: {
            ipConfigurations: [{ name: 'c', properties: { publicIPAddressConfiguration: { name: 'pip' } } }],
          },
        },
      ]),
    vm,
  ],
  [
    'SEC-002',
    'a public frontend',
    (r) => r.set(balancer, '', 'properties.frontendIPConfigurations.0.properties.publicIPAddress', address),
    balancer,
  ],
  [
    'SEC-002',
    'a frontend from a public prefix',
    (r) => r.set(balancer, '', 'properties.frontendIPConfigurations.0.properties.publicIPPrefix', address),
    balancer,
  ],
];

const administration: readonly Mutation[] = [
  ['SEC-004', 'no Bastion', (r) => r.drop(bastion), ''],
  ['SEC-004', 'no subnet for Bastion', (r) => r.drop(subnet, 'AzureBastionSubnet'), ''],
  ['SEC-004', 'remote desktop from the network', (r) => r.rule('nsg-workload', { destinationPortRange: '3389' }), nsg],
  [
    'SEC-004',
    'remote desktop within a range of ports',
    (r) => r.rule('nsg-workload', { destinationPortRange: '3000-4000' }),
    nsg,
  ],
  [
    'SEC-004',
    'remote management among other ports',
    (r) => r.rule('nsg-workload', { destinationPortRange: '', destinationPortRanges: ['443', '5985-5986'] }),
    nsg,
  ],
  [
    'SEC-004',
    'all ports from a neighbour of Bastion',
    (r) => r.rule('nsg-workload', { sourceAddressPrefix: '10.20.1.64/26', destinationPortRange: '*', protocol: '*' }),
    nsg,
  ],
  [
    'SEC-004',
    'health probes and others beside them',
    (r) =>
      r.rule('nsg-workload', {
        sourceAddressPrefix: '',
        sourceAddressPrefixes: ['AzureLoadBalancer', '10.0.0.0/8'],
        destinationPortRange: '3389',
      }),
    nsg,
  ],
  [
    'SEC-004',
    'a range around that of Bastion',
    (r) => r.rule('nsg-workload', { sourceAddressPrefix: '10.20.1.0/25', destinationPortRange: '3389' }),
    nsg,
  ],
  [
    'SEC-004',
    'an application security group',
    (r) =>
      r.rule('nsg-workload', {
        sourceAddressPrefix: '',
        sourceApplicationSecurityGroups: [address],
        destinationPortRange: '22',
      }),
    nsg,
  ],
  [
    'SEC-004',
    'requests from anywhere',
    (r) => r.set(jit, '', 'properties.virtualMachines.0.ports.0.allowedSourceAddressPrefix', '*'),
    jit,
  ],
  [
    'SEC-004',
    'requests from the whole network',
    (r) =>
      r.set(jit, '', 'properties.virtualMachines.0.ports.0', {
        number: 3389,
        protocol: '*',
        allowedSourceAddressPrefixes: ['10.20.1.0/26', '10.20.0.0/24'],
      }),
    jit,
  ],
  ['SEC-005', 'no policy', (r) => r.drop(jit), vm],
  [
    'SEC-005',
    'a policy for another machine',
    (r) => r.set(jit, '', 'properties.virtualMachines.0.id', `${r.one(vm).id}-2`),
    vm,
  ],
  ['SEC-005', 'a policy without ports', (r) => r.set(jit, '', 'properties.virtualMachines.0.ports', []), vm],
  [
    'SEC-005',
    'a policy for another port',
    (r) => r.set(jit, '', 'properties.virtualMachines.0.ports.0.number', 8080),
    vm,
  ],
  [
    'SEC-005',
    'open for a day',
    (r) => r.set(jit, '', 'properties.virtualMachines.0.ports.0.maxRequestAccessDuration', 'P1D'),
    jit,
  ],
  [
    'SEC-005',
    'open for a minute more',
    (r) => r.set(jit, '', 'properties.virtualMachines.0.ports.0.maxRequestAccessDuration', 'PT3H1M'),
    jit,
  ],
  [
    'SEC-005',
    'a standing rule from Bastion',
    (r) => r.rule('nsg-workload', { sourceAddressPrefix: '10.20.1.0/26', destinationPortRange: '3389' }),
    nsg,
  ],
];

const endpoints: readonly Mutation[] = [
  [
    'SEC-008',
    'a vault on public networks',
    (r) => r.set(vault, '', 'properties.publicNetworkAccess', 'Enabled'),
    vault,
  ],
  ['SEC-008', 'a vault that does not say', (r) => r.set(vault, '', 'properties.publicNetworkAccess', undefined), vault],
  [
    'SEC-008',
    'an account on public networks',
    (r) => r.set(account, '', 'properties.publicNetworkAccess', 'enabled'),
    account,
  ],
  ['SEC-008', 'no endpoint for the vault', (r) => r.drop(endpoint, 'pep-kv'), vault],
  ['SEC-008', 'no endpoint for the shares', (r) => r.drop(endpoint, '-file'), account],
  [
    'SEC-008',
    'an endpoint to another vault',
    (r) =>
      r.set(
        endpoint,
        'pep-kv',
        'properties.privateLinkServiceConnections.0.properties.privateLinkServiceId',
        `${r.one(vault).id}2`,
      ),
    vault,
  ],
  [
    'SEC-008',
    'an endpoint that waits for approval',
    (r) => r.set(endpoint, 'pep-kv', 'properties.privateLinkServiceConnections', []),
    vault,
  ],
  ['SEC-008', 'an endpoint without a zone group', (r) => r.drop(zoneGroup, 'pep-kv'), endpoint],
  [
    'SEC-008',
    'a zone group without zones',
    (r) => r.set(zoneGroup, '-blob', 'properties.privateDnsZoneConfigs', []),
    endpoint,
  ],
  [
    'SEC-008',
    'a record in the zone of another service',
    (r) =>
      r.set(
        zoneGroup,
        '-file',
        'properties.privateDnsZoneConfigs.0.properties.privateDnsZoneId',
        r.one(zone, 'blob').id,
      ),
    endpoint,
  ],
  ['SEC-008', 'a zone that no network looks into', (r) => r.drop(`${zone}/virtualNetworkLinks`, 'vaultcore'), zone],
];

const machine: readonly Mutation[] = [
  ['SEC-007', 'no baseline', (r) => r.drop(baseline), vm],
  [
    'SEC-007',
    'something else assigned',
    (r) => r.set(baseline, '', 'properties.guestConfiguration.name', 'InstalledApplication'),
    vm,
  ],
  ['SEC-007', 'nothing to watch the baseline', (r) => r.drop(extension, 'AzurePolicyforWindows'), vm],
  ['SEC-007', 'no script', (r) => r.drop(command), vm],
  ['SEC-007', 'a script with nothing in it', (r) => r.set(command, 'harden', 'properties.source.script', ' \n'), vm],
  [
    'SEC-009',
    'a system disk without the set',
    (r) => r.set(vm, '', 'properties.storageProfile.osDisk.managedDisk.diskEncryptionSet', null),
    vm,
  ],
  ['SEC-009', 'a data disk without the set', (r) => r.set(disk, '-logs', 'properties.encryption', undefined), disk],
  [
    'SEC-009',
    'a disk made with the machine',
    (r) => r.append(vm, '', 'properties.storageProfile.dataDisks', { lun: 9, createOption: 'Empty', managedDisk: {} }),
    vm,
  ],
  [
    'SEC-009',
    'an account with a key of Microsoft’s',
    (r) => r.set(account, '', 'properties.encryption.keySource', 'Microsoft.Storage'),
    account,
  ],
  [
    'SEC-009',
    'an account that names no key',
    (r) => r.set(account, '', 'properties.encryption.keyvaultproperties', null),
    account,
  ],
  ['SEC-010', 'switched off', (r) => r.set(vm, '', 'properties.securityProfile.encryptionAtHost', false), vm],
  ['SEC-010', 'not said', (r) => r.set(vm, '', 'properties.securityProfile.encryptionAtHost', undefined), vm],
  ['SEC-010', 'no security profile', (r) => r.set(vm, '', 'properties.securityProfile', null), vm],
  [
    'SEC-011',
    'no secure boot',
    (r) => r.set(vm, '', 'properties.securityProfile.uefiSettings.secureBootEnabled', false),
    vm,
  ],
  ['SEC-011', 'no TPM', (r) => r.set(vm, '', 'properties.securityProfile.uefiSettings.vTpmEnabled', undefined), vm],
  ['SEC-011', 'the standard type', (r) => r.set(vm, '', 'properties.securityProfile.securityType', 'Standard'), vm],
  [
    'TST-002',
    'a size of another list',
    (r) => r.set(vm, '', 'properties.hardwareProfile.vmSize', 'Standard_M128ms'),
    vm,
  ],
  ['TST-002', 'no size', (r) => r.set(vm, '', 'properties.hardwareProfile', undefined), vm],
];

const sharedKey = `DefaultEndpointsProtocol=https;AccountName=a;AccountKey=${'k'.repeat(86)}==`;

const secrets: readonly Mutation[] = [
  ['SEC-012', 'the password', (r) => r.set(vm, '', 'properties.osProfile.adminPassword', 'P@ssw0rd!'), vm],
  [
    'SEC-012',
    'a password that begins like an expression',
    (r) => r.set(vm, '', 'properties.osProfile.adminPassword', '[P@ssw0rd!'),
    vm,
  ],
  [
    'SEC-012',
    'a password that is an escaped bracket',
    (r) => r.set(vm, '', 'properties.osProfile.adminPassword', '[[P@ssw0rd!]'),
    vm,
  ],
  [
    'SEC-012',
    'a key of storage in the settings of an extension',
    (r) => r.set(extension, 'AzureMonitorWindowsAgent', 'properties.protectedSettings', { storageAccountKey: 'abc' }),
    extension,
  ],
  [
    'SEC-012',
    'a key within a command',
    (r) =>
      r.set(extension, 'AzureMonitorWindowsAgent', 'properties.settings', {
        commandToExecute: `setup.exe "${sharedKey}"`,
      }),
    extension,
  ],
  [
    'SEC-012',
    'a signature within an address',
    (r) =>
      r.set(extension, 'AzureMonitorWindowsAgent', 'properties.settings', {
        fileUris: ['https://a.blob.core.windows.net/c/f?sv=2024-01-01&sig=abcdefghijklmnop%3D'],
      }),
    extension,
  ],
  [
    'SEC-012',
    'a parameter of a script',
    (r) =>
      r.set(command, 'install-application', 'properties.parameters', [{ name: 'adminPassword', value: 'P@ssw0rd!' }]),
    command,
  ],
  [
    'SEC-012',
    'a secret of a vault',
    (r) =>
      r.add({
        id: `${r.one(vault).id}/secrets/s`,
        type: `${vault}/secrets`,
        name: 's',
        tags: {},
        properties: { value: 'P@ssw0rd!' },
      }),
    `${vault}/secrets`,
  ],
];

const logs: readonly Mutation[] = [
  ['OPS-001', 'no workspace', (r) => r.drop(workspace), ''],
  ['OPS-001', 'a second workspace', (r) => void r.copy(workspace, '', 'log-second'), workspace],
  [
    'OPS-001',
    'a setting that sends elsewhere',
    (r) => r.set(setting, 'KeyVault', 'properties.workspaceId', elsewhere),
    setting,
  ],
  [
    'OPS-001',
    'a setting that sends to storage alone',
    (r) => r.set(setting, 'bastionHosts', 'properties.workspaceId', null),
    setting,
  ],
  [
    'OPS-001',
    'a data collection rule that sends elsewhere',
    (r) =>
      r.append(collection, '', 'properties.destinations.logAnalytics', { name: 'b', workspaceResourceId: elsewhere }),
    collection,
  ],
  ['OPS-002', 'no setting on the machine', (r) => r.drop(setting, '/virtualMachines/'), vm],
  [
    'OPS-002',
    'no setting on the files of storage',
    (r) => r.drop(setting, '/fileServices/'),
    `${account}/fileServices`,
  ],
  ['OPS-002', 'a setting on a child alone', (r) => r.drop(setting, `${r.one(account).id}/providers/`), account],
  ['OPS-002', 'logs switched off', (r) => r.set(setting, 'KeyVault', 'properties.logs.0.enabled', false), vault],
  [
    'OPS-002',
    'the audit logs alone',
    (r) => r.set(setting, 'bastionHosts', 'properties.logs.0.categoryGroup', 'audit'),
    bastion,
  ],
  ['OPS-002', 'no metrics', (r) => r.set(setting, '/loadBalancers/', 'properties.metrics', []), balancer],
  [
    'OPS-002',
    'a setting that sends to storage alone',
    (r) => r.set(setting, '/networkInterfaces/', 'properties.workspaceId', undefined),
    nic,
  ],
  [
    'OPS-002',
    'a type that nobody knows',
    (r) =>
      r.add({
        id: '/subscriptions/x/resourceGroups/y/providers/Contoso.New/things/one',
        type: 'Contoso.New/things',
        name: 'one',
      }),
    'Contoso.New/things',
  ],
  ['OPS-003', 'no agent', (r) => r.drop(extension, 'AzureMonitorWindowsAgent'), vm],
  [
    'OPS-003',
    'another extension under its name',
    (r) => r.set(extension, 'AzureMonitorWindowsAgent', 'properties.type', 'MicrosoftMonitoringAgent'),
    vm,
  ],
  ['OPS-003', 'no association', (r) => r.drop(association), vm],
  [
    'OPS-003',
    'an association with an endpoint alone',
    (r) => r.set(association, '/dcr-', 'properties', { dataCollectionEndpointId: elsewhere }),
    vm,
  ],
  ['OPS-003', 'no event logs', (r) => r.set(collection, '', 'properties.dataSources.windowsEventLogs', []), collection],
  [
    'OPS-003',
    'counters that flow nowhere',
    (r) => r.set(collection, '', 'properties.dataFlows.0.streams', ['Microsoft-Event']),
    collection,
  ],
  ['OPS-004', 'a month', (r) => r.set(workspace, '', 'properties.retentionInDays', 30), workspace],
  ['OPS-004', 'a day less', (r) => r.set(workspace, '', 'properties.retentionInDays', 89), workspace],
  ['OPS-004', 'not said', (r) => r.set(workspace, '', 'properties.retentionInDays', undefined), workspace],
  [
    'OPS-004',
    'a table that keeps less',
    (r) =>
      r.add({
        id: `${r.one(workspace).id}/tables/Event`,
        type: `${workspace}/tables`,
        name: 'Event',
        properties: { retentionInDays: 7 },
      }),
    `${workspace}/tables`,
  ],
];

const tagsAndRegions: readonly Mutation[] = [
  ['TAG-001', 'a tag that is missing', (r) => r.set(vm, '', 'tags.costCenter', undefined), vm],
  ['TAG-001', 'a tag without a value', (r) => r.set(disk, '-data', 'tags.owner', ''), disk],
  ['TAG-001', 'a tag of spaces', (r) => r.set(extension, 'AzureMonitorWindowsAgent', 'tags.owner', '  '), extension],
  ['TAG-001', 'no tags', (r) => r.set(endpoint, '-blob', 'tags', null), endpoint],
  ['TST-001', 'another region', (r) => r.set(vm, '', 'location', 'West US'), vm],
  [
    'TST-001',
    'another region, with a name like one that is allowed',
    (r) => r.set(account, '', 'location', 'westeurope2'),
    account,
  ],
  ['TST-001', 'another region for a child', (r) => r.set(command, 'harden', 'location', 'eastus'), command],
];

export const mutations: readonly Mutation[] = [
  ...libraryMutations,
  ...groupsAndSubnets,
  ...internet,
  ...administration,
  ...endpoints,
  ...machine,
  ...secrets,
  ...logs,
  ...tagsAndRegions,
];

function denyOf(r: Resources, key: string, value: string): void {
  const rules = r.one(nsg, 'nsg-workload')['properties'] as {
    securityRules: { name: string; properties: Record<string, unknown> }[];
  };
  for (const rule of rules.securityRules) if (rule.name === 'DenyAllInbound') rule.properties[key] = value;
}
