import { isDay } from '../../answers/day.ts';
import { UsageFailure } from './failure.ts';

/** The option of commands that evaluate waivers. */
export const todayOption = [
  '--today <day>',
  'evaluate waivers as of this date, as YYYY-MM-DD (default: today)',
] as const;

/** The as-of date of a command: the given one, or the local date. */
export function todayOf(given?: string): string {
  if (given !== undefined && !isDay(given))
    throw new UsageFailure(`'${given}' is not a date.`, 'Write it as YYYY-MM-DD, such as 2026-01-31.', '--today');
  if (given !== undefined) return given;
  const now = new Date();
  const two = (part: number): string => String(part).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
