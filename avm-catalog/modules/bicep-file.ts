import type { ModuleInterface } from './interface.ts';

/** A Bicep file of a workspace, as far as the compiler and its text say what it is. */
export interface BicepFile {
  /** Path inside the workspace, with forward slashes. */
  readonly path: string;
  /** SHA-256 by path, with LF line ends: of the file, and of each file that it imports, uses, or loads. */
  readonly sources: Readonly<Record<string, string>>;
  /** Published modules that it is built on, each once. */
  readonly modules: readonly PublishedModule[];
  /** Resources that it declares itself, rather than by a published module. */
  readonly resources: readonly DeclaredResource[];
  readonly interface: ModuleInterface;
}

export interface PublishedModule {
  readonly module: string;
  readonly version: string;
}

export interface DeclaredResource {
  readonly type: string;
  /** Source that declares it. */
  readonly file: string;
  /** Why no module makes it, as a comment above it says; empty where none does. */
  readonly exception: string;
}

/** Where a workspace keeps it. */
export const bicepFilesPath = '.avm/bicep.json';

/** The text that a workspace keeps of its Bicep files: sorted, and a line for each that a change of one file concerns. */
export function formatBicepFiles(files: readonly BicepFile[]): string {
  const line = (key: string, value: unknown): string => `    ${JSON.stringify(key)}: ${JSON.stringify(value)}`;
  const entries = files
    .toSorted((a, b) => (a.path < b.path ? -1 : 1))
    .map(({ path, sources, modules, resources, interface: { types, parameters, outputs } }) => {
      const lines = Object.entries({ sources, modules, resources, types, parameters, outputs });
      return `  ${JSON.stringify(path)}: {\n${lines.map(([key, value]) => line(key, value)).join(',\n')}\n  }`;
    });
  return `{\n"schema": 1,\n"files": {\n${entries.join(',\n')}\n}\n}\n`;
}
