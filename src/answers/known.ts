import {
  array,
  boolean,
  config,
  discriminatedUnion,
  email,
  enum as oneOf,
  int,
  ipv4,
  literal,
  null as nothing,
  number,
  record,
  strictObject,
  string,
  union,
  unknown,
  ZodObject,
  ZodOptional,
} from 'zod';
import type { Zod } from '../../avm-catalog/kernel/context.ts';
import { answersSchema } from './schema.ts';

/**
 * What schemas use of zod, and the one place that loads it: the whole of zod takes 20 ms more to load.
 * A schema that needs another part adds it here.
 */
const z = {
  array,
  boolean,
  discriminatedUnion,
  email,
  enum: oneOf,
  int,
  ipv4,
  literal,
  null: nothing,
  number,
  record,
  strictObject,
  string,
  union,
  unknown,
  ZodObject,
  ZodOptional,
};

// Compiling a schema pays after many uses; answers are read once.
config({ jitless: true });

export const schema = answersSchema(z as unknown as Zod);
