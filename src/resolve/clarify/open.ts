import { contradictions } from './contradictions.ts';
import { fromFindings } from './from-findings.ts';
import { guessed } from './guesses.ts';
import { rankOf, type Clarifying, type OpenQuestion } from './question.ts';
import { told } from './told.ts';
import { endedWaivers } from './waivers.ts';

/** What is missing, guessed or contradictory, the most important first, one question about a place at a time. */
export function openQuestions(given: Clarifying): readonly OpenQuestion[] {
  return inOrder([...unsettled(given)]);
}

/** Whether there is any question; looks no further than to the first. */
export function isAnythingOpen(given: Clarifying): boolean {
  return unsettled(given).next().done !== true;
}

function* unsettled(given: Clarifying): Generator<OpenQuestion, void> {
  for (const source of [findingsOf, endedWaivers, contradictions, guessed])
    for (const one of source(given)) if (!isSettled(one, given)) yield one;
}

function findingsOf(given: Clarifying): readonly OpenQuestion[] {
  return fromFindings(given.findings, given);
}

/** Questions of answers that cannot be read yet. */
export function questionsOf(findings: Clarifying['findings']): readonly OpenQuestion[] {
  return inOrder(fromFindings(findings, undefined));
}

/** It was asked before, and the answer that was given still stands. */
function isSettled({ code, about, now, confirmable }: OpenQuestion, { spec }: Clarifying): boolean {
  return (
    confirmable &&
    spec.clarifications.some(
      (one) => one.about === about && one.answer === told(now) && (one.code === undefined || one.code === code),
    )
  );
}

function inOrder(questions: readonly OpenQuestion[]): readonly OpenQuestion[] {
  const sorted = questions.toSorted((a, b) => rankOf(b) - rankOf(a));
  return sorted.filter((one, index) => sorted.findIndex(({ about }) => about === one.about) === index);
}
