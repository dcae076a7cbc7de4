import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import gte from 'semver/functions/gte.js';
import valid from 'semver/functions/valid.js';
import { makeFinding, type Finding } from '../../src/findings/finding.ts';
import { nearest } from '../../src/findings/nearest.ts';
import { entryOf, joinIndexes, nothingAdded, type Added } from './added.ts';
import type { IndexEntry, ModuleIndex } from './format.ts';
import type { ModuleInterface } from './interface.ts';
import { shortPath } from './path.ts';

type Loaded = { readonly interface: ModuleInterface } | { readonly finding: Finding };

const inside = join('avm-catalog', 'modules', 'data');
let index: ModuleIndex | undefined;

/** Where the interfaces are, both for the sources and for the bundle in `dist/`. */
export function dataFolder(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, inside))) {
    if (folder === dirname(folder))
      throw new Error(`This installation of create-avm is incomplete: the folder ${inside} is missing.`);
    folder = dirname(folder);
  }
  return join(folder, inside);
}

/** What the package knows, read once in a process, with what a workspace added. */
export function loadIndex(added: Added = nothingAdded): ModuleIndex {
  index ??= JSON.parse(readFileSync(join(dataFolder(), 'index.json'), 'utf8')) as ModuleIndex;
  return added === nothingAdded ? index : joinIndexes(index, added.index);
}

/**
 * Reads one file; a module or version that is not in the catalog gives a finding that names the nearest one. A version
 * that the package has is the package's, whatever a workspace says of it: what is generated follows the package alone.
 */
export function loadInterface(module: string, version: string, added: Added = nothingAdded): Loaded {
  const known = loadIndex(added);
  const entry = entryOf(known, module);
  if (!entry) return { finding: unknownModule(module, known) };
  if (!entry.held.includes(version)) return { finding: unknownVersion(module, version, entry) };
  const own = entryOf(loadIndex(), module)?.held.includes(version)
    ? undefined
    : added.interfaces.get(`${module}/${version}`);
  const file = join(dataFolder(), module, `${version}.json`);
  return { interface: own ?? (JSON.parse(readFileSync(file, 'utf8')) as ModuleInterface) };
}

/** The newest version the catalog has an interface of. */
export function latestVersion(module: string, added: Added = nothingAdded): string | undefined {
  return entryOf(loadIndex(added), module)?.held.at(-1);
}

function unknownModule(module: string, known: ModuleIndex): Finding {
  const names = Object.keys(known);
  const near = nearest(module, names) ?? nearest(module.replace(/^.*?avm\/(res\/)?/, ''), names.map(shortPath));
  const full = names.find((name) => name === near || shortPath(name) === near);
  return makeFinding('unknown-module', 'error', { module, ...(full && { nearest: full }) });
}

function unknownVersion(module: string, version: string, entry: IndexEntry): Finding {
  const near = valid(version) ? closest(version, entry.held) : entry.held.at(-1);
  const published = entry.versions.includes(version);
  return makeFinding(published ? 'module-version-not-held' : 'unknown-module-version', 'error', {
    module,
    version,
    ...(near && { nearest: near }),
  });
}

/** The oldest held version that is not older, else the newest. */
function closest(version: string, held: readonly string[]): string | undefined {
  return held.find((one) => gte(one, version)) ?? held.at(-1);
}
