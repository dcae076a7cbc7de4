import type * as zod from 'zod';
import type { Zod } from '../../../avm-catalog/kernel/context.ts';
import { conditionLimits, type Bounds } from '../../../avm-catalog/constitution/custom/condition.ts';
import {
  declarationKinds,
  type Aggregate,
  type AnyOwnRule,
} from '../../../avm-catalog/constitution/custom/own-rule.ts';
import { categories, levels } from '../../../avm-catalog/constitution/category.ts';
import { refusal } from '../refusal.ts';
import { attestSchema, controlsSchema, elsewhereSchema, lineSchema } from './attest-schema.ts';
import { conditionSchema, pathSchema } from './condition-schema.ts';
import { boundsProblem, idProblem, ownRuleId, typeProblem } from './problems.ts';
import { aggregateProblem, attestProblem, declarationsProblem, sizeProblem, type GivenRule } from './rule-problems.ts';
import { say } from './say.ts';

/** `constitution.own`: custom rules, by ID. */
export function ownRulesSchema(z: Zod): zod.ZodType<Readonly<Record<string, AnyOwnRule>>> {
  const id = z.string().superRefine((given, context) => say(context, idProblem(given)));
  const schema = z
    .record(id.meta({ pattern: ownRuleId.source }), ownRuleSchema(z))
    .superRefine((rules, context) => {
      const count = Object.keys(rules).length;
      const most = conditionLimits.rules;
      if (count > most) context.addIssue(refusal('own-rules-too-many', [], { count, most }));
    })
    .describe('Custom rules, by IDs with a custom prefix, such as ORG-001');
  return schema as unknown as ReturnType<typeof ownRulesSchema>;
}

function ownRuleSchema(z: Zod): zod.ZodType {
  const line = (most: number, what: string): zod.ZodType => lineSchema(z, most).describe(what);
  return z
    .strictObject({
      title: line(80, 'Title: the control, in a few words'),
      level: z.enum(levels).describe('must: noncompliance is an error; should: a warning; off: not evaluated'),
      category: z.enum(categories).describe('Principle of the constitution that the rule belongs to'),
      statement: line(400, 'Statement of the constitution, with an actor and MUST or SHOULD'),
      attest: attestSchema(z).optional(),
      ...evaluatedShape(z),
      message: line(200, 'What is wrong, without a period: logs are kept for less than 90 days').optional(),
      instead: line(200, 'How to fix it, without a period: keep logs for at least 90 days').optional(),
      environments: z
        .array(z.string())
        .min(1)
        .max(10)
        .describe('Environments that the rule applies to (default: all)')
        .optional(),
      elsewhere: elsewhereSchema(z).optional(),
      controls: controlsSchema(z).optional(),
    })
    .superRefine((rule, context) => {
      const given = rule as GivenRule;
      if (rule.attest) return say(context, attestProblem(given));
      const subject = given.declarations ? [] : (['resources'] as const);
      const missing = [...subject, 'message' as const, 'instead' as const].filter((key) => given[key] === undefined);
      for (const key of missing) context.addIssue(refusal('answer-required', [key], { key, expected: [needed[key]] }));
      if (missing.some((key) => key === 'resources')) return;
      if (!given.must && !given.count && !given.aggregate) context.addIssue(refusal('own-rule-open', [], {}));
      say(context, given.declarations && declarationsProblem(given));
      say(context, given.count && boundsProblem(given.count, 'count'));
      const where = given.declarations?.where ?? given.resources?.where;
      say(context, sizeProblem({ ...given, ...(where ? { where } : {}) }));
    });
}

const needed = { resources: 'a map', message: 'text', instead: 'text' } as const;

/** What is evaluated, and how. */
function evaluatedShape(z: Zod) {
  const condition = conditionSchema(z);
  const type = z.string().superRefine((given, context) => say(context, typeProblem(given)));
  const kind = z.enum(declarationKinds);
  const selected = condition.describe('Condition that selects some of them (default: all)').optional();
  const resources = z.strictObject({
    type: z.union([type, z.array(type).min(1).max(20)]).describe('ARM resource types; * matches any characters'),
    where: selected,
  });
  const declarations = z.strictObject({
    kind: z.union([kind, z.array(kind).min(1).max(5)]).describe('Kinds of declarations'),
    where: selected,
  });
  const except = z.strictObject({
    where: condition.describe('Condition that exempts a resource or declaration'),
    reason: lineSchema(z, 300).describe('Why it is exempt'),
  });
  return {
    resources: resources.describe('Resources that the rule applies to').optional(),
    declarations: declarations
      .describe('Declarations in Bicep that the rule applies to, instead of resources')
      .optional(),
    except: z
      .array(except)
      .min(1)
      .max(conditionLimits.exceptions)
      .describe('Resources or declarations that the rule does not apply to')
      .optional(),
    must: condition.describe('Condition that each of them must meet').optional(),
    count: boundsSchema(z).describe('How many of them an environment, or the template, must have').optional(),
    aggregate: aggregateSchema(z).describe('A number computed from all resources of an environment').optional(),
  };
}

function boundsSchema(z: Zod): zod.ZodType {
  const count = z.int().min(0).max(100_000);
  return z.strictObject({
    atLeast: count.describe('Minimum number').optional(),
    atMost: count.describe('Maximum number').optional(),
  });
}

function aggregateSchema(z: Zod): zod.ZodType {
  const path = pathSchema(z);
  return z
    .strictObject({
      sum: path.describe('Path of the numbers to add up').optional(),
      average: path.describe('Path of the numbers to average').optional(),
      min: path.describe('Path of the numbers of which the least counts').optional(),
      max: path.describe('Path of the numbers of which the greatest counts').optional(),
      atLeast: z.number().describe('Minimum').optional(),
      atMost: z.number().describe('Maximum').optional(),
    })
    .superRefine((given, context) => {
      say(context, aggregateProblem(given as Aggregate));
      say(context, boundsProblem(given as Bounds, ''));
    });
}
