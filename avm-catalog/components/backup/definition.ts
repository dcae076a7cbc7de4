import { backupIntervals, softDelete } from '../../azure/reliability.ts';
import { timeZoneSchema } from '../../kernel/closed-values.ts';
import type { InputDefinition, Question } from '../../kernel/component.ts';
import { backupInputs, immutabilities, redundancies, type BackupInputs } from './inputs.ts';

const guardId =
  /^\/subscriptions\/[0-9a-f-]{36}\/resourceGroups\/[\w.()-]{1,90}\/providers\/Microsoft\.DataProtection\/resourceGuards\/[\w.-]{1,260}$/i;

const isOn: Question['when'] = (inputs) => inputs['enabled'] === true;

const questions: readonly Question[] = [
  { path: 'enabled', ask: 'Back up the VM?', kind: 'confirm', byEnvironment: true },
  {
    path: 'intervalHours',
    ask: 'Hours between two backups',
    kind: 'choice',
    byEnvironment: true,
    when: isOn,
    choices: () => backupIntervals.map((value) => ({ value })),
  },
  { path: 'retentionDays', ask: 'Backup retention in days', kind: 'number', byEnvironment: true, when: isOn },
  {
    path: 'redundancy',
    ask: 'Backup redundancy',
    kind: 'choice',
    byEnvironment: true,
    when: isOn,
    choices: () => redundancies.map((value) => ({ value })),
  },
  {
    path: 'crossRegionRestore',
    ask: 'Allow restores in the paired region? (costs more, and can’t be turned off after the first backup)',
    kind: 'confirm',
    byEnvironment: true,
    when: (inputs) => isOn(inputs) && inputs['redundancy'] === 'GeoRedundant',
  },
  {
    path: 'immutability',
    ask: 'Immutability of the backups',
    kind: 'choice',
    byEnvironment: true,
    when: isOn,
    choices: () => [
      { value: 'Disabled', name: 'Disabled (backups can be deleted)' },
      { value: 'Unlocked', name: 'Unlocked (no backup can be deleted early, and you can turn it off)' },
      { value: 'Locked', name: 'Locked (the same, and irreversible)' },
    ],
  },
];

export const backupDefinition: InputDefinition<BackupInputs> = {
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
      crossRegionRestore: z
        .boolean()
        .describe(
          'Allow restores in the paired region at any time. Needs a geo-redundant vault, costs more, and can’t be turned off after the first backup',
        ),
      softDeleteDays: z
        .int()
        .min(softDelete.least)
        .max(softDelete.most)
        .describe('Days that deleted backups can be recovered. Azure charges for more than 14'),
      immutability: z
        .enum(immutabilities)
        .describe(
          'Unlocked: nobody can delete a backup early or shorten the retention, until you turn it off. Locked: the same, and irreversible',
        ),
      resourceGuardId: z
        .string()
        .regex(guardId, 'must be the resource ID of a Resource Guard')
        .or(z.literal(''))
        .describe(
          'Resource ID of an existing Resource Guard in the region of the vault, for multi-user authorization; empty for none',
        ),
    }),
  defaults: () => ({
    enabled: false,
    time: '02:00',
    timeZone: 'UTC',
    intervalHours: 24,
    retentionDays: 30,
    redundancy: 'LocallyRedundant',
    crossRegionRestore: false,
    softDeleteDays: softDelete.least,
    immutability: 'Disabled',
    resourceGuardId: '',
  }),
  questions,
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
};
