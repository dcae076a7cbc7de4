import { read, readText, type Predicted } from '../estate.ts';
import { byUse, unpriced, type Charge } from './charge.ts';

/** By time: file shares of the kind FileStorage, for what they provision, and SFTP, for every hour that it is on. */
export function storageAccountCharges(account: Predicted): readonly Charge[] {
  return [
    ...(readText(account, 'kind') === 'FileStorage' ? [unpriced(account, 'provisioned file shares')] : []),
    ...(read(account, 'properties.isSftpEnabled') === true ? [unpriced(account, 'SFTP of a storage account')] : []),
    byUse(account, 'stored data and operations of storage accounts'),
  ];
}

/** Only a key in an HSM has a price beyond its operations, for each version that is used. */
export function keyCharges(key: Predicted): readonly Charge[] {
  return readText(key, 'properties.kty').endsWith('-HSM') ? [byUse(key, 'versions of HSM-protected keys')] : [];
}
