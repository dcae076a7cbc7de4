import { readList, readText, where, whereValue, type Estate, type Predicted, type Violation } from '../estate.ts';
import { ofTypes } from '../subject.ts';

const accounts = 'Microsoft.Storage/storageAccounts';
const recoveryVaults = 'Microsoft.RecoveryServices/vaults';

/** What holds data, or what the rest hangs on. A lock on a VM does not reach its data disks, which are resources of their own. */
export const lockable = ofTypes(
  'VM, data disk, key vault, virtual network, Log Analytics workspace, Recovery Services vault or storage account',
  'Microsoft.Compute/virtualMachines',
  'Microsoft.Compute/disks',
  'Microsoft.KeyVault/vaults',
  'Microsoft.Network/virtualNetworks',
  'Microsoft.OperationalInsights/workspaces',
  recoveryVaults,
  accounts,
);

export function inZones(estate: Estate): readonly Violation[] {
  return where(
    estate.ofType('Microsoft.Compute/virtualMachines'),
    (one) => readList(one, 'zones').length === 0,
    'the machine is in no availability zone',
    'put it into one',
  );
}

/** Of accounts and vaults those that the region can keep copies of. */
export function redundantStorage(
  estate: Estate,
  asked: { readonly accounts: boolean; readonly vaults: boolean } = { accounts: true, vaults: true },
): readonly Violation[] {
  return [
    ...whereValue(
      asked.accounts ? estate.ofType(accounts) : [],
      (one) => readText(one, 'sku.name'),
      (sku) => !/(ZRS|GRS)$/i.test(String(sku)),
      'the storage account keeps its copies in one building',
      'make it zone- or geo-redundant',
    ),
    ...whereValue(
      asked.vaults ? estate.ofType(recoveryVaults) : [],
      (one) => readText(one, 'properties.redundancySettings.standardTierStorageRedundancy'),
      (kind) => !/^(Zone|Geo)Redundant$/i.test(String(kind)),
      'the vault keeps its backups in one building',
      'make it zone- or geo-redundant',
    ),
  ];
}

export function lockedResources(estate: Estate): readonly Violation[] {
  const holds = (one: Predicted): boolean =>
    estate
      .below(one, 'Microsoft.Authorization/locks')
      .some(({ id }) => id.toLowerCase().startsWith(`${one.id.toLowerCase()}/providers/microsoft.authorization/`));
  return where(lockable.in(estate), (one) => !holds(one), 'it can be deleted by mistake', 'put a lock on it');
}

export function zonedBastion(estate: Estate): readonly Violation[] {
  return whereValue(
    estate.ofType('Microsoft.Network/bastionHosts'),
    ({ zones }) => zones,
    (_, one) => readList(one, 'zones').length < 2,
    'the Bastion host is in one zone, or in none that was chosen',
    'put it into all zones',
  );
}

export function redundantAddresses(estate: Estate): readonly Violation[] {
  return where(
    estate.ofType('Microsoft.Network/publicIPAddresses'),
    (one) => !/^Standard/i.test(readText(one, 'sku.name')) || readList(one, 'zones').length < 2,
    'the public address is in one zone only',
    'make it a standard one in all zones',
  );
}
