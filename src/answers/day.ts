import type * as zod from 'zod';
import type { Zod } from '../../avm-catalog/kernel/context.ts';
import { dayPattern, isDay, nearestDay } from '../../avm-catalog/kernel/day.ts';
import { plain } from './characters.ts';
import { refusal } from './refusal.ts';

export { daysBetween, isDay } from '../../avm-catalog/kernel/day.ts';

const dayProblem = 'must be a day as YYYY-MM-DD, such as 2026-01-31';

/** A day is an answer: nothing that writes files asks a clock. */
export function daySchema(z: Zod): zod.ZodString {
  return z
    .string()
    .regex(/^\d{4}-\d\d-\d\d$/, dayProblem)
    .superRefine((day, context) => {
      if (!/^\d{4}-\d\d-\d\d$/.test(day) || isDay(day)) return;
      const nearest = nearestDay(day);
      context.addIssue(refusal('day-unknown', [], { day: plain(day), ...(nearest ? { nearest } : {}) }));
    })
    .meta({ pattern: dayPattern.source });
}
