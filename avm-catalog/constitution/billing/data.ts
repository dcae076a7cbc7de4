import { readText, type Predicted } from '../estate.ts';
import { byUse, unpriced, type Charge } from './charge.ts';

/** Accounts of the kind FileStorage are charged for what their file shares provision. */
export function storageAccountCharges(account: Predicted): readonly Charge[] {
  const used = byUse(account, 'stored data and operations of storage accounts');
  return readText(account, 'kind') === 'FileStorage'
    ? [unpriced(account, 'provisioned file shares', 'no source quotes its price'), used]
    : [used];
}

/** Only a key in an HSM has a price beyond its operations, for each version that is used. */
export function keyCharges(key: Predicted): readonly Charge[] {
  return readText(key, 'properties.kty').endsWith('-HSM') ? [byUse(key, 'versions of HSM-protected keys')] : [];
}
