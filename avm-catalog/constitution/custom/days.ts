import { daysBetween, isDay } from '../../kernel/day.ts';

const secondsOfDay = 86_400;
const first = '1970-01-01';

/**
 * The number of a day, from `2026-01-31`, `2026-01-31T12:00:00Z`, an API version, or seconds since 1970, as key vaults
 * have them; nothing for another value.
 */
export function dayNumber(value: unknown): number | undefined {
  if (typeof value === 'number') return Math.floor(value / secondsOfDay);
  const day = typeof value === 'string' ? /^\d{4}-\d\d-\d\d(?!\d)/.exec(value)?.[0] : undefined;
  return day !== undefined && isDay(day) ? daysBetween(first, day) : undefined;
}
