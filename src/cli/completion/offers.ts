import type { Argument, Command, Option } from 'commander';

/** A word that may follow, with what it is. */
interface Word {
  readonly word: string;
  readonly title: string;
}

export interface OfferedOption {
  /** As they are typed: `--env`, `-o`. */
  readonly flags: readonly string[];
  readonly title: string;
  /** What follows it: nothing, a file, one of these words, or something that only a person knows. */
  readonly value: 'none' | 'file' | 'free' | readonly string[];
}

/** What can follow a command. */
export interface Offer {
  /** Names of the commands on the way to it, with spaces; empty for the bin itself. */
  readonly at: string;
  readonly words: readonly Word[];
  readonly options: readonly OfferedOption[];
}

/** What a program takes, read from its definition; its commands first, each before those below it. */
export function offersOf(program: Command, at: readonly string[] = []): readonly Offer[] {
  const help = program.createHelp();
  const below = program.commands;
  const words = [
    ...below.map((one) => ({ word: one.name(), title: firstLine(one.summary() || one.description()) })),
    ...program.registeredArguments.flatMap((one: Argument) =>
      (one.argChoices ?? []).map((word) => ({ word, title: firstLine(one.description) })),
    ),
  ];
  const options = help.visibleOptions(program).map(optionOf);
  return [{ at: at.join(' '), words, options }, ...below.flatMap((one) => offersOf(one, [...at, one.name()]))];
}

function optionOf(option: Option): OfferedOption {
  const flags = [option.long, option.short].flatMap((one) => (one ? [one] : []));
  const takes = option.required || option.optional;
  const value =
    option.argChoices ?? (takes ? (/[<[](file|folder|source)/.test(option.flags) ? 'file' : 'free') : 'none');
  return { flags, title: firstLine(option.description), value };
}

function firstLine(text: string): string {
  return text.split('\n')[0] ?? '';
}

/** Command and option as they stand behind one another, of options that take a value. */
export function valuesOf({
  at,
  options,
}: Offer): readonly { readonly typed: string; readonly option: OfferedOption }[] {
  return options
    .filter(({ value }) => value !== 'none')
    .flatMap((option) => option.flags.map((flag) => ({ typed: `${at} ${flag}`, option })));
}
