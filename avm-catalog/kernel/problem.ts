import { said, type ArgumentsOf, type Code, type Said, type Severity } from '../../src/findings/finding.ts';

/** A problem of an answer; it becomes a finding. */
export type AnswerProblem = Said & {
  /** Path below `spec`, such as `natGateway.idleMinutes`. */
  readonly answer: string;
  readonly severity: Severity;
};

export function problem<C extends Code>(
  code: C,
  answer: string,
  args: ArgumentsOf<C>,
  severity: Severity = 'error',
): AnswerProblem {
  return { ...said(code, args), answer, severity };
}
