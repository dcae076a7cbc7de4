import { string } from '../../../src/bicep/type.ts';
import { dateTimeSchema, recurrenceSchema, timeZoneSchema } from '../../kernel/closed-values.ts';
import { component } from '../../kernel/component.ts';
import { drawing } from './drawing.ts';
import { quietTime } from './quiet.ts';
import { daysInWords, windowProblems } from './window.ts';
import { maintenanceDocs } from './docs.ts';
import { maintenanceInputs } from './inputs.ts';

export const maintenance = component({
  name: 'maintenance',
  title: 'Maintenance window',
  summary: 'Schedule for updates and restarts of the VM',
  serves: ['updates', 'OPS-008'],
  drawing,
  inputs: {
    token: maintenanceInputs,
    schema: (z) =>
      z.strictObject({
        enabled: z.boolean(),
        start: dateTimeSchema(z),
        duration: z.string().regex(/^(01:[3-5]\d|02:[0-5]\d|03:[0-4]\d|03:5[0-5])$/, 'must be from 01:30 to 03:55'),
        timeZone: timeZoneSchema(z),
        recurEvery: recurrenceSchema(z),
      }),
    defaults: () => ({
      enabled: false,
      start: '2026-01-04 22:00',
      duration: '03:00',
      timeZone: 'UTC',
      recurEvery: 'Week Sunday',
    }),
    questions: [
      { path: 'enabled', ask: 'Install updates in a maintenance window?', kind: 'confirm' },
      {
        path: 'recurEvery',
        ask: 'Recurrence of the window',
        kind: 'text',
        byEnvironment: true,
        when: (inputs) => inputs['enabled'] === true,
      },
      {
        path: 'start',
        ask: 'Start of the first window',
        kind: 'text',
        byEnvironment: true,
        when: (inputs) => inputs['enabled'] === true,
      },
      { path: 'timeZone', ask: 'Time zone of the window', kind: 'text', when: (inputs) => inputs['enabled'] === true },
    ],
    guesses: [
      {
        path: 'timeZone',
        question: (view) =>
          `In which time zone can the VM restart at ${maintenanceInputs.of(view).start.slice(11)} ${daysInWords(maintenanceInputs.of(view).recurEvery)}`,
        why: 'Updates can restart the VM, and in another time zone that can be during working hours.',
        advice: 'Keep UTC if the load is low at that time in UTC too.',
        asItIs: true,
        category: 'Non-Functional Quality Attributes',
        impact: 2,
        uncertainty: 2,
      },
    ],
    switchOn: { enabled: true },
  },
  docs: maintenanceDocs,
  categories: { 'backup-in-window': 'Edge Cases & Failure Handling' },
  enabled: (view) => maintenanceInputs.of(view).enabled,
  check: windowProblems,
  contribute: (c) => {
    c.name('maintenance', { type: 'Microsoft.Maintenance/maintenanceConfigurations' });
    c.contribute('maintenance', { id: c.id('maintenance') });
    quietTime(c);
  },
  compose: (c) => {
    const answer = (key: 'start' | 'duration' | 'timeZone' | 'recurEvery', name: string, description: string) =>
      c.choose({
        name,
        type: string,
        description,
        value: (view) => maintenanceInputs.of(view)[key],
        answers: [`maintenance.${key}`],
      });
    c.module({
      symbol: 'maintenance',
      module: 'maintenance/maintenance-configuration',
      comment: 'Maintenance configuration, which schedules updates',
      makes: ['maintenance'],
      params: {
        name: c.reference('maintenance'),
        maintenanceScope: 'InGuestPatch',
        extensionProperties: { InGuestPatchMode: 'User' },
        maintenanceWindow: {
          startDateTime: answer('start', 'maintenanceStart', 'Start of the first maintenance window'),
          duration: answer(
            'duration',
            'maintenanceDuration',
            'Duration of the maintenance window, in hours and minutes',
          ),
          timeZone: answer('timeZone', 'maintenanceTimeZone', 'Windows time zone of the maintenance window'),
          recurEvery: answer('recurEvery', 'maintenanceRecurEvery', 'Recurrence of the maintenance window'),
        },
        installPatches: {
          rebootSetting: 'IfRequired',
          windowsParameters: {
            classificationsToInclude: ['Critical', 'Security', 'UpdateRollup', 'Definition', 'Updates'],
          },
        },
      },
    });
  },
});
