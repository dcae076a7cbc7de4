import type { Blueprint } from '../avm-catalog/kernel/blueprint.ts';
import type { View } from '../avm-catalog/kernel/view.ts';
import type { Answers } from '../src/answers/answers.ts';
import type { Finding } from '../src/findings/finding.ts';
import type { Asker } from './asker.ts';

/** What is at a folder. */
export type FolderState =
  | { readonly kind: 'free' }
  | { readonly kind: 'workspace'; readonly answers: Answers }
  | { readonly kind: 'taken'; readonly why: string };

export interface ModuleChoice {
  readonly module: string;
  readonly version: string;
  /** Parameters that it needs and that nothing wires. */
  readonly required: readonly ModuleParameter[];
}

export interface ModuleParameter {
  readonly name: string;
  readonly type: string;
  /** Empty where any value of the type is taken. */
  readonly allowed: readonly string[];
}

/** What generators need of the engine: it looks and judges, and writes once all is answered. */
export interface Engine {
  look(folder: string): FolderState;
  /** Answers completed for each environment. */
  views(answers: Answers): readonly View[];
  /** The newest version of a module that a person names, and what it needs; or what is wrong with the name. */
  module(typed: string): ModuleChoice | { readonly problem: string };
  /** All that planning finds. */
  findings(answers: Answers): readonly Finding[];
}

/** A run of generators. */
export interface Session {
  readonly engine: Engine;
  readonly ask: Asker;
  /** The blueprint, where it is known beforehand. */
  readonly blueprint?: Blueprint | undefined;
  /** The folder, where it is known beforehand. */
  readonly folder?: string | undefined;
  /** Name of the folder, where it is given as '.'. */
  readonly named?: string | undefined;
  /** What to add, and where, where that is known beforehand. */
  readonly what?: string | undefined;
  readonly environment?: string | undefined;
}

/** A generator as plopfile.ts registers it; what `prompts` gives is written by the one action there is. */
export interface Generator<Result extends object> {
  readonly name: string;
  readonly description: string;
  readonly prompts: (session: Session) => Promise<Result>;
}

/** Asked for a workspace that is new. */
export interface NewWorkspace {
  readonly folder: string;
  readonly answers: Answers;
}

/** A component by name, as `avm add TYPE NAME` adds it. */
export interface NamedChange {
  readonly type: string;
  readonly name: string;
  readonly environment?: string;
  readonly given?: Readonly<Record<string, unknown>>;
}

/** Asked for a change to a workspace: `switchOn`, components by name, then an environment, then answers. */
export interface WorkspaceChange {
  readonly folder: string;
  readonly components: readonly { readonly name: string; readonly environment?: string | undefined }[];
  readonly named?: readonly NamedChange[];
  readonly environments: readonly { readonly name: string; readonly from?: string | undefined }[];
  readonly settings: readonly {
    readonly path: string;
    readonly value: string;
    readonly environment?: string | undefined;
  }[];
}

/** Said on the way out where a person chose to cancel. */
export class Cancelled extends Error {
  override readonly name = 'ExitPromptError';
}
