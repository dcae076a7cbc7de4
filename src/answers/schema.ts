import type * as zod from 'zod';
import { blueprintNamed, blueprints } from '../../avm-catalog/blueprints/index.ts';
import type { Zod } from '../../avm-catalog/kernel/context.ts';
import { components } from '../../avm-catalog/components/index.ts';
import { coreSchema, namedKey } from '../../avm-catalog/kernel/core.ts';
import { type RuleDefinition } from '../../avm-catalog/constitution/rule.ts';
import { levels } from '../../avm-catalog/constitution/category.ts';
import { rules } from '../../avm-catalog/constitution/rules/index.ts';
import type { Answers } from './answers.ts';
import { clarificationsSchema } from './clarifications.ts';
import { daySchema } from './day.ts';
import { refuseElsewhere } from './elsewhere.ts';
import { firstConstitution } from './defaults.ts';
import { refuseEnvironments } from './environment-names.ts';
import { firstSpecNumber, lastSpecNumber } from './feature.ts';
import { ownRulesSchema } from './own-rules/schema.ts';
import { notSecretsSchema } from './not-secrets.ts';
import { namedInEnvironment, namedSchema, refuseNamed } from './named.ts';
import { partial } from './partial.ts';
import { refusal } from './refusal.ts';
import { requirementsSchema } from './requirements.ts';
import { tagsSchema } from './tags.ts';
import { refuseUnknown, waiversSchema } from './waivers.ts';

/** What names have room for, the plan judges: the pattern and the codes of an organization decide it. */
export const environmentName = /^[a-z][a-z0-9]{1,23}$/;
export const mostEnvironments = 10;
export const workloadNamePattern = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;

/** avm.yaml as a person writes it; `parseAnswers` fills in what may be left out. */
export function answersSchema(z: Zod): zod.ZodType<Partial<Answers> & Omit<Answers, 'defaultEnvironment'>> {
  const shape = specShape(z);
  const named = namedSchema(z);
  const schema = z
    .strictObject({
      version: z.union([z.literal(1), z.literal(2)]).describe('Version of the file format'),
      blueprint: blueprintSchema(z),
      workload: workloadSchema(z),
      modules: modulesSchema(z).optional(),
      constitution: constitutionSchema(z).prefault({}),
      requirements: requirementsSchema(z).optional(),
      notSecrets: notSecretsSchema(z).optional(),
      tags: tagsSchema(z).describe('Tags for all environments').default({}),
      // Each of the two places is that of one version, which `refuseNamed` looks after.
      spec: z
        .strictObject({ ...shape, [namedKey]: named.optional() })
        .describe('Settings for all environments; omitted settings have their defaults')
        .default({}),
      [namedKey]: named.optional(),
      environments: environmentsSchema(z, { ...shape, [namedKey]: namedInEnvironment(z).optional() }),
      defaultEnvironment: z.string().describe('Environment of main.bicepparam').optional(),
      clarifications: clarificationsSchema(z).optional(),
    })
    .superRefine((answers, context) => {
      const { environments, defaultEnvironment } = answers;
      refuseUnknown(answers as never, context);
      const known = Object.keys(environments);
      if (defaultEnvironment !== undefined && !known.includes(defaultEnvironment))
        context.addIssue(
          refusal('environment-default', ['defaultEnvironment'], { environment: defaultEnvironment, known }),
        );
    })
    .superRefine(refuseUnknownEnvironments)
    .superRefine((answers, context) => refuseElsewhere(answers as never, context))
    .superRefine((answers, context) => refuseNamed(z, answers as never, context as never));
  return schema as unknown as ReturnType<typeof answersSchema>;
}

/** Custom rules must name existing environments. */
function refuseUnknownEnvironments(
  given: { readonly constitution: object; readonly environments: object },
  context: { readonly addIssue: (issue: ReturnType<typeof refusal>) => void },
): void {
  const { own = {} } = given.constitution as Partial<Answers['constitution']>;
  const known = Object.keys(given.environments);
  for (const [id, rule] of Object.entries(own)) {
    const environments = 'environments' in rule ? (rule.environments ?? []) : [];
    refuseEnvironments(['constitution', 'own', id, 'environments'], environments, known, context);
  }
}

function blueprintSchema(z: Zod): zod.ZodType {
  const known = blueprints.map((one) => `${one.name}@${one.version}`);
  return z
    .string()
    .superRefine((blueprint, context) => {
      if (!blueprintNamed(blueprint)) context.addIssue(refusal('blueprint-unknown', [], { blueprint, known }));
    })
    .meta({ description: 'Name and version of the blueprint', enum: known });
}

