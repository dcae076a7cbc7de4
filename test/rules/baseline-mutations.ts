import type { Mutation } from './mutation.ts';
import type { Resources } from './resources.ts';

const account = 'Microsoft.Storage/storageAccounts';
const blobs = `${account}/blobServices`;
const vault = 'Microsoft.KeyVault/vaults';
const key = `${vault}/keys`;
const group = 'Microsoft.Network/networkSecurityGroups';
const subnet = 'Microsoft.Network/virtualNetworks/subnets';
const machine = 'Microsoft.Compute/virtualMachines';
const endpoint = 'Microsoft.Network/privateEndpoints';
const logs = 'Microsoft.OperationalInsights/workspaces';
const address = 'Microsoft.Network/publicIPAddresses';
const setting = 'Microsoft.Insights/diagnosticSettings';

const allow = (properties: object) => (r: Resources) =>
  r.rule('nsg-workload', { sourceAddressPrefix: 'Internet', ...properties });
const set = (type: string, path: string, value: unknown) => (r: Resources) => r.set(type, '', path, value);
const drop = (type: string, holds: string) => (r: Resources) => r.drop(type, holds);
/** A key without what a rule requires. */
const addKey = (attributes: object) => (r: Resources) => {
  const { id, name } = r.one(vault);
  r.add({ id: `${id}/keys/k`, type: key, name: `${name}/k`, properties: { attributes } });
};
/** 2026-01-01, before the day of the test. */
const past = 1_767_225_600;

/** For each rule of a baseline: what breaks it, and the type of the resource that is named. */
export const baselineMutations: readonly Mutation[] = [
  ['CIS-002', 'HTTP', set(account, 'properties.supportsHttpsTrafficOnly', false), account],
  ['CIS-003', 'one encryption', set(account, 'properties.encryption.requireInfrastructureEncryption', false), account],
  ['CIS-004', 'anonymous access', set(account, 'properties.allowBlobPublicAccess', true), account],
  ['CIS-005', 'no endpoint', drop(endpoint, '-st'), account],
  ['CIS-006', 'no soft delete', set(blobs, 'properties.deleteRetentionPolicy.enabled', false), blobs],
  ['CIS-006', 'none of containers', set(blobs, 'properties.containerDeleteRetentionPolicy', undefined), blobs],
  ['CIS-007', 'TLS 1.0', set(account, 'properties.minimumTlsVersion', 'TLS1_0'), account],
  ['CIS-008', 'no logs', (r) => r.drop(setting, `${r.one(vault).id}/`), vault],
  ['CIS-009', 'RDP in a range', allow({ destinationPortRange: '3380-3400' }), group],
  ['CIS-010', 'SSH among others', allow({ destinationPortRange: '', destinationPortRanges: ['443', '22'] }), group],
  [
    'CIS-010',
    'SSH from several',
    allow({ destinationPortRange: '22', sourceAddressPrefix: '', sourceAddressPrefixes: ['10.0.0.1', '0.0.0.0/0'] }),
    group,
  ],
  ['CIS-011', 'UDP', allow({ protocol: 'Udp', destinationPortRange: '53' }), group],
  ['CIS-012', 'HTTPS', allow({ destinationPortRange: '443' }), group],
  ['CIS-013', 'no Bastion', drop('Microsoft.Network/bastionHosts', ''), ''],
  ['CIS-014', 'a VHD', set(machine, 'properties.storageProfile.osDisk.vhd', { uri: 'https://x' }), machine],
  ['CIS-016', 'a key that never expires', addKey({ enabled: true }), key],
  ['CIS-016', 'a key that has expired', addKey({ exp: past }), key],
  ['CIS-017', 'no purge protection', set(vault, 'properties.enablePurgeProtection', undefined), vault],
  ['CIS-018', 'access policies', set(vault, 'properties.enableRbacAuthorization', false), vault],
  ['CIS-019', 'no endpoint', drop(endpoint, '-kv-'), vault],
  ['CIS-020', 'a key without rotation', addKey({ enabled: true }), key],
  ['CIS-021', 'no lock', (r) => r.drop('Microsoft.Authorization/locks', `${r.one(vault).id}/`), vault],
  ['MCSB-001', 'no NSG', (r) => r.set(subnet, 'snet-workload', 'properties.networkSecurityGroup', undefined), subnet],
  ['MCSB-002', 'WinRM', allow({ destinationPortRange: '5985-5986' }), group],
  ['MCSB-003', 'no endpoint', drop(endpoint, '-kv-'), vault],
  ['MCSB-004', 'public access', set(account, 'properties.publicNetworkAccess', 'Enabled'), account],
  ['MCSB-005', 'shared keys', set(account, 'properties.allowSharedKeyAccess', true), account],
  ['MCSB-006', 'no identity', set(machine, 'identity', { type: 'None' }), machine],
  ['MCSB-007', 'access policies', set(vault, 'properties.enableRbacAuthorization', undefined), vault],
  ['MCSB-008', 'HTTP', set(account, 'properties.supportsHttpsTrafficOnly', false), account],
  ['MCSB-009', 'no encryption at host', set(machine, 'properties.securityProfile.encryptionAtHost', false), machine],
  ['MCSB-011', 'no soft delete', set(vault, 'properties.enableSoftDelete', false), vault],
  ['MCSB-012', 'no logs', (r) => r.drop(setting, `${r.one(vault).id}/`), vault],
  ['MCSB-013', 'no workspace', drop(logs, ''), ''],
  ['MCSB-014', 'few days', set(logs, 'properties.retentionInDays', 30), logs],
  [
    'MCSB-015',
    'no secure boot',
    set(machine, 'properties.securityProfile.uefiSettings.secureBootEnabled', false),
    machine,
  ],
  [
    'MCSB-016',
    'no assessment',
    set(machine, 'properties.osProfile.windowsConfiguration.patchSettings.assessmentMode', 'ImageDefault'),
    machine,
  ],
  [
    'MCSB-017',
    'no backup',
    drop('Microsoft.RecoveryServices/vaults/backupFabrics/protectionContainers/protectedItems', ''),
    machine,
  ],
  [
    'ALZ-001',
    'RDP from a public range',
    allow({ destinationPortRange: '3389', sourceAddressPrefix: '20.0.0.0/8' }),
    group,
  ],
  [
    'ALZ-002',
    'a subnet elsewhere',
    (r) => r.set(subnet, 'snet-workload', 'properties.addressPrefix', '10.21.0.0/24'),
    subnet,
  ],
  [
    'ALZ-002',
    'a subnet of the head office',
    (r) => r.set(subnet, 'snet-workload', 'properties.addressPrefix', '10.0.0.0/8'),
    subnet,
  ],
  ['ALZ-003', 'another address', (r) => r.copy(address, 'pip-bastion', 'pip-other'), address],
  [
    'ALZ-004',
    'large disks',
    (r) => r.add({ id: '/disks/d', type: 'Microsoft.Compute/disks', name: 'd', properties: { diskSizeGB: 2048 } }),
    '',
  ],
  ['ALZ-005', 'another owner', set(machine, 'tags.owner', 'me'), machine],
  ['NCSC-001', 'HTTP', set(account, 'properties.supportsHttpsTrafficOnly', undefined), account],
  [
    'NCSC-002',
    'a public address',
    (r) =>
      r.append('Microsoft.Network/networkInterfaces', '', 'properties.ipConfigurations', {
        properties: { publicIPAddress: { id: '/x' } },
      }),
    'Microsoft.Network/networkInterfaces',
  ],
];
