import type { Answers, Clarification } from '../../answers/answers.ts';
import { parseAnswers } from '../../answers/parse.ts';
import { recordClarifications } from '../../answers/record.ts';
import { writtenAt } from '../../answers/as-written.ts';
import { resolvePath } from '../../answers/paths.ts';
import { generate } from '../../files/generate.ts';
import type { Finding } from '../../findings/finding.ts';
import type { Catalog } from '../../plan/draft.ts';
import { openQuestions, questionsOf } from '../../resolve/clarify/open.ts';
import { phrase } from '../../resolve/clarify/phrase.ts';
import type { OpenQuestion } from '../../resolve/clarify/question.ts';
import { told } from '../../resolve/clarify/told.ts';
import { Refusal } from '../shared/failure.ts';
import { settle } from '../change/settings.ts';

/** An answer to a question: a value as it is typed after `path=`, or nothing to confirm the current one. */
export interface AnswerGiven {
  readonly question: OpenQuestion;
  readonly value: string | undefined;
}

export interface Round {
  readonly catalog: Catalog;
  readonly today: string;
}

/** The state of avm.yaml with the answers that were given. */
export interface ClarifyState {
  /** avm.yaml with the answers and their records. */
  readonly text: string;
  readonly questions: readonly OpenQuestion[];
  /** Findings about settings and plan. */
  readonly findings: readonly Finding[];
  /** The number of clarifications, including these. */
  readonly clarified: number;
}

/** Applies answers to the text of avm.yaml, and finds the questions that are still open; or the errors. */
export function standingWith(
  text: string,
  given: readonly AnswerGiven[],
  { catalog, today }: Round,
): ClarifyState | { readonly refused: readonly Finding[] } {
  const settings = given.flatMap(({ question, value }) =>
    value === undefined ? [] : [{ path: question.about, value }],
  );
  const changed = settle(text, settings);
  if ('findings' in changed) return { refused: changed.findings };
  const parsed = parseAnswers(changed.text);
  if ('findings' in parsed) return unread(changed.text, parsed.findings);
  const recorded = recordClarifications(changed.text, recordsOf(given, parsed.answers, today));
  const again = 'text' in recorded ? parseAnswers(recorded.text) : recorded;
  if (!('text' in recorded) || 'findings' in again) return { refused: 'findings' in again ? again.findings : [] };
  const { answers } = again;
  const { spec, findings } = generate(answers, recorded.text, catalog);
  const questions = openQuestions({ spec, answers, findings, today });
  return { text: recorded.text, questions, findings, clarified: spec.clarifications.length };
}

/** Missing or wrong values can be asked for; other errors cannot. */
function unread(text: string, findings: readonly Finding[]): ClarifyState {
  const canBeAsked = ({ code, where: { answer = '' } }: Finding): boolean =>
    /^(answer-(required|type|value|invalid)|environment-default|blueprint-unknown)$/.test(code) &&
    !('findings' in resolvePath(answer));
  if (!findings.every(canBeAsked)) throw new Refusal(findings);
  return { text, questions: questionsOf(findings), findings, clarified: 0 };
}

/** The record of a question and its answer. */
function recordsOf(given: readonly AnswerGiven[], answers: Answers, today: string): readonly Clarification[] {
  return given.map(({ question, value }) => {
    const { about, code, now } = question;
    const set = writtenAt(answers, about);
    return {
      question: phrase(question).question.slice(0, 500).trim(),
      answer: value === undefined ? told(now) : set === undefined ? value : told(set),
      on: today,
      about,
      code,
    };
  });
}
