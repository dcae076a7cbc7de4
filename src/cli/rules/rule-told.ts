import type { View } from '../../../avm-catalog/kernel/view.ts';
import { controlLabels } from '../../../avm-catalog/constitution/benchmarks.ts';
import { components } from '../../../avm-catalog/components/index.ts';
import { breaksIn } from '../../../avm-catalog/constitution/evaluate.ts';
import {
  heldAt,
  statementOf,
  type Held,
  type Rule,
  type RuleException,
} from '../../../avm-catalog/constitution/rule.ts';
import type { Source } from '../../../avm-catalog/constitution/sources.ts';
import type { State } from '../../../avm-catalog/constitution/state.ts';
import type { AnswerPlace } from '../../answers/locate.ts';
import { ruleAnswer } from '../../resolve/rule-answer.ts';
import type { Spec, Waiver } from '../../resolve/spec.ts';
import type { RuleState } from '../../resolve/states.ts';
import { stateJson } from '../check/check-text.ts';

/** The settings of a workspace, and their places in avm.yaml. */
export interface AnsweredRules {
  readonly spec: Spec;
  readonly place: (answer: string) => AnswerPlace | undefined;
  /** States by the settings alone, by rule. */
  readonly states: ReadonlyMap<string, RuleState>;
}

/** A rule as JSON; outside a workspace it is as the catalog has it. */
export function ruleJson(rule: Rule, answered: AnsweredRules | undefined): RuleTold {
  const { definition, level, parameters } = rule;
  const { id, category, title, shapes } = definition;
  const place = answered?.place(ruleAnswer(id));
  const stands = answered?.states.get(id);
  return {
    id,
    category,
    title,
    level,
    default: { level: definition.level, parameters: definition.parameters.defaults },
    parameters,
    statement: statementOf(rule),
    rationale: definition.rationale,
    source: definition.source ?? null,
    ...(definition.own ? { resources: definition.own.resources, must: definition.own.must } : {}),
    controls: controlLabels(rule),
    shapes,
    held: heldAt(definition),
    exceptions: definition.exceptions ?? [],
    line: place?.whole ? place.line : null,
    components: components
      .filter((one) => one.serves.includes(id))
      .map((one) => ({
        name: one.name,
        title: one.title,
        environments: answered ? whereOn(one, answered.spec) : null,
      })),
    broken: answered && level !== 'off' ? answered.spec.views.flatMap((view) => broken(rule, view)) : [],
    waivers: answered ? answered.spec.waivers.filter((one) => one.rule === id) : [],
    ...(stands ? { state: stands.state, environments: stateJson(stands).environments } : {}),
  };
}

export interface RuleTold {
  readonly id: string;
  readonly category: string;
  readonly title: string;
  readonly level: string;
  readonly default: { readonly level: string; readonly parameters: object };
  readonly parameters: object;
  readonly statement: string;
  /** Why the rule exists; empty for a custom rule. */
  readonly rationale: string;
  readonly source: Source | null;
  /** Of a custom rule: the resources it evaluates and its condition, in words. */
  readonly resources?: string;
  readonly must?: string;
  /** Controls of baselines that the rule is part of. */
  readonly controls: readonly string[];
  readonly shapes: string;
  readonly held: Held;
  /** Exceptions, with the reason. */
  readonly exceptions: readonly RuleException[];
  /** In avm.yaml; null if the rule is not listed there. */
  readonly line: number | null;
  /** Components that implement it, and the environments where they are on; null outside a workspace. */
  readonly components: readonly {
    readonly name: string;
    readonly title: string;
    readonly environments: readonly string[] | null;
  }[];
  /** Settings that make it noncompliant. */
  readonly broken: readonly {
    readonly environment: string;
    readonly answer: string;
    readonly what: string;
    readonly instead: string;
  }[];
  /** Waivers that have not expired. */
  readonly waivers: readonly Waiver[];
  /** By its settings alone; `avm check` evaluates the rest. */
  readonly state?: State;
  readonly environments?: ReturnType<typeof stateJson>['environments'];
}

function whereOn(one: (typeof components)[number], { views, blueprint }: Spec): readonly string[] {
  if (!blueprint.components.includes(one.name)) return [];
  return views.filter((view) => one.enabled(view)).map((view) => view.environment);
}

function broken(rule: Rule, view: View): RuleTold['broken'] {
  return (breaksIn(rule, view) ?? []).map((one) => ({ environment: view.environment, ...one }));
}
