import type { Reason } from '../../src/bicep/value.ts';
import type { Markdown } from '../../src/text/markdown.ts';
import type { ModuleName } from '../modules/pins.ts';
import type { DocumentedWorkspace, Environment, Fact } from './workspace.ts';

/** What the notes for operators of a component may use, besides its own facts. */
export interface Note {
  readonly name: string;
  readonly title: string;
  readonly reason: Reason;
  /** `every environment`, or names. */
  readonly where: string;
  /** Environments it is on in. */
  readonly sides: readonly Environment[];
  /** One of these for examples: the default environment where it is among them. */
  readonly one: Environment;
  /** The workspace has several environments. */
  readonly several: boolean;
  readonly last: string;
  /** Where its settings are, below `spec`. */
  readonly key: string;
  /** What a parameter, an output or a symbol of its type is called here. */
  readonly symbol: (name: string) => string;
  /** Every component there is: whether it is on anywhere. */
  readonly on: Readonly<Record<string, boolean>>;
}

/** What exists before the first deployment, and that the deployment doesn't create: README, tasks, spec and plan tell of it. */
export interface Prerequisite {
  /** Among those of all components; prerequisites are told from the lowest to the highest. */
  readonly order: number;
  readonly key: string;
  readonly fact: Fact;
  /** The part of the README it belongs to: a heading of its own, or commands for the subscription. */
  readonly in: 'subscription' | 'section';
  /** Begins with a blank line; marks its lines with its `reason` itself. */
  readonly template: TemplateSpecification;
  /** What the template uses besides the fact. */
  readonly model?: object;
  /** What somebody does for it. */
  readonly tasks: readonly PrerequisiteTask[];
  /** As a dependency of the spec, one line. */
  readonly dependency: Markdown;
  /** As a point of integration of the plan, one line each. */
  readonly integrations?: Integrations;
  /** What is done for it with the rights of a Contributor of the subscription: `the feature … is registered`. */
  readonly preparation?: string;
  /** What the deployment changes of it, outside its own resource group. */
  readonly changes?: string;
}

interface Integrations {
  readonly order: number;
  readonly lines: readonly Markdown[];
}

interface PrerequisiteTask {
  readonly key: string;
  readonly what: string;
  readonly names?: readonly string[];
  /** Heading of the README that says how. */
  readonly anchor: string;
  readonly ids: readonly string[];
  /** Keys of tasks. */
  readonly after: readonly string[];
  readonly accept: string;
}

/** A role that somebody needs before or during a deployment. */
export interface Permission {
  readonly order: number;
  readonly for: 'deployment' | 'preparation';
  readonly role: string;
  readonly scope: string;
  readonly why: string;
  /** Actions of Azure that it is needed for, where the role isn't the only one with them. */
  readonly actions?: readonly string[];
  readonly reason: Reason;
}

/** What a person does after the first deployment of an environment, because it needs what that deployment creates. */
export interface FollowUp {
  readonly key: string;
  /** Parameter that is false in the first deployment, where it would fail otherwise. */
  readonly parameter?: string;
  /** Heading of the README that says what to do. */
  readonly anchor: string;
  readonly title: string;
  /** As a task, followed by the environment. */
  readonly what: string;
  readonly ids: readonly string[];
  readonly accept: string;
}

/** What the workspace doesn't do, or can't, in one line of Markdown. */
export interface Limitation {
  readonly order: number;
  readonly text: Markdown;
  readonly reason: Reason;
}

/** Sentences of the README that are about parts of several components: each gives its words. */
export interface SharedSentences<T> {
  /** What Azure makes without the workspace's tags. */
  readonly untagged?: T;
  /** What its module gives no tags. */
  readonly untaggable?: T;
  /** What has no diagnostic settings. */
  readonly unmeasured?: T;
}

export interface Phrase {
  readonly order: number;
  readonly words: string;
  readonly singular?: true;
}

/** A variable of the shell that commands of the README run in, beyond those that every workspace has. */
export interface ShellVariable {
  readonly order: number;
  readonly name: string;
  /** Its value by environment, empty where there is no such thing; or the output of the deployment that it is. */
  readonly from: ((side: Environment) => string) | { readonly output: string };
}

/** A file that is generated beside the template. */
export interface ExtraFile {
  readonly path: string;
  /** As the README lists it. */
  readonly what: string;
  readonly template: TemplateSpecification;
  /** Rule or capability that it implements. */
  readonly id: string;
  /** The setting that it comes from. */
  readonly answer: string;
  readonly isIn: (side: Environment) => boolean;
}

/** Everything that documents say of a component. */
export interface ComponentDocs {
  /** Notes for operators, below the component's title. */
  readonly operations: TemplateSpecification;
  /** What only these notes use, and the templates of `removal`. */
  readonly facts?: (note: Note, workspace: DocumentedWorkspace) => object;
  /** What shows right after a deployment that it works. */
  readonly afterDeployment?: TemplateSpecification;
  /** What can be seen to work after a deployment, where the notes tell how. */
  readonly proof?: {
    readonly order: number;
    readonly what: string;
    /** A component without which there is nothing to see. */
    readonly needs?: string;
  };
  readonly prerequisites?: (workspace: DocumentedWorkspace) => readonly Prerequisite[];
  /** Resource providers that no resource of the plan tells of. */
  readonly providers?: readonly string[];
  readonly permissions?: (workspace: DocumentedWorkspace) => readonly Permission[];
  readonly followUps?: (workspace: DocumentedWorkspace, side: Environment) => readonly FollowUp[];
  /** Asked of every component of the blueprint: where one is off may be a limitation too. */
  readonly limitations?: (workspace: DocumentedWorkspace) => readonly Limitation[];
  readonly phrases?: (workspace: DocumentedWorkspace) => SharedSentences<Phrase>;
  readonly variables?: (workspace: DocumentedWorkspace) => readonly ShellVariable[];
  readonly files?: readonly ExtraFile[];
  readonly removal?: {
    /** Commands that come before an environment is removed, and what they are about: `backups`. */
    readonly before?: { readonly template: TemplateSpecification; readonly what: string };
    readonly after?: TemplateSpecification;
  };
  /** For examples of commands and names; the first component that has one gives it. */
  readonly example?: {
    readonly order: number;
    /** A setting for `avm set`. */
    readonly setting?: (workspace: DocumentedWorkspace) => string | undefined;
    /** The module of the workspace that says most. */
    readonly module?: ModuleName;
  };
}
