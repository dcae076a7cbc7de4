import { describe, expect, test } from 'vitest';
import { computerNameProblem } from '../../../avm-catalog/azure/computer-names.ts';
import { nearestRecurrence, parseRecurrence } from '../../../avm-catalog/azure/recurrence.ts';
import { reservedWord } from '../../../avm-catalog/azure/reserved-words.ts';
import { resourceGroupIdPattern, virtualNetworkIdPattern } from '../../../avm-catalog/azure/resource-ids.ts';
import { windowsTimeZones } from '../../../avm-catalog/azure/time-zones.ts';
import { isDay, nearestDay } from '../../../avm-catalog/kernel/day.ts';
import { duplicates } from '../../../avm-catalog/kernel/duplicates.ts';

describe('recurrences of a maintenance window', () => {
  test.each([
    ['Day', { every: 1, unit: 'Day' }],
    ['3Days', { every: 3, unit: 'Day' }],
    ['Week Saturday,Sunday', { every: 1, unit: 'Week', weekdays: ['Saturday', 'Sunday'] }],
    ['Month day23,day24', { every: 1, unit: 'Month', monthDays: [23, 24] }],
    ['2Months day-1', { every: 2, unit: 'Month', monthDays: [-1] }],
    ['Month Last Sunday', { every: 1, unit: 'Month', nth: { which: 'Last', weekday: 'Sunday', offset: 0 } }],
    ['Month Last Sunday Offset-3', { every: 1, unit: 'Month', nth: { which: 'Last', weekday: 'Sunday', offset: -3 } }],
    ['Month Third Sunday Offset6', { every: 1, unit: 'Month', nth: { which: 'Third', weekday: 'Sunday', offset: 6 } }],
  ])('%s', (text, is) => {
    expect(parseRecurrence(text)).toEqual(is);
    expect(nearestRecurrence(text)).toBe(text);
  });

  test.each([
    ['1Month banana', undefined],
    ['0Days', '1Days'],
    ['00Week', '1Week'],
    ['100Days', undefined],
    ['Weak Sunday', 'Week Sunday'],
    ['week sunday', 'Week Sunday'],
    ['Week Sunday, Monday', 'Week Sunday,Monday'],
    ['Week Sunday,Sunday', 'Week Sunday'],
    ['Month day32', undefined],
    ['Month day0', undefined],
    ['1Month secnd tuesday', '1Month Second Tuesday'],
    ['Month Last Sunday Offset7', undefined],
    ['', undefined],
    ['Day\n', 'Day'],
  ])('%j is none, and means %j', (text, nearest) => {
    expect([parseRecurrence(text), nearestRecurrence(text)]).toEqual([undefined, nearest]);
  });
});

test('Windows time zones are those of the registry, each once', () => {
  expect(windowsTimeZones).toHaveLength(141);
  expect(new Set(windowsTimeZones).size).toBe(141);
  for (const zone of ['UTC', 'W. Europe Standard Time', 'Pacific Standard Time', 'Central Standard Time (Mexico)'])
    expect(windowsTimeZones).toContain(zone);
  for (const zone of ['Europe/Berlin', 'CET', 'Mars Standard Time', 'utc'])
    expect(windowsTimeZones).not.toContain(zone);
});

test.each([
  ['2026-02-28', true, undefined],
  ['2026-02-29', false, '2026-02-28'],
  ['2028-02-29', true, undefined],
  ['2026-02-31', false, '2026-02-28'],
  ['2026-04-31', false, '2026-04-30'],
  ['2026-13-31', false, undefined],
  ['2026-00-10', false, undefined],
])('%s is a day: %s', (text, is, nearest) => {
  expect([isDay(text), nearestDay(text)]).toEqual([is, nearest]);
});

test.each([
  ['vm-windows-dev', 'windows'],
  ['MyWindowsVM', 'windows'],
  ['kv-notmicrosofty', 'microsoft'],
  ['loginstorage', 'login'],
  ['Azure', 'azure'],
  ['office365', 'office365'],
  ['st-login', undefined],
  ['vm-azure-dev', undefined],
  ['legacyapp', undefined],
])('%s holds the reserved word %s', (name, word) => {
  expect(reservedWord(name)?.word).toBe(word);
});

test.each([
  ['PAYROLL-WEB-01', undefined],
  ['a', undefined],
  ['123456', 'form'],
  ['-a', 'form'],
  ['a.b', 'form'],
  ['a_b', 'form'],
  ['a'.repeat(16), 'form'],
  ['Server', 'reserved'],
  ['AzureAdmin', 'administrator'],
])('a computer called %s: %s', (name, problem) => {
  expect(computerNameProblem(name, 'azureadmin')).toBe(problem);
});

test('equal values are found with their places, whatever their case', () => {
  expect(duplicates(['a', 'b', 'A', 'a'])).toEqual([
    { value: 'A', index: 2, first: 0 },
    { value: 'a', index: 3, first: 0 },
  ]);
  expect(duplicates([1, 2, 1])).toEqual([{ value: '1', index: 2, first: 0 }]);
});

const subscription = '/subscriptions/00000000-0000-0000-0000-000000000001';

test.each([
  [`${subscription}/resourceGroups/rg-hub`, true],
  [`${subscription}/resourceGroups/rg-hub.`, false],
  [`/subscriptions/${'-'.repeat(36)}/resourceGroups/rg-hub`, false],
  [`/subscriptions/${'0'.repeat(36)}/resourceGroups/rg-hub`, false],
])('%s is the id of a resource group: %s', (id, is) => {
  expect(resourceGroupIdPattern.test(id)).toBe(is);
  expect(virtualNetworkIdPattern.test(`${id}/providers/Microsoft.Network/virtualNetworks/vnet-hub`)).toBe(is);
});
