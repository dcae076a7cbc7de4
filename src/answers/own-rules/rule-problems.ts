import {
  conditionLimits,
  partsOf,
  referencesOf,
  type Condition,
} from '../../../avm-catalog/constitution/custom/condition.ts';
import {
  aggregates,
  type Aggregate,
  type Exemption,
  type OwnRule,
  type TemplateRule,
} from '../../../avm-catalog/constitution/custom/own-rule.ts';
import type { RefusedCondition } from './problems.ts';

interface Conditions {
  readonly must?: Condition;
  readonly where?: Condition;
  readonly except?: readonly Exemption[];
}

/** Bounds of the work a rule asks for. */
export function sizeProblem({ must, where, except = [] }: Conditions): RefusedCondition | undefined {
  const roots = [must, where, ...except.map((one) => one.where)].filter((one) => one !== undefined);
  const { depth, parts, related } = conditionLimits;
  const sizes = roots.map(sizeOf);
  const is = (what: 'depth' | 'parts' | 'related', most: number, says: string): RefusedCondition | undefined =>
    sizes.some((one) => one[what] > most) ? { code: 'own-rule-large', args: { most, what: says } } : undefined;
  return (
    is('depth', depth, 'levels of conditions') ??
    is('parts', parts, 'conditions') ??
    is('related', related, 'levels of related resources')
  );
}

interface Size {
  readonly depth: number;
  readonly parts: number;
  readonly related: number;
}

function sizeOf(condition: Condition): Size {
  const below = partsOf(condition).map(sizeOf);
  const most = (of: 'depth' | 'related'): number => Math.max(0, ...below.map((one) => one[of]));
  return {
    depth: 1 + most('depth'),
    parts: below.reduce((sum, one) => sum + one.parts, 1),
    related: (condition.related ? 1 : 0) + most('related'),
  };
}

const evaluated = [
  'resources',
  'declarations',
  'must',
  'count',
  'aggregate',
  'except',
  'message',
  'instead',
  'environments',
] as const;

/** A rule as it is written, of any kind. */
export type GivenRule = Partial<OwnRule & TemplateRule>;

/** A person attests the rule, or a check evaluates it. */
export function attestProblem(rule: GivenRule): RefusedCondition | undefined {
  const key = evaluated.find((one) => rule[one] !== undefined);
  return key === undefined ? undefined : { code: 'own-rule-attested', args: { key }, path: [key], key: true };
}

/** Declarations have no environment, no related resources, and no numbers to add up. */
export function declarationsProblem(rule: GivenRule): RefusedCondition | undefined {
  const key = (['resources', 'aggregate', 'environments'] as const).find((one) => rule[one] !== undefined);
  if (key !== undefined) return { code: 'own-rule-declarations', args: { key }, path: [key], key: true };
  const conditions = [rule.must, rule.declarations?.where, ...(rule.except ?? []).map((one) => one.where)];
  const word = conditions.flatMap((one) => (one ? wordsIn(one) : []))[0];
  return word === undefined ? undefined : { code: 'own-rule-declarations', args: { key: word } };
}

/** Words of a condition that only resources of an environment have. */
function wordsIn(condition: Condition): readonly string[] {
  const isSetting = condition.setting !== undefined || referencesOf(condition).some((one) => one.setting !== undefined);
  return [
    ...(isSetting ? ['setting'] : []),
    ...(condition.related ? ['related'] : []),
    ...partsOf(condition).flatMap(wordsIn),
  ];
}

/** One number, and what it’s compared with. */
export function aggregateProblem(given: Aggregate): RefusedCondition | undefined {
  const [by, second] = aggregates.filter((one) => given[one] !== undefined);
  if (by === undefined) return { code: 'aggregate-none', args: {} };
  return second === undefined
    ? undefined
    : { code: 'aggregate-mixed', args: { key: second, other: by }, path: [second], key: true };
}
