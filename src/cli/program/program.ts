import { realpathSync } from 'node:fs';
import { Command, CommanderError, Option } from 'commander';
import { exit, type ExitCode } from '../shared/exit.ts';
import { UsageFailure } from '../shared/failure.ts';
import { interruptible } from '../shared/interrupt.ts';
import { printStopped, reportError } from '../shared/report.ts';
import { speakingTo } from '../shared/started-by.ts';
import type { Terminal } from '../shared/terminal.ts';
import { isNoticeWanted } from '../update-notice/wanted.ts';
import { version } from '../../files/tool.ts';

/** A command with the settings that both programs share. */
export function newProgram(name: string, terminal: Terminal): Command {
  return new Command(name)
    .version(version, '-v, --version', 'print the version')
    .helpOption('-h, --help', 'print this help')
    .configureOutput({
      writeOut: (text) => terminal.out(text.replace(/\n$/, '')),
      writeErr: (text) => terminal.err(text.replace(/\n$/, '')),
      outputError: () => {},
    })
    .configureHelp({ sortSubcommands: false, helpWidth: 100 })
    .exitOverride();
}

/** A `--json` that every command has. */
export function jsonOption(): Option {
  return new Option('--json', 'print one JSON document');
}

export function collect(value: string, all: readonly string[] = []): readonly string[] {
  return [...all, value];
}

/** Receives the exit code of a command. */
export type Done = (code: ExitCode) => void;
export type Build = (terminal: Terminal, done: Done) => Command;

/** Runs a program to its exit code; every error is reported in the same form. */
export async function runProgram(build: Build, argv: readonly string[], given: Terminal): Promise<ExitCode> {
  const terminal = { ...speakingTo(given) };
  const json = wantsJson(argv);
  let code: ExitCode = exit.clean;
  const program = build(terminal, (result) => void (code = result));
  const called = commandIn(program, argv);
  // Commands have this object, whose name is known only now.
  Object.assign(terminal, { command: called });
  const run = () => program.parseAsync(asOptions(argv), { from: 'user' });
  const tellUpdate = isNoticeWanted(terminal, json || argv.includes('--sarif')) ? await noticing(terminal) : undefined;
  try {
    await (json ? interruptible(run, () => printStopped(terminal)) : run());
    return code;
  } catch (error) {
    if (error instanceof CommanderError && error.exitCode === 0) return exit.clean;
    return await reportError(
      error instanceof CommanderError ? usage(error, `${called} --help`) : error,
      terminal,
      json,
    );
  } finally {
    tellUpdate?.();
  }
}

/** `--json`, or the same by the format of a command that has several. */
function wantsJson(argv: readonly string[]): boolean {
  const format = argv.indexOf('--format');
  return argv.includes('--json') || argv.includes('--format=json') || (format >= 0 && argv[format + 1] === 'json');
}

/** Of an installed package alone: a checkout has its own way to newer versions. */
async function noticing(terminal: Terminal): Promise<(() => void) | undefined> {
  const script = realpathSync(process.argv[1] ?? '');
  if (!/[\\/]node_modules[\\/]/.test(script)) return undefined;
  const [{ watchForUpdate }, { thisMachine }] = await Promise.all([
    import('../update-notice/update-notice.ts'),
    import('../../checks/bicep/folders.ts'),
  ]);
  return watchForUpdate(terminal, { machine: thisMachine(), script, now: Date.now });
}

/** `help env copy` is `env copy --help`. Commander has one letter for the version; `-V` was it before. */
function asOptions(argv: readonly string[]): readonly string[] {
  const [first, ...rest] = argv;
  if (first === 'help') return [...rest, '--help'];
  return first === '-V' ? ['--version'] : argv;
}

/** The command as it is called: `avm env add`. */
function commandIn(program: Command, argv: readonly string[]): string {
  const [first, ...rest] = argv;
  const found = program.commands.find((command) => command.name() === first);
  return found ? `${program.name()} ${commandIn(found, rest)}` : program.name();
}

function usage({ code, message }: CommanderError, help: string): UsageFailure {
  if (code === 'commander.help') return new UsageFailure('Specify a command.', `To list the commands, run: ${help}`);
  const [what = '', ...rest] = message.replace(/^error: /, '').split('\n');
  const hint = /\(Did you mean (.*)\?\)/.exec(rest.join(' '))?.[1];
  return new UsageFailure(
    `${what.charAt(0).toUpperCase()}${what.slice(1).replace(/\.$/, '')}.`,
    hint ? `Did you mean ${hint}?` : `For help, run: ${help}`,
  );
}
