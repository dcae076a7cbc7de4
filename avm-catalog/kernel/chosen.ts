/** A component that another one names. */
export interface Use {
  readonly name: string;
  /** Path below `spec`. */
  readonly answer: string;
}

export interface ChosenModule {
  readonly module: string;
  readonly version: string;
  /** Path below `spec`. */
  readonly answer: string;
  /** Other settings of it that must be the same in every environment. */
  readonly fixed?: readonly string[];
  /** A parameter property that it needs, such as `managedIdentities.userAssignedResourceIds`, and the purpose. */
  readonly needs?: { readonly parameter: string; readonly why: string };
}

export interface ChosenFile {
  /** Inside the workspace; empty if none was chosen. */
  readonly path: string;
  /** Path below `spec`. */
  readonly answer: string;
  /** Outputs that the template also outputs. */
  readonly outputs: readonly string[];
  /** Reason why its resources don't use AVM modules; empty if not set. */
  readonly reason: string;
}
