import { expect, test } from 'vitest';
import { quietTimes } from '../../../avm-catalog/kernel/alerts/quiet-time.ts';

/** A window that opens on Sunday, 2026-01-04. */
function quiet(recurEvery: string, start = '22:00', duration = '03:00'): string | undefined {
  const found = quietTimes({ start: `2026-01-04 ${start}`, duration, recurEvery });
  return [...(found?.weekly ?? []), ...(found?.monthly ?? [])]
    .map((one) => {
      const days = 'daysOfWeek' in one ? one.daysOfWeek.map((day) => day.slice(0, 2)) : one.daysOfMonth;
      return `${one.recurrenceType} ${days.join()} ${one.startTime}-${one.endTime}`;
    })
    .join(' + ');
}

test.each([
  ['Week Sunday', 'Weekly Su 22:00:00-23:59:59 + Weekly Mo 00:00:00-01:15:00'],
  ['Week Saturday,Monday', 'Weekly Sa,Mo 22:00:00-23:59:59 + Weekly Su,Tu 00:00:00-01:15:00'],
  ['1Week Sunday', 'Weekly Su 22:00:00-23:59:59 + Weekly Mo 00:00:00-01:15:00'],
  ['Week', 'Weekly Su 22:00:00-23:59:59 + Weekly Mo 00:00:00-01:15:00'],
  ['Day', 'Weekly Su,Mo,Tu,We,Th,Fr,Sa 22:00:00-23:59:59 + Weekly Mo,Tu,We,Th,Fr,Sa,Su 00:00:00-01:15:00'],
  ['Month', 'Monthly 4 22:00:00-23:59:59 + Monthly 5 00:00:00-01:15:00'],
  ['1Month day3,day17', 'Monthly 3,17 22:00:00-23:59:59 + Monthly 4,18 00:00:00-01:15:00'],
])('%s, past midnight', (recurEvery, expected) => {
  expect(quiet(recurEvery)).toBe(expected);
});

test.each([
  ['Week Sunday', '01:30', 'Weekly Su 01:30:00-03:15:00'],
  ['Week Sunday', '22:15', 'Weekly Su 22:15:00-23:59:59'],
  ['Month day31', '01:30', 'Monthly 31 01:30:00-03:15:00'],
])('%s from %s, a quarter of an hour longer than the window', (recurEvery, start, expected) => {
  expect(quiet(recurEvery, start, '01:30')).toBe(expected);
});

test.each([
  '2Weeks Sunday',
  '3Days',
  '2Months',
  'Month Second Tuesday',
  '1Month Last Sunday Offset4',
  'Month day28',
  'Month day0',
  'Week Someday',
  'Day Sunday',
  'Month banana',
])('%s is nothing that a processing rule can repeat', (recurEvery) => {
  expect(quietTimes({ start: '2026-01-04 22:00', duration: '03:00', recurEvery })).toBeUndefined();
});

test.each([
  ['2024-02-29', 'Thursday'],
  ['2026-11-27', 'Friday'],
  ['2100-03-01', 'Monday'],
])('%s is a %s', (date, day) => {
  const found = quietTimes({ start: `${date} 01:00`, duration: '01:30', recurEvery: 'Week' });
  expect(found?.weekly[0]?.daysOfWeek).toEqual([day]);
});
