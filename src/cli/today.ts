import { dayPattern, daysBetween } from '../answers/days.ts';
import { UsageFailure } from './failure.ts';

/** The option of commands that hold something against a day. */
export const todayOption = [
  '--today <day>',
  'hold waivers against this day, as YYYY-MM-DD (default: today, in UTC)',
] as const;

/** The day that waivers are held against: the one that was given, or that of the clock, in UTC. */
export function todayOf({ today }: { readonly today?: string | undefined }): string {
  if (today === undefined) return new Date().toISOString().slice(0, 10);
  if (dayPattern.test(today) && isDay(today)) return today;
  throw new UsageFailure(`"${today}" is no day.`, 'Write it as YYYY-MM-DD, such as 2026-01-31.');
}

/** The pattern lets every year have a 29th of February. */
function isDay(day: string): boolean {
  return !day.endsWith('-02-29') || daysBetween(day, `${day.slice(0, 5)}03-01`) === 1;
}
