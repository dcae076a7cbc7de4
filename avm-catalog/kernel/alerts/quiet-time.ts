import { aDay, clockOf, minutesOf } from '../clock.ts';
import { parseRecurrence } from '../../azure/recurrence.ts';

/** A maintenance window, as the settings define it. */
interface Window {
  /** `2026-01-04 22:00` */
  readonly start: string;
  /** `03:00` */
  readonly duration: string;
  readonly recurEvery: string;
}

export const weekdays = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'] as const;
interface Part {
  readonly startTime: string;
  readonly endTime: string;
}
/** Recurrences of an alert processing rule. */
export interface QuietTimes {
  readonly weekly: readonly (Part & { readonly recurrenceType: 'Weekly'; readonly daysOfWeek: readonly string[] })[];
  readonly monthly: readonly (Part & { readonly recurrenceType: 'Monthly'; readonly daysOfMonth: readonly number[] })[];
}

/** Minutes after the window in which a restart at its end can still trigger an alert. */
const settling = 15;

/**
 * When notifications are suppressed; undefined if alert processing rules don't support the recurrence. They support
 * days of the week or of the month without an interval, so neither every second week nor the second Tuesday (azure-rest-api-specs, AlertProcessingRules 2021-08-08).
 */
export function quietTimes({ start, duration, recurEvery }: Window): QuietTimes | undefined {
  const is = parseRecurrence(recurEvery);
  if (!is || is.every !== 1 || is.nth) return undefined;
  const from = minutesOf(start.slice(11));
  const until = from + minutesOf(duration) + settling;
  const date = start.slice(0, 10);
  if (is.unit === 'Month') return monthly(is.monthDays ?? [Number(date.slice(8))], from, until);
  if (is.unit === 'Day') return weekly([...weekdays.keys()], from, until);
  const named = is.weekdays?.map((day) => weekdays.findIndex((one) => one === day));
  return weekly(named ?? [weekday(date)], from, until);
}

function weekly(days: readonly number[], from: number, until: number): QuietTimes {
  const on = (shift: number): readonly string[] => days.map((day) => weekdays[(day + shift) % 7] ?? '');
  const list = parts(from, until).map(({ shift, ...part }) => ({
    recurrenceType: 'Weekly' as const,
    daysOfWeek: on(shift),
    ...part,
  }));
  return { weekly: list, monthly: [] };
}

function monthly(days: readonly number[], from: number, until: number): QuietTimes | undefined {
  // The day after the 28th has a different number in February than in March.
  const most = until > aDay ? 27 : 31;
  if (days.some((day) => day < 1 || day > most)) return undefined;
  const list = parts(from, until).map(({ shift, ...part }) => ({
    recurrenceType: 'Monthly' as const,
    daysOfMonth: days.map((day) => day + shift),
    ...part,
  }));
  return { weekly: [], monthly: list };
}

/** The part after midnight is a separate recurrence on the following days. */
function parts(from: number, until: number): readonly (Part & { readonly shift: 0 | 1 })[] {
  if (until < aDay) return [{ shift: 0, startTime: time(from), endTime: time(until) }];
  return [
    { shift: 0, startTime: time(from), endTime: '23:59:59' },
    ...(until > aDay ? [{ shift: 1 as const, startTime: '00:00:00', endTime: time(until - aDay) }] : []),
  ];
}

const time = (at: number): string => `${clockOf(at)}:00`;

/** 0 for a Sunday (Sakamoto). */
function weekday(date: string): number {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  const shifted = month < 3 ? year - 1 : year;
  const offset = [0, 3, 2, 5, 0, 3, 5, 1, 4, 6, 2, 4][month - 1] ?? 0;
  return (shifted + Math.floor(shifted / 4) - Math.floor(shifted / 100) + Math.floor(shifted / 400) + offset + day) % 7;
}
