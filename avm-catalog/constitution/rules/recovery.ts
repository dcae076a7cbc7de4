import { rule, ruleWith, unless, type RuleDefinition } from '../rule.ts';
import { virtualMachines, windowsVms } from '../subject.ts';
import { backedUp, enhancedPolicies, trustedBackups } from './backup-checks.ts';
import { dataRecoverable, fileStores } from './data-checks.ts';
import { inMaintenanceWindow, patchedByPlatform } from './patching-checks.ts';
import { backupInputs } from '../../components/backup/inputs.ts';
import { maintenanceInputs } from '../../components/maintenance/inputs.ts';
import { storageAccountInputs } from '../../components/storage-account/inputs.ts';
import { azure, mcsb } from '../sources.ts';

interface BackupParameters {
  readonly days: number;
}
interface SoftDeleteParameters {
  readonly days: number;
}

/** Backup and patching. */
export const recovery: readonly RuleDefinition[] = [
  ruleWith<BackupParameters>({
    id: 'OPS-005',
    of: ['virtual-machine'],
    category: 'backup',
    title: 'VM backup',
    level: 'should',
    elsewhere: { policy: ['Azure Backup should be enabled for Virtual Machines'] },
    controls: { mcsb: ['BR-1'] },
    parameters: {
      schema: (z) => z.strictObject({ days: z.int().min(7).max(9999) }),
      defaults: { days: 7 },
    },
    statement: ({ days }) =>
      `The workload SHOULD back up every VM every day, and keep the backups for at least ${days} days.`,
    rationale:
      'Redundant storage copies a deletion, a corrupted file, or ransomware as well. A backup allows you to return to the time before.',
    source: mcsb('BR-1'),
    shapes: 'A daily policy in a Recovery Services vault protects the VM.',
    appliesTo: [virtualMachines],
    check: (estate, { days }) => backedUp(estate, days),
    breaks: (view, { days }) => {
      const is = backupInputs.of(view);
      return [
        ...unless(is.enabled, 'backup.enabled', 'the VM isn’t backed up', 'backup.enabled=true'),
        ...unless(
          !is.enabled || is.retentionDays >= days,
          'backup.retentionDays',
          `backups are kept for ${is.retentionDays} days`,
          `backup.retentionDays=${days} or more`,
        ),
      ];
    },
  }),
  rule({
    id: 'OPS-006',
    of: ['backup'],
    category: 'backup',
    title: 'Enhanced backup policy for Trusted Launch',
    level: 'must',
    statement: () => 'The workload MUST back up VMs with Trusted Launch by an enhanced policy.',
    rationale: 'Azure Backup supports VMs with Trusted Launch only with an enhanced policy.',
    source: azure('Support matrix for VM backup', 'backup/backup-support-matrix-iaas'),
    shapes: 'The backup policy is of type V2.',
    appliesTo: [trustedBackups],
    check: enhancedPolicies,
  }),
  rule({
    id: 'OPS-007',
    of: ['virtual-machine'],
    category: 'patching',
    title: 'Automatic patching',
    level: 'must',
    elsewhere: {
      psrule: ['Azure.VM.Updates'],
      policy: ['Machines should be configured to periodically check for missing system updates'],
    },
    controls: { mcsb: ['PV-6'], cis2: ['2.1.13'], cis3: ['3.1.10'] },
    statement: () => 'The workload MUST have Azure assess every Windows VM for missing updates and install them.',
    rationale:
      'Attackers use known vulnerabilities soon after an update is published, so missing updates need to be found and installed without manual work.',
    source: mcsb('PV-6'),
    shapes: 'The VM enables automatic updates, with patching and assessment by the platform.',
    appliesTo: [windowsVms],
    check: patchedByPlatform,
  }),
  rule({
    id: 'OPS-008',
    of: ['virtual-machine'],
    category: 'patching',
    title: 'Maintenance window',
    level: 'should',
    elsewhere: { psrule: ['Azure.VM.MaintenanceConfig'] },
    statement: () =>
      'The workload SHOULD assign every VM a maintenance configuration for guest patches, and install updates only in its window.',
    rationale:
      'Updates can restart the VM. A maintenance window moves the restart to a time that was agreed with the users.',
    source: azure('Maintenance configurations', 'virtual-machines/maintenance-configurations'),
    shapes: 'The template deploys a maintenance configuration and assigns it to the VM.',
    appliesTo: [virtualMachines],
    check: inMaintenanceWindow,
    breaks: (view) =>
      unless(
        maintenanceInputs.of(view).enabled,
        'maintenance.enabled',
        'there’s no maintenance window',
        'maintenance.enabled=true',
      ),
  }),
  ruleWith<SoftDeleteParameters>({
    id: 'OPS-012',
    category: 'backup',
    title: 'Soft delete for blobs and file shares',
    level: 'should',
    elsewhere: {
      psrule: ['Azure.Storage.ContainerSoftDelete', 'Azure.Storage.FileShareSoftDelete', 'Azure.Storage.SoftDelete'],
    },
    controls: { cis2: ['3.11'], cis3: ['4.10'] },
    parameters: {
      schema: (z) => z.strictObject({ days: z.int().min(1).max(365) }),
      defaults: { days: 7 },
    },
    statement: ({ days }) =>
      `The workload SHOULD keep deleted blobs, containers, and file shares recoverable for at least ${days} days.`,
    rationale: 'With soft delete, an accidental deletion can be undone without a restore.',
    source: azure('Soft delete for blobs', 'storage/blobs/soft-delete-blob-overview'),
    shapes: 'The storage account enables soft delete for the services that it uses.',
    appliesTo: fileStores,
    check: (estate, { days }) => dataRecoverable(estate, days),
    breaks: (view, { days }) => {
      const is = storageAccountInputs.of(view);
      return is.enabled
        ? unless(
            is.softDeleteDays >= days,
            'storageAccount.softDeleteDays',
            `deleted data is kept for ${is.softDeleteDays} days`,
            `storageAccount.softDeleteDays=${days} or more`,
          )
        : undefined;
    },
  }),
];
