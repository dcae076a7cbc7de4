import type { ModuleInterface } from './interface.ts';
import { loadInterface } from './load.ts';
import { applyOverlays } from './overlays.ts';

/** The interfaces a run needs, each read when it is first asked for, with what the module leaves untyped filled in. */
export function loadCatalog(): { readonly interface: (module: string, version: string) => ModuleInterface } {
  const read = new Map<string, ModuleInterface>();
  return {
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
