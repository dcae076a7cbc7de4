import type { Question } from '../../../avm-catalog/kernel/component.ts';
import type { View } from '../../../avm-catalog/kernel/view.ts';
import { components } from '../../../avm-catalog/components/index.ts';
import { coreQuestions } from '../../../avm-catalog/kernel/core-questions.ts';
import { valueAt } from '../../answers/defaults.ts';
import { belowSpec, isByEnvironment } from '../../answers/version.ts';
import type { Spec } from '../spec.ts';
import { answerPath } from '../answer-path.ts';
import type { Clarifying, Option } from './question.ts';
import { told, typed } from './told.ts';
import { ownValue } from '../../bicep/own.ts';

/** More than these are no choice any more. */
const mostOptions = 5;

/** A place in avm.yaml, and the environments whose value there is open. */
export interface OpenPlace {
  readonly about: string;
  readonly views: readonly View[];
}

/** Answers for all environments are asked for once where that settles all who have them, and by environment otherwise. */
export function placesOf(path: string, open: readonly View[], { spec, answers }: Clarifying): readonly OpenPlace[] {
  const placeIn = (view: View): string => answerPath(path, view.environment, answers);
  const isShared = (place: string): boolean => {
    const having = spec.views.filter((view) => placeIn(view) === place);
    return (
      having.every((view) => open.includes(view)) &&
      new Set(having.map((view) => told(valueOf(path, view, spec)))).size === 1
    );
  };
  const places = open.map((view) => {
    const place = placeIn(view);
    return !isByEnvironment(place) || place.startsWith('environments.') || isShared(place)
      ? place
      : `environments.${view.environment}.${belowSpec(place)}`;
  });
  return [...new Set(places)].map((about) => ({ about, views: open.filter((_, index) => places[index] === about) }));
}

/** Names of environments; none where they are all there are. */
export function environmentsOf(views: readonly View[], spec: Spec): readonly string[] {
  return views.length === spec.views.length ? [] : views.map(({ environment }) => environment);
}

/** The value of a setting; `path` is below `spec`, or begins with a slash. */
export function valueOf(path: string, view: View, { workload, constitution }: Spec): unknown {
  const keys = path.replace(/^\//, '').split('.');
  const [first = '', ...rest] = keys;
  if (first === 'tags') return ownValue(view.tags, rest.join('.'));
  if (path.startsWith('/')) return valueAt({ workload, constitution }, keys);
  return valueAt(Object.hasOwn(view.inputs, first) ? view.inputs : view.core, keys);
}

/** The question that an interview asks about a path below `spec`. */
export function questionAt(path: string): Question | undefined {
  const [key = '', ...rest] = path.split('.');
  const own = components.find(({ inputs }) => inputs?.token.key === key)?.inputs?.questions;
  return own?.find((one) => one.path === rest.join('.')) ?? coreQuestions.find((one) => one.path === path);
}

/** What can be chosen from at a path, including the value and the recommendation; empty for free text. */
export function optionsAt(path: string, view: View, wanted: readonly unknown[]): readonly Option[] {
  const question = questionAt(path);
  if (question?.kind === 'confirm')
    return [
      { value: 'true', name: 'yes' },
      { value: 'false', name: 'no' },
    ];
  if (question?.kind !== 'choice' || !question.choices) return [];
  const { workload, environment, rules } = view;
  const all = question
    .choices({ workload, environment, rules })
    .map(({ value, name }): Option => ({ value: typed(value), ...(name === undefined ? {} : { name }) }));
  const first = wanted.map(typed).map((value): Option => all.find((one) => one.value === value) ?? { value });
  const chosen = [...new Map([...first, ...all].map((one) => [one.value, one])).values()].slice(0, mostOptions);
  return chosen.length < 2 ? [] : chosen;
}
