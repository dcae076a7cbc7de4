import { nearest } from '../../src/findings/nearest.ts';

/** How often a maintenance window returns. */
export interface Recurrence {
  readonly every: number;
  readonly unit: 'Day' | 'Week' | 'Month';
  /** Of a week. */
  readonly weekdays?: readonly string[];
  /** Of a month; -1 is its last. */
  readonly monthDays?: readonly number[];
  /** Of a month: `Second Tuesday`, and days from there on. */
  readonly nth?: { readonly which: string; readonly weekday: string; readonly offset: number };
}

const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
const places = ['First', 'Second', 'Third', 'Fourth', 'Last'];
const units = ['Day', 'Days', 'Week', 'Weeks', 'Month', 'Months'];

const head = '([1-9]\\d?)?(Day|Week|Month)s?';
const weekday = `(?:${weekdays.join('|')})`;
const monthDay = 'day(?:[1-9]|[12]\\d|3[01]|-1)';
/** Without flags or look-behind, so that it can go into a JSON schema. */
export const recurrencePattern = new RegExp(
  `^(([1-9]\\d?)?Days?|([1-9]\\d?)?Weeks?( ${weekday}(,${weekday})*)?|([1-9]\\d?)?Months?( ${monthDay}(,${monthDay})*| (${places.join('|')}) ${weekday}( Offset(-?[1-6]|0))?)?)$`,
);
const parts = new RegExp(`^${head}(?: (.+))?$`);

/**
 * Source: azure-rest-api-specs Microsoft.Maintenance, `MaintenanceWindow.recurEvery`: `[Frequency]Day(s)`,
 * `[Frequency]Week(s) [Monday,Sunday]`, `[Frequency]Month(s) [day23,day24]` or `[Frequency]Month(s) Last Sunday [Offset-3]`,
 * offsets from -6 to 6; `day-1` is the last day of a month.
 */
export function parseRecurrence(text: string): Recurrence | undefined {
  const [, count, unit, rest] = recurrencePattern.test(text) ? (parts.exec(text) ?? []) : [];
  if (unit === undefined) return undefined;
  const base = { every: Number(count ?? 1), unit: unit as Recurrence['unit'] };
  if (rest === undefined) return base;
  const listed = rest.split(',');
  if (new Set(listed).size < listed.length) return undefined;
  if (unit === 'Week') return { ...base, weekdays: listed };
  if (rest.startsWith('day')) return { ...base, monthDays: listed.map((day) => Number(day.slice('day'.length))) };
  const [which = '', day = '', offset = ''] = rest.split(' ');
  return { ...base, nth: { which, weekday: day, offset: Number(offset.slice('Offset'.length)) } };
}

/** What was most likely meant by a text that is no recurrence. */
export function nearestRecurrence(text: string): string | undefined {
  const [first = '', ...rest] = text.trim().split(/\s+/);
  const [, count = '', word = ''] = /^(\d*)([A-Za-z]+)$/.exec(first) ?? [];
  const unit = word === '' ? undefined : nearest(word, units);
  if (unit === undefined) return undefined;
  const start = `${Number(count || '1') === 0 ? 1 : count.replace(/^0+/, '')}${unit}`;
  const meant = [start, ...(unit.startsWith('Week') ? weekTail(rest) : monthTail(rest))].join(' ');
  return parseRecurrence(meant) ? meant : undefined;
}

function weekTail(words: readonly string[]): readonly string[] {
  const days = words.flatMap((one) => one.split(',')).filter((one) => one !== '');
  return days.length === 0 ? [] : [[...new Set(days.map((one) => nearest(one, weekdays) ?? '?'))].join(',')];
}

function monthTail([which, day, ...rest]: readonly string[]): readonly string[] {
  if (which === undefined) return [];
  if (/^day/i.test(which)) return [which.toLowerCase()];
  return [nearest(which, places) ?? '?', nearest(day ?? '', weekdays) ?? '?', ...rest];
}
