import {
  type Estate,
  isUnresolved,
  read,
  readList,
  readText,
  where,
  type Predicted,
  type Violation,
} from '../estate.ts';

const machines = 'Microsoft.Compute/virtualMachines';
const secretName = /(password|secret|accountkey|connectionstring|sastoken|privatekey)$/i;
/** Properties whose names sound of secrets and hold none. */
const harmless =
  /^(disablepasswordauthentication|protectedsettingsfromkeyvault|secrets?|secretname|allowsharedkeyaccess)$/i;

export function encryptionAtHost(estate: Estate): readonly Violation[] {
  return where(
    estate.ofType(machines),
    (one) => read(one, 'properties.securityProfile.encryptionAtHost') !== true,
    'the machine is not encrypted at its host',
    'set encryptionAtHost',
  );
}

export function trustedLaunch(estate: Estate): readonly Violation[] {
  const safe = (one: Predicted): boolean =>
    readText(one, 'properties.securityProfile.securityType') === 'TrustedLaunch' &&
    ['secureBootEnabled', 'vTpmEnabled'].every(
      (key) => read(one, `properties.securityProfile.uefiSettings.${key}`) === true,
    );
  return where(
    estate.ofType(machines),
    (one) => !safe(one),
    'the machine does not start with secure boot and a virtual TPM',
    'set securityType to TrustedLaunch, and both',
  );
}

export function hardened(estate: Estate, methods: readonly string[]): readonly Violation[] {
  const lacks =
    (type: string) =>
    (one: Predicted): boolean =>
      estate.below(one, type).length === 0;
  return [
    ...(methods.includes('guestConfiguration')
      ? where(
          estate.ofType(machines),
          lacks('Microsoft.GuestConfiguration/guestConfigurationAssignments'),
          'no baseline is assigned to the machine',
          'assign the Azure security baseline',
        )
      : []),
    ...(methods.includes('script')
      ? where(
          estate.ofType(machines),
          lacks('Microsoft.Compute/virtualMachines/runCommands'),
          'no hardening script runs on the machine',
          'run it',
        )
      : []),
  ];
}

export function managedKeys(estate: Estate): readonly Violation[] {
  const unbound = (one: Predicted): boolean =>
    [read(one, 'properties.storageProfile.osDisk'), ...readList(one, 'properties.storageProfile.dataDisks')].some(
      (disk) => !read(disk, 'managedDisk.diskEncryptionSet.id'),
    );
  return [
    ...where(
      estate.ofType(machines),
      unbound,
      'a disk of the machine is encrypted with a key of Microsoft’s',
      'give it the disk encryption set',
    ),
    ...where(
      estate.ofType('Microsoft.Storage/storageAccounts'),
      (one) => readText(one, 'properties.encryption.keySource') !== 'Microsoft.Keyvault',
      'the storage account is encrypted with a key of Microsoft’s',
      'bind it to the key in the vault',
    ),
  ];
}

/** A secret may be an expression that reads a vault or a secure parameter; never a text. */
export function noSecrets(estate: Estate): readonly Violation[] {
  return estate.resources.flatMap((one) =>
    literalSecrets(one, '').map((path) => ({
      resource: one.id,
      what: `${path} holds a secret as plain text`,
      instead: 'read it from a key vault with getSecret',
    })),
  );
}

function literalSecrets(value: unknown, path: string): readonly string[] {
  if (Array.isArray(value)) return value.flatMap((one: unknown, index) => literalSecrets(one, `${path}[${index}]`));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]: [string, unknown]) => {
    const here = path === '' ? key : `${path}.${key}`;
    if (typeof inner !== 'string') return literalSecrets(inner, here);
    return secretName.test(key) && !harmless.test(key) && inner !== '' && !isUnresolved(inner) ? [here] : [];
  });
}
