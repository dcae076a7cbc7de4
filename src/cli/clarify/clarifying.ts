import type { Answers, Clarification } from '../../answers/answers.ts';
import { valueAt } from '../../answers/defaults.ts';
import { parseAnswers } from '../../answers/parse.ts';
import { recordClarifications } from '../../answers/record.ts';
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

/** An answer to a question: a value as it is typed after `path=`, or nothing for what stands there. */
export interface AnswerGiven {
  readonly question: OpenQuestion;
  readonly value: string | undefined;
}

export interface Round {
  readonly catalog: Catalog;
  readonly today: string;
}

/** How far the answers have come with what was given. */
export interface ClarifyState {
  /** avm.yaml with the answers and their records. */
  readonly text: string;
  readonly questions: readonly OpenQuestion[];
  /** Of answers and plan. */
  readonly findings: readonly Finding[];
  /** What was clarified, these answers included. */
  readonly clarified: number;
}

/** Applies what was given to the text of avm.yaml, and looks for what is open then; or says why it cannot be. */
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

/** Values that are missing or wrong can be asked for; what is no answer at all cannot. */
function unread(text: string, findings: readonly Finding[]): ClarifyState {
  const canBeAsked = ({ code, where: { answer = '' } }: Finding): boolean =>
    /^(answer-(required|type|value|invalid)|environment-default|blueprint-unknown)$/.test(code) &&
    !('findings' in resolvePath(answer));
  if (!findings.every(canBeAsked)) throw new Refusal(findings);
  return { text, questions: questionsOf(findings), findings, clarified: 0 };
}

/** What is kept of a question and its answer. */
function recordsOf(given: readonly AnswerGiven[], answers: Answers, today: string): readonly Clarification[] {
  return given.map(({ question, value }) => {
    const { about, code, now } = question;
    const set = valueAt(answers, about.split('.'));
    return {
      question: phrase(question).question.slice(0, 500).trim(),
      answer: value === undefined ? told(now) : set === undefined ? value : told(set),
      on: today,
      about,
      code,
    };
  });
}
