import { expect, test } from 'vitest';
import { daysInWords, windowInWords } from '../../../avm-catalog/components/maintenance/window.ts';

test.each([
  ['Day', 'every day'],
  ['1Day', 'every day'],
  ['3Days', 'every 3 days'],
  ['Week', 'every week'],
  ['Week Sunday', 'on Sundays'],
  ['1Week Saturday,Sunday', 'on Saturdays and Sundays'],
  ['2Weeks Monday,Wednesday,Friday', 'on Mondays, Wednesdays, and Fridays every 2 weeks'],
  ['Month Last Sunday', 'on the last Sunday of every month'],
  ['1Month Second Tuesday', 'on the second Tuesday of every month'],
  ['2Months First Monday', 'on the first Monday every 2 months'],
  ['Month day23,day24', 'on day 23 and day 24 of every month'],
  ['2Months day-1', 'on the last day every 2 months'],
  ['Month Last Sunday Offset-3', '3 days before the last Sunday of every month'],
  ['Month Second Tuesday Offset1', '1 day after the second Tuesday of every month'],
])('%s is %s', (recurEvery, words) => {
  expect(daysInWords(recurEvery)).toBe(words);
});

test.each([
  ['03:00', '3 hours'],
  ['01:30', '1 hour and 30 minutes'],
])('a window of %s is one of %s', (duration, words) => {
  expect(windowInWords({ start: '2026-01-04 22:00', duration, timeZone: 'UTC', recurEvery: 'Week Sunday' })).toBe(
    `on Sundays from 22:00 (UTC) for up to ${words}`,
  );
});
