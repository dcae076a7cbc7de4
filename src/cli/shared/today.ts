import { isDay } from '../../answers/day.ts';
import { UsageFailure } from './failure.ts';

/** The option of commands that hold something against a day. */
export const todayOption = ['--today <day>', 'hold waivers against this day, as YYYY-MM-DD (default: today)'] as const;

/** The day a command counts as run on: as it was given, or else that of the clock where it runs. */
export function todayOf(given?: string): string {
  if (given !== undefined && !isDay(given))
    throw new UsageFailure(`"${given}" is no day.`, 'Write it as YYYY-MM-DD, such as 2026-01-31.', '--today');
  if (given !== undefined) return given;
  const now = new Date();
  const two = (part: number): string => String(part).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
