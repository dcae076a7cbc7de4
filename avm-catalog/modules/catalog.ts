import type { Finding } from '../../src/findings/finding.ts';
import type { BicepFile } from './bicep-file.ts';
import type { ModuleInterface } from './interface.ts';
import { latestVersion, loadInterface } from './load.ts';
import { applyOverlays } from './overlays.ts';

interface LoadedCatalog {
  readonly interface: (module: string, version: string) => ModuleInterface;
  readonly unknown: (module: string, version: string) => Finding | undefined;
  readonly latest: (module: string) => string | undefined;
  readonly file: (path: string) => BicepFile | undefined;
}

/**
 * The interfaces a run needs, each read when it is first asked for, with what the module leaves untyped filled in; and
 * the Bicep files of a workspace that were read, by path.
 */
export function loadCatalog(files: ReadonlyMap<string, BicepFile> = new Map()): LoadedCatalog {
  const read = new Map<string, ModuleInterface>();
  return {
    latest: (module) => latestVersion(module),
    file: (path) => files.get(path),
    unknown: (module, version) => {
      const loaded = loadInterface(module, version);
      return 'finding' in loaded ? loaded.finding : undefined;
    },
    interface: (module, version) => {
      const key = `${module}:${version}`;
      const known = read.get(key);
      if (known) return known;
      const loaded = loadInterface(module, version);
      if ('finding' in loaded) throw new Error(`the catalog has no interface of ${key}`);
      const complete = applyOverlays(loaded.interface);
      read.set(key, complete);
      return complete;
    },
  };
}
