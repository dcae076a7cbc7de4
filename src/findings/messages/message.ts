import { ownValue } from '../../bicep/own.ts';

/** What happened, and what to do about it. */
export interface Message {
  readonly message: string;
  readonly remedy: string;
}

/** How much a finding weighs: an error fails the command, a warning and a note do not. */
export type Severity = 'error' | 'warning' | 'note';

/** An argument of a finding. */
export type Argument = string | number | readonly string[];
export type Arguments = Readonly<Record<string, Argument>>;

/** Arguments that are texts, by their names; and so on. */
export type Texts<Name extends string> = Readonly<Record<Name, string>>;
export type Numbers<Name extends string> = Readonly<Record<Name, number>>;
export type Lists<Name extends string> = Readonly<Record<Name, readonly string[]>>;

/** Messages by code, each a function of the arguments that its findings have. */
export type Templates = Readonly<Record<string, (args: never) => Message>>;

/** The message of what is said, where its code is among these; its arguments were checked against it where it was made. */
export function messageIn(
  templates: Templates,
  { code, args }: { readonly code: string; readonly args: object },
): Message | undefined {
  return ownValue(templates, code)?.(args as never);
}
