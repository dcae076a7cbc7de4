import { hasZones } from '../azure/regions.ts';
import type { View } from '../component.ts';
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

/** Names of the environments that a rule is for; those of others are not looked at. */
export interface EnvironmentsParameters {
  readonly environments: readonly string[];
}

const parameters: RuleDefinition<EnvironmentsParameters>['parameters'] = {
  schema: (z) => z.strictObject({ environments: z.array(z.string().min(1)).min(1) }),
  defaults: { environments: ['prod'] },
};

const notApplicable = (view: View, { environments }: EnvironmentsParameters): string | undefined =>
  environments.includes(view.environment) ? undefined : `the rule applies to ${environments.join(', ')}`;

const withZones = (view: View, is: EnvironmentsParameters): string | undefined =>
  notApplicable(view, is) ??
  (hasZones(view.core.location.region) ? undefined : `${view.core.location.region} has no availability zones`);

/** What an outage or a mistake may cost, by environment. */
export const resilience: readonly RuleDefinition[] = [
  ruleWith<EnvironmentsParameters>({
    id: 'RES-001',
    category: 'resilience',
    title: 'Machines in a zone',
    level: 'should',
    parameters,
    notApplicable,
    statement: ({ environments }) => `In ${environments.join(', ')}, machines are in an availability zone.`,
    shapes: 'The machine and its disks are put into the zone of the answers.',
    appliesTo: [virtualMachines],
    check: inZones,
    breaks: (view) =>
      unless(
        view.core.location.zone !== null,
        'location.zone',
        'the machine is in no zone',
        'location.zone=1, 2 or 3, in a region that has zones',
      ),
  }),
  ruleWith<EnvironmentsParameters>({
    id: 'RES-002',
    category: 'resilience',
    title: 'Redundant storage and backups',
    level: 'should',
    elsewhere: { psrule: ['Azure.RSV.StorageType', 'Azure.Storage.UseReplication'] },
    parameters,
    notApplicable,
    statement: ({ environments }) =>
      `In ${environments.join(', ')}, storage accounts and backups have copies in several zones or regions.`,
    shapes: 'The storage account and the vault of backups get the redundancy of the answers.',
    appliesTo: [storageAccounts, recoveryVaults],
    check: redundantStorage,
    breaks: ({ inputs: { storageAccount, backup } }) => {
      if (!storageAccount.enabled && !backup.enabled) return undefined;
      return [
        ...unless(
          !storageAccount.enabled || storageAccount.redundancy !== 'LRS',
          'storageAccount.redundancy',
          'the storage account keeps its copies in one building',
          'storageAccount.redundancy=ZRS',
        ),
        ...unless(
          !backup.enabled || backup.redundancy !== 'LocallyRedundant',
          'backup.redundancy',
          'backups are kept in one building',
          'backup.redundancy=ZoneRedundant',
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
    category: 'resilience',
    title: 'Public addresses in all zones',
    level: 'should',
    elsewhere: { psrule: ['Azure.PublicIP.AvailabilityZone', 'Azure.PublicIP.StandardSKU'] },
    parameters,
    notApplicable: withZones,
    statement: ({ environments }) =>
      `In ${environments.join(', ')}, public addresses are standard ones in all zones, where the region has zones.`,
    shapes: 'Addresses of Bastion and of the NAT gateway are standard ones in three zones.',
    appliesTo: [publicAddresses],
    check: redundantAddresses,
  }),
  ruleWith<EnvironmentsParameters>({
    id: 'RES-005',
    category: 'resilience',
    title: 'Bastion in all zones',
    level: 'should',
    parameters,
    notApplicable: withZones,
    statement: ({ environments }) =>
      `In ${environments.join(', ')}, the way in for administrators is in several zones, where the region has zones.`,
    shapes: 'The Bastion host is made in three zones, which its module does not do by itself.',
    appliesTo: [bastionHosts],
    check: zonedBastion,
  }),
];
