import type * as zod from 'zod';
import type { Zod } from '../../avm-catalog/component.ts';

/** Days that a month has; February has 29, whatever the year. */
const dayPattern = /^\d{4}-((0[13578]|1[02])-(0[1-9]|[12]\d|3[01])|(0[469]|11)-(0[1-9]|[12]\d|30)|02-(0[1-9]|[12]\d))$/;

export const dayProblem = 'must be a day as YYYY-MM-DD, such as 2026-01-31';

export function isDay(text: string): boolean {
  return dayPattern.test(text);
}

/** A day is an answer: nothing that writes files asks a clock. */
export function daySchema(z: Zod): zod.ZodString {
  return z.string().regex(dayPattern, dayProblem);
}
