import type * as zod from 'zod';
import type { Zod } from '../../../avm-catalog/kernel/context.ts';
import { daySchema } from '../day.ts';
import { refusal } from '../refusal.ts';

/** How a person attests a rule. */
export function attestSchema(z: Zod) {
  return z
    .strictObject({
      how: lineSchema(z, 300).describe('What a person does or verifies before attesting'),
      by: lineSchema(z, 100).describe('Who attested it last').optional(),
      on: daySchema(z).describe('Date of the last attestation').optional(),
      validFor: z
        .int()
        .min(1)
        .max(3650)
        .describe('Days after which the attestation expires (default: it does not expire)')
        .optional(),
    })
    .superRefine(({ by, on }, context) => {
      if ((by === undefined) === (on === undefined)) return;
      const key = by === undefined ? 'by' : 'on';
      context.addIssue(refusal('answer-required', [key], { key, expected: [by === undefined ? 'text' : 'a day'] }));
    })
    .describe(
      'For a rule about processes, instead of resources and must: a person attests it, and nothing evaluates it',
    );
}

/** Equivalents of a rule in other tools. */
export function elsewhereSchema(z: Zod) {
  const names = z.array(lineSchema(z, 200)).max(20);
  return z
    .strictObject({
      psrule: names.describe('Names of rules of PSRule for Azure').optional(),
      policy: names.describe('Display names of Azure Policy definitions').optional(),
    })
    .describe('Equivalent rules in other tools');
}

/** Controls of baselines that a rule corresponds to. */
export function controlsSchema(z: Zod) {
  const ids = (form: RegExp, example: string): zod.ZodType =>
    z
      .array(z.string().max(60).regex(form, `must be ${example}`))
      .min(1)
      .max(20);
  const numbered = /^\d{1,2}(\.\d{1,2}){1,3}$/;
  return z
    .strictObject({
      mcsb: ids(/^[A-Z]{2}-\d{1,2}$/, 'the ID of a control, such as NS-2')
        .describe('Controls of the Microsoft cloud security benchmark')
        .optional(),
      cis2: ids(numbered, 'the number of a recommendation in quotes, such as "7.3"')
        .describe('Recommendations of the CIS Microsoft Azure Foundations Benchmark 2.0.0')
        .optional(),
      cis3: ids(numbered, 'the number of a recommendation in quotes, such as "8.3"')
        .describe('Recommendations of the CIS Microsoft Azure Foundations Benchmark 3.0.0')
        .optional(),
      other: ids(/^[A-Za-z]\S* \S+( \S+)*$/, 'the name of a baseline and an ID, such as NCSC 5')
        .describe('Controls of other baselines')
        .optional(),
    })
    .describe('Controls of baselines that the rule corresponds to');
}

export function lineSchema(z: Zod, most: number): zod.ZodType<string> {
  return z
    .string()
    .min(1)
    .max(most)
    .regex(/^\S(.*\S)?$/, 'must neither begin nor end with a space');
}
