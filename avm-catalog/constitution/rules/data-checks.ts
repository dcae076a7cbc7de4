import { read, readList, readText, where, type Estate, type Predicted, type Violation } from '../estate.ts';
import { ofTypes, such } from '../subject.ts';

const accounts = 'Microsoft.Storage/storageAccounts';
const vaults = 'Microsoft.KeyVault/vaults';

const modern = new Set(['tls1_2', 'tls1_3']);

export function encryptedTransport(estate: Estate): readonly Violation[] {
  return [
    ...where(
      estate.ofType(accounts),
      (one) => read(one, 'properties.supportsHttpsTrafficOnly') !== true,
      'the storage account accepts unencrypted requests',
      'set supportsHttpsTrafficOnly to true',
    ),
    ...where(
      estate.ofType(accounts),
      (one) => !modern.has(readText(one, 'properties.minimumTlsVersion').toLowerCase()),
      'the storage account accepts TLS versions before 1.2',
      'set minimumTlsVersion to TLS1_2',
    ),
  ];
}

export function noSharedKeys(estate: Estate): readonly Violation[] {
  return where(
    estate.ofType(accounts),
    (one) => read(one, 'properties.allowSharedKeyAccess') !== false,
    'the storage account can be read with a shared key',
    'set allowSharedKeyAccess to false',
  );
}

export function noAnonymousBlobs(estate: Estate): readonly Violation[] {
  return [
    ...where(
      estate.ofType(accounts),
      (one) => read(one, 'properties.allowBlobPublicAccess') !== false,
      'the storage account allows anonymous access to containers',
      'set allowBlobPublicAccess to false',
    ),
    ...where(
      estate.ofType(`${accounts}/blobServices/containers`),
      (one) => !['', 'none'].includes(readText(one, 'properties.publicAccess').toLowerCase()),
      'the container allows anonymous access',
      'set publicAccess to None',
    ),
  ];
}

export function doubleEncryption(estate: Estate): readonly Violation[] {
  return where(
    estate.ofType(accounts),
    (one) => read(one, 'properties.encryption.requireInfrastructureEncryption') !== true,
    'the storage account has no infrastructure encryption',
    'set requireInfrastructureEncryption to true; an existing account has to be recreated',
  );
}

export function rolesOnVaults(estate: Estate): readonly Violation[] {
  const byPolicies = (one: Predicted): boolean =>
    read(one, 'properties.enableRbacAuthorization') !== true || readList(one, 'properties.accessPolicies').length > 0;
  return [
    ...where(
      estate.ofType(vaults),
      byPolicies,
      'the key vault grants access with access policies',
      'set enableRbacAuthorization to true, and assign roles',
    ),
    ...where(
      estate.ofType(`${vaults}/accessPolicies`),
      () => true,
      'it grants access to a key vault with an access policy',
      'assign a role instead',
    ),
  ];
}

export function vaultsRecoverable(estate: Estate, days: number): readonly Violation[] {
  const switched = ['enableSoftDelete', 'enablePurgeProtection'] as const;
  // The default of Azure is 90 days.
  const kept = (one: Predicted): number => Number(read(one, 'properties.softDeleteRetentionInDays') ?? 90);
  return [
    ...where(
      estate.ofType(vaults),
      (one) => !switched.every((key) => read(one, `properties.${key}`) === true),
      'deleted objects of the key vault can be lost permanently',
      'enable soft delete and purge protection',
    ),
    ...where(
      estate.ofType(vaults),
      (one) => kept(one) < days,
      'the key vault keeps deleted objects for a shorter time than required',
      `keep them for ${days} days or longer`,
    ),
  ];
}

export function keysRotate(estate: Estate): readonly Violation[] {
  const turning = (one: Predicted): readonly unknown[] =>
    readList(one, 'properties.rotationPolicy.lifetimeActions').filter(
      (action) => readText(action, 'action.type').toLowerCase() === 'rotate',
    );
  const set = (from: unknown, path: string): boolean => ![undefined, null, ''].includes(read(from, path) as string);
  // "before expiry" waits for an expiration date on the key itself (azure-docs: how-to-configure-key-rotation.md).
  const expires = (one: Predicted): boolean =>
    set(one, 'properties.attributes.exp') && set(one, 'properties.rotationPolicy.attributes.expiryTime');
  const triggers = (one: Predicted): boolean =>
    turning(one).some(
      (action) => set(action, 'trigger.timeAfterCreate') || (set(action, 'trigger.timeBeforeExpiry') && expires(one)),
    );
  const keys = estate.ofType(`${vaults}/keys`);
  return [
    ...where(keys, (one) => turning(one).length === 0, 'the key has no rotation policy', 'add a rotation policy'),
    ...where(
      keys,
      (one) => turning(one).length > 0 && !triggers(one),
      'the key never rotates, because the trigger needs an expiration date and the key has none',
      'use the trigger timeAfterCreate, or set an expiration date',
    ),
  ];
}

export function disksStayInside(estate: Estate): readonly Violation[] {
  const closed = (one: Predicted): boolean =>
    readText(one, 'properties.publicNetworkAccess').toLowerCase() === 'disabled' &&
    ['denyall', 'allowprivate'].includes(readText(one, 'properties.networkAccessPolicy').toLowerCase());
  return where(
    estate.ofType('Microsoft.Compute/disks'),
    (one) => !closed(one),
    'the disk can be exported over a public network',
    'set publicNetworkAccess to Disabled and networkAccessPolicy to DenyAll',
  );
}

/** The file service also exists without shares, for its diagnostic settings. */
export const fileStores = [
  ofTypes('blob service', `${accounts}/blobServices`),
  such(
    'file share',
    ofTypes('file service', `${accounts}/fileServices`),
    (one, estate) => estate.below(one, `${accounts}/fileServices/shares`).length > 0,
  ),
] as const;

export function dataRecoverable(estate: Estate, days: number): readonly Violation[] {
  const short = (path: string) => (one: Predicted) =>
    read(one, `properties.${path}.enabled`) !== true || Number(read(one, `properties.${path}.days`)) < days;
  const what = (things: string): string => `deleted ${things} are recoverable for a shorter time than required`;
  const instead = `keep them for ${days} days or longer`;
  const [blobs, shares] = fileStores;
  return [
    ...where(blobs.in(estate), short('deleteRetentionPolicy'), what('blobs'), instead),
    ...where(blobs.in(estate), short('containerDeleteRetentionPolicy'), what('containers'), instead),
    ...where(shares.in(estate), short('shareDeleteRetentionPolicy'), what('shares'), instead),
  ];
}
