import {
  isUnresolved,
  read,
  readList,
  readText,
  where,
  type Estate,
  type Predicted,
  type Violation,
} from '../estate.ts';

const accounts = 'Microsoft.Storage/storageAccounts';
const recoveryVaults = 'Microsoft.RecoveryServices/vaults';

/** What holds data, or what the rest hangs on. */
const locked = [
  'Microsoft.Compute/virtualMachines',
  'Microsoft.KeyVault/vaults',
  'Microsoft.Network/virtualNetworks',
  'Microsoft.OperationalInsights/workspaces',
  recoveryVaults,
  accounts,
];

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
  const kind = (vault: Predicted): string =>
    readText(vault, 'properties.redundancySettings.standardTierStorageRedundancy');
  const sku = (one: Predicted): string => readText(one, 'sku.name');
  return [
    ...where(
      asked.accounts ? estate.ofType(accounts) : [],
      (one) => !isUnresolved(sku(one)) && !/(ZRS|GRS)$/i.test(sku(one)),
      'the storage account keeps its copies in one building',
      'make it zone- or geo-redundant',
    ),
    ...where(
      asked.vaults ? estate.ofType(recoveryVaults) : [],
      (one) => !isUnresolved(kind(one)) && !/^(Zone|Geo)Redundant$/i.test(kind(one)),
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
  return where(estate.ofType(...locked), (one) => !holds(one), 'it can be deleted by mistake', 'put a lock on it');
}

export function zonedBastion(estate: Estate): readonly Violation[] {
  return where(
    estate.ofType('Microsoft.Network/bastionHosts'),
    (one) => !isUnresolved(read(one, 'zones')) && readList(one, 'zones').length < 2,
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
