import type { Answers } from '../src/answers/answers.ts';
import { parseAnswers } from '../src/answers/parse.ts';
import { writeAnswers } from '../src/answers/write.ts';
import { describe } from '../src/findings/describe.ts';
import type { Finding } from '../src/findings/finding.ts';
import { answersOf, withEdits, type Draft, type Edit } from './draft.ts';
import type { Problem } from './asker.ts';
import type { Engine } from './session.ts';

/** All that is wrong with answers: their form first, then what they come to. */
export function findingsOf(answers: Answers, engine: Engine): readonly Finding[] {
  const parsed = parseAnswers(writeAnswers(answers));
  return 'findings' in parsed ? parsed.findings : engine.findings(parsed.answers);
}

/** What is wrong with edits as such. Problems elsewhere, and what is left open, are told at the end. */
export function problemOf(draft: Draft, edits: readonly Edit[], engine: Engine): Problem {
  const about = edits.flatMap(({ path, environment }) => placesOf(path, environment));
  const found = findingsOf(answersOf(withEdits(draft, edits)), engine).find(
    ({ code, severity, where }) =>
      severity === 'error' && code !== 'answer-missing' && about.some((place) => touches(place, where.answer ?? '')),
  );
  return found && sentence(found);
}

export function sentence(finding: Finding): string {
  const { message, remedy } = describe(finding);
  return `${message}. ${remedy}`;
}

function placesOf(path: string, environment: string | undefined): readonly string[] {
  if (environment !== undefined) return [`environments.${environment}.${path}`, `spec.${path}`];
  return path.startsWith('tags.') ? [path] : [`spec.${path}`];
}

function touches(place: string, answer: string): boolean {
  return answer === place || answer.startsWith(`${place}.`);
}
