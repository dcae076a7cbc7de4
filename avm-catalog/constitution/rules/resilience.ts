import type { EnvironmentsParameters } from '../../kernel/rule-parameters.ts';
import { isOffered, type ServiceName } from '../../azure/services.ts';
import type { View } from '../../kernel/view.ts';
import { ruleWith, unless, type RuleDefinition } from '../rule.ts';
import { bastionHosts, publicAddresses, recoveryVaults, storageAccounts, virtualMachines } from '../subject.ts';
import {
  inZones,
  lockable,
  lockedResources,
  redundantAddresses,
  redundantStorage,
  zonedBastion,
} from './resilience-checks.ts';
import { backupInputs } from '../../components/backup/inputs.ts';
import { storageAccountInputs } from '../../components/storage-account/inputs.ts';
import { bastionInputs } from '../../components/bastion/inputs.ts';

const parameters: RuleDefinition<EnvironmentsParameters>['parameters'] = {
  schema: (z) => z.strictObject({ environments: z.array(z.string().min(1)).min(1) }),
  defaults: { environments: ['prod'] },
};

const offers = (view: View, service: ServiceName): boolean => isOffered(service, view.core.location.region);

/** Asked only where the region offers copies in several zones, or in a pair. */
const redundancy = (view: View, zones: ServiceName, pair: ServiceName, names: readonly [string, string]) =>
  offers(view, zones) ? names[0] : offers(view, pair) ? names[1] : undefined;

const notApplicable = (view: View, { environments }: EnvironmentsParameters): string | undefined =>
  environments.includes(view.environment) ? undefined : `the rule applies to ${environments.join(', ')}`;

/** For what Azure is known to offer in some regions only. */
const whereOffered =
  (...services: readonly ServiceName[]) =>
  (view: View, is: EnvironmentsParameters): string | undefined =>
    notApplicable(view, is) ??
    (services.some((service) => offers(view, service))
      ? undefined
      : `Azure isn’t known to offer it in ${view.core.location.region}`);

const accountKind = (view: View) => redundancy(view, 'zrsStorage', 'grsStorage', ['ZRS', 'GRS']);
const vaultKind = (view: View) => redundancy(view, 'zonalVault', 'geoVault', ['ZoneRedundant', 'GeoRedundant']);

/** What an outage or a mistake may cost, by environment. */
export const resilience: readonly RuleDefinition[] = [
  ruleWith<EnvironmentsParameters>({
    id: 'RES-001',
    of: ['virtual-machine'],
    category: 'resilience',
    title: 'Machines in a zone',
    level: 'should',
    parameters,
    notApplicable: whereOffered('zonalVm'),
    statement: ({ environments }) =>
      `In ${environments.join(', ')}, machines are in an availability zone, where the region has zones.`,
    shapes: 'The machine and its disks are put into the zone of the answers.',
    appliesTo: [virtualMachines],
    check: inZones,
    breaks: (view) =>
      unless(view.core.location.zone !== null, 'location.zone', 'the machine is in no zone', 'location.zone=1, 2 or 3'),
  }),
  ruleWith<EnvironmentsParameters>({
    id: 'RES-002',
    category: 'resilience',
    title: 'Redundant storage and backups',
    level: 'should',
    elsewhere: { psrule: ['Azure.RSV.StorageType', 'Azure.Storage.UseReplication'] },
    parameters,
    notApplicable: whereOffered('zrsStorage', 'grsStorage', 'zonalVault', 'geoVault'),
    statement: ({ environments }) =>
      `In ${environments.join(', ')}, storage accounts and backups have copies in several zones or regions, where the region offers them.`,
    shapes: 'The storage account and the vault of backups get the redundancy of the answers.',
    appliesTo: [storageAccounts, recoveryVaults],
    check: (estate, _, view) =>
      redundantStorage(estate, {
        accounts: accountKind(view) !== undefined,
        vaults: vaultKind(view) !== undefined,
        pair: offers(view, 'geoVault'),
      }),
    breaks: (view) => {
      const storageAccount = storageAccountInputs.of(view);
      const backup = backupInputs.of(view);
      const [account, vault] = [accountKind(view), vaultKind(view)];
      if (!storageAccount.enabled && !backup.enabled) return undefined;
      return [
        ...unless(
          !account || !storageAccount.enabled || storageAccount.redundancy !== 'LRS',
          'storageAccount.redundancy',
          'the storage account keeps its copies in one building',
          `storageAccount.redundancy=${account}`,
        ),
        ...unless(
          !vault || !backup.enabled || backup.redundancy !== 'LocallyRedundant',
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
    notApplicable,
    statement: ({ environments }) =>
      `In ${environments.join(', ')}, VMs, data disks, key vaults, virtual networks, Log Analytics workspaces, Recovery Services vaults, and storage accounts have a lock against deletion. The OS disk of a VM is not covered.`,
    shapes: 'Modules get a lock where the answers ask for it, and each data disk a lock of its own.',
    without: {
      'virtual-machine': {
        statement: ({ environments }) =>
          `In ${environments.join(', ')}, key vaults, virtual networks, Log Analytics workspaces, and storage accounts have a lock against deletion.`,
        shapes: 'Modules get a lock where the answers ask for it.',
        exceptions: [],
      },
    },
    exceptions: [
      {
        what: 'The OS disk of a VM',
        why: 'Azure creates it together with the VM. Azure refuses to delete a disk that is attached, and the VM itself has a lock.',
      },
    ],
    appliesTo: [lockable],
    check: lockedResources,
    breaks: (view) => unless(view.core.lock !== 'none', 'lock', 'nothing is locked', 'lock=CanNotDelete'),
  }),
  ruleWith<EnvironmentsParameters>({
    id: 'RES-004',
    of: ['bastion', 'internal-load-balancer', 'nat-gateway'],
    category: 'resilience',
    title: 'Public addresses in all zones',
    level: 'should',
    elsewhere: { psrule: ['Azure.PublicIP.AvailabilityZone', 'Azure.PublicIP.StandardSKU'] },
    parameters,
    notApplicable: whereOffered('zonalAddress'),
    statement: ({ environments }) =>
      `In ${environments.join(', ')}, public addresses are standard ones in all zones, where the region has zones.`,
    shapes: 'Addresses of Bastion and of the NAT gateway are standard ones in three zones.',
    appliesTo: [publicAddresses],
    check: redundantAddresses,
  }),
  ruleWith<EnvironmentsParameters>({
    id: 'RES-005',
    of: ['bastion'],
    category: 'resilience',
    title: 'Bastion in all zones',
    level: 'should',
    parameters,
    notApplicable: whereOffered('zonalBastion'),
    statement: ({ environments }) =>
      `In ${environments.join(', ')}, Azure Bastion is in several zones, in regions where Azure is known to offer that.`,
    shapes: 'The Bastion host is deployed in three zones, unless bastion.zones says none.',
    appliesTo: [bastionHosts],
    check: zonedBastion,
    breaks: (view) => {
      const is = bastionInputs.of(view);
      return is.enabled && view.core.network.topology === 'simple'
        ? unless(
            is.zones !== 'none',
            'bastion.zones',
            'the Bastion host is in no zone, which cannot be changed later',
            'bastion.zones=auto',
          )
        : undefined;
    },
  }),
];
