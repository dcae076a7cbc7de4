import type { ModuleInterface } from './interface.ts';
import { loadInterface } from './load.ts';
import { applyOverlays } from './overlays.ts';
import { modulePath, pins, type ModuleName } from './pins.ts';

/** The pinned version of a module, with what it leaves untyped filled in. */
export function pinnedInterface(name: ModuleName): ModuleInterface {
  const loaded = loadInterface(modulePath(name), pins[name]);
  if ('finding' in loaded) throw new Error(`${modulePath(name)} ${pins[name]} is pinned but not in the catalog`);
  return applyOverlays(loaded.interface);
}
