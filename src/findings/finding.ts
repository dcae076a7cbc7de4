import { ownValue } from '../bicep/own.ts';
import type { Argument, Message, Severity } from './messages/message.ts';
import type { messages } from './messages/index.ts';

export type { Severity };

/** Where a finding is; every part that is known is given. */
export interface Place {
  /** Path inside the workspace, with forward slashes. */
  readonly file?: string;
  /** 1-based. */
  readonly line?: number;
  /** 1-based. */
  readonly column?: number;
  /** Path in avm.yaml, such as `spec.network.addressSpace`. */
  readonly answer?: string;
  readonly environment?: string;
  /** Symbolic name in main.bicep, or the id of a predicted resource. */
  readonly resource?: string;
}

type Messages = typeof messages;

/** What others say in words of their own, each with a code of its own behind a slash: `bicep/BCP035`. */
type Quoted = 'bicep' | 'snapshot' | 'types';

/** Every code that has a message. */
export type Code = Exclude<keyof Messages, Quoted> | `${Quoted}/${string}`;

/** The message that a code has. */
type MessageKey<C extends Code> = C extends keyof Messages
  ? C
  : C extends `${infer Q extends Quoted}/${string}`
    ? Q
    : never;

/** The arguments of a code's message; for one of several codes those of all of them. */
export type ArgumentsOf<C extends Code> = Messages[MessageKey<C>] extends (args: infer A) => Message
  ? unknown extends A
    ? Readonly<Record<string, never>>
    : A
  : never;

/** What a finding says: a code, and the arguments of its message. */
interface SaidOf<C extends Code> {
  readonly code: C;
  readonly args: ArgumentsOf<C>;
}

/** What a check says, as data; `describe` in describe.ts makes prose of it. */
export interface FindingOf<C extends Code> extends SaidOf<C> {
  readonly severity: Severity;
  readonly where: Place;
  /** Ids of the rules and requirements it concerns, sorted. */
  readonly ids: readonly string[];
}

type Each<C extends Code> = C extends Code ? { readonly said: SaidOf<C>; readonly finding: FindingOf<C> } : never;
export type Said = Each<Code>['said'];
export type Finding = Each<Code>['finding'];

/** A code with its arguments; a code of several has those of all of them, so it goes with them whichever it is. */
export function said<C extends Code>(code: C, args: ArgumentsOf<C>): Said {
  return { code, args } as unknown as Said;
}

/** What is said as a finding, its parts in the order in which they are written out; ids are sorted here. */
export function findingOf(
  { code, args }: Said,
  severity: Severity,
  where: Place = {},
  ids: readonly string[] = [],
): Finding {
  // Code and arguments came together, which the compiler does not follow where they are taken apart.
  return { code, severity, where, ids: ids.toSorted(), args } as Finding;
}

export function makeFinding<C extends Code>(
  code: C,
  severity: Severity,
  args: ArgumentsOf<C>,
  where: Place = {},
  ids: readonly string[] = [],
): Finding {
  return findingOf(said(code, args), severity, where, ids);
}

/** An argument of a finding of any code, by its name. */
export function argumentOf({ args }: Finding, name: string): Argument | undefined {
  return ownValue<Argument>({ ...args }, name);
}

/** True where a finding fails the command. */
export function hasError(findings: readonly Finding[]): boolean {
  return findings.some((finding) => finding.severity === 'error');
}
