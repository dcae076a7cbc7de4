import * as z from 'zod';
import { answersSchema } from './schema.ts';

/** The one place that loads zod; whoever imports it is itself loaded only where answers are read or changed. */
export const schema = answersSchema(z);
