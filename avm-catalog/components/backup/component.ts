import { int, literals, string } from '../../../src/bicep/type.ts';
import { operator, type ObjectValue, type Value } from '../../../src/bicep/value.ts';
import { timeZoneSchema } from '../../kernel/closed-values.ts';
import { component, type Composer } from '../../kernel/component.ts';
import { offerProblems } from '../../kernel/offer-problems.ts';
import { hasZones } from '../../azure/regions.ts';
import { choice, dedicatedDiagnostics } from '../../kernel/patterns.ts';
import { drawing } from './drawing.ts';
import { backupDocs } from './docs.ts';
import { redundancies, backupInputs } from './inputs.ts';

/** From little to much. */
const policyName = 'bkpol-daily';

export const backup = component({
  name: 'backup',
  title: 'Backup',
  summary: 'A recovery point of the machine every day',
  serves: ['backup', 'OPS-005'],
  drawing,
  inputs: {
    token: backupInputs,
    schema: (z) =>
      z.strictObject({
        enabled: z.boolean(),
        time: z.string().regex(/^([01]\d|2[0-3]):(00|30)$/, 'must be a time on the hour or half past, such as 02:00'),
        timeZone: timeZoneSchema(z),
        retentionDays: z.int().min(7).max(9999).describe('Days that a daily recovery point is kept'),
        redundancy: z.enum(redundancies),
      }),
    defaults: () => ({
      enabled: false,
      time: '02:00',
      timeZone: 'UTC',
      retentionDays: 30,
      redundancy: 'LocallyRedundant',
    }),
    questions: [
      { path: 'enabled', ask: 'Is the machine backed up?', kind: 'confirm', byEnvironment: true },
      {
        path: 'retentionDays',
        ask: 'For how many days are backups kept?',
        kind: 'number',
        byEnvironment: true,
        when: (inputs) => inputs['enabled'] === true,
      },
      {
        path: 'redundancy',
        ask: 'How are backups replicated?',
        kind: 'choice',
        byEnvironment: true,
        when: (inputs) => inputs['enabled'] === true,
        choices: () => [{ value: 'LocallyRedundant' }, { value: 'ZoneRedundant' }, { value: 'GeoRedundant' }],
      },
    ],
    guesses: [
      {
        path: 'timeZone',
        question: (view) => `In which time zone do backups begin at ${backupInputs.of(view).time}`,
        why: 'A backup should find the machine at rest.',
        advice: 'Take UTC where the hour is a quiet one all the same.',
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
    { path: 'backup.enabled', subject: 'a backup of the machine', of: (view) => Number(backupInputs.of(view).enabled) },
    {
      path: 'backup.retentionDays',
      subject: 'the number of days that backups are kept',
      of: (view) => (backupInputs.of(view).enabled ? backupInputs.of(view).retentionDays : undefined),
    },
    {
      path: 'backup.redundancy',
      subject: 'the redundancy of backups',
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
      comment: 'Recovery Services vault with the daily policy; the enhanced kind, as Trusted Launch needs',
      makes: ['recoveryVault'],
      params: {
        name: c.reference('recoveryVault'),
        redundancySettings: redundancy(c),
        backupPolicies: [{ name: policyName, properties: dailyPolicy(c) }],
        monitoringSettings: c.because(['alerts'], {
          azureMonitorAlertSettings: { alertsForAllJobFailures: 'Enabled' },
        }),
        diagnosticSettings: dedicatedDiagnostics(c),
      },
    });
    c.output('recoveryVaultName', string, 'Name of the vault that keeps the backups', c.reference('recoveryVault'));
  },
});

function redundancy(c: Composer): Value {
  const kinds = ['GeoRedundant', 'ZoneRedundant', 'LocallyRedundant'] as const;
  const chosen = c.choose({
    name: 'backupRedundancy',
    type: literals(...kinds),
    description: 'How backups are replicated; cannot be changed once something is backed up',
    value: (view) => backupInputs.of(view).redundancy,
    answers: ['backup.redundancy'],
  });
  const settings = (kind: Value): Value => ({ standardTierStorageRedundancy: kind });
  if (typeof chosen === 'string') return settings(chosen);
  // One object with the kind inside does not match the module's type, which is told apart by this very property.
  // All kinds have their branch, used or not: the parameter takes them all.
  return kinds
    .slice(1)
    .reduce<Value>((rest, kind) => choice(operator('==', chosen, kind), settings(kind), rest), settings(kinds[0]));
}

function dailyPolicy(c: Composer): ObjectValue {
  const time = c.choose({
    name: 'backupTime',
    type: string,
    description: 'When the daily backup starts; only the time of day counts',
    value: (view) => `2025-01-01T${backupInputs.of(view).time}:00Z`,
    answers: ['backup.time'],
  });
  const zone = c.choose({
    name: 'backupTimeZone',
    type: string,
    description: 'Windows time zone of the daily backup',
    value: (view) => backupInputs.of(view).timeZone,
    answers: ['backup.timeZone'],
  });
  const days = c.parameter({
    name: 'backupRetentionDays',
    type: int,
    description: 'Days that a daily recovery point is kept',
    minValue: 7,
    maxValue: 9999,
    value: (view) => backupInputs.of(view).retentionDays,
    answers: ['backup.retentionDays'],
  });
  return {
    backupManagementType: 'AzureIaasVM',
    policyType: c.because(['OPS-006'], 'V2'),
    instantRpRetentionRangeInDays: 2,
    timeZone: zone,
    schedulePolicy: {
      schedulePolicyType: 'SimpleSchedulePolicyV2',
      scheduleRunFrequency: 'Daily',
      dailySchedule: { scheduleRunTimes: [time] },
    },
    retentionPolicy: {
      retentionPolicyType: 'LongTermRetentionPolicy',
      dailySchedule: { retentionTimes: [time], retentionDuration: { count: days, durationType: 'Days' } },
    },
  };
}
