import type { Reason } from '../../src/bicep/value.ts';
import type { Markdown } from '../../src/text/markdown.ts';
import type { DeploymentChecks, DeploymentFacts } from './deployment.ts';
import type { DeploymentRole } from '../azure/role-actions.ts';
import type { ModuleName } from '../modules/pins.ts';
import type { DocumentedWorkspace, Environment, Fact } from './workspace.ts';

/** What the README section of a component can use, in addition to its own facts. */
export interface Note {
  readonly name: string;
  readonly title: string;
  readonly reason: Reason;
  /** `every environment`, or names. */
  readonly where: string;
  /** Environments it is on in. */
  readonly sides: readonly Environment[];
  /** One of these for examples: the default environment if it's among them. */
  readonly one: Environment;
  /** The workspace has several environments. */
  readonly several: boolean;
  readonly last: string;
  /** Where its settings are, below `spec`. */
  readonly key: string;
  /** The name of a parameter, an output, or a symbol of its type. */
  readonly symbol: (name: string) => string;
  /** Whether each component is on in any environment. */
  readonly on: Readonly<Record<string, boolean>>;
}

/** A prerequisite of the first deployment, for the README, tasks, spec, and plan. */
export interface Prerequisite {
  /** Position among the prerequisites of all components, in ascending order. */
  readonly order: number;
  readonly key: string;
  readonly fact: Fact;
  /** The README section it belongs to: its own heading, or commands for the subscription. */
  readonly in: 'subscription' | 'section';
  /** Plural title, for named components, whose prerequisites are listed together. */
  readonly kind?: string;
  /** Begins with a blank line; marks its lines with its `reason` itself. */
  readonly template: TemplateSpecification;
  /** What the template uses besides the fact. */
  readonly model?: object;
  /** The task for it. */
  readonly tasks: readonly PrerequisiteTask[];
  /** As a dependency in the spec, in one line. */
  readonly dependency: Markdown;
  /** As integrations in the plan, one line each. */
  readonly integrations?: Integrations;
  /** What a Contributor of the subscription does for it: `the feature … is registered`. */
  readonly preparation?: string;
  /** IDs of what must exist in an environment, from `/subscriptions` or `/resourceGroups` on; what is within them is meant too. */
  readonly resources?: (environment: string) => readonly string[];
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

interface RequiredRole {
  readonly order: number;
  readonly scope: string;
  readonly why: string;
  /** Azure actions that need it, if other roles have them too: a role with these alone is enough. */
  readonly actions?: readonly string[];
  readonly reason: Reason;
}

/** A role of the deployment identity: one of several is enough. */
export interface DeploymentPermission extends RequiredRole {
  readonly for: 'deployment';
  readonly anyOf: readonly DeploymentRole[];
  /** The environment’s own resource group, or IDs of other scopes, from `/subscriptions` or `/resourceGroups` on. */
  readonly within: 'own' | ((environment: string) => readonly string[]);
  /** Environments whose deployment needs it; all if missing. */
  readonly environments?: readonly string[];
}

/** A role that a person needs before the first deployment. */
interface PreparationPermission extends RequiredRole {
  readonly for: 'preparation';
  readonly role: string;
}

/** A role that is required before or during a deployment. */
export type Permission = DeploymentPermission | PreparationPermission;

/** A task after the first deployment of an environment, which needs the resources of that deployment. */
export interface FollowUp {
  readonly key: string;
  /** Parameter that must be false in the first deployment. */
  readonly parameter?: string;
  /** Heading of the README with the steps. */
  readonly anchor: string;
  readonly title: string;
  /** As a task, followed by the environment. */
  readonly what: string;
  readonly ids: readonly string[];
  readonly accept: string;
}

/** A limitation of the workspace, in one line of Markdown. */
export interface Limitation {
  readonly order: number;
  readonly text: Markdown;
  readonly reason: Reason;
}

/** Parts of README sentences about several components. */
export interface SharedSentences<T> {
  /** Resources that Azure creates without the workspace's tags. */
  readonly untagged?: T;
  /** Resources that its module doesn't tag. */
  readonly untaggable?: T;
  /** Resources without diagnostic settings. */
  readonly unmeasured?: T;
}

export interface Phrase {
  readonly order: number;
  readonly words: string;
  readonly singular?: true;
}

/** A shell variable for the README's commands, in addition to those of every workspace. */
export interface ShellVariable {
  readonly order: number;
  readonly name: string;
  /** Its value by environment, empty if there is none; or the deployment output with its value. */
  readonly from: ((side: Environment) => string) | { readonly output: string };
}

/** A file that is generated beside the template: if a resource of the component loads its text, or always. */
export interface ExtraFile {
  readonly path: string;
  /** As the README lists it; a file of a folder that is listed has none. */
  readonly what?: string;
  readonly template: TemplateSpecification;
  /** No resource loads it: it's there if the component is on. */
  readonly standalone?: true;
  /** Whether the workspace needs a standalone file; always if missing. */
  readonly needed?: (workspace: DocumentedWorkspace) => boolean;
  /** What the template uses besides `ids`, the `version` of the tool, and the `bicepVersion`. */
  readonly model?: (workspace: DocumentedWorkspace, deployments: () => readonly DeploymentFacts[]) => object;
  /** Rule or capability that it implements. */
  readonly id: string;
  /** The setting that it comes from. */
  readonly answer: string;
}

/** How a workspace is deployed, if not with commands of the Azure CLI. */
interface DeploymentCommands {
  /** Parts of the README: before the environments, for each of them, the shell function `output`, and the last two sections. */
  readonly partials: Readonly<
    Record<'deployIntro' | 'deployEnvironment' | 'outputs' | 'verification' | 'removal', TemplateSpecification>
  >;
  readonly facts: (workspace: DocumentedWorkspace) => object;
  /** Lines of .gitignore. */
  readonly ignored: readonly string[];
  /** The command that previews a deployment, for the last lines of a creation. */
  readonly preview: (environment: string, group: string) => string;
  /** When the task to deploy an environment is done. */
  readonly accept: string;
}

/** Everything that a component contributes to documents. */
export interface ComponentDocs {
  /** Notes for operators, below the component's title. */
  readonly operations: TemplateSpecification;
  /** Facts for these notes and the templates of `removal`. */
  readonly facts?: (note: Note, workspace: DocumentedWorkspace) => object;
  /** Commands that show right after a deployment that it works. */
  readonly afterDeployment?: TemplateSpecification;
  /** A validation after a deployment, whose steps are in the notes. */
  readonly proof?: {
    readonly order: number;
    readonly what: string;
    /** A component that the validation requires. */
    readonly needs?: string;
  };
  /** Prerequisites, permissions, and limitations are listed once for all components of its type. */
  readonly collective?: true;
  readonly prerequisites?: (workspace: DocumentedWorkspace) => readonly Prerequisite[];
  /** Resource providers that the resources of the plan don't imply. */
  readonly providers?: readonly string[];
  readonly permissions?: (workspace: DocumentedWorkspace) => readonly Permission[];
  readonly followUps?: (workspace: DocumentedWorkspace, side: Environment) => readonly FollowUp[];
  /** Called for every component of the blueprint, because being off can be a limitation too. */
  readonly limitations?: (workspace: DocumentedWorkspace) => readonly Limitation[];
  readonly phrases?: (workspace: DocumentedWorkspace) => SharedSentences<Phrase>;
  readonly variables?: (workspace: DocumentedWorkspace) => readonly ShellVariable[];
  readonly files?: readonly ExtraFile[];
  /** Lines of .gitignore, if it is on. */
  readonly ignored?: readonly string[];
  /** What scripts check in an environment that it is on in. */
  readonly checks?: (side: Environment, workspace: DocumentedWorkspace) => DeploymentChecks;
  readonly deployment?: DeploymentCommands;
  readonly removal?: {
    /** Commands before the removal of an environment, and their subject, such as `backups`. */
    readonly before?: { readonly template: TemplateSpecification; readonly what: string };
    readonly after?: TemplateSpecification;
  };
  /** For examples of commands and names; the first component with one provides it. */
  readonly example?: {
    readonly order: number;
    /** A setting for `avm set`. */
    readonly setting?: (workspace: DocumentedWorkspace) => string | undefined;
    /** The most typical module of the workspace. */
    readonly module?: ModuleName;
  };
}
