import { rule, ruleWith, unless, type RuleDefinition } from '../rule.ts';
import { blobContainers, dataDisks, keyVaults, keys, storageAccounts, vaultPolicies } from '../subject.ts';
import {
  disksStayInside,
  doubleEncryption,
  encryptedTransport,
  keysRotate,
  noAnonymousBlobs,
  noSharedKeys,
  rolesOnVaults,
  vaultsRecoverable,
} from './data-checks.ts';
import { sharedKeys } from './wishes.ts';
import { keyVaultInputs } from '../../components/key-vault/inputs.ts';
import { azure, mcsb } from '../sources.ts';

interface VaultRecoveryParameters {
  readonly days: number;
}

/** Protection of data and keys. */
export const dataSecurity: readonly RuleDefinition[] = [
  rule({
    id: 'SEC-013',
    category: 'encryption',
    title: 'Encryption in transit',
    level: 'must',
    elsewhere: {
      psrule: ['Azure.Storage.MinTLS', 'Azure.Storage.SecureTransfer'],
      policy: [
        'Secure transfer to storage accounts should be enabled',
        'Storage accounts should have the specified minimum TLS version',
      ],
    },
    controls: { mcsb: ['DP-3'], cis2: ['3.1', '3.15'], cis3: ['4.1', '4.15'] },
    statement: () => 'The workload MUST require secure transfer and TLS 1.2 or later on every storage account.',
    rationale: 'HTTP and old versions of TLS let an attacker on the network path read or change data.',
    source: mcsb('DP-3'),
    shapes: 'The storage account keeps the defaults of its module: HTTPS only, and TLS 1.2.',
    appliesTo: [storageAccounts],
    check: encryptedTransport,
  }),
  rule({
    id: 'SEC-014',
    category: 'identity',
    title: 'Shared key access disabled',
    level: 'must',
    elsewhere: {
      psrule: ['Azure.Storage.LocalAuth'],
      policy: ['Storage accounts should prevent shared key access'],
    },
    controls: { mcsb: ['IM-1'] },
    statement: () =>
      'The workload MUST authorize access to storage accounts by identity, with shared key access disabled.',
    rationale:
      'A shared key gives full access to the storage account to anyone who has it, and the logs can’t show who used it.',
    source: mcsb('IM-1'),
    wish: sharedKeys,
    shapes: 'The storage account disables shared key access. Identities get roles on it.',
    appliesTo: [storageAccounts],
    check: noSharedKeys,
  }),
  rule({
    id: 'SEC-015',
    category: 'network',
    title: 'Anonymous blob access disabled',
    level: 'must',
    elsewhere: {
      psrule: ['Azure.Storage.BlobAccessType', 'Azure.Storage.BlobPublicAccess'],
      policy: ['Storage account public access should be disallowed'],
    },
    controls: { mcsb: ['NS-2'], cis2: ['3.7'], cis3: ['4.17'] },
    statement: () => 'The workload MUST NOT allow anonymous read access to blobs.',
    rationale: 'With anonymous access, anyone who knows or guesses the URL of a blob can read it.',
    source: azure('Prevent anonymous read access', 'storage/blobs/anonymous-read-access-prevent'),
    shapes: 'The storage account disallows anonymous access, and each container has public access None.',
    appliesTo: [storageAccounts, blobContainers],
    check: noAnonymousBlobs,
  }),
  rule({
    id: 'SEC-016',
    category: 'identity',
    title: 'Azure RBAC for key vaults',
    level: 'must',
    elsewhere: {
      psrule: ['Azure.KeyVault.AccessPolicy', 'Azure.KeyVault.RBAC'],
      policy: ['Azure Key Vault should use RBAC permission model'],
    },
    controls: { mcsb: ['PA-7'], cis2: ['8.6'], cis3: ['3.3.6'] },
    statement: () =>
      'The workload MUST grant access to key vaults with Azure RBAC roles, and not with access policies.',
    rationale: 'With access policies, anyone who can manage the key vault can give themselves access to its secrets.',
    source: azure('Azure RBAC and access policies', 'key-vault/general/rbac-access-policy'),
    shapes: 'The key vault uses Azure RBAC, and the identity of the VM gets only the role that it needs.',
    without: { 'virtual-machine': { shapes: 'The key vault uses Azure RBAC.' } },
    appliesTo: [keyVaults, vaultPolicies],
    check: rolesOnVaults,
  }),
  ruleWith<VaultRecoveryParameters>({
    id: 'SEC-017',
    category: 'secrets',
    title: 'Key vault recovery',
    level: 'must',
    elsewhere: {
      psrule: ['Azure.KeyVault.PurgeProtect', 'Azure.KeyVault.SoftDelete'],
      policy: ['Key vaults should have deletion protection enabled', 'Key vaults should have soft delete enabled'],
    },
    controls: { mcsb: ['DP-8'], cis2: ['8.5'], cis3: ['3.3.5'] },
    parameters: {
      schema: (z) => z.strictObject({ days: z.int().min(7).max(90) }),
      defaults: { days: 7 },
    },
    statement: ({ days }) =>
      `The workload MUST keep deleted objects of key vaults recoverable for at least ${days} days, with purge protection enabled.`,
    rationale:
      'Data that is encrypted with a deleted key can’t be read anymore. Soft delete and purge protection make a mistake or an attack reversible.',
    source: azure('Soft delete for Key Vault', 'key-vault/general/soft-delete-overview'),
    shapes: 'The key vault enables soft delete and purge protection.',
    appliesTo: [keyVaults],
    check: (estate, { days }) => vaultsRecoverable(estate, days),
    breaks: (view, { days }) => {
      const is = keyVaultInputs.of(view);
      return is.enabled
        ? unless(
            is.softDeleteDays >= days,
            'keyVault.softDeleteDays',
            `the key vault keeps deleted objects for ${is.softDeleteDays} days`,
            `keyVault.softDeleteDays=${days} or more`,
          )
        : undefined;
    },
  }),
  rule({
    id: 'SEC-021',
    of: ['virtual-machine'],
    category: 'network',
    title: 'Data disk export',
    level: 'must',
    elsewhere: { policy: ['Managed disks should disable public network access'] },
    controls: { cis3: ['8.5'] },
    statement: () =>
      'The workload MUST NOT allow the export of data disks over a public network. The OS disk of a VM isn’t covered.',
    rationale: 'Anyone who has an export URL of a managed disk can download the whole disk.',
    source: azure(
      'Restrict import and export of managed disks',
      'virtual-machines/disks-restrict-import-export-overview',
    ),
    shapes: 'Data disks deny network access, which is the default of the VM module.',
    // Source: Microsoft.Compute/virtualMachines, ManagedDiskParameters: neither networkAccessPolicy nor publicNetworkAccess.
    exceptions: [
      {
        what: 'The OS disk of a VM',
        why: 'Azure creates it from the image together with the VM, and a deployment of the VM can’t set its network access. After the deployment, run az disk update --network-access-policy DenyAll --public-network-access Disabled. Nothing here evaluates the result.',
      },
    ],
    appliesTo: [dataDisks],
    check: disksStayInside,
  }),
  rule({
    id: 'SEC-024',
    category: 'encryption',
    title: 'Infrastructure encryption',
    level: 'must',
    elsewhere: { policy: ['Storage accounts should have infrastructure encryption'] },
    controls: { cis2: ['3.2'], cis3: ['4.2'] },
    statement: () => 'The workload MUST enable infrastructure encryption on every storage account.',
    rationale: 'It encrypts data twice. If one algorithm or key is compromised, the other still protects the data.',
    source: azure('Infrastructure encryption', 'storage/common/infrastructure-encryption-enable'),
    shapes: 'The storage account keeps infrastructure encryption, which is the default of its module.',
    appliesTo: [storageAccounts],
    check: doubleEncryption,
  }),
  rule({
    id: 'SEC-025',
    category: 'encryption',
    title: 'Key rotation',
    level: 'must',
    elsewhere: { psrule: ['Azure.KeyVault.AutoRotationPolicy'] },
    controls: { mcsb: ['DP-6'], cis2: ['8.8'], cis3: ['3.3.8'] },
    statement: () =>
      'The workload MUST rotate every key in a key vault with a rotation policy whose trigger can occur.',
    rationale: 'Rotation limits how much data one key protects, and for how long a compromised key is useful.',
    source: azure('Key autorotation', 'key-vault/keys/how-to-configure-key-rotation'),
    shapes:
      'Where customer-managed keys are enabled, the rotation policy creates a new version of the key 22 months after the last one.',
    appliesTo: [keys],
    check: keysRotate,
  }),
];
