import type { View } from '../../../avm-catalog/kernel/view.ts';
import { coreGuesses, placeholderTags } from '../../../avm-catalog/kernel/core-questions.ts';
import { coreDefaults } from '../../../avm-catalog/kernel/core.ts';
import type { Guess } from '../../../avm-catalog/kernel/guess.ts';
import { valueAt } from '../../answers/defaults.ts';
import { environmentsOf, optionsAt, placesOf, valueOf } from './places.ts';
import type { Clarifying, OpenQuestion, Option } from './question.ts';
import { told, typed } from './told.ts';
import { ownValue } from '../../bicep/own.ts';

interface Placed {
  readonly guess: Guess;
  /** Path below `spec`, or with a slash. */
  readonly path: string;
  /** What the catalog and the blueprint propose in an environment. */
  readonly proposed: (view: View) => readonly unknown[];
  readonly concerns: (view: View) => boolean;
}

/** Answers that are still what was proposed, where only a person can know better. */
export function* guessed(given: Clarifying): Generator<OpenQuestion, void> {
  for (const one of placed(given)) yield* openOf(one, given);
}

function placed({ spec }: Clarifying): readonly Placed[] {
  const { blueprint, views } = spec;
  const shared: Readonly<Record<string, readonly unknown[]>> = {
    '/workload.description': [blueprint.description],
    '/constitution.ratified': [undefined],
    ...Object.fromEntries(Object.entries(placeholderTags).map(([name, value]) => [`/tags.${name}`, [value]])),
  };
  const proposed = (path: string, defaults: object, view: View): readonly unknown[] =>
    [defaults, blueprint.spec, ownValue(blueprint.environments, view.environment) ?? {}]
      .map((tree) => valueAt(tree, path.split('.')))
      .filter((value) => value !== undefined);
  const core = coreGuesses.map((guess): Placed => ({
    guess,
    path: guess.path,
    proposed: (view) => ownValue(shared, guess.path) ?? proposed(guess.path, coreDefaults(view), view),
    concerns: (view) => guess.when?.(view, views) ?? true,
  }));
  const own = spec.components.flatMap(({ inputs, enabled }) =>
    (inputs?.guesses ?? []).map((guess): Placed => {
      const key = inputs?.token.key ?? '';
      const path = `${key}.${guess.path}`;
      return {
        guess,
        path,
        proposed: (view) => proposed(path, { [key]: inputs?.defaults(view) }, view),
        concerns: (view) => (guess.when ? guess.when(view, views) : enabled(view)),
      };
    }),
  );
  return [...core, ...own];
}

function openOf({ guess, path, proposed, concerns }: Placed, clarifying: Clarifying): readonly OpenQuestion[] {
  const { spec } = clarifying;
  const isOpen = (view: View): boolean =>
    proposed(view)
      .map(told)
      .includes(told(valueOf(path, view, spec)));
  const open = spec.views.filter((view) => concerns(view) && isOpen(view));
  return placesOf(path, open, clarifying).flatMap(({ about, views }) => {
    const [view] = views;
    if (!view) return [];
    const value = valueOf(path, view, spec);
    const question = typeof guess.question === 'string' ? guess.question : guess.question(view);
    return {
      code: 'guess',
      about,
      environments: environmentsOf(views, spec),
      category: guess.category,
      impact: guess.impact,
      uncertainty: guess.uncertainty,
      now: value,
      confirmable: guess.required === undefined,
      ...(guess.asItIs ? { recommended: typed(value) } : {}),
      options: guess.options ? offered(guess.options, value) : optionsAt(path, view, [value]),
      ids: [],
      args: { question, why: guess.why, advice: guess.advice },
    };
  });
}

function offered(options: readonly string[], value: unknown): readonly Option[] {
  return [...new Set([typed(value), ...options])].map((one) => ({ value: one }));
}
