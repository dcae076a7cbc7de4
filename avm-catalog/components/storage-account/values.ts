import { arrayOf, int, literals, object, string } from '../../../src/bicep/type.ts';
import { each, item, operator, spread, when, type ObjectValue, type Value } from '../../../src/bicep/value.ts';
import type { Composer } from '../../kernel/component.ts';
import { choice } from '../../kernel/patterns.ts';
import { serviceDiagnostics } from './diagnostics.ts';
import { defaultPermissions, hasShares, ordinaryQuota, sharesOf, smbSettings } from './shares.ts';
import { storageAccountInputs, type ShareIdentity } from './inputs.ts';

export function softDelete(c: Composer): Value {
  return c.choose({
    name: 'storageSoftDeleteDays',
    type: int,
    description: 'Days that you can recover deleted blobs, containers, and file shares',
    minValue: 1,
    maxValue: 365,
    value: (view) => storageAccountInputs.of(view).softDeleteDays,
    answers: ['storageAccount.softDeleteDays'],
  });
}

/** Identity source of the shares, and shares larger than 5 TiB. */
export function shareParameters(c: Composer): ObjectValue {
  const identity = shareIdentity(c);
  const permission = c.choose({
    name: 'defaultSharePermission',
    type: literals(...Object.values(defaultPermissions)),
    description: 'Default permission on every share for users with a Kerberos ticket',
    value: (view) => defaultPermissions[storageAccountInputs.of(view).shareAccess.defaultPermission],
    answers: ['storageAccount.shareAccess.defaultPermission'],
  });
  const large = c.choose({
    name: 'largeFileShares',
    type: literals('Enabled', 'Disabled'),
    description: 'Allow file shares larger than 5 TiB. You can’t turn this off again',
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
      'How clients authenticate to mount file shares: not at all, with a managed identity, or with Microsoft Entra Kerberos',
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

/** Roles of the components that use it: always on blobs, and on shares if they mount them. No other role can mount one: azurefile-csi-driver#3112. */
export function assignments(c: Composer): Value | undefined {
  const always = c.users();
  const mounts = c.views.some(hasShares) ? is(shareIdentity(c), 'managedIdentity') : false;
  const admin = c.users(['Storage File Data SMB MI Admin']);
  if (mounts === false || !always || !admin) return always;
  return mounts === true ? [...always, ...admin] : [...always, spread(when(mounts, admin, []))];
}
