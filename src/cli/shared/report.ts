import type { SourceError } from '../../../avm-catalog/modules/source.ts';
import type { CompilerError } from '../../checks/bicep/error.ts';
import type { WorkspaceError } from '../../workspace/errors.ts';
import { printEnvelope } from './envelope.ts';
import { exit, type ExitCode } from './exit.ts';
import { Failure, Refusal, type FailureReport } from './failure.ts';
import { messageLines } from './message-lines.ts';
import type { Terminal } from './terminal.ts';
import { messageOf } from '../../text/message.ts';

const stopped = { code: 'interrupted', what: 'Stopped.' } as const;

/** What `--json` prints of a command that Ctrl-C ended. */
export function printStopped(terminal: Terminal): void {
  printEnvelope(terminal, { error: stopped, exitCode: exit.interrupted });
}

/** Runs a command to its exit code; errors are reported. */
export async function guarded(run: () => Promise<ExitCode>, terminal: Terminal, json: boolean): Promise<ExitCode> {
  try {
    return await run();
  } catch (error) {
    return reportError(error, terminal, json);
  }
}

/** Reports the error that ended a command, and returns the exit code. */
export async function reportError(error: unknown, terminal: Terminal, json: boolean): Promise<ExitCode> {
  if (isInterrupt(error)) return interrupted(terminal, json);
  if (error instanceof Refusal) return tellRefusal(error, terminal, json);
  const { problem, code } = await judge(error);
  if (json) printEnvelope(terminal, { error: problem, exitCode: code });
  for (const line of problemLines(problem, terminal)) terminal.err(line);
  if (terminal.env['DEBUG'] && error instanceof Error) terminal.err(String(error.stack));
  return code;
}

function interrupted(terminal: Terminal, json: boolean): ExitCode {
  if (json) printStopped(terminal);
  terminal.err(stopped.what);
  return exit.interrupted;
}

async function tellRefusal({ findings, before }: Refusal, terminal: Terminal, json: boolean): Promise<ExitCode> {
  const { findingJson, findingLines, findingsBefore, tally } = await import('./findings-text.ts');
  // Warnings of what wasn't written would hide why.
  const errors = findings.filter(({ severity }) => severity === 'error');
  const what = `Failed with ${tally(errors)}. Nothing was written.`;
  const error = { code: 'findings', what, remedy: 'Fix the errors among the findings, and run the command again.' };
  const told = before ? findingsBefore(findings, before) : findings.map(findingJson);
  if (json) printEnvelope(terminal, { error, exitCode: exit.failed, findings: told });
  for (const line of findingLines(errors, terminal.paintErr, { before })) terminal.err(line);
  terminal.err(`\n${what}`);
  return exit.failed;
}

async function judge(error: unknown): Promise<{ readonly problem: FailureReport; readonly code: ExitCode }> {
  if (error instanceof Failure) return { problem: error.problem, code: error.exit };
  const known = await knownProblem(error);
  return { problem: known ?? unexpected(error), code: exit.failed };
}

/** Errors of other layers, recognized by their names, so that no layer is loaded for it. */
async function knownProblem(error: unknown): Promise<FailureReport | undefined> {
  if (!(error instanceof Error)) return undefined;
  if (error.name === 'WorkspaceError') {
    const { code, where, remedy, paths } = error as WorkspaceError;
    return { code, what: error.message, where, remedy, lines: paths.length > 1 ? paths : undefined };
  }
  if (error.name === 'SourceError') {
    const { describe } = await import('../../findings/describe.ts');
    const { code, path, message: detail } = error as SourceError;
    const args = { path, detail };
    const { message, remedy } = describe({ code: `source/${code}`, severity: 'error', where: {}, ids: [], args });
    return { code: `source/${code}`, what: `${message}.`, where: path, remedy };
  }
  if (error.name === 'CompilerError') {
    const { describe } = await import('../../findings/describe.ts');
    const { finding } = error as CompilerError;
    const { message, remedy } = describe(finding);
    return { code: finding.code, what: message, remedy };
  }
  const { systemError } = await import('../../workspace/errors.ts');
  const system = systemError(error);
  return system && { code: system.code, what: system.message, where: system.where, remedy: system.remedy };
}

function unexpected(error: unknown): FailureReport {
  const said = messageOf(error);
  return {
    code: 'unexpected',
    what: `Unexpected error: ${said}`,
    remedy: 'To see the stack trace, set DEBUG=1 and run the command again. Report it with that output.',
  };
}

function problemLines(
  { code, what, where, remedy, lines = [] }: FailureReport,
  { paintErr: paint }: Terminal,
): readonly string[] {
  const isNew = where !== undefined && where !== '' && !what.includes(where) && lines.length === 0;
  return messageLines({ severity: 'error', code, what, places: isNew ? [where] : lines, remedy }, paint);
}

/** What inquirer throws on Ctrl-C. */
export function isInterrupt(error: unknown): boolean {
  return error instanceof Error && (error.name === 'ExitPromptError' || error.name === 'AbortPromptError');
}
