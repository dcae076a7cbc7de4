import type * as zod from 'zod';
import type { Zod } from '../../avm-catalog/kernel/context.ts';

/** The same schema with every key optional, all the way down; lists stay whole and unknown keys are refused. */
export function partial(z: Zod, schema: zod.ZodType): zod.ZodType {
  if (schema instanceof z.ZodOptional) return partial(z, schema.unwrap() as zod.ZodType);
  if (!(schema instanceof z.ZodObject)) return schema;
  if ((schema.def.checks ?? []).length > 0)
    throw new Error('a refined object cannot be made partial; what concerns several inputs belongs into `check`');
  const result = z.strictObject(optionals(z, schema.shape as Readonly<Record<string, zod.ZodType>>));
  return schema.description === undefined ? result : result.describe(schema.description);
}

function optionals(z: Zod, shape: Readonly<Record<string, zod.ZodType>>): Record<string, zod.ZodOptional> {
  return Object.fromEntries(Object.entries(shape).map(([key, value]) => [key, partial(z, value).optional()]));
}
