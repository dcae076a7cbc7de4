import type * as zod from 'zod';
import { suggestion } from '../../src/findings/nearest.ts';
import { nearestRecurrence, parseRecurrence, recurrencePattern } from '../azure/recurrence.ts';
import { windowsTimeZones } from '../azure/time-zones.ts';
import type { Zod } from './context.ts';
import { isDay, nearestDay } from './day.ts';
import { refusal } from './refusal.ts';

/** Findings truncate longer values. */
const longest = 60;
const shown = (value: string): string => (value.length > longest ? `${value.slice(0, longest - 1)}…` : value);

/** A Windows time zone. */
export function timeZoneSchema(z: Zod): zod.ZodString {
  return z
    .string()
    .superRefine((zone, context) => {
      if (!windowsTimeZones.includes(zone))
        context.addIssue(
          refusal('time-zone-unknown', [], { zone: shown(zone), ...suggestion(zone, windowsTimeZones) }),
        );
    })
    .describe('Windows time zone, such as UTC or W. Europe Standard Time');
}

/** Recurrence of a maintenance window, in the syntax of Azure. */
export function recurrenceSchema(z: Zod): zod.ZodString {
  return z
    .string()
    .superRefine((text, context) => {
      if (parseRecurrence(text)) return;
      const nearest = nearestRecurrence(text);
      context.addIssue(refusal('recurrence-invalid', [], { recurrence: shown(text), ...(nearest ? { nearest } : {}) }));
    })
    .meta({ pattern: recurrencePattern.source })
    .describe('Recurrence, such as Day, 3Days, Week Sunday, Month day15, or 1Month Second Tuesday');
}

const dateAndTime = /^\d{4}-\d\d-\d\d ([01]\d|2[0-3]):[0-5]\d$/;

/** `2026-01-04 22:00`, on a date that exists. */
export function dateTimeSchema(z: Zod): zod.ZodString {
  return z
    .string()
    .regex(dateAndTime, 'must be a date and time, such as 2026-01-04 22:00')
    .superRefine((text, context) => {
      const day = text.slice(0, 10);
      if (!dateAndTime.test(text) || isDay(day)) return;
      const nearest = nearestDay(day);
      context.addIssue(
        refusal('day-unknown', [], { day, ...(nearest ? { nearest: text.replace(day, nearest) } : {}) }),
      );
    });
}
