import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import semver from 'semver';
import { diffInterfaces, type InterfaceChange } from './diff.ts';
import { formatIndex, formatInterface, type ModuleIndex } from './format.ts';
import type { ModuleInterface } from './interface.ts';
import { ascending, readJson, readSourceIndex, readSourceInterface } from './source.ts';
import { ownValue } from '../../src/bicep/own.ts';

export interface SyncOptions {
  /** Say what would change and write nothing. */
  readonly dryRun?: boolean;
}
export interface CatalogDiff {
  readonly added: readonly { readonly module: string; readonly version: string }[];
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

/**
 * Makes the catalog hold the newest version of each module of a source, and each version it held that is still published.
 * Nothing is written before everything is read. Modules the source does not know are removed.
 * @throws SourceError where the source cannot be read
 */
export function syncModules(sourceFolder: string, dataFolder: string, options: SyncOptions = {}): CatalogDiff {
  const [source, before] = [readSourceIndex(sourceFolder), readIndex(dataFolder)];
  const after = planIndex(source, before);
  const fresh = readInterfaces(sourceFolder, source, after);
  const diff = diffCatalogs({ before, after, fresh, folder: dataFolder });
  if (!options.dryRun) write(dataFolder, before, after, fresh);
  return diff;
}

function planIndex(source: ModuleIndex, before: ModuleIndex): ModuleIndex {
  const planned = Object.entries(source).map(([module, { versions, held: here }]) => {
    const stays = (ownValue(before, module)?.held ?? []).filter((version) => versions.includes(version));
    return [module, { versions, held: ascending([...stays, ...newest(here)]) }] as const;
  });
  return Object.fromEntries(planned.filter(([, { held }]) => held.length > 0));
}

function newest(versions: readonly string[]): string[] {
  const released = versions.filter((version) => semver.prerelease(version) === null);
  return (released.length > 0 ? released : versions).slice(-1);
}

function readInterfaces(folder: string, source: ModuleIndex, after: ModuleIndex): Map<string, ModuleInterface> {
  const wanted = Object.entries(after).flatMap(([module, { held }]) => held.map((version) => ({ module, version })));
  const here = wanted.filter(({ module, version }) => ownValue(source, module)?.held.includes(version));
  return new Map(
    here.map(({ module, version }) => [`${module}/${version}`, readSourceInterface(folder, module, version)]),
  );
}

function write(folder: string, before: ModuleIndex, after: ModuleIndex, fresh: Map<string, ModuleInterface>): void {
  for (const [name, iface] of fresh) {
    const file = join(folder, `${name}.json`);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, formatInterface(iface));
  }
  for (const [module, { held }] of Object.entries(before)) {
    for (const version of held.filter((one) => !ownValue(after, module)?.held.includes(one)))
      rmSync(join(folder, module, `${version}.json`), { force: true });
  }
  writeFileSync(join(folder, 'index.json'), formatIndex(after));
}

interface Comparison {
  readonly before: ModuleIndex;
  readonly after: ModuleIndex;
  readonly fresh: ReadonlyMap<string, ModuleInterface>;
  readonly folder: string;
}

function diffCatalogs(comparison: Comparison): CatalogDiff {
  const { before, after } = comparison;
  const added = Object.keys(after).filter((module) => !ownValue(before, module));
  return {
    added: added.map((module) => ({ module, version: newestHeld(after, module) })),
    removed: Object.keys(before).filter((module) => !ownValue(after, module)),
    changed: Object.keys(after).flatMap((module) => (ownValue(before, module) ? diffModule(comparison, module) : [])),
  };
}

function diffModule({ before, after, fresh, folder }: Comparison, module: string): ModuleChange[] {
  const [from, to] = [newestHeld(before, module), newestHeld(after, module)];
  const newer = fresh.get(`${module}/${to}`);
  const changes = newer ? diffInterfaces(readInterface(folder, module, from), newer) : [];
  return from === to && changes.length === 0 ? [] : [{ module, from, to, changes }];
}

function newestHeld(index: ModuleIndex, module: string): string {
  return ownValue(index, module)?.held.at(-1) ?? '';
}

function readIndex(folder: string): ModuleIndex {
  const path = join(folder, 'index.json');
  return existsSync(path) ? (readJson(path) as ModuleIndex) : {};
}

function readInterface(folder: string, module: string, version: string): ModuleInterface {
  return readJson(join(folder, module, `${version}.json`)) as ModuleInterface;
}
