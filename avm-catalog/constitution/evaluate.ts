import type { View } from '../kernel/view.ts';
import { Estate, type Predicted, type Violation } from './estate.ts';
import { heldAt, type Break, type Rule, type RuleDefinition } from './rule.ts';

/** What a rule comes to over the predicted resources of one environment. */
export interface Evaluation {
  readonly rule: string;
  readonly environment: string;
  /** Why nothing was evaluated; empty where something was. */
  readonly because: string;
  /** Ids of the resources that it is about and that its check read. */
  readonly evaluated: readonly string[];
  readonly violations: readonly Violation[];
}

/** What in the answers breaks a rule in an environment; `undefined` where no answer there is about it. */
export function breaksIn({ definition, parameters }: Rule, view: View): readonly Break[] | undefined {
  return whyNot({ definition, parameters }, view) === undefined ? definition.breaks(view, parameters) : undefined;
}

/** Whether a rule is about anything that a blueprint with these components may have. */
export function concerns({ of }: Pick<RuleDefinition, 'of'>, components: readonly string[]): boolean {
  return of === undefined || of.some((one) => components.includes(one));
}

/** A rule in the words that fit a blueprint with these components. */
export function inWordsOf(definition: RuleDefinition, components: readonly string[]): RuleDefinition {
  const lacking = Object.entries(definition.without ?? {}).filter(([name]) => !components.includes(name));
  return Object.assign({}, definition, ...lacking.map(([, words]) => words)) as RuleDefinition;
}

/** Why a rule does not apply to an environment; nothing where it does. */
export function whyNot(
  { definition, parameters }: Pick<Rule, 'definition' | 'parameters'>,
  view: View,
): string | undefined {
  if (!concerns(definition, view.components)) return 'the blueprint has nothing that it is about';
  return definition.notApplicable(view, parameters);
}

/** Nothing where no predicted resource can break the rule. */
export function evaluate(rule: Rule, resources: readonly Predicted[], view: View): Evaluation | undefined {
  const { definition, parameters } = rule;
  if (!heldAt(definition).resources) return undefined;
  const about = { rule: definition.id, environment: view.environment };
  const nothing = (because: string): Evaluation => ({ ...about, because, evaluated: [], violations: [] });
  const why = whyNot(rule, view);
  if (why !== undefined) return nothing(why);
  const estate = new Estate(resources);
  const subjects = new Set(definition.appliesTo.flatMap((one) => one.in(estate)));
  const isWhole = definition.appliesTo.length === 0;
  if (subjects.size === 0 && !isWhole)
    return nothing(`there is no ${oneOf(definition.appliesTo.map(({ name }) => name))}`);
  const read = new Set<Predicted>();
  const watched = new Estate(resources, (found) => found.forEach((one) => read.add(one)));
  const violations = definition.check(watched, parameters, view);
  const evaluated = resources.filter((one) => (isWhole || subjects.has(one)) && read.has(one)).map(({ id }) => id);
  return { ...about, because: '', evaluated, violations };
}

function oneOf(names: readonly string[]): string {
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} or ${names.at(-1)}`;
}
