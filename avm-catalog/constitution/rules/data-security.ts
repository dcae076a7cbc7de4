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

interface VaultRecoveryParameters {
  readonly days: number;
}

/** What keeps data and keys from being read, or lost. */
export const dataSecurity: readonly RuleDefinition[] = [
  rule({
    id: 'SEC-013',
    category: 'encryption',
    title: 'Encrypted transport',
    level: 'must',
    elsewhere: {
      psrule: ['Azure.Storage.MinTLS', 'Azure.Storage.SecureTransfer'],
      policy: [
        'Secure transfer to storage accounts should be enabled',
        'Storage accounts should have the specified minimum TLS version',
      ],
    },
    statement: () => 'Storage accounts require secure transfer, and TLS 1.2 or later.',
    shapes: 'The storage account keeps what its module has by default: HTTPS alone, and TLS 1.2.',
    appliesTo: [storageAccounts],
    check: encryptedTransport,
  }),
  rule({
    id: 'SEC-014',
    category: 'identity',
    title: 'No shared keys',
    level: 'must',
    elsewhere: {
      psrule: ['Azure.Storage.LocalAuth'],
      policy: ['Storage accounts should prevent shared key access'],
    },
    statement: () => 'Storage accounts are read and written by identities, not with shared keys.',
    wish: sharedKeys,
    shapes: 'The storage account has shared keys switched off; identities get roles on it.',
    appliesTo: [storageAccounts],
    check: noSharedKeys,
  }),
  rule({
    id: 'SEC-015',
    category: 'network',
    title: 'No anonymous access to blobs',
    level: 'must',
    elsewhere: {
      psrule: ['Azure.Storage.BlobAccessType', 'Azure.Storage.BlobPublicAccess'],
      policy: ['Storage account public access should be disallowed'],
    },
    statement: () => 'No blob can be read without signing in.',
    shapes: 'The storage account allows no public containers, and each container has public access None.',
    appliesTo: [storageAccounts, blobContainers],
    check: noAnonymousBlobs,
  }),
  rule({
    id: 'SEC-016',
    category: 'identity',
    title: 'Roles on key vaults',
    level: 'must',
    elsewhere: {
      psrule: ['Azure.KeyVault.AccessPolicy', 'Azure.KeyVault.RBAC'],
      policy: ['Azure Key Vault should use RBAC permission model'],
    },
    statement: () => 'Access to key vaults is given by roles, not by access policies.',
    shapes: 'The vault uses role-based access; the machine’s identity gets the one role that it needs.',
    without: { 'virtual-machine': { shapes: 'The vault uses role-based access.' } },
    appliesTo: [keyVaults, vaultPolicies],
    check: rolesOnVaults,
  }),
  ruleWith<VaultRecoveryParameters>({
    id: 'SEC-017',
    category: 'secrets',
    title: 'Recoverable key vaults',
    level: 'must',
    elsewhere: {
      psrule: ['Azure.KeyVault.PurgeProtect', 'Azure.KeyVault.SoftDelete'],
      policy: ['Key vaults should have deletion protection enabled', 'Key vaults should have soft delete enabled'],
    },
    parameters: {
      schema: (z) => z.strictObject({ days: z.int().min(7).max(90) }),
      defaults: { days: 7 },
    },
    statement: ({ days }) =>
      `What is deleted from a key vault can be brought back for ${days} days or longer, and nobody can purge it before.`,
    shapes: 'The vault has soft delete and purge protection.',
    appliesTo: [keyVaults],
    check: (estate, { days }) => vaultsRecoverable(estate, days),
    breaks: (view, { days }) => {
      const is = keyVaultInputs.of(view);
      return is.enabled
        ? unless(
            is.softDeleteDays >= days,
            'keyVault.softDeleteDays',
            `the key vault keeps what was deleted for ${is.softDeleteDays} days`,
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
    statement: () => 'No data disk can be exported over a public network. The OS disk of a VM is not covered.',
    shapes: 'Data disks deny network access; the VM module does so by default.',
    // Source: Microsoft.Compute/virtualMachines, ManagedDiskParameters: neither networkAccessPolicy nor publicNetworkAccess.
    exceptions: [
      {
        what: 'The OS disk of a VM',
        why: 'Azure creates it from the image together with the VM, and a deployment of the VM cannot set its network access. After the deployment, run az disk update --network-access-policy DenyAll --public-network-access Disabled.',
      },
    ],
    appliesTo: [dataDisks],
    check: disksStayInside,
  }),
  rule({
    id: 'SEC-024',
    category: 'encryption',
    title: 'Storage encrypted twice',
    level: 'must',
    elsewhere: { policy: ['Storage accounts should have infrastructure encryption'] },
    statement: () => 'Storage accounts are encrypted a second time, by the infrastructure.',
    shapes: 'The storage account keeps infrastructure encryption, which its module has by default.',
    appliesTo: [storageAccounts],
    check: doubleEncryption,
  }),
  rule({
    id: 'SEC-025',
    category: 'encryption',
    title: 'Keys rotate',
    level: 'must',
    elsewhere: { psrule: ['Azure.KeyVault.AutoRotationPolicy'] },
    statement: () => 'Each key in a key vault is rotated by a policy whose trigger can occur.',
    shapes: 'Where keys are managed, the key has a policy that creates a new version 22 months after the last one.',
    appliesTo: [keys],
    check: keysRotate,
  }),
];
