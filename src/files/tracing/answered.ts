import { placesIn, type AnswerPlace } from '../../answers/locate.ts';
import { belowSpec, isByEnvironment } from '../../answers/version.ts';
import { ruleAnswer } from '../../resolve/rule-answer.ts';
import type { Spec } from '../../resolve/spec.ts';
import { ownValue } from '../../bicep/own.ts';
import { settingIn } from './setting.ts';

/** Who says a value: the environment's own answers, those of all environments, or nobody. */
type Origin = 'environment' | 'all' | 'default';

export interface AnsweredValue {
  readonly environment: string;
  readonly value: unknown;
  readonly origin: Origin;
  /** Line in avm.yaml; null for a default of the catalog. */
  readonly line: number | null;
}

export interface Answered {
  /** Path in avm.yaml; `/` for the whole of it. */
  readonly path: string;
  /** Line in avm.yaml; null where it is not written down for all environments. */
  readonly line: number | null;
  /** What is not by environment: a rule's level, the blueprint; null where it is no single value. */
  readonly value: unknown;
  /** Empty where it is not a value by environment. */
  readonly values: readonly AnsweredValue[];
}

/** Finds answers with their values by environment, and where they stand. `text` is avm.yaml. */
export function answersOf(spec: Spec, text: string): (path: string) => Answered {
  const places = placesIn(text);
  return (path) => {
    const line = path === '/' ? 1 : lineOf(places(path));
    const below = path === 'tags' ? ['tags'] : isByEnvironment(path) ? belowSpec(path).split('.') : undefined;
    if (below === undefined) return { path, line, value: single(path, spec), values: [] };
    const values = spec.views.map((view): AnsweredValue => {
      const { environment } = view;
      const own = lineOf(places(`environments.${environment}.${below.join('.')}`));
      const origin = own !== null ? 'environment' : line === null ? 'default' : 'all';
      return { environment, value: settingIn(view, below) ?? null, origin, line: own ?? line };
    });
    return { path, line, value: null, values };
  };
}

function single(path: string, { blueprint, rules, workload }: Spec): unknown {
  const fixed: Readonly<Record<string, unknown>> = {
    blueprint: `${blueprint.name}@${blueprint.version}`,
    'workload.name': workload.name,
    'workload.description': workload.description,
  };
  return ownValue(fixed, path) ?? rules.find(({ definition }) => path === ruleAnswer(definition.id))?.level ?? null;
}

function lineOf(place: AnswerPlace | undefined): number | null {
  return place?.whole === true ? place.line : null;
}
