import type { CustomerManagedKeyParameters } from '../../kernel/rule-parameters.ts';
import { all, any, has, is, lacks, none, not, some } from './condition.ts';
import { cannot, because, expressed, type ToForm } from './form.ts';

const accounts = 'Microsoft.Storage/storageAccounts';
const vaults = 'Microsoft.KeyVault/vaults';
const disks = 'Microsoft.Compute/disks';
const vms = 'Microsoft.Compute/virtualMachines';

const rotates = 'properties.rotationPolicy.lifetimeActions';
const isRotation = is('action.type', 'Rotate');

/** A number of days that is missing is the default of Azure; null counts as none. */
const kept = (policy: string, days: number) =>
  all(
    is(`properties.${policy}.enabled`, true),
    any(
      { field: `properties.${policy}.days`, exists: false },
      { field: `properties.${policy}.days`, greaterOrEquals: days },
    ),
  );

/** Forms of rules about storage accounts, key vaults, and disks. */
export const dataForms = {
  'SEC-009': ({ mode }: CustomerManagedKeyParameters) =>
    mode === 'off'
      ? expressed(
          {
            part: 'VMs',
            types: [vms],
            must: all(
              lacks('properties.storageProfile.osDisk.managedDisk.diskEncryptionSet.id'),
              none('properties.storageProfile.dataDisks', has('managedDisk.diskEncryptionSet.id')),
            ),
          },
          { part: 'Disks', types: [disks], must: lacks('properties.encryption.diskEncryptionSetId') },
          {
            part: 'Accounts',
            types: [accounts],
            must: not(
              all(
                is('properties.encryption.keySource', 'Microsoft.Keyvault'),
                has('properties.encryption.keyvaultproperties.keyname'),
              ),
            ),
          },
        )
      : { why: because.others },
  'SEC-012': cannot('It searches every value for secrets.'),
  'SEC-013': () =>
    expressed({
      types: [accounts],
      must: all(is('properties.supportsHttpsTrafficOnly', true), {
        field: 'properties.minimumTlsVersion',
        in: ['TLS1_2', 'TLS1_3'],
      }),
    }),
  'SEC-014': () => expressed({ types: [accounts], must: is('properties.allowSharedKeyAccess', false) }),
  'SEC-015': () =>
    expressed(
      { part: 'Accounts', types: [accounts], must: is('properties.allowBlobPublicAccess', false) },
      {
        part: 'Containers',
        types: [`${accounts}/blobServices/containers`],
        must: any(lacks('properties.publicAccess'), is('properties.publicAccess', 'None')),
      },
    ),
  'SEC-016': () =>
    expressed(
      {
        part: 'Vaults',
        types: [vaults],
        must: all(is('properties.enableRbacAuthorization', true), lacks('properties.accessPolicies')),
      },
      { part: 'Policies', types: [`${vaults}/accessPolicies`], must: lacks('type') },
    ),
  'SEC-017': ({ days }: { readonly days: number }) =>
    expressed({
      types: [vaults],
      must: all(
        is('properties.enableSoftDelete', true),
        is('properties.enablePurgeProtection', true),
        any(lacks('properties.softDeleteRetentionInDays'), {
          field: 'properties.softDeleteRetentionInDays',
          greaterOrEquals: days,
        }),
      ),
    }),
  'SEC-021': () =>
    expressed({
      types: [disks],
      must: all(is('properties.publicNetworkAccess', 'Disabled'), {
        field: 'properties.networkAccessPolicy',
        in: ['DenyAll', 'AllowPrivate'],
      }),
    }),
  'SEC-024': () =>
    expressed({ types: [accounts], must: is('properties.encryption.requireInfrastructureEncryption', true) }),
  'SEC-025': () =>
    expressed({
      types: [`${vaults}/keys`],
      must: any(
        some(rotates, isRotation, has('trigger.timeAfterCreate')),
        all(
          has('properties.attributes.exp'),
          has('properties.rotationPolicy.attributes.expiryTime'),
          some(rotates, isRotation, has('trigger.timeBeforeExpiry')),
        ),
      ),
    }),
  'OPS-012': ({ days }: { readonly days: number }) =>
    expressed(
      {
        part: 'Blobs',
        types: [`${accounts}/blobServices`],
        must: all(kept('deleteRetentionPolicy', days), kept('containerDeleteRetentionPolicy', days)),
      },
      {
        part: 'Shares',
        types: [accounts],
        where: some('resources', is('type', `${accounts}/fileServices/shares`)),
        must: none('resources', is('type', `${accounts}/fileServices`), not(kept('shareDeleteRetentionPolicy', days))),
      },
    ),
} satisfies Readonly<Record<string, ToForm<never>>>;
