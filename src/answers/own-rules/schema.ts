import type * as zod from 'zod';
import type { Zod } from '../../../avm-catalog/kernel/context.ts';
import {
  conditionLimits,
  type AttestedRule,
  type OwnRule,
} from '../../../avm-catalog/constitution/custom/condition.ts';
import { categories, levels } from '../../../avm-catalog/constitution/category.ts';
import { daySchema } from '../day.ts';
import { refusal } from '../refusal.ts';
import { conditionSchema } from './condition-schema.ts';
import { attestProblem, boundsProblem, idProblem, ownRuleId, sizeProblem, typeProblem } from './problems.ts';
import { say } from './say.ts';

/** `constitution.own`: rules of one's own, by id. */
export function ownRulesSchema(z: Zod): zod.ZodType<Readonly<Record<string, OwnRule | AttestedRule>>> {
  const id = z.string().superRefine((given, context) => say(context, idProblem(given)));
  const schema = z
    .record(id.meta({ pattern: ownRuleId.source }), ownRuleSchema(z))
    .superRefine((rules, context) => {
      const count = Object.keys(rules).length;
      const most = conditionLimits.rules;
      if (count > most) context.addIssue(refusal('own-rules-too-many', [], { count, most }));
    })
    .describe('Rules of one’s own, by ids with letters of one’s own, such as ORG-001');
  return schema as unknown as ReturnType<typeof ownRulesSchema>;
}

function ownRuleSchema(z: Zod): zod.ZodType {
  const line = (most: number, what: string): zod.ZodType => lineSchema(z, most).describe(what);
  const condition = conditionSchema(z);
  const type = z.string().superRefine((given, context) => say(context, typeProblem(given)));
  const resources = z.strictObject({
    type: z.union([type, z.array(type).min(1).max(20)]).describe('ARM type, or several; * stands for any characters'),
    where: condition.describe('Which of them; all when left out').optional(),
  });
  const names = z.array(lineSchema(z, 200)).max(20);
  return z
    .strictObject({
      title: line(80, 'A few words, as in a list'),
      level: z.enum(levels).describe('must: breaking it is an error; should: a warning; off'),
      category: z.enum(categories).describe('The principle of the constitution it stands under'),
      statement: line(400, 'What holds, as it is written into the constitution'),
      attest: attestSchema(z).optional(),
      resources: resources.describe('The resources it looks at').optional(),
      must: condition.describe('What must hold of each of them').optional(),
      count: boundsSchema(z).describe('How many of them there must be in an environment').optional(),
      message: line(
        200,
        'What is there when it is broken, without a full stop: logs are kept for less than 90 days',
      ).optional(),
      instead: line(200, 'What to do about it, without a full stop: keep logs for longer').optional(),
      environments: z
        .array(z.string())
        .min(1)
        .max(10)
        .describe('Environments it holds in; all when left out')
        .optional(),
      elsewhere: z
        .strictObject({
          psrule: names.describe('Names of rules of PSRule for Azure').optional(),
          policy: names.describe('Display names of definitions of Azure Policy').optional(),
        })
        .describe('What says about the same elsewhere')
        .optional(),
    })
    .superRefine((rule, context) => {
      const given = rule as Partial<OwnRule>;
      if (rule.attest) return say(context, attestProblem(given));
      const missing = (['resources', 'message', 'instead'] as const).filter((key) => given[key] === undefined);
      for (const key of missing) context.addIssue(refusal('answer-required', [key], { key, expected: [needed[key]] }));
      if (missing.includes('resources')) return;
      const own = given as OwnRule;
      if (!own.must && !own.count) context.addIssue(refusal('own-rule-open', [], {}));
      say(context, own.count && boundsProblem(own.count, 'count'));
      say(context, sizeProblem(own));
    });
}

const needed = { resources: 'a map', message: 'text', instead: 'text' } as const;

function attestSchema(z: Zod): zod.ZodType {
  return z
    .strictObject({
      how: lineSchema(z, 300).describe('What a person does, or looks at, before they attest it'),
      by: lineSchema(z, 100).describe('Who attested it last').optional(),
      on: daySchema(z).describe('Day on which they did').optional(),
    })
    .superRefine(({ by, on }, context) => {
      if ((by === undefined) === (on === undefined)) return;
      const key = by === undefined ? 'by' : 'on';
      context.addIssue(refusal('answer-required', [key], { key, expected: [by === undefined ? 'text' : 'a day'] }));
    })
    .describe(
      'Of a rule about what people do, in place of resources and must: nothing evaluates it, a person attests it',
    );
}

function lineSchema(z: Zod, most: number): zod.ZodType<string> {
  return z
    .string()
    .min(1)
    .max(most)
    .regex(/^\S(.*\S)?$/, 'must neither begin nor end with a space');
}

function boundsSchema(z: Zod): zod.ZodType {
  const count = z.int().min(0).max(100_000);
  return z.strictObject({
    atLeast: count.describe('This many or more').optional(),
    atMost: count.describe('This many or fewer').optional(),
  });
}
