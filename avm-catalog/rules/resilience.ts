import { isOffered, type ServiceName } from '../azure/services.ts';
import type { View } from '../component.ts';
import { ruleWith, unless, type RuleDefinition } from '../rule.ts';
import { inZones, lockedResources, redundantAddresses, redundantStorage, zonedBastion } from './resilience-checks.ts';

/** Names of the environments that a rule is for; those of others are not looked at. */
export interface EnvironmentsParameters {
  readonly environments: readonly string[];
}

const parameters: RuleDefinition<EnvironmentsParameters>['parameters'] = {
  schema: (z) => z.strictObject({ environments: z.array(z.string().min(1)).min(1) }),
  defaults: { environments: ['prod'] },
};

const offers = (view: View, service: ServiceName): boolean => isOffered(service, view.core.location.region);

/** Asked only where the region offers copies in several zones, or in a pair. */
const redundancy = (view: View, zones: ServiceName, pair: ServiceName, names: readonly [string, string]) =>
  offers(view, zones) ? names[0] : offers(view, pair) ? names[1] : undefined;

const concerns = (view: View, { environments }: EnvironmentsParameters): boolean =>
  environments.includes(view.environment);

const accountKind = (view: View) => redundancy(view, 'zrsStorage', 'grsStorage', ['ZRS', 'GRS']);
const vaultKind = (view: View) => redundancy(view, 'zonalVault', 'geoVault', ['ZoneRedundant', 'GeoRedundant']);

/** What an outage or a mistake may cost, by environment. */
export const resilience: readonly RuleDefinition[] = [
  ruleWith<EnvironmentsParameters>({
    id: 'RES-001',
    category: 'resilience',
    title: 'Machines in a zone',
    level: 'should',
    parameters,
    statement: ({ environments }) =>
      `In ${environments.join(', ')}, machines are in an availability zone, where the region has zones.`,
    shapes: 'The machine and its disks are put into the zone of the answers.',
    check: (estate, is, view) => (concerns(view, is) && offers(view, 'zonalVm') ? inZones(estate) : []),
    breaks: (view, is) =>
      unless(
        !concerns(view, is) || !offers(view, 'zonalVm') || view.core.location.zone !== null,
        'location.zone',
        'the machine is in no zone',
        'location.zone=1, 2 or 3',
      ),
  }),
  ruleWith<EnvironmentsParameters>({
    id: 'RES-002',
    category: 'resilience',
    title: 'Redundant storage and backups',
    level: 'should',
    elsewhere: { psrule: ['Azure.RSV.StorageType', 'Azure.Storage.UseReplication'] },
    parameters,
    statement: ({ environments }) =>
      `In ${environments.join(', ')}, storage accounts and backups have copies in several zones or regions, where the region offers them.`,
    shapes: 'The storage account and the vault of backups get the redundancy of the answers.',
    check: (estate, is, view) =>
      concerns(view, is)
        ? redundantStorage(estate, { accounts: accountKind(view) !== undefined, vaults: vaultKind(view) !== undefined })
        : [],
    breaks: (view, is) => {
      const { storageAccount, backup } = view.inputs;
      const [account, vault] = [accountKind(view), vaultKind(view)];
      return [
        ...unless(
          !concerns(view, is) || !account || !storageAccount.enabled || storageAccount.redundancy !== 'LRS',
          'storageAccount.redundancy',
          'the storage account keeps its copies in one building',
          `storageAccount.redundancy=${account}`,
        ),
        ...unless(
          !concerns(view, is) || !vault || !backup.enabled || backup.redundancy !== 'LocallyRedundant',
          'backup.redundancy',
          'backups are kept in one building',
          `backup.redundancy=${vault}`,
        ),
      ];
    },
  }),
  ruleWith<EnvironmentsParameters>({
    id: 'RES-003',
    category: 'resilience',
    title: 'Locks',
    level: 'should',
    parameters,
    statement: ({ environments }) =>
      `In ${environments.join(', ')}, what holds data or carries the rest cannot be deleted by mistake.`,
    shapes: 'Modules get a lock where the answers ask for it.',
    check: (estate, is, view) => (concerns(view, is) ? lockedResources(estate) : []),
    breaks: (view, is) =>
      unless(!concerns(view, is) || view.core.lock !== 'none', 'lock', 'nothing is locked', 'lock=CanNotDelete'),
  }),
  ruleWith<EnvironmentsParameters>({
    id: 'RES-004',
    category: 'resilience',
    title: 'Public addresses in all zones',
    level: 'should',
    elsewhere: { psrule: ['Azure.PublicIP.AvailabilityZone', 'Azure.PublicIP.StandardSKU'] },
    parameters,
    statement: ({ environments }) =>
      `In ${environments.join(', ')}, public addresses are standard ones in all zones, where the region has zones.`,
    shapes: 'Addresses of Bastion and of the NAT gateway are standard ones in three zones.',
    check: (estate, is, view) => (concerns(view, is) && offers(view, 'zonalAddress') ? redundantAddresses(estate) : []),
  }),
  ruleWith<EnvironmentsParameters>({
    id: 'RES-005',
    category: 'resilience',
    title: 'Bastion in all zones',
    level: 'should',
    parameters,
    statement: ({ environments }) =>
      `In ${environments.join(', ')}, Azure Bastion is in several zones, in regions where Azure is known to offer that.`,
    shapes: 'The Bastion host is deployed in three zones, unless bastion.zones says none.',
    check: (estate, is, view) => (concerns(view, is) && offers(view, 'zonalBastion') ? zonedBastion(estate) : []),
    breaks: (view, is) =>
      unless(
        !concerns(view, is) ||
          !offers(view, 'zonalBastion') ||
          !view.inputs.bastion.enabled ||
          view.core.network.topology !== 'simple' ||
          view.inputs.bastion.zones !== 'none',
        'bastion.zones',
        'the Bastion host is in no zone',
        'bastion.zones=auto',
      ),
  }),
];
