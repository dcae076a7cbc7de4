import type { TypeNode } from '../interface.ts';
import {
  anyObject,
  anything,
  between,
  bool,
  int,
  list,
  object,
  oneOf,
  optional,
  partial,
  string,
  variants,
  type Overlay,
} from './types.ts';

const day = oneOf('Friday', 'Monday', 'Saturday', 'Sunday', 'Thursday', 'Tuesday', 'Wednesday');
const week = oneOf('First', 'Fourth', 'Invalid', 'Last', 'Second', 'Third');
const month = oneOf(
  'April',
  'August',
  'December',
  'February',
  'Invalid',
  'January',
  'July',
  'June',
  'March',
  'May',
  'November',
  'October',
  'September',
);
const times = list(string);
const retentionDuration = object({ count: int, durationType: oneOf('Days', 'Invalid', 'Months', 'Weeks', 'Years') });
const weekly = { daysOfTheWeek: list(day) };
const format = {
  retentionScheduleFormatType: oneOf('Daily', 'Invalid', 'Weekly'),
  retentionScheduleDaily: optional(object({ daysOfTheMonth: list(partial({ date: int, isLast: bool })) })),
  retentionScheduleWeekly: optional(object({ ...weekly, weeksOfTheMonth: list(week) })),
};
const kept = { retentionTimes: times, retentionDuration };

const retentionPolicy = variants('retentionPolicyType', {
  LongTermRetentionPolicy: {
    dailySchedule: optional(object(kept)),
    weeklySchedule: optional(object({ ...weekly, ...kept })),
    monthlySchedule: optional(object({ ...format, ...kept })),
    yearlySchedule: optional(object({ ...format, monthsOfYear: list(month), ...kept })),
  },
  SimpleRetentionPolicy: { retentionDuration: optional(retentionDuration) },
});

/** The second is what an enhanced policy (`policyType` V2), and with it Trusted Launch, needs. */
const schedulePolicy = variants('schedulePolicyType', {
  SimpleSchedulePolicy: {
    scheduleRunFrequency: oneOf('Daily', 'Hourly', 'Invalid', 'Weekly'),
    scheduleRunDays: optional(list(day)),
    scheduleRunTimes: optional(times),
    hourlySchedule: optional(hourly()),
    scheduleWeeklyFrequency: optional(int),
  },
  SimpleSchedulePolicyV2: {
    scheduleRunFrequency: oneOf('Daily', 'Hourly', 'Invalid', 'Weekly'),
    hourlySchedule: optional(hourly()),
    dailySchedule: optional(object({ scheduleRunTimes: times })),
    weeklySchedule: optional(object({ scheduleRunDays: list(day), scheduleRunTimes: times })),
  },
});

function hourly(): TypeNode {
  return object({ interval: int, scheduleWindowStartTime: string, scheduleWindowDuration: int });
}

const tieringPolicy: TypeNode = {
  type: 'object',
  additionalProperties: object({
    tieringMode: oneOf('DoNotTier', 'Invalid', 'TierAfter', 'TierRecommended'),
    ...partial({ duration: int, durationType: oneOf('Days', 'Invalid', 'Months', 'Weeks', 'Years') }).properties,
  }),
};

const workload = {
  workLoadType: string,
  settings: optional(anyObject),
  subProtectionPolicy: list(anyObject),
  makePolicyConsistent: optional(bool),
};

const shared = { protectedItemsCount: optional(int), resourceGuardOperationRequests: optional(list(string)) };

const backupPolicy = variants('backupManagementType', {
  AzureIaasVM: {
    ...shared,
    policyType: optional(oneOf('Invalid', 'V1', 'V2')),
    instantRPDetails: optional(partial({ azureBackupRGNamePrefix: string, azureBackupRGNameSuffix: string })),
    instantRpRetentionRangeInDays: optional(between(1, 30)),
    snapshotConsistencyType: optional(oneOf('OnlyCrashConsistent')),
    schedulePolicy,
    retentionPolicy,
    tieringPolicy: optional(tieringPolicy),
    timeZone: string,
  },
  AzureStorage: {
    ...shared,
    workLoadType: oneOf('AzureFileShare'),
    schedulePolicy,
    retentionPolicy: optional(retentionPolicy),
    vaultRetentionPolicy: optional(object({ snapshotRetentionInDays: int, vaultRetention: retentionPolicy })),
    timeZone: string,
  },
  AzureWorkload: { ...shared, ...workload },
  AzureSql: { ...shared, retentionPolicy: optional(anything) },
});

export const recoveryVault: Overlay = { 'types.backupPolicyType.properties': backupPolicy };
