/** An effect that only time decides, which no order of a deployment rules out. */
interface TimingFact {
  /** What can be late, as a noun. */
  readonly what: string;
  readonly takes: string;
  /** What the workspace does about it. */
  readonly handled: string;
  readonly source: string;
}

const learn = 'https://learn.microsoft.com/azure/';

export const timing = {
  'role-assignment': {
    what: 'A key that is read by a role of the same deployment',
    takes: 'up to 10 minutes',
    handled: 'The template assigns the role first. If Azure refuses access to the key, deploy again.',
    source: `${learn}role-based-access-control/troubleshooting#symptom---role-assignment-changes-are-not-being-detected`,
  },
  'endpoint-record': {
    what: 'The DNS record of a private endpoint, for a VM that starts before it',
    takes: 'until the deployment ends',
    handled: 'Before that, the name has no address, or the public one. Software on the VM has to try again.',
    source: `${learn}dns/private-dns-fallback`,
  },
  'feature-registration': {
    what: 'The registration of the feature EncryptionAtHost',
    takes: 'a few minutes',
    handled: 'The README has the commands that register the feature and show its state.',
    source: `${learn}aks/enable-host-encryption`,
  },
} as const satisfies Readonly<Record<string, TimingFact>>;

export type TimingEffect = keyof typeof timing;

/** What reads a key with its identity while it is created, if the property is there. */
interface KeyReader {
  readonly type: string;
  readonly path: string;
}

/**
 * By the role Key Vault Crypto Service Encryption User.
 * Sources: bicep-registry-modules, avm/res/compute/virtual-machine/tests/e2e/windows.max/dependencies.bicep, which waits
 * after the role assignment; https://learn.microsoft.com/azure/backup/encryption-at-rest-with-cmk
 */
export const keyReaders: readonly KeyReader[] = [
  { type: 'Microsoft.Compute/diskEncryptionSets', path: 'properties.activeKey' },
  { type: 'Microsoft.Storage/storageAccounts', path: 'properties.encryption.keyvaultproperties' },
  { type: 'Microsoft.RecoveryServices/vaults', path: 'properties.encryption.keyVaultProperties' },
];
