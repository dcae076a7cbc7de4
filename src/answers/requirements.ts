import type * as zod from 'zod';
import type { Zod } from '../../avm-catalog/kernel/context.ts';
import { componentName } from './component-name.ts';
import { components } from '../../avm-catalog/components/index.ts';
import { blueprints } from '../../avm-catalog/blueprints/index.ts';
import { plain } from './characters.ts';
import { refusal } from './refusal.ts';

/** What is said to satisfy a requirement. */
interface SatisfiedBy {
  readonly components?: readonly string[];
  readonly rules?: readonly string[];
  /** What a person does. */
  readonly task?: string;
}

export interface StoryAnswer {
  readonly title: string;
  readonly priority: 'P1' | 'P2' | 'P3';
  readonly why: string;
  readonly test: string;
  readonly scenarios: readonly { readonly given: string; readonly when: string; readonly then: string }[];
}

export interface RequirementAnswer {
  readonly statement: string;
  /** Of a functional requirement: its story, custom or of the blueprint. */
  readonly story?: string;
  readonly satisfiedBy?: SatisfiedBy;
}

/** What may go wrong, and what happens then. */
export interface EdgeCaseAnswer {
  readonly what: string;
  readonly then: string;
}

/** What nobody is to expect of the workload. */
export interface ExclusionAnswer {
  readonly what: string;
  readonly why?: string;
}

/** Custom requirements, by IDs that never change, those of the blueprint that are not wanted, and what the spec says around them. */
export interface RequirementAnswers {
  readonly stories?: Readonly<Record<string, StoryAnswer>>;
  readonly functional?: Readonly<Record<string, RequirementAnswer>>;
  readonly constraints?: Readonly<Record<string, RequirementAnswer>>;
  readonly success?: Readonly<Record<string, RequirementAnswer>>;
  /** Reason by the id of a requirement of the blueprint. */
  readonly outOfScope?: Readonly<Record<string, string>>;
  readonly exclusions?: readonly ExclusionAnswer[];
  readonly edgeCases?: readonly EdgeCaseAnswer[];
  readonly assumptions?: readonly string[];
  /** Ids that were given once, and are not given again. */
  readonly retired?: readonly string[];
}

/** How the ids of each kind begin. The catalog keeps the numbers below the first. */
export const idPrefixes = { stories: 'US', functional: 'FR-', constraints: 'CON-', success: 'SC-' } as const;
export type RequirementSection = keyof typeof idPrefixes;
export const requirementSections = Object.keys(idPrefixes) as readonly RequirementSection[];
export const firstNumber = 101;
/** Characters. */
export const longestText = { title: 100, statement: 500, other: 300 } as const;
const mostRequirements = 200;
const mostScenarios = 20;
/** Items of a list in the spec. */
const mostLines = 50;
/** Numbers from 101 to 999. */
const numberPattern = '(10[1-9]|1[1-9]\\d|[2-9]\\d\\d)';

/** The section of a custom ID; undefined for any other text. */
export function sectionOf(id: string): RequirementSection | undefined {
  return requirementSections.find((one) => new RegExp(`^${idPrefixes[one]}${numberPattern}$`).test(id));
}

export function requirementsSchema(z: Zod): zod.ZodType {
  const statement = text(z, longestText.statement).describe(
    'The requirement in one sentence, with an actor and MUST or SHOULD',
  );
  const own = { statement, satisfiedBy: satisfiedBySchema(z).optional() };
  const story = z.string().regex(/^US\d{1,3}$/, 'must be the id of a story, such as US101 or US4');
  const list = (section: RequirementSection, what: zod.ZodType, description: string): zod.ZodType =>
    z.record(idSchema(z, section), what).describe(description).optional();
  return z
    .strictObject({
      stories: list('stories', storySchema(z), 'Stories, by IDs such as US101'),
      functional: list(
        'functional',
        z.strictObject({ ...own, story: story.describe('ID of its story').optional() }),
        'Functional requirements, by IDs such as FR-101',
      ),
      constraints: list('constraints', z.strictObject(own), 'Constraints, by IDs such as CON-101'),
      success: list('success', z.strictObject(own), 'Success criteria, by IDs such as SC-101'),
      outOfScope: outOfScopeSchema(z).optional(),
      ...surroundings(z),
      retired: z
        .array(z.string().regex(new RegExp(`^(US|FR-|CON-|SC-)${numberPattern}$`), 'must be an id such as FR-101'))
        .max(mostRequirements)
        .describe('IDs of removed requirements, which are not used again')
        .optional(),
    })
    .superRefine((given, context) => {
      for (const issue of refusals(given as RequirementAnswers)) context.addIssue(issue);
    })
    .describe('Stories, requirements, constraints, and success criteria beyond those of the blueprint');
}