function workloadSchema(z: Zod): zod.ZodType {
  const name = z
    .string()
    .min(2)
    .max(20)
    .regex(
      workloadNamePattern,
      'must be lowercase letters and digits, joined by single hyphens, and begin with a letter',
    );
  const description = z
    .string()
    .min(1)
    .max(300)
    .regex(/^\S(.*\S)?$/, 'must neither begin nor end with a space');
  return z.strictObject({
    name: name.describe('Name of the workload, which is part of every resource name'),
    description: description.describe('Description of the workload, in one line'),
    specNumber: z
      .int()
      .min(firstSpecNumber)
      .max(lastSpecNumber)
      .optional()
      .describe('Number of its folder in specs/; 1 if left out, and the next free number in a repository with specs'),
  });
}

function modulesSchema(z: Zod): zod.ZodType {
  const registry = z
    .string()
    .max(255)
    .regex(
      // Ports end at 65535.
      /^[a-z0-9]([a-z0-9.-]*[a-z0-9])?(:([1-9]\d{0,3}|[1-5]\d{4}|6[0-4]\d{3}|65[0-4]\d\d|655[0-2]\d|6553[0-5]))?$/,
      'must be a host, with a port where it has one, such as registry.example:5000',
    );
  const path = z
    .string()
    .max(200)
    .regex(
      /^[a-z0-9]+([._-][a-z0-9]+)*(\/[a-z0-9]+([._-][a-z0-9]+)*)*$/,
      'must be a path such as bicep: lowercase letters and digits, joined by . _ - or /',
    );
  return z
    .strictObject({
      registry: registry.describe('Host name of the registry'),
      path: path.describe('Path before avm/… in the registry'),
    })
    .describe('Private mirror of the module registry');
}

function constitutionSchema(z: Zod): zod.ZodObject {
  const level = z.enum(levels);
  const shape = Object.fromEntries(rules.map((rule) => [rule.id, ruleSchema(z, rule, level).optional()]));
  const version = z.string().regex(/^(0|[1-9]\d*)(\.(0|[1-9]\d*)){2}$/, 'must be a version such as 1.0.0');
  const day = daySchema(z);
  const schema = z
    .strictObject({
      version: version.meta({ description: 'Version of the constitution', default: firstConstitution }).optional(),
      ratified: day.describe('Date on which the constitution was adopted').optional(),
      amended: day.describe('Date of the last change (default: date of adoption)').optional(),
      rules: z.strictObject(shape).describe('Rules by ID: a level, or a level and parameters').default({}),
      own: ownRulesSchema(z).optional(),
      waivers: waiversSchema(z).optional(),
    })
    .superRefine(({ ratified = '', amended }, context) => {
      if (amended !== undefined && amended < ratified)
        context.addIssue({ code: 'custom', path: ['amended'], message: 'must not be before constitution.ratified' });
    });
  return schema.describe('The rules of the organization');
}

function ruleSchema(z: Zod, { id, title, parameters }: RuleDefinition, level: zod.ZodType): zod.ZodType {
  const own = partial(z, parameters.schema(z));
  if (!(own instanceof z.ZodObject)) throw new Error(`the parameters of ${id} are no object`);
  return z.union([level, z.strictObject({ level: level.optional(), ...own.shape })]).describe(title);
}

function specShape(z: Zod): Record<string, zod.ZodType> {
  const core = partial(z, coreSchema(z));
  if (!(core instanceof z.ZodObject)) throw new Error('the core inputs are no object');
  const inputs = components.flatMap(({ inputs: own, title, summary }) =>
    own ? [[own.token.key, partial(z, own.schema(z)).describe(`${title}: ${summary}`).optional()] as const] : [],
  );
  return { ...(core.shape as Record<string, zod.ZodType>), ...Object.fromEntries(inputs) };
}

function environmentsSchema(
  z: Zod,
  shape: Readonly<Record<string, zod.ZodType>>,
): zod.ZodType<Readonly<Record<string, object>>> {
  const one = z.strictObject({
    ...shape,
    tags: tagsSchema(z).describe('Tags that differ in this environment').optional(),
  });
  return z
    .record(z.string().regex(environmentName), one)
    .superRefine((environments, context) => {
      const count = Object.keys(environments).length;
      if (count === 0) context.addIssue(refusal('environment-none', [], {}));
      if (count > mostEnvironments)
        context.addIssue(refusal('environments-too-many', [], { count, most: mostEnvironments }));
    })
    .meta({
      description: 'Settings that differ from spec in each environment, in deployment order',
      minProperties: 1,
      maxProperties: mostEnvironments,
    });
}
