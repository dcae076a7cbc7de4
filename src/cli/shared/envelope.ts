import { jsonText } from '../../findings/characters.ts';
import type { Finding } from '../../findings/finding.ts';
import type { Message } from '../../findings/messages/message.ts';
import { exit, type ExitCode } from './exit.ts';
import type { FailureReport } from './failure.ts';
import type { Terminal } from './terminal.ts';
import { tool } from '../../files/tool.ts';

/** The one document that `--json` prints, of every command and however it ends. Its JSON Schema is in src/cli/schema. */
export interface Envelope {
  /** Version of this shape; it changes if a key is renamed, removed, or gets another meaning. */
  readonly schema: 1;
  readonly tool: typeof tool;
  /** `avm env add` */
  readonly command: string;
  /** True with exit code 0. */
  readonly ok: boolean;
  readonly exitCode: ExitCode;
  /** The result, which differs by command; null if an error ended the command. */
  readonly data: object | null;
  readonly findings: readonly ToldFinding[];
  /** What ended the command without a result. */
  readonly error: ToldError | null;
  /** Commands to run next, as the reader can run them. */
  readonly next: readonly string[];
}

/** A finding with its prose. */
export type ToldFinding = Finding & Message;

export interface ToldError {
  readonly code: string;
  readonly message: string;
  readonly remedy: string | null;
  /** The file, folder, or option that it is about. */
  readonly place: string | null;
  /** Several files, lines, or names that it is about. */
  readonly details: readonly string[];
}

interface Result {
  readonly data: object;
  readonly findings?: readonly ToldFinding[];
  readonly next?: readonly string[];
  /** @default 0 */
  readonly exitCode?: ExitCode;
}

interface Ended {
  readonly error: FailureReport;
  readonly exitCode: ExitCode;
  /** Those that are the reason. */
  readonly findings?: readonly ToldFinding[];
  readonly next?: readonly string[];
}

/** Prints what a command resulted in, or what ended it. Nothing here waits, so it also works while the process ends. */
export function printEnvelope(
  { command, spoken, out }: Pick<Terminal, 'command' | 'spoken' | 'out'>,
  told: Result | Ended,
): void {
  const { exitCode = exit.clean, findings = [], next = [] } = told;
  const document: Envelope = {
    schema: 1,
    tool,
    command,
    ok: exitCode === exit.clean,
    exitCode,
    data: 'data' in told ? told.data : null,
    findings: findings.map((one) => ({ ...one, message: spoken(one.message), remedy: spoken(one.remedy) })),
    error: 'error' in told ? toldError(told.error, spoken) : null,
    next: next.map(spoken),
  };
  out(jsonText(document));
}

function toldError({ code, what, where, remedy, lines = [] }: FailureReport, spoken: Terminal['spoken']): ToldError {
  return {
    code,
    message: spoken(what),
    remedy: remedy === undefined || remedy === '' ? null : spoken(remedy),
    place: where === undefined || where === '' ? null : where,
    details: lines,
  };
}
