import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import gte from 'semver/functions/gte.js';
import valid from 'semver/functions/valid.js';
import type { Finding } from '../../src/findings/finding.ts';
import { nearest } from '../../src/findings/nearest.ts';
import type { IndexEntry, ModuleIndex } from './format.ts';
import type { ModuleInterface } from './interface.ts';
import { ownValue } from '../../src/bicep/own.ts';

export type Loaded = { readonly interface: ModuleInterface } | { readonly finding: Finding };

const inside = join('avm-catalog', 'modules', 'data');
let index: ModuleIndex | undefined;

/** Where the interfaces are, both for the sources and for the bundle in `dist/`. */
export function dataFolder(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, inside))) {
    if (folder === dirname(folder))
      throw new Error(`This installation of create-avm is incomplete: it has no ${inside}.`);
    folder = dirname(folder);
  }
  return join(folder, inside);
}

/** Read once in a process. */
export function loadIndex(): ModuleIndex {
  index ??= JSON.parse(readFileSync(join(dataFolder(), 'index.json'), 'utf8')) as ModuleIndex;
  return index;
}

/** Reads one file; a module or version that is not in the catalog gives a finding that names the nearest one. */
export function loadInterface(module: string, version: string): Loaded {
  const entry = entryOf(module);
  if (!entry) return { finding: unknownModule(module) };
  if (!entry.held.includes(version)) return { finding: unknownVersion(module, version, entry) };
  const file = join(dataFolder(), module, `${version}.json`);
  return { interface: JSON.parse(readFileSync(file, 'utf8')) as ModuleInterface };
}

/** The newest version the catalog has an interface of. */
export function latestVersion(module: string): string | undefined {
  return entryOf(module)?.held.at(-1);
}

function entryOf(module: string): IndexEntry | undefined {
  return ownValue(loadIndex(), module);
}

function unknownModule(module: string): Finding {
  const names = Object.keys(loadIndex());
  const near = nearest(module, names) ?? nearest(module.replace(/^.*?avm\/(res\/)?/, ''), names.map(shorten));
  const full = names.find((name) => name === near || shorten(name) === near);
  return finding('unknown-module', { module, ...(full && { nearest: full }) });
}

function unknownVersion(module: string, version: string, entry: IndexEntry): Finding {
  const near = valid(version) ? closest(version, entry.held) : entry.held.at(-1);
  const published = entry.versions.includes(version);
  return finding(published ? 'module-version-not-held' : 'unknown-module-version', {
    module,
    version,
    ...(near && { nearest: near }),
  });
}

/** The oldest held version that is not older, else the newest. */
function closest(version: string, held: readonly string[]): string | undefined {
  return held.find((one) => gte(one, version)) ?? held.at(-1);
}

function shorten(module: string): string {
  return module.replace(/^avm\/(res\/)?/, '');
}

function finding(code: string, args: Finding['args']): Finding {
  return { code, severity: 'error', where: {}, ids: [], args };
}
