import type { View } from '../../../avm-catalog/kernel/view.ts';
import { components } from '../../../avm-catalog/components/index.ts';
import { breaksIn } from '../../../avm-catalog/constitution/evaluate.ts';
import { heldAt, type Held, type Rule, type RuleException } from '../../../avm-catalog/constitution/rule.ts';
import type { State } from '../../../avm-catalog/constitution/state.ts';
import type { AnswerPlace } from '../../answers/locate.ts';
import { ruleAnswer } from '../../resolve/rule-answer.ts';
import type { Spec, Waiver } from '../../resolve/spec.ts';
import type { RuleState } from '../../resolve/states.ts';
import { stateJson } from '../check/check-text.ts';

/** The answers of a workspace, and where they stand in avm.yaml. */
export interface AnsweredRules {
  readonly spec: Spec;
  readonly place: (answer: string) => AnswerPlace | undefined;
  /** States by the settings alone, by rule. */
  readonly states: ReadonlyMap<string, RuleState>;
}

/** A rule, as machines are told of it; outside a workspace it is as the catalog has it. */
export function ruleJson(rule: Rule, answered: AnsweredRules | undefined): RuleTold {
  const { definition, level, parameters } = rule;
  const { id, category, title, shapes, statement } = definition;
  const place = answered?.place(ruleAnswer(id));
  const stands = answered?.states.get(id);
  return {
    id,
    category,
    title,
    level,
    default: { level: definition.level, parameters: definition.parameters.defaults },
    parameters,
    statement: statement(parameters),
    ...(definition.own ? { resources: definition.own.resources, must: definition.own.must } : {}),
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
  /** Of a rule of one's own: what it looks at and what must hold of it, in words. */
  readonly resources?: string;
  readonly must?: string;
  readonly shapes: string;
  readonly held: Held;
  /** What it leaves out, and why. */
  readonly exceptions: readonly RuleException[];
  /** In avm.yaml; null where the rule is not written down there. */
  readonly line: number | null;
  /** Components that serve it, and where they are on; null outside a workspace. */
  readonly components: readonly {
    readonly name: string;
    readonly title: string;
    readonly environments: readonly string[] | null;
  }[];
  /** What in the answers breaks it. */
  readonly broken: readonly {
    readonly environment: string;
    readonly answer: string;
    readonly what: string;
    readonly instead: string;
  }[];
  /** Those that have not run out. */
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
