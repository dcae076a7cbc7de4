import { literals, string } from '../../../src/bicep/type.ts';
import { operator, type Value } from '../../../src/bicep/value.ts';
import { timeZoneSchema } from '../../kernel/closed-values.ts';
import { backupIntervals } from '../../azure/reliability.ts';
import { component, type Composer } from '../../kernel/component.ts';
import { offerProblems } from '../../kernel/offer-problems.ts';
import { hasZones } from '../../azure/regions.ts';
import { choice, dedicatedDiagnostics } from '../../kernel/patterns.ts';
import { drawing } from './drawing.ts';
import { backupDocs } from './docs.ts';
import { policy } from './policy.ts';
import { redundancies, backupInputs } from './inputs.ts';

/** Kept for policies of several backups a day too: with another name, a VM would change its policy. */
const policyName = 'bkpol-daily';

export const backup = component({
  name: 'backup',
  title: 'Backup',
  summary: 'Recovery points of the VM, every day or more often',
  serves: ['backup', 'recovery', 'OPS-005'],
  drawing,
  inputs: {
    token: backupInputs,
    schema: (z) =>
      z.strictObject({
        enabled: z.boolean(),
        time: z.string().regex(/^([01]\d|2[0-3]):(00|30)$/, 'must be a time on the hour or half hour, such as 02:00'),
        timeZone: timeZoneSchema(z),
        intervalHours: z
          .literal(backupIntervals)
          .describe('Hours between two backups; less than 24 makes more snapshots, which cost more'),
        retentionDays: z.int().min(7).max(9999).describe('Retention of recovery points, in days'),
        redundancy: z.enum(redundancies),
      }),
    defaults: () => ({
      enabled: false,
      time: '02:00',
      timeZone: 'UTC',
      intervalHours: 24,
      retentionDays: 30,
      redundancy: 'LocallyRedundant',
    }),
    questions: [
      { path: 'enabled', ask: 'Back up the VM?', kind: 'confirm', byEnvironment: true },
      {
        path: 'intervalHours',
        ask: 'Hours between two backups',
        kind: 'choice',
        byEnvironment: true,
        when: (inputs) => inputs['enabled'] === true,
        choices: () => backupIntervals.map((value) => ({ value })),
      },
      {
        path: 'retentionDays',
        ask: 'Backup retention in days',
        kind: 'number',
        byEnvironment: true,
        when: (inputs) => inputs['enabled'] === true,
      },
      {
        path: 'redundancy',
        ask: 'Backup redundancy',
        kind: 'choice',
        byEnvironment: true,
        when: (inputs) => inputs['enabled'] === true,
        choices: () => [{ value: 'LocallyRedundant' }, { value: 'ZoneRedundant' }, { value: 'GeoRedundant' }],
      },
    ],
    guesses: [
      {
        path: 'timeZone',
        question: (view) => `In which time zone do backups start at ${backupInputs.of(view).time}`,
        why: 'A backup should run when the load on the VM is low.',
        advice: 'Keep UTC if the load is low at that time in UTC too.',
        asItIs: true,
        category: 'Non-Functional Quality Attributes',
        impact: 1,
        uncertainty: 2,
      },
    ],
    switchOn: { enabled: true },
  },
  docs: backupDocs,
  measures: [
    {
      path: 'backup.intervalHours',
      subject: 'the hours between two backups',
      of: (view) => (backupInputs.of(view).enabled ? -backupInputs.of(view).intervalHours : undefined),
    },
    { path: 'backup.enabled', subject: 'a backup of the VM', of: (view) => Number(backupInputs.of(view).enabled) },
    {
      path: 'backup.retentionDays',
      subject: 'the backup retention',
      of: (view) => (backupInputs.of(view).enabled ? backupInputs.of(view).retentionDays : undefined),
    },
    {
      path: 'backup.redundancy',
      subject: 'the backup redundancy',
      of: (view) =>
        backupInputs.of(view).enabled ? redundancies.indexOf(backupInputs.of(view).redundancy) : undefined,
    },
  ],
  enabled: (view) => backupInputs.of(view).enabled,
  check: (view) => {
    const { location } = view.core;
    const is = backupInputs.of(view);
    if (!is.enabled || is.redundancy === 'LocallyRedundant') return [];
    const instead =
      is.redundancy === 'GeoRedundant' && hasZones(location.region) ? 'ZoneRedundant' : 'LocallyRedundant';
    return offerProblems(location.region, {
      service: is.redundancy === 'ZoneRedundant' ? 'zonalVault' : 'geoVault',
      answer: 'backup.redundancy',
      instead: `backup.redundancy=${instead}`,
    });
  },
  contribute: (c) => {
    c.name('recoveryVault', { type: 'Microsoft.RecoveryServices/vaults' });
    c.contribute('eventAlert', { key: 'backup-failed', scope: c.id('recoveryVault') }, { ids: ['OPS-015'] });
    c.contribute('backup', { vault: c.reference('recoveryVault'), policy: policyName });
  },
  compose: (c) => {
    c.module({
      symbol: 'recoveryVault',
      module: 'recovery-services/vault',
      comment: 'Recovery Services vault with an enhanced backup policy, which Trusted Launch requires',
      makes: ['recoveryVault'],
      params: {
        name: c.reference('recoveryVault'),
        redundancySettings: redundancy(c),
        backupPolicies: [{ name: policyName, properties: policy(c) }],
        monitoringSettings: c.because(['alerts'], {
          azureMonitorAlertSettings: { alertsForAllJobFailures: 'Enabled' },
        }),
        diagnosticSettings: dedicatedDiagnostics(c),
      },
    });
    c.output('recoveryVaultName', string, 'Name of the Recovery Services vault', c.reference('recoveryVault'));
  },
});

function redundancy(c: Composer): Value {
  const kinds = ['GeoRedundant', 'ZoneRedundant', 'LocallyRedundant'] as const;
  const chosen = c.choose({
    name: 'backupRedundancy',
    type: literals(...kinds),
    description: 'Redundancy of backups. You can’t change this after the first backup',
    value: (view) => backupInputs.of(view).redundancy,
    answers: ['backup.redundancy'],
  });
  const settings = (kind: Value): Value => ({ standardTierStorageRedundancy: kind });
  if (typeof chosen === 'string') return settings(chosen);
  // The module's type is discriminated by this property, so one object with the parameter inside doesn't match it.
  // Each redundancy has a branch, used or not, because the parameter allows them all.
  return kinds
    .slice(1)
    .reduce<Value>((rest, kind) => choice(operator('==', chosen, kind), settings(kind), rest), settings(kinds[0]));
}
