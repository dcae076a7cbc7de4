import { softDelete } from '../../azure/reliability.ts';
import { backupInputs } from '../../components/backup/inputs.ts';
import type { EnvironmentsParameters } from '../../kernel/rule-parameters.ts';
import { ruleWith, unless, type RuleDefinition } from '../rule.ts';
import { azure } from '../sources.ts';
import { siteRecoveryInputs } from '../../components/site-recovery/inputs.ts';
import { backupVaults, virtualMachines } from '../subject.ts';
import {
  deletedBackupsKept,
  geoVaults,
  guardedVaults,
  immutableVaults,
  restorableInPair,
} from './backup-protection-checks.ts';
import { environmentsParameters, inOtherEnvironments } from './by-environment.ts';
import { replicatedElsewhere } from './replication-checks.ts';

interface SoftDeleteParameters {
  readonly days: number;
}
interface ImmutabilityParameters extends EnvironmentsParameters {
  readonly locked: boolean;
}

/** Protection of the backups themselves. */
export const backupProtection: readonly RuleDefinition[] = [
  ruleWith<SoftDeleteParameters>({
    id: 'OPS-021',
    of: ['backup'],
    category: 'backup',
    title: 'Soft delete for backups',
    level: 'off',
    parameters: {
      schema: (z) => z.strictObject({ days: z.int().min(softDelete.least).max(softDelete.most) }),
      defaults: { days: softDelete.least },
    },
    statement: ({ days }) => `The workload SHOULD keep deleted backups recoverable for at least ${days} days.`,
    rationale:
      'An attacker deletes the backups before the data. Soft delete leaves time to notice that and to recover them.',
    source: azure('Secure by default with soft delete', 'backup/secure-by-default'),
    shapes: 'The vault sets soft delete to always on, with the retention in backup.softDeleteDays.',
    appliesTo: [backupVaults],
    check: (estate, { days }) => deletedBackupsKept(estate, days),
    breaks: (view, { days }) => {
      const is = backupInputs.of(view);
      return is.enabled
        ? unless(
            is.softDeleteDays >= days,
            'backup.softDeleteDays',
            `deleted backups are kept for ${is.softDeleteDays} days`,
            `backup.softDeleteDays=${days} or more`,
          )
        : undefined;
    },
  }),
  ruleWith<ImmutabilityParameters>({
    id: 'OPS-022',
    of: ['backup'],
    category: 'backup',
    title: 'Immutable backups',
    level: 'should',
    elsewhere: {
      psrule: ['Azure.RSV.Immutable'],
      policy: ['[Preview]: Immutability must be enabled for Recovery Services vaults'],
    },
    parameters: {
      schema: (z) => z.strictObject({ environments: z.array(z.string().min(1)).min(1), locked: z.boolean() }),
      defaults: { environments: ['prod'], locked: false },
    },
    notApplicable: inOtherEnvironments,
    statement: ({ environments, locked }) =>
      `In ${environments.join(', ')}, the workload SHOULD keep backups in an immutable vault${locked ? ', and lock the immutability' : ''}.`,
    rationale:
      'In an immutable vault, nobody can delete a backup before its retention ends. Once locked, nobody can turn that off.',
    source: azure('Immutable vault for Azure Backup', 'backup/backup-azure-immutable-vault-concept'),
    shapes: 'The vault has the immutability in backup.immutability. The deployment after the first one locks it.',
    appliesTo: [backupVaults],
    check: (estate, { locked }) => immutableVaults(estate, locked),
    breaks: (view, { locked }) => {
      const { enabled, immutability } = backupInputs.of(view);
      return enabled
        ? unless(
            immutability === 'Locked' || (!locked && immutability === 'Unlocked'),
            'backup.immutability',
            `the immutability of backups is ${immutability}`,
            `backup.immutability=${locked ? 'Locked, which is irreversible' : 'Unlocked'}`,
          )
        : undefined;
    },
  }),
  ruleWith<EnvironmentsParameters>({
    id: 'OPS-023',
    of: ['backup'],
    category: 'backup',
    title: 'Multi-user authorization for backups',
    level: 'off',
    parameters: environmentsParameters,
    notApplicable: inOtherEnvironments,
    statement: ({ environments }) =>
      `In ${environments.join(', ')}, the workload MUST protect critical operations on backups with a Resource Guard.`,
    rationale:
      'With a Resource Guard that another team owns, no person alone can stop backups or shorten their retention.',
    source: azure('Multi-user authorization', 'backup/multi-user-authorization-concept'),
    shapes: 'A native resource associates the vault with the Resource Guard in backup.resourceGuardId.',
    appliesTo: [backupVaults],
    check: guardedVaults,
    breaks: (view) => {
      const { enabled, resourceGuardId } = backupInputs.of(view);
      return enabled
        ? unless(
            resourceGuardId !== '',
            'backup.resourceGuardId',
            'no Resource Guard protects the backups',
            'backup.resourceGuardId=… with the ID of a Resource Guard',
          )
        : undefined;
    },
  }),
];

export const recoveryElsewhere: readonly RuleDefinition[] = [
  ruleWith<EnvironmentsParameters>({
    id: 'RES-007',
    of: ['backup'],
    category: 'resilience',
    title: 'Cross-region restore',
    level: 'off',
    parameters: environmentsParameters,
    notApplicable: inOtherEnvironments,
    statement: ({ environments }) =>
      `In ${environments.join(', ')}, the workload SHOULD allow restores of geo-redundant backups in the paired region.`,
    rationale:
      'Without cross-region restore, the copies in the paired region are out of reach until Microsoft declares an outage, and a drill there is impossible.',
    source: azure('Cross Region Restore', 'backup/backup-create-recovery-services-vault#set-cross-region-restore'),
    shapes: 'A geo-redundant vault has cross-region restore as in backup.crossRegionRestore.',
    appliesTo: [geoVaults],
    check: restorableInPair,
    breaks: (view) => {
      const { enabled, redundancy, crossRegionRestore } = backupInputs.of(view);
      return enabled && redundancy === 'GeoRedundant'
        ? unless(
            crossRegionRestore,
            'backup.crossRegionRestore',
            'geo-redundant backups can be restored only in their own region',
            'backup.crossRegionRestore=true before the first backup',
          )
        : undefined;
    },
  }),
  ruleWith<EnvironmentsParameters>({
    id: 'RES-008',
    of: ['site-recovery'],
    category: 'resilience',
    title: 'Replication to another region',
    level: 'off',
    elsewhere: {
      policy: ['Audit virtual machines without disaster recovery configured'],
    },
    parameters: environmentsParameters,
    notApplicable: inOtherEnvironments,
    statement: ({ environments }) =>
      `In ${environments.join(', ')}, the workload MUST replicate every VM to another region.`,
    rationale:
      'A backup reaches another region hours later and takes hours to restore. A replica is minutes old, and a failover starts a VM from it.',
    source: azure('Azure to Azure disaster recovery', 'site-recovery/azure-to-azure-architecture'),
    shapes: 'A native resource replicates each VM with Azure Site Recovery, as in siteRecovery.',
    appliesTo: [virtualMachines],
    check: replicatedElsewhere,
    breaks: (view) =>
      unless(
        siteRecoveryInputs.of(view).enabled,
        'siteRecovery.enabled',
        'the VM isn’t replicated to another region',
        'siteRecovery.enabled=true',
      ),
  }),
];
