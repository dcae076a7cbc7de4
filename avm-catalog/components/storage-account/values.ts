import { arrayOf, int, literals, object, string } from '../../../src/bicep/type.ts';
import { each, item, operator, spread, when, type ObjectValue, type Value } from '../../../src/bicep/value.ts';
import { roles, type RoleName } from '../../azure/roles.ts';
import type { Composer } from '../../kernel/component.ts';
import { choice } from '../../kernel/patterns.ts';
import { serviceDiagnostics } from './diagnostics.ts';
import { defaultPermissions, hasShares, ordinaryQuota, sharesOf, smbSettings } from './shares.ts';
import { storageAccountInputs, type ShareIdentity } from './inputs.ts';

export function softDelete(c: Composer): Value {
  return c.choose({
    name: 'storageSoftDeleteDays',
    type: int,
    description: 'Days that deleted blobs, containers and shares can be brought back',
    minValue: 1,
    maxValue: 365,
    value: (view) => storageAccountInputs.of(view).softDeleteDays,
    answers: ['storageAccount.softDeleteDays'],
  });
}

/** Who mounts the shares, and shares over 5 TiB. */
export function shareParameters(c: Composer): ObjectValue {
  const identity = shareIdentity(c);
  const permission = c.choose({
    name: 'defaultSharePermission',
    type: literals(...Object.values(defaultPermissions)),
    description: 'What every user with a Kerberos ticket may do on every share',
    value: (view) => defaultPermissions[storageAccountInputs.of(view).shareAccess.defaultPermission],
    answers: ['storageAccount.shareAccess.defaultPermission'],
  });
  const large = c.choose({
    name: 'largeFileShares',
    type: literals('Enabled', 'Disabled'),
    description: 'Shares of more than 5 TiB; cannot be switched off again',
    value: (view) => (sharesOf(view).some(({ quotaGiB }) => quotaGiB > ordinaryQuota) ? 'Enabled' : 'Disabled'),
    answers: ['storageAccount.shares'],
  });
  const of = (one: ShareIdentity): Value => is(identity, one);
  return {
    largeFileSharesState: large === 'Disabled' ? undefined : large,
    azureFilesIdentityBasedAuthentication:
      identity === 'none'
        ? undefined
        : c.because(['SEC-014'], {
            directoryServiceOptions: choice(of('entraKerberos'), 'AADKERB', 'None'),
            defaultSharePermission: of('entraKerberos') === false ? undefined : permission,
            smbOAuthSettings: { isSmbOAuthEnabled: of('managedIdentity') },
          }),
  };
}

function shareIdentity(c: Composer): Value {
  return c.choose({
    name: 'shareIdentity',
    type: literals('none', 'managedIdentity', 'entraKerberos'),
    description:
      'Who mounts the file shares: nobody, the managed identity of the VM, or users with Microsoft Entra Kerberos',
    value: (view) => storageAccountInputs.of(view).shareAccess.identity,
    answers: ['storageAccount.shareAccess.identity'],
  });
}

/** Whether a value that may be a parameter is this one. */
function is(value: Value, one: string): Value {
  return typeof value === 'string' ? value === one : operator('==', value, one);
}

export function fileServices(c: Composer): ObjectValue {
  const shares = c.parameter({
    name: 'fileShares',
    type: arrayOf(object({ name: string, quotaGiB: int, tier: literals('TransactionOptimized', 'Hot', 'Cool') })),
    description: 'File shares of the storage account, each with its quota in GiB and its access tier',
    value: (view) => sharesOf(view).map(({ name, quotaGiB, tier }) => ({ name, quotaGiB, tier })),
    answers: ['storageAccount.shares'],
  });
  return {
    protocolSettings: c.because(['SEC-013'], { smb: smbSettings }),
    shareDeleteRetentionPolicy: { enabled: true, days: softDelete(c) },
    shares: each('share', shares, {
      name: item('share', 'name'),
      shareQuota: item('share', 'quotaGiB'),
      accessTier: item('share', 'tier'),
      enabledProtocols: 'SMB',
    }),
    diagnosticSettings: serviceDiagnostics(c),
  };
}

/** What the VM's identity may do: blobs in any case, shares where it mounts them. No other role lets it mount one: azurefile-csi-driver#3112. */
export function assignments(c: Composer): Value | undefined {
  const workload = c.collect('madeIdentity').filter((one) => one.item.key === 'workload');
  const users = c.users();
  if (workload.length === 0) return users.length === 0 ? undefined : users;
  const given = (role: RoleName): readonly Value[] =>
    workload.map(({ item: identity }) => ({
      roleDefinitionIdOrName: roles[role],
      principalId: identity.principal,
      principalType: 'ServicePrincipal',
    }));
  const mounts = c.views.some(hasShares) ? is(shareIdentity(c), 'managedIdentity') : false;
  const always = given('Storage Blob Data Contributor');
  if (mounts === false) return c.because(['identity'], [...always, ...users]);
  const admin = given('Storage File Data SMB MI Admin');
  const all = mounts === true ? [...always, ...admin] : [...always, spread(when(mounts, admin, []))];
  return c.because(['identity'], [...all, ...users]);
}
