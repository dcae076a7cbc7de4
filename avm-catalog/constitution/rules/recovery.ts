import { rule, ruleWith, unless, type RuleDefinition } from '../rule.ts';
import { virtualMachines, windowsMachines } from '../subject.ts';
import { backedUp, enhancedPolicies, trustedBackups } from './backup-checks.ts';
import { dataRecoverable, fileStores } from './data-checks.ts';
import { inMaintenanceWindow, patchedByPlatform } from './patching-checks.ts';
import { backupInputs } from '../../components/backup/inputs.ts';
import { maintenanceInputs } from '../../components/maintenance/inputs.ts';
import { storageAccountInputs } from '../../components/storage-account/inputs.ts';

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
    title: 'Backup of every machine',
    level: 'should',
    elsewhere: { policy: ['Azure Backup should be enabled for Virtual Machines'] },
    parameters: {
      schema: (z) => z.strictObject({ days: z.int().min(7).max(9999) }),
      defaults: { days: 7 },
    },
    statement: ({ days }) => `Every machine is backed up, and its daily backups are kept for ${days} days or longer.`,
    shapes: 'The machine is protected in a Recovery Services vault, by a daily policy.',
    appliesTo: [virtualMachines],
    check: (estate, { days }) => backedUp(estate, days),
    breaks: (view, { days }) => {
      const is = backupInputs.of(view);
      return [
        ...unless(is.enabled, 'backup.enabled', 'the machine is not backed up', 'backup.enabled=true'),
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
    title: 'Enhanced backup for Trusted Launch',
    level: 'must',
    statement: () => 'Machines with Trusted Launch are backed up by an enhanced policy, the only kind that can.',
    shapes: 'The backup policy is of type V2.',
    appliesTo: [trustedBackups],
    check: enhancedPolicies,
  }),
  rule({
    id: 'OPS-007',
    of: ['virtual-machine'],
    category: 'patching',
    title: 'Patching by the platform',
    level: 'must',
    elsewhere: {
      psrule: ['Azure.VM.Updates'],
      policy: ['Machines should be configured to periodically check for missing system updates'],
    },
    statement: () => 'Azure assesses every Windows VM for missing updates, and installs them.',
    shapes: 'The machine has automatic updates, with patching and assessment by the platform.',
    appliesTo: [windowsMachines],
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
      'Every VM has a maintenance configuration for guest patches assigned, and installs updates in its window alone.',
    shapes: 'A maintenance configuration is made and assigned to the machine.',
    appliesTo: [virtualMachines],
    check: inMaintenanceWindow,
    breaks: (view) =>
      unless(
        maintenanceInputs.of(view).enabled,
        'maintenance.enabled',
        'there is no maintenance window',
        'maintenance.enabled=true',
      ),
  }),
  ruleWith<SoftDeleteParameters>({
    id: 'OPS-012',
    category: 'backup',
    title: 'Deleted files can be brought back',
    level: 'should',
    elsewhere: {
      psrule: ['Azure.Storage.ContainerSoftDelete', 'Azure.Storage.FileShareSoftDelete', 'Azure.Storage.SoftDelete'],
    },
    parameters: {
      schema: (z) => z.strictObject({ days: z.int().min(1).max(365) }),
      defaults: { days: 7 },
    },
    statement: ({ days }) => `Deleted blobs, containers and shares can be brought back for ${days} days or longer.`,
    shapes: 'The storage account has soft delete for what it holds.',
    appliesTo: fileStores,
    check: (estate, { days }) => dataRecoverable(estate, days),
    breaks: (view, { days }) => {
      const is = storageAccountInputs.of(view);
      return is.enabled
        ? unless(
            is.softDeleteDays >= days,
            'storageAccount.softDeleteDays',
            `what was deleted is kept for ${is.softDeleteDays} days`,
            `storageAccount.softDeleteDays=${days} or more`,
          )
        : undefined;
    },
  }),
];
