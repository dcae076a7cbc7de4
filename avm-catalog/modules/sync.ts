import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import semver from 'semver';
import { ascending, entryOf, joinIndexes } from './added.ts';
import { diffInterfaces, type InterfaceChange } from './diff.ts';
import { formatIndex, formatInterface, type ModuleIndex } from './format.ts';
import type { ModuleInterface } from './interface.ts';
import { isThere, readJson, readSourceIndex, readSourceInterface } from './source.ts';

interface SyncOptions {
  /** Say what would change and write nothing. */
  readonly dryRun?: boolean;
  /** Remove what the source does not have or publish any more; @default nothing is removed */
  readonly prune?: boolean;
  /** What is never removed: versions that something is built with. */
  readonly keep?: ModuleIndex;
}
export interface CatalogDiff {
  readonly added: readonly { readonly module: string; readonly version: string }[];
  /** A module, or a module and a version of it. */
  readonly removed: readonly string[];
  readonly changed: readonly ModuleChange[];
}
export interface ModuleChange {
  readonly module: string;
  /** The newest version held before. */
  readonly from: string;
  readonly to: string;
  readonly changes: readonly InterfaceChange[];
}

/** A catalog that modules are taken into. */
export interface CatalogStore {
  readonly index: ModuleIndex;
  readonly read: (module: string, version: string) => ModuleInterface;
  /** Interfaces by `<module>/<version>`; all of it or nothing is seen by who reads meanwhile. */
  readonly write: (after: ModuleIndex, fresh: ReadonlyMap<string, ModuleInterface>) => void;
}

/**
 * Takes the newest version of each module of a source into a catalog, and what it says of versions the catalog holds.
 * Nothing is written before everything is read, and nothing is removed unless that is asked for.
 * @throws SourceError where the source cannot be read
 */
export function syncModules(sourceFolder: string, store: CatalogStore, options: SyncOptions = {}): CatalogDiff {
  const [source, before] = [readSourceIndex(sourceFolder), store.index];
  const after = planIndex(source, before, options);
  const fresh = readInterfaces(sourceFolder, source, after);
  const diff = diffCatalogs({ before, after, fresh, store });
  if (!options.dryRun) store.write(after, fresh);
  return diff;
}

/** A catalog as a folder: `index.json`, and `<module>/<version>.json` for each version it holds. */
export function folderStore(folder: string): CatalogStore {
  const path = join(folder, 'index.json');
  const index = isThere(path) ? (readJson(path) as ModuleIndex) : {};
  return {
    index,
    read: (module, version) => readJson(join(folder, module, `${version}.json`)) as ModuleInterface,
    write: (after, fresh) => {
      for (const [name, iface] of fresh) replaceFile(join(folder, `${name}.json`), formatInterface(iface));
      // What the index does not name is read by nobody, so a run that is killed leaves the old catalog or the new one.
      replaceFile(path, formatIndex(after));
      for (const name of versionsGone(index, after)) rmSync(join(folder, `${name}.json`), { force: true });
    },
  };
}

function replaceFile(path: string, text: string): void {
  const staged = `${path}.${process.pid}.tmp`;
  mkdirSync(dirname(path), { recursive: true });
  try {
    writeFileSync(staged, text, { flag: 'wx' });
    renameSync(staged, path);
  } catch (error) {
    rmSync(staged, { force: true });
    throw error;
  }
}

function versionsGone(before: ModuleIndex, after: ModuleIndex): readonly string[] {
  return Object.entries(before).flatMap(([module, { held }]) =>
    held.filter((one) => !entryOf(after, module)?.held.includes(one)).map((one) => `${module}/${one}`),
  );
}

function planIndex(source: ModuleIndex, before: ModuleIndex, { prune, keep = {} }: SyncOptions): ModuleIndex {
  const taken = Object.entries(source).map(([module, { versions, held: here }]) => {
    const stays = (entryOf(before, module)?.held ?? []).filter((version) => versions.includes(version));
    return [module, { versions, held: ascending([...stays, ...newest(here)]) }] as const;
  });
  const planned = joinIndexes(Object.fromEntries(taken), prune ? onlyHeld(keep, before) : before);
  return Object.fromEntries(Object.entries(planned).filter(([, { held }]) => held.length > 0));
}

/** Of what is to be kept that which is there. */
function onlyHeld(keep: ModuleIndex, before: ModuleIndex): ModuleIndex {
  return Object.fromEntries(
    Object.entries(keep).map(([module, { held }]) => {
      const here = held.filter((one) => entryOf(before, module)?.held.includes(one));
      return [module, { versions: here, held: here }];
    }),
  );
}

function newest(versions: readonly string[]): string[] {
  const released = versions.filter((version) => semver.prerelease(version) === null);
  return (released.length > 0 ? released : versions).slice(-1);
}

function readInterfaces(folder: string, source: ModuleIndex, after: ModuleIndex): Map<string, ModuleInterface> {
  const wanted = Object.entries(after).flatMap(([module, { held }]) => held.map((version) => ({ module, version })));
  const here = wanted.filter(({ module, version }) => entryOf(source, module)?.held.includes(version));
  return new Map(
    here.map(({ module, version }) => [`${module}/${version}`, readSourceInterface(folder, module, version)]),
  );
}

interface Comparison {
  readonly before: ModuleIndex;
  readonly after: ModuleIndex;
  readonly fresh: ReadonlyMap<string, ModuleInterface>;
  readonly store: CatalogStore;
}

function diffCatalogs(comparison: Comparison): CatalogDiff {
  const { before, after } = comparison;
  const added = Object.keys(after).filter((module) => !entryOf(before, module));
  const gone = Object.keys(before).filter((module) => !entryOf(after, module));
  const versions = versionsGone(before, after).map((name) => name.replace(/\/([^/]+)$/, ' $1'));
  return {
    added: added.map((module) => ({ module, version: newestHeld(after, module) })),
    removed: [...gone, ...versions.filter((name) => !gone.includes(name.replace(/ .*$/, '')))].toSorted(),
    changed: Object.keys(after).flatMap((module) => (entryOf(before, module) ? diffModule(comparison, module) : [])),
  };
}

function diffModule({ before, after, fresh, store }: Comparison, module: string): ModuleChange[] {
  const [from, to] = [newestHeld(before, module), newestHeld(after, module)];
  const newer = fresh.get(`${module}/${to}`);
  const changes = newer ? diffInterfaces(store.read(module, from), newer) : [];
  return from === to && changes.length === 0 ? [] : [{ module, from, to, changes }];
}

function newestHeld(index: ModuleIndex, module: string): string {
  return entryOf(index, module)?.held.at(-1) ?? '';
}