function refusals(given: RequirementAnswers): readonly ReturnType<typeof refusal>[] {
  const all = requirementSections.flatMap((section) => Object.keys(given[section] ?? {}).map((id) => [section, id]));
  const again = all.filter(([, id = '']) => given.retired?.includes(id));
  return [
    ...again.map(([section = '', id = '']) => refusal('requirement-retired', [section, id], { id }, true)),
    ...(all.length > mostRequirements
      ? [refusal('requirements-too-many', [], { count: all.length, most: mostRequirements })]
      : []),
  ];
}

function idSchema(z: Zod, section: RequirementSection): zod.ZodType<string, string> {
  const prefix = idPrefixes[section];
  const example = `${prefix}${firstNumber}`;
  return z
    .string()
    .superRefine((id, context) => {
      if (sectionOf(id) === section) return;
      const isTaken = new RegExp(`^${prefix}\\d{1,3}$`).test(id);
      context.addIssue(refusal(isTaken ? 'requirement-number' : 'requirement-id', [], { id: plain(id), example }));
    })
    .meta({ pattern: `^${prefix}${numberPattern}$` });
}

function storySchema(z: Zod): zod.ZodType {
  const step = z.strictObject({
    given: text(z).describe('Precondition'),
    when: text(z).describe('Action'),
    then: text(z).describe('Expected result'),
  });
  return z.strictObject({
    title: text(z, longestText.title).describe('The goal of the user, in a few words'),
    priority: z.enum(['P1', 'P2', 'P3']).describe('Priority; P1 is the highest'),
    why: text(z).describe('Why it has this priority'),
    test: text(z).describe('How it can be tested independently of other stories'),
    scenarios: z.array(step).min(1).max(mostScenarios).describe('Acceptance scenarios'),
  });
}

function satisfiedBySchema(z: Zod): zod.ZodType {
  const names = z
    .string()
    .regex(componentName, 'must be the name of a component, such as storage-account')
    .meta({ examples: components.map((one) => one.name) });
  const rule = z.string().regex(/^[A-Z]{2,5}-\d{3}$/, 'must be the id of a rule, such as SEC-008');
  return z
    .strictObject({
      components: z.array(names).min(1).max(30).describe('Components that implement it').optional(),
      rules: z.array(rule).min(1).max(30).describe('Rules that enforce it').optional(),
      task: text(z).describe('Manual task that satisfies it').optional(),
    })
    .describe('Components, rules, or task that satisfy it');
}

/** Of any blueprint; `refuseElsewhere` asks whether the workspace's own has it, and can do without it. */
function outOfScopeSchema(z: Zod): zod.ZodType {
  const ids = blueprints.flatMap(({ content }) => Object.keys(content.requirements));
  return z
    .strictObject(Object.fromEntries([...new Set(ids)].toSorted().map((id) => [id, text(z).optional()])))
    .describe('Requirements of the blueprint that are out of scope, each with the reason');
}

function surroundings(z: Zod) {
  const list = (item: zod.ZodType, description: string) =>
    z.array(item).max(mostLines).describe(description).optional();
  return {
    exclusions: list(
      z.strictObject({
        what: text(z, longestText.statement).describe('What the workload does not include'),
        why: text(z).describe('Reason').optional(),
      }),
      'What is out of scope beyond the requirements of the blueprint',
    ),
    edgeCases: list(
      z.strictObject({ what: text(z).describe('What can go wrong'), then: text(z).describe('What happens then') }),
      'Edge cases beyond those of the blueprint',
    ),
    assumptions: list(text(z, longestText.statement), 'Assumptions beyond those of the blueprint'),
  };
}

/** One line, as a person writes it. */
function text(z: Zod, most: number = longestText.other): zod.ZodString {
  return z
    .string()
    .min(1)
    .max(most)
    .regex(/^\S(.*\S)?$/, 'must neither begin nor end with a space');
}
