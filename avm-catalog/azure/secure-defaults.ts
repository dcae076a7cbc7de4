/** A default of a module that is the safer value, and what is less safe than it. */
interface SecureDefault {
  /** Path below `avm/res/`. */
  readonly module: string;
  /** Path of the parameter, with dots. */
  readonly parameter: string;
  /** What the module has by itself. */
  readonly usual: string;
  readonly isWeaker: (value: unknown) => boolean;
  /** The effect of a weaker value, as a clause after `because`. */
  readonly what: string;
}

const is =
  (...values: readonly unknown[]) =>
  (value: unknown): boolean =>
    values.some((one) => String(one).toLowerCase() === String(value).toLowerCase());
const below =
  (least: number) =>
  (value: unknown): boolean =>
    typeof value === 'number' && value < least;

type Row = readonly [parameter: string, usual: string, isWeaker: SecureDefault['isWeaker'], what: string];

const isPublic: Row = [
  'publicNetworkAccess',
  'disabled, where there are private endpoints',
  is('Enabled'),
  'it can be reached from public networks',
];
const openFirewall: Row = ['networkAcls.defaultAction', 'Deny', is('Allow'), 'its firewall allows all networks'];

/**
 * From the modules' defaults at the pinned versions, tested with the compiled modules. Expressions are not evaluated
 * here: the rules for predicted resources see their values.
 */
const rows: Readonly<Record<string, readonly Row[]>> = {
  'compute/disk-encryption-set': [
    [
      'encryptionType',
      'EncryptionAtRestWithPlatformAndCustomerKeys',
      is('EncryptionAtRestWithCustomerKey'),
      'disks are encrypted only once, with the customer-managed key',
    ],
  ],
  'compute/virtual-machine': [
    ['extensionAntiMalwareConfig.enabled', 'true, on Windows', is(false), 'the VM has no malware protection'],
    ['enableAutomaticUpdates', 'true', is(false), 'the VM doesn’t install updates'],
    ['provisionVMAgent', 'true', is(false), 'Azure can’t manage the VM without its agent'],
    ['allowExtensionOperations', 'true', is(false), 'no extension can monitor or protect the VM'],
  ],
  'key-vault/vault': [
    isPublic,
    openFirewall,
    ['enablePurgeProtection', 'true', is(false), 'deleted secrets, keys, and certificates can be purged'],
    ['enableSoftDelete', 'true', is(false), 'deleted secrets, keys, and certificates are lost at once'],
    ['enableRbacAuthorization', 'true', is(false), 'access policies control access to the key vault'],
    ['softDeleteRetentionInDays', '90', below(90), 'deleted secrets, keys, and certificates are kept for fewer days'],
  ],
  'operational-insights/workspace': [
    ['dataRetention', '365', below(365), 'logs are kept for fewer days'],
    [
      'forceCmkForQuery',
      'true',
      is(false),
      'queries are saved in the workspace, not in the customer’s storage account',
    ],
    ['features.disableLocalAuth', 'true', is(false), 'clients can send logs with a shared key'],
  ],
  'recovery-services/vault': [isPublic],
  'storage/storage-account': [
    isPublic,
    openFirewall,
    ['allowBlobPublicAccess', 'false', is(true), 'containers can allow anonymous access'],
    ['allowCrossTenantReplication', 'false', is(true), 'data can be replicated into another tenant'],
    ['isLocalUserEnabled', 'false', is(true), 'local users of the storage account can sign in'],
    ['minimumTlsVersion', 'TLS1_2', is('TLS1_0', 'TLS1_1'), 'the service accepts TLS versions earlier than 1.2'],
    ['requireInfrastructureEncryption', 'true', is(false), 'data is encrypted only once'],
    ['supportsHttpsTrafficOnly', 'true', is(false), 'data can be sent without encryption'],
  ],
};

export const secureDefaults: readonly SecureDefault[] = Object.entries(rows).flatMap(([module, own]) =>
  own.map(([parameter, usual, isWeaker, what]) => ({ module, parameter, usual, isWeaker, what })),
);

interface GivenUp {
  readonly module: string;
  readonly parameter: string;
  /** The one module in main.bicep that overrides it; all of the kind if missing. */
  readonly symbol?: string;
  readonly why: string;
}

/** Defaults that the components override, each with its reason. */
export const givenUp: readonly GivenUp[] = [
  {
    module: 'compute/disk-encryption-set',
    parameter: 'encryptionType',
    why: 'SEC-009 requires a customer-managed key, and a second layer with a platform-managed key isn’t part of it',
  },
  {
    module: 'key-vault/vault',
    parameter: 'softDeleteRetentionInDays',
    why: 'the setting keyVault.softDeleteDays decides it for each environment, and SEC-017 requires a minimum',
  },
  {
    module: 'operational-insights/workspace',
    parameter: 'dataRetention',
    why: 'the setting logAnalytics.retentionDays decides it for each environment, and OPS-004 requires a minimum',
  },
  {
    module: 'operational-insights/workspace',
    parameter: 'forceCmkForQuery',
    why: 'users couldn’t save queries without a linked storage account',
  },
  {
    module: 'recovery-services/vault',
    parameter: 'publicNetworkAccess',
    symbol: 'siteRecoveryVault',
    why: 'VMs reach Site Recovery over its public endpoints. Its private endpoints need roles of the vault on the storage account for changes before the first replication',
  },
];
