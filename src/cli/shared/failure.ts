import type { Finding } from '../../findings/finding.ts';
import { exit, type ExitCode } from './exit.ts';

export interface FailureReport {
  readonly code: string;
  /** What happened, with a full stop. */
  readonly what: string;
  /** File, folder or option it is about. */
  readonly where?: string | undefined;
  /** What to do about it. */
  readonly remedy?: string | undefined;
  /** What it is about, a line each, where that is more than one thing. */
  readonly lines?: readonly string[] | undefined;
}

/** Ends a command, with one message for people. */
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

/** Ends a command that was called in a way it cannot be. */
export class UsageFailure extends Failure {
  constructor(what: string, remedy?: string, where?: string) {
    super({ code: 'usage', what, where, remedy }, exit.usage);
  }
}

/** Ends a command whose answers cannot be built; nothing was written. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly findings: readonly Finding[];

  constructor(findings: readonly Finding[]) {
    super(`${findings.length} findings`);
    this.findings = findings;
  }
}
