import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { makeFinding, type Finding } from '../../findings/finding.ts';
import type { Machine } from '../bicep/folders.ts';
import { patience, stepTime } from '../bicep/patience.ts';
import { reachRegistry } from '../network/reach.ts';
import { cacheFolder } from './cache-entry.ts';
import { restoreModules } from './restore.ts';
import { repositoryOf, type ModuleReference, type Registry } from './source.ts';
import { namesItsCache } from './stage.ts';
import { isTrusted } from './trust.ts';

interface FetchInput {
  readonly root: string;
  readonly template: string;
  readonly modules: readonly ModuleReference[];
  readonly registry: Registry;
  readonly bicep: string;
  readonly machine: Machine;
  readonly progress?: ((step: string) => void) | undefined;
}

/** Brings modules into the user's own module cache, where they are not in it yet; why they could not be had. */
export async function fetchModules(input: FetchInput): Promise<readonly Finding[]> {
  const { root, registry, machine, progress = () => {} } = input;
  const restore = (timeout: number): Promise<Finding[]> => {
    progress(`restore ${registry.host}`);
    return restoreModules({ ...input, timeout });
  };
  // The compiler asks no registry that it does not trust, and what is in a cache elsewhere it alone finds.
  if (!isTrusted(registry.host, machine.env) || (await namesItsCache(root))) return restore(patience(machine.env));
  if (areCached(input)) return [];
  progress(`reach ${registry.host}`);
  const detail = await reachRegistry(registry.host, machine.env);
  if (detail === undefined) return restore(patience(machine.env));
  if (knowsOtherWays(machine) && (await restore(5 * stepTime(machine.env))).length === 0) return [];
  return [makeFinding('modules/unreachable', 'error', { host: registry.host, detail })];
}

/** Published versions never change, so what is cached need not be asked for again. */
function areCached({ modules, registry, machine }: FetchInput): boolean {
  const cache = join(machine.home, '.bicep');
  return modules.every(({ module, version }) => {
    const folder = cacheFolder(cache, repositoryOf(registry, module), version);
    return ['main.json', 'manifest', 'metadata'].every((name) => existsSync(join(folder, name)));
  });
}

/** There the compiler also takes the proxy of the system's settings, which Node does not know. */
function knowsOtherWays({ platform }: Machine): boolean {
  return platform === 'win32' || platform === 'darwin';
}
