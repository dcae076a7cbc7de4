/** A default of a module that is the safer value, and what is less safe than it. */
interface SecureDefault {
  /** Path below `avm/res/`. */
  readonly module: string;
  /** Path of the parameter, with dots. */
  readonly parameter: string;
  /** What the module has by itself. */
  readonly usual: string;
  readonly isWeaker: (value: unknown) => boolean;
  /** What a weaker value does, said so that it follows `because`. */
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
const openFirewall: Row = ['networkAcls.defaultAction', 'Deny', is('Allow'), 'its firewall lets everybody in'];

/**
 * Read from the modules' own defaults, at the pinned versions (facts tried with the compiled modules). What is set by an
 * expression is not judged here: the rules over the predicted resources see what it comes to.
 */
const rows: Readonly<Record<string, readonly Row[]>> = {
  'compute/disk-encryption-set': [
    [
      'encryptionType',
      'EncryptionAtRestWithPlatformAndCustomerKeys',
      is('EncryptionAtRestWithCustomerKey'),
      'disks are encrypted once, with the customer’s key alone',
    ],
  ],
  'compute/virtual-machine': [
    ['extensionAntiMalwareConfig.enabled', 'true, on Windows', is(false), 'nothing on the machine looks for malware'],
    ['enableAutomaticUpdates', 'true', is(false), 'the machine installs no updates'],
    ['provisionVMAgent', 'true', is(false), 'the platform cannot look after the machine'],
    ['allowExtensionOperations', 'true', is(false), 'nothing can be installed to watch or protect the machine'],
  ],
  'key-vault/vault': [
    isPublic,
    openFirewall,
    ['enablePurgeProtection', 'true', is(false), 'what is deleted from the vault can be lost for good'],
    ['enableSoftDelete', 'true', is(false), 'what is deleted from the vault is lost at once'],
    ['enableRbacAuthorization', 'true', is(false), 'access to the vault is given by access policies'],
    ['softDeleteRetentionInDays', '90', below(90), 'what is deleted from the vault is kept for fewer days'],
  ],
  'operational-insights/workspace': [
    ['dataRetention', '365', below(365), 'logs are kept for fewer days'],
    ['forceCmkForQuery', 'true', is(false), 'queries are saved in the workspace, not in storage of the customer’s'],
    ['features.disableLocalAuth', 'true', is(false), 'logs can be sent with a shared key'],
  ],
  'recovery-services/vault': [isPublic],
  'storage/storage-account': [
    isPublic,
    openFirewall,
    ['allowBlobPublicAccess', 'false', is(true), 'containers can be opened to anybody'],
    ['allowCrossTenantReplication', 'false', is(true), 'data can be replicated into another tenant'],
    ['isLocalUserEnabled', 'false', is(true), 'users of the account alone can sign in'],
    ['minimumTlsVersion', 'TLS1_2', is('TLS1_0', 'TLS1_1'), 'versions of TLS before 1.2 are taken'],
    ['requireInfrastructureEncryption', 'true', is(false), 'data is encrypted once only'],
    ['supportsHttpsTrafficOnly', 'true', is(false), 'data travels without encryption'],
  ],
};

export const secureDefaults: readonly SecureDefault[] = Object.entries(rows).flatMap(([module, own]) =>
  own.map(([parameter, usual, isWeaker, what]) => ({ module, parameter, usual, isWeaker, what })),
);

/** Defaults that the components give up, each with its reason. */
export const givenUp: readonly { readonly module: string; readonly parameter: string; readonly why: string }[] = [
  {
    module: 'compute/disk-encryption-set',
    parameter: 'encryptionType',
    why: 'SEC-009 asks for the key of the organization; a second layer with a key of the platform’s is not part of it',
  },
  {
    module: 'operational-insights/workspace',
    parameter: 'forceCmkForQuery',
    why: 'without linked storage nobody could save a query',
  },
];
