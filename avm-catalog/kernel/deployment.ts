/** What scripts check of a component, before and after the deployment of an environment. */
export interface DeploymentChecks {
  /** Features of the subscription that must be registered. */
  readonly features?: readonly Feature[];
  readonly vms?: readonly Vm[];
  /** Secrets that the deployment reads. */
  readonly secrets?: readonly Secret[];
  /** Names of vaults with backups of every VM. */
  readonly backupVaults?: readonly string[];
  /** Names of Log Analytics workspaces that get logs. */
  readonly logs?: readonly string[];
}

interface Feature {
  readonly namespace: string;
  readonly name: string;
}

interface Vm {
  readonly name: string;
  readonly size: string;
  /** A number, or `none`. */
  readonly zone: string;
}

interface Secret {
  readonly vault: string;
  readonly resourceGroup: string;
  readonly secret: string;
  /** Of the resource group, if it has to be created. */
  readonly tags: Readonly<Record<string, string>>;
}

/** What scripts know of an environment. In names, `?` is a character that Azure computes. */
export interface DeploymentFacts extends Required<DeploymentChecks> {
  readonly environment: string;
  readonly resourceGroup: string;
  readonly location: string;
  readonly parameters: string;
  readonly deployment: string;
  /** Parameters of the first deployment, such as `installApplication=false`. */
  readonly first: readonly string[];
  readonly tags: Readonly<Record<string, string>>;
  /** Namespaces of resource providers. */
  readonly providers: readonly string[];
  /** Paths of prerequisites, from `/subscriptions` or `/resourceGroups` on. */
  readonly existing: readonly string[];
  readonly permissions: readonly ScopedActions[];
  readonly resources: readonly PlannedResource[];
}

/** Roles that the deployment identity gets, and actions that it needs of them; the scope is `own` for the resource group of the environment. */
export interface ScopedActions {
  readonly scope: string;
  readonly roles: readonly string[];
  readonly actions: readonly string[];
}

export interface PlannedResource {
  readonly type: string;
  readonly name: string;
  /** Public network access is disabled. */
  readonly private: boolean;
}
