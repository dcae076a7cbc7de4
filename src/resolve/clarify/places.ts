import type { Question } from '../../../avm-catalog/kernel/component.ts';
import type { View } from '../../../avm-catalog/kernel/view.ts';
import { components } from '../../../avm-catalog/components/index.ts';
import { coreQuestions } from '../../../avm-catalog/kernel/core-questions.ts';
import { valueAt } from '../../answers/defaults.ts';
import type { Spec } from '../spec.ts';
import { answerPath } from '../answer-path.ts';
import type { Clarifying, Option } from './question.ts';
import { told, typed } from './told.ts';
import { ownValue } from '../../bicep/own.ts';

/** More than these are no choice any more. */
const mostOptions = 5;

/** The path below `spec`, whether it is that of all environments or of one. */
export function belowSpec(about: string): string {
  return about.replace(/^(spec|environments\.[^.]+)\./, '');
}

/** A place in avm.yaml, and the environments that what stands there is open for. */
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
    return !place.startsWith('spec.') || isShared(place)
      ? place
      : `environments.${view.environment}.${belowSpec(place)}`;
  });
  return [...new Set(places)].map((about) => ({ about, views: open.filter((_, index) => places[index] === about) }));
}

/** Names of environments; none where they are all there are. */
export function environmentsOf(views: readonly View[], spec: Spec): readonly string[] {
  return views.length === spec.views.length ? [] : views.map(({ environment }) => environment);
}

/** What an answer comes to; `path` is below `spec`, or begins with a slash. */
export function valueOf(path: string, view: View, { workload, constitution }: Spec): unknown {
  const shared = path.startsWith('/') ? { workload, constitution, tags: view.tags } : { ...view.core, ...view.inputs };
  const keys = path.replace(/^\//, '').split('.');
  return keys[0] === 'tags' ? ownValue(view.tags, keys.slice(1).join('.')) : valueAt(shared, keys);
}

/** The question that an interview asks about a path below `spec`. */
export function questionAt(path: string): Question | undefined {
  const [key = '', ...rest] = path.split('.');
  const own = components.find(({ inputs }) => inputs?.token.key === key)?.inputs?.questions;
  return own?.find((one) => one.path === rest.join('.')) ?? coreQuestions.find((one) => one.path === path);
}

/** What can be chosen from at a path, what stands there and what is recommended among it; empty where it is free. */
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
