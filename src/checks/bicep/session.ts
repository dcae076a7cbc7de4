import { startServer, type Server, type ServerOptions } from './server.ts';
import type {
  CompileParamsResponse,
  CompileResponse,
  DeploymentGraph,
  MetadataResponse,
  Methods,
  SnapshotScope,
} from './protocol.ts';

/**
 * One compiler process, started by the first request. Paths are absolute. A request rejects with
 * `RequestRefused` where the compiler answers with an error, and with `CompilerError` where it
 * can't be started, ends by itself or takes too long; after that every request does.
 */
export interface BicepSession {
  version(): Promise<string>;
  /** Of a .bicep file: template and diagnostics. Of a .bicepparam file: parameters and diagnostics. */
  compile(path: string): Promise<CompileResponse>;
  /** Compiles twice inside; `compile` says the same of a .bicepparam file without overrides. */
  compileParams(path: string, overrides?: Readonly<Record<string, unknown>>): Promise<CompileParamsResponse>;
  /** The snapshot's text, as the compiler writes it. */
  getSnapshot(path: string, scope: SnapshotScope): Promise<string>;
  format(path: string): Promise<string>;
  getDeploymentGraph(path: string): Promise<DeploymentGraph>;
  /** Absolute paths of the file, and of all files that it imports, uses, or loads. */
  getFileReferences(path: string): Promise<Methods['getFileReferences'][1]>;
  getMetadata(path: string): Promise<MetadataResponse>;
  /** Ends the process and waits for it; may be called again. */
  close(): Promise<void>;
}

export function createSession(options: ServerOptions): BicepSession {
  let starting: Promise<Server> | undefined;
  const ask = async <M extends keyof Methods>(method: M, params: Methods[M][0]) => {
    starting ??= startServer(options);
    return (await starting).ask(method, params);
  };
  return {
    version: async () => (await ask('version', {})).version,
    compile: (path) => ask('compile', { path }),
    compileParams: (path, parameterOverrides = {}) => ask('compileParams', { path, parameterOverrides }),
    getSnapshot: async (path, metadata) =>
      (await ask('getSnapshot', { path, metadata, externalInputs: null })).snapshot,
    format: async (path) => (await ask('format', { path })).contents,
    getDeploymentGraph: (path) => ask('getDeploymentGraph', { path }),
    getFileReferences: (path) => ask('getFileReferences', { path }),
    getMetadata: (path) => ask('getMetadata', { path }),
    close: async () => {
      const server = await starting?.catch(() => undefined);
      await server?.close();
    },
  };
}
