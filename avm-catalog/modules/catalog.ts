import type { Finding } from '../../src/findings/finding.ts';
import type { ModuleInterface } from './interface.ts';
import { loadInterface } from './load.ts';
import { applyOverlays } from './overlays.ts';

interface LoadedCatalog {
  readonly interface: (module: string, version: string) => ModuleInterface;
  readonly unknown: (module: string, version: string) => Finding | undefined;
}

/** The interfaces a run needs, each read when it is first asked for, with what the module leaves untyped filled in. */
export function loadCatalog(): LoadedCatalog {
  const read = new Map<string, ModuleInterface>();
  return {
    unknown: (module, version) => {
      const loaded = loadInterface(module, version);
      return 'finding' in loaded ? loaded.finding : undefined;
    },
    interface: (module, version) => {
      const key = `${module}:${version}`;
      const known = read.get(key);
      if (known) return known;
      const loaded = loadInterface(module, version);
      if ('finding' in loaded) throw new Error(`the catalog does not hold ${key}`);
      const complete = applyOverlays(loaded.interface);
      read.set(key, complete);
      return complete;
    },
  };
}
