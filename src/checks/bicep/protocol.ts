/** Messages of `bicep jsonrpc`, as far as they are used; positions are 0-based. */
interface RpcPosition {
  readonly line: number;
  readonly char: number;
}

interface RpcRange {
  readonly start: RpcPosition;
  readonly end: RpcPosition;
}

export interface RpcDiagnostic {
  /** Absolute path of the file. */
  readonly source: string;
  readonly range: RpcRange;
  /** Error, Warning, Info or Off. */
  readonly level: string;
  readonly code: string;
  readonly message: string;
}

export interface CompileResponse {
  readonly success: boolean;
  readonly diagnostics: readonly RpcDiagnostic[];
  /** The template of a .bicep file, the parameter file of a .bicepparam file. */
  readonly contents?: string | null;
}

export interface CompileParamsResponse {
  readonly success: boolean;
  readonly diagnostics: readonly RpcDiagnostic[];
  readonly parameters?: string | null;
  readonly template?: string | null;
}

/** What a deployment would be given by Azure; constants here, so that a snapshot says the same anywhere. */
export interface SnapshotScope {
  readonly tenantId: string;
  readonly subscriptionId: string;
  readonly resourceGroup: string;
  readonly location: string;
  readonly deploymentName: string;
}

interface GraphNode {
  readonly range: RpcRange;
  readonly name: string;
  /** Resource type, or `<module>`. */
  readonly type: string;
  readonly isExisting: boolean;
  readonly relativePath?: string | null;
}

export interface DeploymentGraph {
  readonly nodes: readonly GraphNode[];
  readonly edges: readonly { readonly source: string; readonly target: string }[];
}

interface MetadataSymbol {
  readonly range: RpcRange;
  readonly name: string;
  readonly type?: { readonly name: string; readonly range?: RpcRange | null } | null;
  readonly description?: string | null;
}

export interface MetadataResponse {
  readonly metadata: readonly { readonly name: string; readonly value: string }[];
  readonly parameters: readonly MetadataSymbol[];
  readonly outputs: readonly MetadataSymbol[];
  readonly exports: readonly (MetadataSymbol & { readonly kind: string })[];
}

/** Request and answer of each method. */
export interface Methods {
  version: [Record<string, never>, { readonly version: string }];
  compile: [{ path: string }, CompileResponse];
  compileParams: [{ path: string; parameterOverrides: Readonly<Record<string, unknown>> }, CompileParamsResponse];
  getSnapshot: [{ path: string; metadata: SnapshotScope; externalInputs: null }, { readonly snapshot: string }];
  format: [{ path: string }, { readonly contents: string }];
  getDeploymentGraph: [{ path: string }, DeploymentGraph];
  getFileReferences: [{ path: string }, { readonly filePaths: readonly string[] }];
  getMetadata: [{ path: string }, MetadataResponse];
}
