import type { Answers } from '../src/answers/answers.ts';
import { parseAnswers } from '../src/answers/parse.ts';
import { sharedPath, versions } from '../src/answers/version.ts';
import { writeAnswers } from '../src/answers/write.ts';
import { describe, describeBefore } from '../src/findings/describe.ts';
import type { Finding } from '../src/findings/finding.ts';
import { answersOf, withEdits, type Draft, type Edit } from './draft.ts';
import type { Problem } from './asker.ts';
import type { Engine } from './session.ts';

/** Findings about settings: their form first, then the plan. */
export function findingsOf(answers: Answers, engine: Engine): readonly Finding[] {
  const parsed = parseAnswers(writeAnswers(answers));
  return 'findings' in parsed ? parsed.findings : engine.findings(parsed.answers);
}

/** Errors in these edits. A required value is asked again; errors elsewhere are reported at the end. */
export function problemOf(draft: Draft, edits: readonly Edit[], engine: Engine): Problem {
  const about = edits.flatMap(({ path, environment }) => placesOf(path, environment));
  const emptied = edits
    .filter(({ value }) => isEmpty(value))
    .flatMap(({ path, environment }) => placesOf(path, environment));
  const found = findingsOf(answersOf(withEdits(draft, edits)), engine).find(
    ({ code, severity, where: { answer = '' } }) =>
      severity === 'error' &&
      (code === 'answer-missing' ? emptied.includes(answer) : about.some((place) => touches(place, answer))),
  );
  if (found?.code === 'answer-missing') return `A value is required: ${found.args.why}.`;
  return found && sentence(found, draft);
}

const isEmpty = (value: unknown): boolean =>
  value === '' || value === null || (Array.isArray(value) && value.length === 0);

/** What is wrong, in words that can be followed amid the questions about a workspace, new or existing. */
export function sentence(finding: Finding, draft?: Pick<Draft, 'base'>): string {
  const isNew = draft !== undefined && draft.base === undefined;
  const { message, remedy } = isNew ? describeBefore(finding, 'question') : describe(finding);
  return `${message}. ${remedy}`;
}

function placesOf(path: string, environment: string | undefined): readonly string[] {
  if (environment === undefined && path.startsWith('tags.')) return [path];
  const shared = versions.map((version) => sharedPath(path, version));
  return environment === undefined ? shared : [`environments.${environment}.${path}`, ...shared];
}

function touches(place: string, answer: string): boolean {
  return answer === place || answer.startsWith(`${place}.`);
}
