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
  asked: { readonly accounts: boolean; readonly vaults: boolean; readonly pair: boolean } = {
    accounts: true,
    vaults: true,
    pair: true,
  },
): readonly Violation[] {
  const vaults = asked.vaults ? estate.ofType(recoveryVaults) : [];
  const silent = asked.pair ? [] : vaults.filter((one) => redundancyOf(one, estate) === undefined);
  return [
    ...silent.map(({ id }) =>
      untold(id, 'the vault names no redundancy, and the region has no pair', 'make it zone-redundant'),
    ),
    ...whereValue(
      asked.accounts ? estate.ofType(accounts) : [],
      (one) => readText(one, 'sku.name'),
      (sku) => !/(ZRS|GRS)$/i.test(String(sku)),
      'the storage account keeps its copies in one building',
      'make it zone- or geo-redundant',
    ),
    ...whereValue(
      vaults.filter((one) => !silent.includes(one)),
      (one) => redundancyOf(one, estate) ?? 'GeoRedundant',
      (kind) => !/^(Zone|Geo|ReadAccessGeoZone)Redundant$/i.test(String(kind)),
      'the vault keeps its backups in one building',
      'make it zone- or geo-redundant',
    ),
  ];
}

/**
 * A vault that says nothing is geo-redundant, where the region has a pair; elsewhere Azure decides.
 * Source: https://azure.github.io/PSRule.Rules.Azure/en/rules/Azure.RSV.StorageType/.
 */
function redundancyOf(vault: Predicted, estate: Estate): unknown {
  const own = read(vault, 'properties.redundancySettings.standardTierStorageRedundancy');
  const [beside] = estate.below(vault, `${recoveryVaults}/backupstorageconfig`);
  return own ?? read(beside, 'properties.storageModelType') ?? undefined;
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
    'put it into all zones; a host that is there already has to be replaced',
  );
}

/**
 * Azure makes a standard address without zones zone-redundant, region by region: that it does here is not known.
 * Source: azure-docs virtual-network/ip-services/public-ip-addresses.md, "Availability zone".
 */
export function redundantAddresses(estate: Estate): readonly Violation[] {
  const instead = 'make it a standard one in all zones';
  return estate.ofType('Microsoft.Network/publicIPAddresses').flatMap((one): readonly Violation[] => {
    const sku = readText(one, 'sku.name');
    const zones = readItems(one, 'zones');
    if (isUnresolved(sku) || zones.some(isUnresolved))
      return [untold(one.id, 'only a deployment computes in which zones the public address is', instead)];
    if (!/^Standard/i.test(sku))
      return [{ resource: one.id, what: 'the public address is not a standard one', instead }];
    if (zones.length === 0)
      return [untold(one.id, 'the public address names no zones, and Azure may keep it in one', instead)];
    return zones.length > 1 ? [] : [{ resource: one.id, what: 'the public address is in one zone only', instead }];
  });
}
