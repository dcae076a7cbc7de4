import { said, type ArgumentsOf, type Code, type Said, type Severity } from '../../src/findings/finding.ts';

/** A problem of an answer; it becomes a finding. */
export type AnswerProblem = Said & {
  /** Path below `spec`, such as `natGateway.idleMinutes`. */
  readonly answer: string;
  readonly severity: Severity;
  /** Rules that it is about. */
  readonly ids: readonly string[];
};

export function problem<C extends Code>(
  code: C,
  answer: string,
  args: ArgumentsOf<C>,
  severity: Severity = 'error',
  ids: readonly string[] = [],
): AnswerProblem {
  return { ...said(code, args), answer, severity, ids };
}

/** The same of a parameter of a rule. */
export type ParameterProblem = Said & {
  /** Path below the rules of the constitution, such as `TST-002.sizes.0`. */
  readonly parameter: string;
  readonly severity: Severity;
};

export function parameterProblem<C extends Code>(
  code: C,
  parameter: string,
  args: ArgumentsOf<C>,
  severity: Severity = 'error',
): ParameterProblem {
  return { ...said(code, args), parameter, severity };
}
