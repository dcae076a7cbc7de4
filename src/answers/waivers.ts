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
    rule: z.string().describe('ID of the waived rule'),
    environments: z
      .array(z.string())
      .min(1)
      .describe('Environments where the rule is waived (default: all)')
      .optional(),
    resources: z
      .array(pattern)
      .min(1)
      .describe(
        'Names, IDs, or types of resources; * matches any characters (default: all). Noncompliant settings are waived only if this is omitted.',
      )
      .optional(),
    reason: line.describe('Why the rule is waived'),
    approvedBy: line.describe('Who approved the waiver'),
    until: daySchema(z).describe('Last day of the waiver'),
  });
  return z
    .record(z.string().regex(waiverId, 'must be W- and three digits or more, such as W-001'), one)
    .describe('Waivers of rules, by IDs such as W-001') as unknown as ReturnType<typeof waiversSchema>;
}

type Names = Pick<Answers, 'constitution' | 'environments'>;

/** Waivers must name existing rules and environments. */
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

/** IDs of custom rules. */
function ownRules(constitution: object): readonly string[] {
  return 'own' in constitution ? Object.keys(constitution.own ?? {}) : [];
}
