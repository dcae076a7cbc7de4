import type * as zod from 'zod';
import { region } from '../../azure/regions.ts';
import type { Zod } from '../../kernel/context.ts';
import { isComputerNamePattern, isGlobalPattern, isNamePattern, type NamePatternParameters } from './name-pattern.ts';

const form = 'Each part once, joined by -, _, . or nothing, with literals of letters and digits';

/** A part in capitals, such as {ENVIRONMENT}, is written in capitals. */
export function namePatternSchema(z: Zod): zod.ZodType<NamePatternParameters> {
  const text = z.string().max(100);
  const code = z.string().regex(/^[A-Za-z0-9]{1,10}$/, 'must be a code of up to 10 letters and digits, such as weu');
  return z.strictObject({
    pattern: text
      .refine(
        isNamePattern,
        'must contain {type}, {workload}, and {environment} or {unique}; may contain {region}, {instance}, and literals; and joins them by -, _, . or nothing, each part once',
      )
      .describe(`Pattern of resource names. ${form}. {TYPE}, {WORKLOAD}, {ENVIRONMENT}, and {REGION} are in capitals`),
    globalPattern: text
      .refine(
        (one) => one === '' || isGlobalPattern(one),
        'must contain {type} and {workload}, end in {unique}, and may contain {environment}, {region}, {instance}, and literals, each part once',
      )
      .describe('Pattern of globally unique names; empty for that of other names without region and instance'),
    computerName: text
      .refine(
        isComputerNamePattern,
        'must contain {workload} and {environment}, and may contain {region}, {instance}, and literals, joined by hyphens or nothing, each part once',
      )
      .describe('Pattern of computer names, which have up to 15 characters'),
    instance: z
      .string()
      .regex(/^[0-9]{1,5}$/, 'must be one to five digits')
      .describe('Number of the instance, with as many digits as names have'),
    uniqueLength: z.int().min(6).max(13).describe('Characters of the computed part of globally unique names'),
    regionCodes: z
      .record(
        z
          .string()
          .refine((name) => region(name)?.name === name, 'must be the name of an Azure region, such as westeurope'),
        code,
      )
      .describe('Codes of regions in names, by region; for others, the codes of Azure'),
    environmentCodes: z
      .record(z.string().regex(/^[a-z][a-z0-9]{1,23}$/, 'must be the name of an environment'), code)
      .describe('Codes of environments in names, by environment; for others, their names'),
  });
}
