import { parseRecurrence, type Recurrence } from '../../azure/recurrence.ts';
import { aDay, clockOf, minutesOf } from '../../kernel/clock.ts';
import type { View } from '../../kernel/view.ts';
import { problem, type AnswerProblem } from '../../kernel/problem.ts';
import { enumerate } from '../../../src/text/enumerate.ts';
import { backupInputs } from '../backup/inputs.ts';
import { maintenanceInputs } from './inputs.ts';

interface Window {
  /** `2026-01-04 22:00` */
  readonly start: string;
  /** `03:00` */
  readonly duration: string;
  readonly timeZone: string;
  readonly recurEvery: string;
}

/** `on Sundays from 22:00 (UTC) for up to 3 hours` */
export function windowInWords({ start, duration, timeZone, recurEvery }: Window): string {
  return `${daysInWords(recurEvery)} from ${start.slice(11)} (${timeZone}) for up to ${durationInWords(duration)}`;
}

/** The recurrence in words: `Week Sunday` is `on Sundays`. Others stay as they are written. */
export function daysInWords(recurEvery: string): string {
  const is = parseRecurrence(recurEvery);
  if (!is) return `every ${recurEvery}`;
  const unit = is.unit.toLowerCase();
  const every = `every ${is.every > 1 ? `${is.every} ${unit}s` : unit}`;
  const of = is.every > 1 ? every : `of ${every}`;
  if (is.weekdays) return `on ${enumerate(is.weekdays.map((day) => `${day}s`))}${is.every > 1 ? ` ${every}` : ''}`;
  if (is.monthDays)
    return `on ${enumerate(is.monthDays.map((day) => (day < 0 ? 'the last day' : `day ${day}`)))} ${of}`;
  return is.nth ? `${nthInWords(is.nth)} ${of}` : every;
}

function nthInWords({ which, weekday, offset }: NonNullable<Recurrence['nth']>): string {
  const day = `the ${which.toLowerCase()} ${weekday}`;
  if (offset === 0) return `on ${day}`;
  const days = Math.abs(offset);
  return `${days} ${days === 1 ? 'day' : 'days'} ${offset < 0 ? 'before' : 'after'} ${day}`;
}

function durationInWords(duration: string): string {
  const [hours = 0, minutes = 0] = duration.split(':').map(Number);
  return `${hours} ${hours === 1 ? 'hour' : 'hours'}${minutes === 0 ? '' : ` and ${minutes} minutes`}`;
}

/** A backup, of several a day too, that starts while updates can restart the VM. If the time zones differ, the two aren't compared. */
export function windowProblems(view: View): readonly AnswerProblem[] {
  const maintenance = maintenanceInputs.of(view);
  const backup = backupInputs.of(view);
  if (!maintenance.enabled || !backup.enabled || maintenance.timeZone !== backup.timeZone) return [];
  const opens = minutesOf(maintenance.start.slice(11));
  const starts = Array.from(
    { length: 24 / backup.intervalHours },
    (_, index) => (minutesOf(backup.time) + index * backup.intervalHours * 60) % aDay,
  );
  const inside = starts.find((time) => (time - opens + aDay) % aDay < minutesOf(maintenance.duration));
  if (inside === undefined) return [];
  const args = {
    time: clockOf(inside),
    start: maintenance.start.slice(11),
    duration: durationInWords(maintenance.duration),
    zone: backup.timeZone,
  };
  return [problem('backup-in-window', 'backup.time', args, 'warning')];
}
