import type * as zod from 'zod';
import type { Zod } from '../../avm-catalog/kernel/context.ts';
import type { Answers, Clarification } from './answers.ts';
import { daySchema } from './day.ts';
import { refusal } from './refusal.ts';

const idPattern = /^Q-\d{3,4}$/;
/** More than these nobody reads again. */
const most = 500;

/** The comment above them in avm.yaml. */
export const clarificationsTitle = '# Questions and answers that avm clarify recorded';

export function clarificationsSchema(z: Zod): zod.ZodType<Readonly<Record<string, Clarification>>> {
  const words = (longest: number): zod.ZodString =>
    z
      .string()
      .min(1)
      .max(longest)
      .regex(/^\S(.*\S)?$/, 'must neither begin nor end with a space');
  const one = z.strictObject({
    question: words(500).describe('Question'),
    answer: words(2000).describe('Answer'),
    on: daySchema(z).describe('Date of the answer'),
    about: z
      .string()
      .max(300)
      .regex(/^[^\s.]+(\.[^.]+)*$/, 'must be the path of a setting, such as spec.location.region')
      .describe('Path of the setting')
      .optional(),
    code: z
      .string()
      .max(80)
      .regex(/^[A-Za-z][\w/-]*$/, 'must be a word')
      .describe('Key of the question in avm clarify')
      .optional(),
  });
  const all = z.record(z.string().meta({ pattern: idPattern.source }), one).superRefine((given, context) => {
    const ids = Object.keys(given);
    for (const id of ids)
      if (!idPattern.test(id))
        context.addIssue(refusal('clarification-id', [id], { id, next: nextIds(given)[0] ?? '' }, true));
    if (ids.length > most) context.addIssue(refusal('clarifications-too-many', [], { count: ids.length, most }));
  });
  return all.describe('Questions and answers that avm clarify recorded');
}

/** The next ids that are free, after the highest there is. */
export function nextIds(given: Answers['clarifications'] = {}, count = 1): readonly string[] {
  const last = Math.max(0, ...Object.keys(given).flatMap((id) => (idPattern.test(id) ? [Number(id.slice(2))] : [])));
  return Array.from({ length: count }, (_, index) => `Q-${String(last + index + 1).padStart(3, '0')}`);
}
