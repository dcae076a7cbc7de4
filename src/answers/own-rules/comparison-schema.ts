import type * as zod from 'zod';
import type { Zod } from '../../../avm-catalog/kernel/context.ts';
import type { Bounds, Reference } from '../../../avm-catalog/constitution/custom/condition.ts';
import { daySchema } from '../day.ts';
import { boundsProblem, rangeProblem, referenceProblem } from './problems.ts';
import { say } from './say.ts';

/** The comparisons of a condition, by their word. */
export function comparisonShape(z: Zod, path: zod.ZodType): Readonly<Record<string, zod.ZodType>> {
  const shape = { ...valueShape(z, path), ...networkShape(z, path), ...dayShape(z, path) };
  return Object.fromEntries(Object.entries(shape).map(([name, schema]) => [name, schema.optional()]));
}

function valueShape(z: Zod, path: zod.ZodType): Readonly<Record<string, zod.ZodType>> {
  const text = z.string().min(1).max(300);
  const one = referenceSchema(z, path, false);
  const scalar = z.union([z.string(), z.number(), z.boolean(), z.null(), one]);
  const scalars = z.union([
    z
      .array(z.union([z.string(), z.number(), z.boolean(), z.null()]))
      .min(1)
      .max(100),
    referenceSchema(z, path, true),
  ]);
  const part = z.union([text, one]);
  const number = z.union([z.number(), one]);
  return {
    equals: scalar.describe('The value equals this'),
    notEquals: scalar.describe('The value does not equal this, or is missing'),
    in: scalars.describe('The value is one of these'),
    notIn: scalars.describe('The value is none of these, or is missing'),
    like: text.describe('Text that matches this; * matches any characters'),
    notLike: text.describe('Text that does not match this'),
    startsWith: part.describe('Text that begins with this'),
    endsWith: part.describe('Text that ends with this'),
    contains: scalar.describe('Text that contains this, or a list with this item'),
    notContains: scalar.describe('Text that does not contain this, or a list without this item'),
    atLeast: number.describe('A number of at least this'),
    atMost: number.describe('A number of at most this'),
    moreThan: number.describe('A number greater than this'),
    lessThan: number.describe('A number less than this'),
    length: z
      .strictObject({ atLeast: z.int().min(0).optional(), atMost: z.int().min(0).optional() })
      .superRefine((bounds, context) => say(context, boundsProblem(bounds as Bounds, '')))
      .describe('Length of a text or a list, or number of keys of a map'),
    exists: z.boolean().describe('Whether the value exists'),
  };
}

function networkShape(z: Zod, path: zod.ZodType): Readonly<Record<string, zod.ZodType>> {
  const range = z.string().superRefine((given, context) => say(context, rangeProblem(given)));
  const ranges = z.union([range, z.array(range).min(1).max(100), referenceSchema(z, path, true)]);
  const port = z.int().min(0).max(65_535);
  return {
    within: ranges.describe('An IPv4 range or address, or a list of them, each in one of these ranges'),
    overlaps: ranges.describe('An IPv4 range or address, or a list of them, that shares addresses with one of these'),
    includesPort: z
      .union([port, z.array(port).min(1).max(100)])
      .describe('A port, a range such as 3380-3400, *, or a list of them, with one of these ports'),
  };
}

function dayShape(z: Zod, path: zod.ZodType): Readonly<Record<string, zod.ZodType>> {
  const days = z.strictObject({
    days: z.int().min(-36_500).max(36_500).describe('Days after the as-of date of the check; negative for before'),
  });
  const day = z.union([daySchema(z), days, referenceSchema(z, path, false)]);
  return {
    before: day.describe('A date before this day'),
    after: day.describe('A date after this day'),
  };
}

/** An operand from elsewhere; a comparison with a list can take many values. */
function referenceSchema(z: Zod, path: zod.ZodType, many: boolean): zod.ZodType {
  return z
    .strictObject({
      path: path.describe('Path of the value, which begins where the path of the condition does').optional(),
      resource: path.describe('Path of the value in the resource').optional(),
      setting: path.describe('Path of a setting in avm.yaml').optional(),
    })
    .superRefine((given, context) => say(context, referenceProblem(given as Reference, many)));
}
