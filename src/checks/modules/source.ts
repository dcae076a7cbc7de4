import { resolve } from 'node:path';
import type { Repository } from './cache-entry.ts';

/** An AVM module as main.bicep names it: `avm/res/network/virtual-network`, `0.10.1`. */
export interface ModuleReference {
  readonly module: string;
  readonly version: string;
}

/** Where `br/public:` leads. */
export interface Registry {
  /** Host, with its port if it has one. */
  readonly host: string;
  /** The path before that of the module, without leading and trailing slashes. */
  readonly path: string;
}

export const publicRegistry: Registry = { host: 'mcr.microsoft.com', path: 'bicep' };

/** The compiled template (JSON text) of a module that is made of its interface alone. */
export type InterfaceStub = (module: string, version: string) => string | Promise<string>;

/** Where the compiler's modules come from. */
export type ModuleSource =
  | { readonly kind: 'folder'; readonly folder: string }
  | { readonly kind: 'interfaces'; readonly stub: InterfaceStub }
  | { readonly kind: 'mirror'; readonly registry: Registry }
  | { readonly kind: 'registry'; readonly registry: Registry };

interface SourceChoice {
  /** The value of --modules: `interfaces`, `registry`, or a folder. */
  readonly modules?: string | undefined;
  readonly env: NodeJS.ProcessEnv;
  /** The mirror that the answers name. */
  readonly mirror?: Registry | undefined;
  readonly stub: InterfaceStub;
}

/** --modules counts before AVM_MODULES_DIR, a folder before a mirror, and the public registry last. */
export function chooseSource({ modules, env, mirror, stub }: SourceChoice): ModuleSource {
  if (modules === 'interfaces') return { kind: 'interfaces', stub };
  const folder = modules || env['AVM_MODULES_DIR'];
  if (folder && modules !== 'registry') return { kind: 'folder', folder: resolve(folder) };
  if (mirror !== undefined) return { kind: 'mirror', registry: mirror };
  return { kind: 'registry', registry: publicRegistry };
}

/** Where the answers say that modules come from. */
export function registryOf(mirror: Mirror | undefined): Registry | undefined {
  return mirror && { host: mirror.registry, path: mirror.path };
}

interface Mirror {
  readonly registry: string;
  readonly path: string;
}

export function repositoryOf({ host, path }: Registry, module: string): Repository {
  return { registry: host, path: path === '' ? module : `${path}/${module}` };
}
