import type { Before } from '../../findings/before-workspace.ts';
import type { Finding } from '../../findings/finding.ts';
import { exit, type ExitCode } from './exit.ts';

export interface FailureReport {
  readonly code: string;
  /** What happened, as a sentence. */
  readonly what: string;
  /** The file, folder, or option. */
  readonly where?: string | undefined;
  /** What to do about it. */
  readonly remedy?: string | undefined;
  /** Several places, a line each. */
  readonly lines?: readonly string[] | undefined;
}

/** Ends a command with one message. */
export class Failure extends Error {
  override readonly name = 'Failure';
  readonly problem: FailureReport;
  readonly exit: ExitCode;

  constructor(problem: FailureReport, code: ExitCode = exit.failed) {
    super(problem.what);
    this.problem = problem;
    this.exit = code;
  }
}

/** Ends a command whose arguments are wrong. */
export class UsageFailure extends Failure {
  constructor(what: string, remedy?: string, where?: string) {
    super({ code: 'usage', what, where, remedy }, exit.usage);
  }
}

/** Ends a command whose avm.yaml has errors; nothing was written. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly findings: readonly Finding[];
  /** There is no workspace yet, which commands in remedies could change. */
  readonly before: Before | undefined;

  constructor(findings: readonly Finding[], before?: Before) {
    super(`${findings.length} findings`);
    this.findings = findings;
    this.before = before;
  }
}
