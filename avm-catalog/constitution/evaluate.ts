import { enumerate } from '../../src/text/enumerate.ts';
import type { View } from '../kernel/view.ts';
import { Estate, type Predicted, type Violation } from './estate.ts';
import { heldAt, type Break, type Rule, type RuleDefinition } from './rule.ts';

/** The evaluation of a rule against the predicted resources of one environment. */
export interface Evaluation {
  readonly rule: string;
  readonly environment: string;
  /** Why nothing was evaluated; empty otherwise. */
  readonly because: string;
  /** IDs of the resources that the rule applies to and its check read. */
  readonly evaluated: readonly string[];
  readonly violations: readonly Violation[];
}

/** Settings of an environment that violate a rule; `undefined` if no setting concerns it. */
export function breaksIn({ definition, parameters }: Rule, view: View): readonly Break[] | undefined {
  return whyNot({ definition, parameters }, view) === undefined ? definition.breaks(view, parameters) : undefined;
}

/** Whether a rule applies to a blueprint with these components. */
export function concerns({ of }: Pick<RuleDefinition, 'of'>, components: readonly string[]): boolean {
  return of === undefined || of.some((one) => components.includes(one));
}

/** A rule with the texts for a blueprint with these components. */
export function inWordsOf(definition: RuleDefinition, components: readonly string[]): RuleDefinition {
  const lacking = Object.entries(definition.without ?? {}).filter(([name]) => !components.includes(name));
  return Object.assign({}, definition, ...lacking.map(([, words]) => words)) as RuleDefinition;
}

/** Why a rule doesn’t apply to an environment; nothing if it applies. */
export function whyNot(
  { definition, parameters }: Pick<Rule, 'definition' | 'parameters'>,
  view: View,
): string | undefined {
  if (!concerns(definition, view.components)) return 'the blueprint has no component that it applies to';
  return definition.notApplicable(view, parameters);
}

/** On a day as YYYY-MM-DD; nothing if the rule doesn’t evaluate predicted resources. */
export function evaluate(
  rule: Rule,
  resources: readonly Predicted[],
  view: View,
  today?: string,
): Evaluation | undefined {
  const { definition, parameters } = rule;
  if (!heldAt(definition).resources) return undefined;
  const about = { rule: definition.id, environment: view.environment };
  const nothing = (because: string): Evaluation => ({ ...about, because, evaluated: [], violations: [] });
  const why = whyNot(rule, view);
  if (why !== undefined) return nothing(why);
  const estate = new Estate(resources);
  const subjects = new Set(definition.appliesTo.flatMap((one) => one.in(estate, view, today)));
  const isWhole = definition.appliesTo.length === 0;
  if (subjects.size === 0 && !isWhole)
    return nothing(
      `there’s no ${enumerate(
        definition.appliesTo.map(({ name }) => name),
        'or',
      )}`,
    );
  const read = new Set<Predicted>();
  const watched = new Estate(resources, (found) => found.forEach((one) => read.add(one)));
  const violations = definition.check(watched, parameters, view, today);
  const evaluated = resources.filter((one) => (isWhole || subjects.has(one)) && read.has(one)).map(({ id }) => id);
  return { ...about, because: '', evaluated, violations };
}
