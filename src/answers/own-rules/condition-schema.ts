import type * as zod from 'zod';
import type { Zod } from '../../../avm-catalog/kernel/context.ts';
import { ties, type Bounds, type Condition, type Related } from '../../../avm-catalog/constitution/custom/condition.ts';
import { boundsProblem, conditionProblem, pathProblem, relatedProblem, typeProblem } from './problems.ts';
import { say } from './say.ts';

/**
 * One map for every kind of condition, and not a union of kinds: so a wrong key or value is told at its place, and what
 * does not go together is told by `conditionProblem`.
 */
export function conditionSchema(z: Zod): zod.ZodType {
  const path = z
    .string()
    .max(300)
    .superRefine((given, context) => say(context, pathProblem(given)));
  const related = (): zod.ZodType => relatedSchema(z, path, condition);
  const many = (): zod.ZodType => z.array(condition).min(1).max(50);
  const condition: zod.ZodType = z
    .strictObject({
      path: path.describe('The value that is looked at: properties.diskSizeGB, tags.owner').optional(),
      every: path.describe('Values that are looked at, each of which must: properties.securityRules[*]').optional(),
      some: path.describe('Values that are looked at, one of which must').optional(),
      get where() {
        return condition.describe('Of every and some: the items that count').optional();
      },
      ...comparisonShape(z),
      get holds() {
        return condition.describe('A condition with paths that begin at the value').optional();
      },
      get all() {
        return many().describe('Each of these holds').optional();
      },
      get any() {
        return many().describe('One of these holds, or more').optional();
      },
      get none() {
        return many().describe('None of these holds').optional();
      },
      get not() {
        return condition.describe('This does not hold').optional();
      },
      get related() {
        return related().describe('There are other resources, tied to this one').optional();
      },
    })
    .superRefine((given, context) => say(context, conditionProblem(given as Condition)))
    .meta({ id: 'condition' });
  return condition;
}

function comparisonShape(z: Zod): Readonly<Record<string, zod.ZodType>> {
  const text = z.string().min(1).max(300);
  const scalar = z.union([z.string(), z.number(), z.boolean(), z.null()]);
  const scalars = z.array(scalar).min(1).max(100);
  const shape = {
    equals: scalar.describe('It is this'),
    notEquals: scalar.describe('It is not this, or not there'),
    in: scalars.describe('It is one of these'),
    notIn: scalars.describe('It is none of these, or not there'),
    like: text.describe('Text like this; * stands for any characters'),
    notLike: text.describe('No text like this'),
    startsWith: text.describe('Text that begins with this'),
    endsWith: text.describe('Text that ends with this'),
    contains: scalar.describe('Text with this in it, or a list with this item'),
    notContains: scalar.describe('Neither text with this in it, nor a list with this item'),
    atLeast: z.number().describe('A number, this or more'),
    atMost: z.number().describe('A number, this or less'),
    moreThan: z.number().describe('A number, more than this'),
    lessThan: z.number().describe('A number, less than this'),
    length: z
      .strictObject({ atLeast: z.int().min(0).optional(), atMost: z.int().min(0).optional() })
      .superRefine((bounds, context) => say(context, boundsProblem(bounds as Bounds, '')))
      .describe('How long a text or a list is, or how many keys a map has'),
    exists: z.boolean().describe('It is there, or it is not'),
  };
  return Object.fromEntries(Object.entries(shape).map(([name, schema]) => [name, schema.optional()]));
}

function relatedSchema(z: Zod, path: zod.ZodType, condition: zod.ZodType): zod.ZodType {
  const count = z.int().min(0).max(100_000);
  return z
    .strictObject({
      type: z
        .string()
        .superRefine((given, context) => say(context, typeProblem(given)))
        .describe('ARM type of the others; * stands for any characters'),
      by: z.enum(ties).describe('How they are tied to this one'),
      path: path.describe('Where the id stands: here for reference, in the others for referencedBy').optional(),
      where: condition.describe('Which of the others; all when left out').optional(),
      atLeast: count.describe('This many or more; 1 when no number is given').optional(),
      atMost: count.describe('This many or fewer; 0 for none').optional(),
    })
    .superRefine((given, context) => {
      say(context, relatedProblem(given as unknown as Related));
      say(context, boundsProblem(given as Bounds, '', true));
    });
}
