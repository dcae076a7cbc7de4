import { gapCategories } from '../../../avm-catalog/kernel/guess.ts';
import { resolvePath } from '../../answers/paths.ts';
import { kindsOf } from '../../answers/shape.ts';
import { phrase } from '../../resolve/clarify/phrase.ts';
import { rankOf, type OpenQuestion } from '../../resolve/clarify/question.ts';
import { told } from '../../resolve/clarify/told.ts';
import type { ClarifyState } from './clarifying.ts';
import { counted } from '../shared/findings-text.ts';
import type { Paint, Terminal } from '../shared/terminal.ts';

/** Questions as a list, the most important first. */
export function questionLines({ questions, clarified }: ClarifyState, paint: Paint): readonly string[] {
  if (questions.length === 0)
    return [
      `There are no open questions.${clarified > 0 ? ` avm.yaml has ${counted(clarified, 'clarification')}.` : ''}`,
    ];
  const width = String(questions.length).length;
  return [
    ...questions.flatMap((one, index) => lines(one, String(index + 1).padStart(width), paint)),
    `${counted(questions.length, 'open question')}.`,
  ];
}

function lines(one: OpenQuestion, number: string, paint: Paint): readonly string[] {
  const { question, why, advice } = phrase(one);
  const margin = ' '.repeat(number.length + 2);
  const values = one.options.map(({ value }) => value).join(', ');
  return [
    `${paint('dim', number)}  ${paint('bold', question)}`,
    `${margin}${paint('dim', `${one.about} is ${told(one.now)}${values === '' ? '' : ` (one of ${values})`}`)}`,
    `${margin}${why}`,
    `${margin}${paint('green', '→')} ${one.recommended === undefined ? '' : `${one.recommended}: `}${advice}`,
    '',
  ];
}

export function questionsJson({ questions, clarified }: ClarifyState, spoken: Terminal['spoken']): object {
  return {
    questions: questions.map((one) => questionJson(one, spoken)),
    categories: Object.fromEntries(
      gapCategories.map((name) => [name, questions.filter(({ category }) => category === name).length]),
    ),
    clarified,
  };
}

function questionJson(one: OpenQuestion, spoken: Terminal['spoken']): object {
  const { code, about, environments, category, impact, uncertainty, confirmable, options, ids } = one;
  const { question, why, advice } = phrase(one);
  return {
    code,
    about,
    environments,
    category,
    impact,
    uncertainty,
    rank: rankOf(one),
    question,
    why,
    now: one.now ?? null,
    confirmable,
    recommended: one.recommended ?? null,
    advice: spoken(advice),
    options,
    takes: takes(about),
    ids,
  };
}

/** Kinds of values that an answer may have. */
function takes(about: string): readonly string[] {
  const place = resolvePath(about);
  return 'findings' in place ? [] : [...kindsOf(place.schema)];
}
