import type { EnvironmentsParameters } from '../../kernel/rule-parameters.ts';
import { isOffered, type ServiceName } from '../../azure/services.ts';
import type { View } from '../../kernel/view.ts';
import { ruleWith, unless, type RuleDefinition } from '../rule.ts';
import { backupVaults, bastionHosts, publicAddresses, storageAccounts, virtualMachines } from '../subject.ts';
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
import { azure } from '../sources.ts';
import { environmentsParameters, inOtherEnvironments } from './by-environment.ts';

const parameters = environmentsParameters;
const notApplicable = inOtherEnvironments;

const offers = (view: View, service: ServiceName): boolean => isOffered(service, view.core.location.region);

/** The redundancy to ask for: zones, else the paired region, else none. */
const redundancy = (view: View, zones: ServiceName, pair: ServiceName, names: readonly [string, string]) =>
  offers(view, zones) ? names[0] : offers(view, pair) ? names[1] : undefined;

/** Not applicable in regions where Azure isn’t known to offer the service. */
const whereOffered =
  (...services: readonly ServiceName[]) =>
  (view: View, is: EnvironmentsParameters): string | undefined =>
    notApplicable(view, is) ??
    (services.some((service) => offers(view, service))
      ? undefined
      : `Azure isn’t known to offer it in ${view.core.location.region}`);

export const accountKind = (view: View) => redundancy(view, 'zrsStorage', 'grsStorage', ['ZRS', 'GRS']);
export const vaultKind = (view: View) => redundancy(view, 'zonalVault', 'geoVault', ['ZoneRedundant', 'GeoRedundant']);

/** Protection from outages and mistakes, by environment. */
export const resilience: readonly RuleDefinition[] = [
  ruleWith<EnvironmentsParameters>({
    id: 'RES-001',
    of: ['virtual-machine'],
    category: 'resilience',
    title: 'Availability zones for VMs',
    level: 'should',
    parameters,
    notApplicable: whereOffered('zonalVm'),
    statement: ({ environments }) =>
      `In ${environments.join(', ')}, the workload SHOULD deploy VMs to an availability zone, where the region has zones.`,
    rationale: 'With a zone, it’s known where a VM and its disks run, so copies can be planned around its failure.',
    source: azure('Availability zones', 'reliability/availability-zones-overview'),
    shapes: 'The VM and its disks use the zone in location.zone.',
    appliesTo: [virtualMachines],
    check: inZones,
    breaks: (view) =>
      unless(
        view.core.location.zone !== null,
        'location.zone',
        'the VM isn’t in an availability zone',
        'location.zone=1, 2, or 3',
      ),
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
      `In ${environments.join(', ')}, the workload SHOULD keep copies of storage accounts and backups in several zones or regions, where the region supports it.`,
    rationale: 'Locally redundant copies are in one datacenter, where a fire or flood can destroy all of them.',
    source: azure('Azure Storage redundancy', 'storage/common/storage-redundancy'),
    shapes: 'The storage account and the Recovery Services vault use the redundancy in the settings.',
    appliesTo: [storageAccounts, backupVaults],
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
          'the storage account keeps its copies in one datacenter',
          `storageAccount.redundancy=${account}`,
        ),
        ...unless(
          !vault || !backup.enabled || backup.redundancy !== 'LocallyRedundant',
          'backup.redundancy',
          'backups are kept in one datacenter',
          `backup.redundancy=${vault}`,
        ),
      ];
    },
  }),
  ruleWith<EnvironmentsParameters>({
    id: 'RES-003',
    category: 'resilience',
    title: 'Resource locks',
    level: 'should',
    controls: { cis2: ['10.1'], cis3: ['10.1'] },
    parameters,
    notApplicable,
    statement: ({ environments }) =>
      `In ${environments.join(', ')}, the workload SHOULD lock VMs, data disks, key vaults, virtual networks, Log Analytics workspaces, Recovery Services vaults, and storage accounts against deletion. The OS disk of a VM isn’t covered.`,
    rationale:
      'Azure refuses to delete a locked resource, whatever role the user has, until somebody removes the lock.',
    source: azure('Lock resources', 'azure-resource-manager/management/lock-resources'),
    shapes: 'Modules get the lock in the setting lock, and each data disk gets its own.',
    without: {
      'virtual-machine': {
        statement: ({ environments }) =>
          `In ${environments.join(', ')}, the workload SHOULD lock key vaults, virtual networks, Log Analytics workspaces, and storage accounts against deletion.`,
        shapes: 'Modules get the lock in the setting lock.',
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
    breaks: (view) => unless(view.core.lock !== 'none', 'lock', 'no resource is locked', 'lock=CanNotDelete'),
  }),
  ruleWith<EnvironmentsParameters>({
    id: 'RES-004',
    of: ['bastion', 'internal-load-balancer', 'nat-gateway'],
    category: 'resilience',
    title: 'Zone-redundant public IP addresses',
    level: 'should',
    elsewhere: { psrule: ['Azure.PublicIP.AvailabilityZone', 'Azure.PublicIP.StandardSKU'] },
    parameters,
    notApplicable: whereOffered('zonalAddress'),
    statement: ({ environments }) =>
      `In ${environments.join(', ')}, the workload SHOULD use Standard public IP addresses in all zones, where the region has zones.`,
    rationale: 'A zone-redundant public IP address stays reachable when one zone fails.',
    source: azure('Public IP addresses', 'virtual-network/ip-services/public-ip-addresses'),
    shapes: 'The public IP addresses of Azure Bastion and the NAT gateway use the Standard SKU and three zones.',
    appliesTo: [publicAddresses],
    check: redundantAddresses,
  }),
  ruleWith<EnvironmentsParameters>({
    id: 'RES-005',
    of: ['bastion'],
    category: 'resilience',
    title: 'Zone-redundant Azure Bastion',
    level: 'should',
    parameters,
    notApplicable: whereOffered('zonalBastion'),
    statement: ({ environments }) =>
      `In ${environments.join(', ')}, the workload SHOULD deploy Azure Bastion to several zones, in regions where Azure is known to offer that.`,
    rationale:
      'Administrators need access most during an outage, and a Bastion host in several zones survives the failure of one.',
    source: azure('Reliability in Azure Bastion', 'reliability/reliability-bastion'),
    shapes: 'The Bastion host is deployed to three zones, unless bastion.zones is none.',
    appliesTo: [bastionHosts],
    check: zonedBastion,
    breaks: (view) => {
      const is = bastionInputs.of(view);
      return is.enabled && view.core.network.topology === 'simple'
        ? unless(
            is.zones !== 'none',
            'bastion.zones',
            'the Bastion host isn’t in any zone, which can’t be changed later',
            'bastion.zones=auto',
          )
        : undefined;
    },
  }),
];
