import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { entryOf, formatAdded, joinIndexes, type Added } from '../../../avm-catalog/modules/added.ts';
import type { ModuleIndex } from '../../../avm-catalog/modules/format.ts';
import { loadIndex, loadInterface } from '../../../avm-catalog/modules/load.ts';
import { modulePath, pins, type ModuleName } from '../../../avm-catalog/modules/pins.ts';
import { readAdded } from '../../../avm-catalog/modules/source.ts';
import type { CatalogStore } from '../../../avm-catalog/modules/sync.ts';
import { readDisk } from '../../workspace/disk.ts';
import { own } from '../../workspace/paths.ts';
import { placeFile } from '../../workspace/place.ts';
import { lookForWorkspace } from '../shared/find-workspace.ts';

/** The modules that the workspace of a folder adds to the catalog; none outside a workspace. */
export function addedHere(cwd: string): Added {
  const root = lookForWorkspace(cwd);
  return root === undefined ? readAdded(undefined) : readAdded(join(root, own.catalog));
}

/**
 * The catalog of the package with what a workspace adds to it, in a file of the workspace that is committed with it: the
 * package is not written, and every computer knows the same modules. Versions that the package has are not taken over.
 */
export function workspaceStore(root: string): CatalogStore {
  const file = join(root, own.catalog);
  const before = readAdded(file);
  const shipped = loadIndex();
  return {
    index: loadIndex(before),
    read: (module, version) => {
      const loaded = loadInterface(module, version, before);
      if ('interface' in loaded) return loaded.interface;
      throw new Error(`the catalog does not have ${module} ${version}`);
    },
    write: (after, fresh) => {
      const added = without(after, shipped);
      const interfaces = new Map(
        Object.entries(added).flatMap(([module, { held }]) =>
          held.map((version) => {
            const name = `${module}/${version}`;
            return [name, fresh.get(name) ?? before.interfaces.get(name)!] as const;
          }),
        ),
      );
      placeFile(file, own.catalog, formatAdded({ index: added, interfaces }));
    },
  };
}

/** The entries of one index that another does not have. */
function without(index: ModuleIndex, other: ModuleIndex): ModuleIndex {
  const rest = Object.entries(index).map(([module, { versions, held }]) => {
    const known = entryOf(other, module);
    const isNew = (list: 'versions' | 'held') => (version: string) => !known?.[list].includes(version);
    return [module, { versions: versions.filter(isNew('versions')), held: held.filter(isNew('held')) }] as const;
  });
  return Object.fromEntries(rest.filter(([, { versions, held }]) => versions.length + held.length > 0));
}

/** Modules that a sync never removes: those of the package, of components, and of main.bicep. */
export function neverRemoved(root: string | undefined, shipped: ModuleIndex): ModuleIndex {
  const pinned = Object.entries(pins).map(([name, version]) => [modulePath(name as ModuleName), version] as const);
  const named = [...pinned, ...(root === undefined ? [] : namedIn(root))];
  return named.reduce<ModuleIndex>(
    (index, [module, version]) => joinIndexes(index, { [module]: { versions: [version], held: [version] } }),
    shipped,
  );
}

function namedIn(root: string): readonly (readonly [module: string, version: string])[] {
  const file = join(root, 'main.bicep');
  const text = existsSync(file) ? (readDisk(file, 'main.bicep')?.bytes.toString('utf8') ?? '') : '';
  return [...text.matchAll(/'br[:/][^'\n]*?(avm\/[^':\n]+):([^'\n]+)'/g)].map(([, module = '', version = '']) => [
    module,
    version,
  ]);
}
