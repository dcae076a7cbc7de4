import {
  isUnresolved,
  read,
  readItems,
  readList,
  readText,
  untold,
  where,
  whereValue,
  type Estate,
  type Predicted,
  type Violation,
} from '../estate.ts';
import { backupVaults, ofTypes } from '../subject.ts';

const accounts = 'Microsoft.Storage/storageAccounts';
const recoveryVaults = 'Microsoft.RecoveryServices/vaults';

/** Resources with data, and those that others depend on. A lock on a VM doesn’t cover its data disks. */
export const lockableTypes: readonly string[] = [
  'Microsoft.Compute/virtualMachines',
  'Microsoft.Compute/disks',
  'Microsoft.KeyVault/vaults',
  'Microsoft.Network/virtualNetworks',
  'Microsoft.OperationalInsights/workspaces',
  recoveryVaults,
  accounts,
];
export const lockable = ofTypes(
  'VM, data disk, key vault, virtual network, Log Analytics workspace, Recovery Services vault, or storage account',
  ...lockableTypes,
);

export function inZones(estate: Estate): readonly Violation[] {
  return where(
    estate.ofType('Microsoft.Compute/virtualMachines'),
    (one) => readList(one, 'zones').length === 0,
    'the VM isn’t in an availability zone',
    'set its zone',
  );
}

/** Only for services whose redundancy the region offers. */
export function redundantStorage(
  estate: Estate,
  asked: { readonly accounts: boolean; readonly vaults: boolean; readonly pair: boolean } = {
    accounts: true,
    vaults: true,
    pair: true,
  },
): readonly Violation[] {
  const vaults = asked.vaults ? backupVaults.in(estate) : [];
  const silent = asked.pair ? [] : vaults.filter((one) => redundancyOf(one, estate) === undefined);
  return [
    ...silent.map(({ id }) =>
      untold(id, 'the vault sets no redundancy, and the region has no pair', 'make it zone-redundant'),
    ),
    ...whereValue(
      asked.accounts ? estate.ofType(accounts) : [],
      (one) => readText(one, 'sku.name'),
      (sku) => !/(ZRS|GRS)$/i.test(String(sku)),
      'the storage account keeps its copies in one datacenter',
      'make it zone-redundant or geo-redundant',
    ),
    ...whereValue(
      vaults.filter((one) => !silent.includes(one)),
      (one) => redundancyOf(one, estate) ?? 'GeoRedundant',
      (kind) => !/^(Zone|Geo|ReadAccessGeoZone)Redundant$/i.test(String(kind)),
      'the vault keeps its backups in one datacenter',
      'make it zone-redundant or geo-redundant',
    ),
  ];
}

/**
 * A vault without the setting is geo-redundant in a region with a pair; elsewhere, Azure decides.
 * Source: https://azure.github.io/PSRule.Rules.Azure/en/rules/Azure.RSV.StorageType/.
 */
export function redundancyOf(vault: Predicted, estate: Estate): unknown {
  const own = read(vault, 'properties.redundancySettings.standardTierStorageRedundancy');
  const [beside] = estate.below(vault, `${recoveryVaults}/backupstorageconfig`);
  return own ?? read(beside, 'properties.storageModelType') ?? undefined;
}

export function lockedResources(estate: Estate): readonly Violation[] {
  const holds = (one: Predicted): boolean =>
    estate
      .below(one, 'Microsoft.Authorization/locks')
      .some(({ id }) => id.toLowerCase().startsWith(`${one.id.toLowerCase()}/providers/microsoft.authorization/`));
  return where(lockable.in(estate), (one) => !holds(one), 'it can be deleted by accident', 'add a lock');
}

export function zonedBastion(estate: Estate): readonly Violation[] {
  return whereValue(
    estate.ofType('Microsoft.Network/bastionHosts'),
    ({ zones }) => zones,
    (_, one) => readList(one, 'zones').length < 2,
    'the Bastion host isn’t in several zones',
    'set all zones; an existing host has to be replaced',
  );
}

/**
 * Azure makes a Standard address without zones zone-redundant in some regions; whether it does in this one isn’t known.
 * Source: azure-docs virtual-network/ip-services/public-ip-addresses.md, "Availability zone".
 */
export function redundantAddresses(estate: Estate): readonly Violation[] {
  const instead = 'use the Standard SKU in all zones';
  return estate.ofType('Microsoft.Network/publicIPAddresses').flatMap((one): readonly Violation[] => {
    const sku = readText(one, 'sku.name');
    const zones = readItems(one, 'zones');
    if (isUnresolved(sku) || zones.some(isUnresolved))
      return [untold(one.id, 'only a deployment determines the zones of the public IP address', instead)];
    if (!/^Standard/i.test(sku))
      return [{ resource: one.id, what: 'the public IP address doesn’t use the Standard SKU', instead }];
    if (zones.length === 0)
      return [untold(one.id, 'the public IP address sets no zones, so it might be in only one', instead)];
    return zones.length > 1 ? [] : [{ resource: one.id, what: 'the public IP address is in only one zone', instead }];
  });
}
