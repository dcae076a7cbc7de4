import { Command, CommanderError, Option } from 'commander';
import { exit, type ExitCode } from '../shared/exit.ts';
import { UsageFailure } from '../shared/failure.ts';
import { reportError } from '../shared/report.ts';
import type { Terminal } from '../shared/terminal.ts';
import { version } from '../shared/version.ts';

/** A command with the manners both bins share. */
export function newProgram(name: string, terminal: Terminal): Command {
  return new Command(name)
    .version(version, '-V, --version', 'print the version')
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
  return new Option('--json', 'print one JSON document for machines');
}

export function collect(value: string, all: readonly string[] = []): readonly string[] {
  return [...all, value];
}

/** Told how a command ended. */
export type Done = (code: ExitCode) => void;
export type Build = (terminal: Terminal, done: Done) => Command;

/** Runs a program to its exit code; whatever happens is told in one shape. */
export async function runProgram(build: Build, argv: readonly string[], terminal: Terminal): Promise<ExitCode> {
  let code: ExitCode = exit.clean;
  const program = build(terminal, (result) => void (code = result));
  try {
    await program.parseAsync(argv, { from: 'user' });
    return code;
  } catch (error) {
    if (error instanceof CommanderError && error.exitCode === 0) return exit.clean;
    return reportError(
      error instanceof CommanderError ? usage(error, helpOf(program, argv)) : error,
      terminal,
      argv.includes('--json'),
    );
  }
}

/** What prints the help that is wanted: of the command, where there is one of that name. */
function helpOf(program: Command, [first]: readonly string[]): string {
  const isKnown = program.commands.some((command) => command.name() === first);
  return `${program.name()}${isKnown ? ` ${first}` : ''} --help`;
}

function usage({ code, message }: CommanderError, help: string): UsageFailure {
  if (code === 'commander.help') return new UsageFailure('Say which command to run.', `See ${help}.`);
  const [what = '', ...rest] = message.replace(/^error: /, '').split('\n');
  const hint = /\(Did you mean (.*)\?\)/.exec(rest.join(' '))?.[1];
  return new UsageFailure(
    `${what.charAt(0).toUpperCase()}${what.slice(1).replace(/\.$/, '')}.`,
    hint ? `Did you mean ${hint}?` : `See ${help}.`,
  );
}
