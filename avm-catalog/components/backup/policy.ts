import { int, literals, string } from '../../../src/bicep/type.ts';
import { operator, type ObjectValue, type Value } from '../../../src/bicep/value.ts';
import { backupIntervals } from '../../azure/reliability.ts';
import type { Composer } from '../../kernel/component.ts';
import { choice } from '../../kernel/patterns.ts';
import { backupInputs } from './inputs.ts';

/** An enhanced policy, whose recovery points of a day are kept alike. */
export function policy(c: Composer): ObjectValue {
  const time = c.choose({
    name: 'backupTime',
    type: string,
    description: 'Start of the first backup of a day. Only the time of day matters',
    value: (view) => `2025-01-01T${backupInputs.of(view).time}:00Z`,
    answers: ['backup.time'],
  });
  const zone = c.choose({
    name: 'backupTimeZone',
    type: string,
    description: 'Windows time zone of the backups',
    value: (view) => backupInputs.of(view).timeZone,
    answers: ['backup.timeZone'],
  });
  const days = c.parameter({
    name: 'backupRetentionDays',
    type: int,
    description: 'Retention of recovery points, in days',
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
    schedulePolicy: c.because(['recovery'], schedule(c, time)),
    retentionPolicy: {
      retentionPolicyType: 'LongTermRetentionPolicy',
      dailySchedule: { retentionTimes: [time], retentionDuration: { count: days, durationType: 'Days' } },
    },
  };
}

/** A day's only backup is a schedule of its own kind. */
function schedule(c: Composer, time: Value): Value {
  const interval = c.choose({
    name: 'backupIntervalHours',
    type: literals(...backupIntervals),
    description: 'Hours between two backups',
    value: (view) => backupInputs.of(view).intervalHours,
    answers: ['backup.intervalHours'],
  });
  const daily: Value = {
    schedulePolicyType: 'SimpleSchedulePolicyV2',
    scheduleRunFrequency: 'Daily',
    dailySchedule: { scheduleRunTimes: [time] },
  };
  const hourly: Value = {
    schedulePolicyType: 'SimpleSchedulePolicyV2',
    scheduleRunFrequency: 'Hourly',
    hourlySchedule: { interval, scheduleWindowStartTime: time, scheduleWindowDuration: 24 },
  };
  return typeof interval === 'number'
    ? choice(interval === 24, daily, hourly)
    : choice(operator('==', interval, 24), daily, hourly);
}
