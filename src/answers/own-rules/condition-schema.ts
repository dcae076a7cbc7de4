import type * as zod from 'zod';
import type { Zod } from '../../../avm-catalog/kernel/context.ts';
import { ties, type Bounds, type Condition, type Related } from '../../../avm-catalog/constitution/custom/condition.ts';
import { comparisonShape } from './comparison-schema.ts';
import { boundsProblem, conditionProblem, pathProblem, relatedProblem, typeProblem } from './problems.ts';
import { say } from './say.ts';

export function pathSchema(z: Zod): zod.ZodType {
  return z
    .string()
    .max(300)
    .superRefine((given, context) => say(context, pathProblem(given)));
}

/**
 * One map for every kind of condition, and not a union of kinds: so a wrong key or value is told at its place, and what
 * does not go together is told by `conditionProblem`.
 */
export function conditionSchema(z: Zod): zod.ZodType {
  const path = pathSchema(z);
  const related = (): zod.ZodType => relatedSchema(z, path, condition);
  const many = (): zod.ZodType => z.array(condition).min(1).max(50);
  const condition: zod.ZodType = z
    .strictObject({
      path: path.describe('Path of the value to evaluate: properties.diskSizeGB, tags.owner').optional(),
      every: path.describe('Path of values that must all comply: properties.securityRules[*]').optional(),
      some: path.describe('Path of values of which at least one must comply').optional(),
      setting: path.describe('Path of a setting in avm.yaml: network.addressSpace, tags.owner').optional(),
      get where() {
        return condition.describe('For every and some: condition that selects items').optional();
      },
      ...comparisonShape(z, path),
      get holds() {
        return condition.describe('Condition with paths relative to the value').optional();
      },
      get all() {
        return many().describe('All of these conditions are true').optional();
      },
      get any() {
        return many().describe('At least one of these conditions is true').optional();
      },
      get none() {
        return many().describe('None of these conditions is true').optional();
      },
      get not() {
        return condition.describe('This condition is false').optional();
      },
      get related() {
        return related().describe('Other resources that are related to this one').optional();
      },
    })
    .superRefine((given, context) => say(context, conditionProblem(given as Condition)))
    .meta({ id: 'condition' });
  return condition;
}

function relatedSchema(z: Zod, path: zod.ZodType, condition: zod.ZodType): zod.ZodType {
  const count = z.int().min(0).max(100_000);
  return z
    .strictObject({
      type: z
        .string()
        .superRefine((given, context) => say(context, typeProblem(given)))
        .describe('ARM resource type of the related resources; * matches any characters'),
      by: z.enum(ties).describe('How they are related to this resource'),
      path: path.describe('Path of the ID: in this resource for reference, in the others for referencedBy').optional(),
      where: condition.describe('Condition that selects related resources (default: all)').optional(),
      atLeast: count.describe('Minimum number (default: 1)').optional(),
      atMost: count.describe('Maximum number; 0 for none').optional(),
    })
    .superRefine((given, context) => {
      say(context, relatedProblem(given as unknown as Related));
      say(context, boundsProblem(given as Bounds, '', true));
    });
}
