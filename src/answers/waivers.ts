import type * as zod from 'zod';
import type { Zod } from '../../avm-catalog/kernel/context.ts';
import { rules } from '../../avm-catalog/constitution/rules/index.ts';
import { suggestion } from '../findings/nearest.ts';
import type { Answers, WaiverAnswer } from './answers.ts';
import { plain } from './characters.ts';
import { daySchema } from './day.ts';
import { refuseEnvironments } from './environment-names.ts';
import { refusal } from './refusal.ts';

const waiverId = /^W-\d{3,}$/;

export function waiversSchema(z: Zod): zod.ZodType<Readonly<Record<string, WaiverAnswer>>> {
  const line = z
    .string()
    .min(1)
    .max(300)
    .regex(/^\S(.*\S)?$/, 'must neither begin nor end with a space');
  const pattern = z.string().min(1).max(300).regex(/^\S+$/, 'must be a name, an id or a type, with * for anything');
  const one = z.strictObject({
    rule: z.string().describe('Id of the rule that is waived'),
    environments: z.array(z.string()).min(1).describe('Where; everywhere unless given').optional(),
    resources: z
      .array(pattern)
      .min(1)
      .describe(
        'Names, ids or types of resources, with * for anything; everything unless given. An answer that breaks the rule is waived only where none are given.',
      )
      .optional(),
    reason: line.describe('Why the rule is not followed'),
    approvedBy: line.describe('Who answers for it'),
    until: daySchema(z).describe('Last day on which it counts'),
  });
  return z
    .record(z.string().regex(waiverId, 'must be W- and three digits or more, such as W-001'), one)
    .describe('Rules that are not followed for a time, by id such as W-001') as unknown as ReturnType<
    typeof waiversSchema
  >;
}

type Names = Pick<Answers, 'constitution' | 'environments'>;

/** What waivers name must be there: the rule, and the environments. */
export function refuseUnknown({ constitution, environments }: Names, context: zod.core.$RefinementCtx): void {
  const ids = [...rules.map((rule) => rule.id), ...ownRules(constitution)];
  const known = Object.keys(environments);
  for (const [id, { rule, environments: where = [] }] of Object.entries(constitution.waivers ?? {})) {
    const path = ['constitution', 'waivers', id];
    if (!ids.includes(rule))
      context.addIssue(refusal('waiver-rule', [...path, 'rule'], { rule: plain(rule), ...suggestion(rule, ids) }));
    refuseEnvironments([...path, 'environments'], where, known, context);
  }
}

/** Ids of rules of one’s own. */
function ownRules(constitution: object): readonly string[] {
  return 'own' in constitution ? Object.keys(constitution.own ?? {}) : [];
}
