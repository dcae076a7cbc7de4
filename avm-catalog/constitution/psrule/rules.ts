import { has, is, none, not, any, all, type PsCondition } from './condition.ts';
import type { View } from '../../kernel/view.ts';
import { whyNot } from '../evaluate.ts';
import { statementOf, type Rule } from '../rule.ts';
import { environmentTag } from '../rules/naming.ts';
import type { PsRequirement } from './form.ts';
import { formOf } from './forms.ts';

/** A rule of PSRule, as its YAML has it. */
export interface PsRule {
  readonly name: string;
  readonly synopsis: string;
  readonly level: 'Error' | 'Warning';
  readonly types: readonly string[];
  readonly where?: PsCondition;
  readonly condition: PsCondition;
}

/** What becomes of a rule that is on: rules of PSRule, or the reason why there are none. */
export interface PsTranslation {
  readonly rule: Rule;
  readonly rules: readonly PsRule[];
  /** Empty if there are rules. */
  readonly why: string;
}

/** Rules that are on. `isTagged`: every resource has its environment in a tag. */
export function translate(rules: readonly Rule[], views: readonly View[], isTagged: boolean): readonly PsTranslation[] {
  return rules
    .filter(({ level }) => level !== 'off')
    .map((rule) => {
      const nothing = (why: string): PsTranslation => ({ rule, rules: [], why });
      const applies = views.filter((view) => whyNot(rule, view) === undefined);
      if (applies.length === 0) return nothing('The rule doesn’t apply to any environment.');
      const form = formOf(rule, applies);
      if ('why' in form) return nothing(form.why);
      const limited = form.requirements.map((one) => ({ ...one, environments: environmentsOf(one, applies) }));
      const isLimited = limited.some(({ environments }) => environments.length < views.length);
      if (isLimited && !isTagged) return nothing('It applies to some environments only, and no tag names them.');
      return {
        rule,
        rules: limited.flatMap((one) => rulesOf(rule, one, one.environments.length < views.length)),
        why: '',
      };
    });
}

function environmentsOf({ environments }: PsRequirement, applies: readonly View[]): readonly string[] {
  return environments ?? applies.map(({ environment }) => environment);
}

type Limited = PsRequirement & { readonly environments: readonly string[] };

/** One for resources at the top, and one for those that are in the list of a resource above them. */
function rulesOf(rule: Rule, one: Limited, isLimited: boolean): readonly PsRule[] {
  if (one.environments.length === 0) return [];
  const name = [rule.definition.id, ...(one.part === undefined ? [] : [one.part])].join('.');
  const level = rule.level === 'must' ? 'Error' : 'Warning';
  const about = { synopsis: statementOf(rule), level } as const;
  const within = isLimited ? [{ field: `tags.${environmentTag}`, in: one.environments }] : [];
  const own: PsRule = { ...about, name, types: one.types, ...where(within, one.where), condition: one.must };
  if (!isNested(one.types)) return [own];
  const roots = [...new Set(one.types.map((type) => type.split('/').slice(0, 2).join('/')))];
  const isBelow = one.types.length > 0 && one.types.every((type) => type.split('/').length > 2);
  const matched = one.types.length === 0 ? [] : [any(...one.types.map((type) => is('type', type)))];
  const nested: PsRule = {
    ...about,
    name: `${name}.Nested`,
    types: isBelow ? roots : [],
    ...where([...within, has('resources')], undefined),
    condition: none('resources', ...matched, ...(one.where ? [one.where] : []), not(one.must)),
  };
  return [own, nested];
}

function where(within: readonly PsCondition[], own: PsCondition | undefined): { readonly where?: PsCondition } {
  const every = [...within, ...(own ? [own] : [])];
  return every.length === 0 ? {} : { where: all(...every) };
}

/** Types of extension resources, which belong to the resource in their scope. */
const extensions = [
  'Microsoft.Authorization/',
  'Microsoft.GuestConfiguration/',
  'Microsoft.Insights/diagnosticSettings',
  'Microsoft.Insights/dataCollectionRuleAssociations',
  'Microsoft.Maintenance/configurationAssignments',
].map((start) => start.toLowerCase());

function isNested(types: readonly string[]): boolean {
  return (
    types.length === 0 ||
    types.some((type) => type.split('/').length > 2 || extensions.some((start) => type.toLowerCase().startsWith(start)))
  );
}
