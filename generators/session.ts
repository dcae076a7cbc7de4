import type { Blueprint } from '../avm-catalog/kernel/blueprint.ts';
import type { View } from '../avm-catalog/kernel/view.ts';
import type { ModuleInterface } from '../avm-catalog/modules/interface.ts';
import type { Answers } from '../src/answers/answers.ts';
import type { Preset } from '../src/answers/preset.ts';
import type { Finding } from '../src/findings/finding.ts';
import type { Asker } from './asker.ts';
import type { Referable } from './module/place.ts';

/** What is at a folder. */
export type FolderState =
  | { readonly kind: 'free' }
  | { readonly kind: 'workspace'; readonly answers: Answers }
  | { readonly kind: 'taken'; readonly why: string };

export interface ModuleChoice {
  readonly module: string;
  readonly version: string;
  readonly iface: ModuleInterface;
}

/** A name in Azure that becomes another one. */
export interface NameChange {
  readonly environment: string;
  readonly before: string;
  readonly after: string;
}

export interface FileChoice {
  /** Path inside the workspace. */
  readonly file: string;
  /** What it may be called. */
  readonly name: string;
  /** Types of resources that it declares itself, and does not say why. */
  readonly declares: readonly string[];
  /** Parameters that it needs and that nothing wires. */
  readonly required: readonly FileParameter[];
}

export interface FileParameter {
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
  /** The newest version of a module that a person names, and what it takes; or why it can't be added. */
  module(typed: string): ModuleChoice | { readonly problem: string };
  /** Names in Azure of the environments that are there, where other answers change them. */
  nameChanges(before: Answers, after: Answers): readonly NameChange[];
  /** Components that have an ID to refer to. */
  referable(answers: Answers | undefined): readonly Referable[];
  /** A Bicep file of the workspace in a folder, as the compiler reads it; or what is wrong with it. */
  bicepFile(folder: string, typed: string): Promise<FileChoice | { readonly problem: string }>;
  /** All that planning finds. */
  findings(answers: Answers): readonly Finding[];
}

/** A run of generators. */
export interface Session {
  readonly engine: Engine;
  readonly ask: Asker;
  /** The blueprint, if it is known. */
  readonly blueprint?: Blueprint | undefined;
  /** What is known of a new workspace by its name and blueprint, and not asked; throws `Refusal` where it cannot be. */
  readonly preset?: ((name: string, blueprint: Blueprint) => Preset) | undefined;
  /** The folder, if it is known. */
  readonly folder?: string | undefined;
  /** Name of the folder, where it is given as '.'. */
  readonly named?: string | undefined;
  /** What to add, and where, if known. */
  readonly what?: string | undefined;
  readonly environment?: string | undefined;
  /** The module to add as typed, and its name, if known. */
  readonly module?: KnownModule | undefined;
}

export interface KnownModule {
  readonly typed: string;
  readonly name?: string | undefined;
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
  readonly environments: readonly {
    readonly name: string;
    /** The environment that it is copied from. */
    readonly from?: string | undefined;
    readonly addressSpace?: string | undefined;
  }[];
  readonly settings: readonly {
    readonly path: string;
    readonly value: string;
    readonly environment?: string | undefined;
  }[];
}

/** Thrown when a person chooses to cancel. */
export class Cancelled extends Error {
  override readonly name = 'ExitPromptError';
}
