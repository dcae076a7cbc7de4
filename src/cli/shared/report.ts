import type { SourceError } from '../../../avm-catalog/modules/source.ts';
import type { CompilerError } from '../../checks/bicep/error.ts';
import type { WorkspaceError } from '../../workspace/errors.ts';
import { exit, type ExitCode } from './exit.ts';
import { Failure, Refusal, type FailureReport } from './failure.ts';
import type { Terminal } from './terminal.ts';
import { jsonText, plain } from '../../findings/characters.ts';

/** Runs a command to its exit code, whatever happens. */
export async function guarded(run: () => Promise<ExitCode>, terminal: Terminal, json: boolean): Promise<ExitCode> {
  try {
    return await run();
  } catch (error) {
    return reportError(error, terminal, json);
  }
}

/** Tells of whatever ended a command; the exit code it ends with. */
export async function reportError(error: unknown, terminal: Terminal, json: boolean): Promise<ExitCode> {
  if (isInterrupt(error)) return interrupted(terminal, json);
  if (error instanceof Refusal) return tellRefusal(error, terminal, json);
  const { problem, code } = await judge(error);
  if (json) terminal.out(jsonText({ ok: false, error: problem }));
  for (const line of problemLines(problem, terminal)) terminal.err(line);
  if (terminal.env['DEBUG'] && error instanceof Error) terminal.err(String(error.stack));
  return code;
}

function interrupted(terminal: Terminal, json: boolean): ExitCode {
  if (json) terminal.out(jsonText({ ok: false, error: { code: 'interrupted', what: 'Stopped.' } }));
  terminal.err('Stopped.');
  return exit.interrupted;
}

async function tellRefusal({ findings }: Refusal, terminal: Terminal, json: boolean): Promise<ExitCode> {
  const { findingJson, findingLines, tally } = await import('./findings-text.ts');
  if (json) terminal.out(jsonText({ ok: false, findings: findings.map(findingJson) }));
  for (const line of findingLines(findings, terminal.paintErr)) terminal.err(line);
  terminal.err(`\n${tally(findings)}. Nothing was written.`);
  return exit.failed;
}

async function judge(error: unknown): Promise<{ readonly problem: FailureReport; readonly code: ExitCode }> {
  if (error instanceof Failure) return { problem: error.problem, code: error.exit };
  const known = await knownProblem(error);
  return { problem: known ?? unexpected(error), code: exit.failed };
}

/** Errors of the other rooms; told by their names, so that no room is loaded for it. */
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
  const said = error instanceof Error ? error.message : String(error);
  return {
    code: 'unexpected',
    what: `This should not have happened: ${said}`,
    remedy: 'Please report it with the command you ran and what it prints with DEBUG=1 before it.',
  };
}

function problemLines(
  { what, where, remedy, lines = [] }: FailureReport,
  { paintErr: paint }: Terminal,
): readonly string[] {
  const shown = where !== undefined && where !== '' && !what.includes(where) && lines.length === 0;
  return [
    `${paint(['red', 'bold'], 'error')} ${plain(what)}`,
    ...(shown ? [`  ${paint('dim', 'at')} ${plain(where)}`] : []),
    ...lines.map((line) => `  ${paint('dim', '·')} ${plain(line)}`),
    ...(remedy === undefined || remedy === '' ? [] : [`  ${paint('green', '→')} ${plain(remedy)}`]),
  ];
}

/** What inquirer throws on Ctrl-C. */
export function isInterrupt(error: unknown): boolean {
  return error instanceof Error && (error.name === 'ExitPromptError' || error.name === 'AbortPromptError');
}
