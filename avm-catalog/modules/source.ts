import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import semver from 'semver';
import { ascending, nothingAdded, parseAdded, type Added } from './added.ts';
import { NotATemplate, extractInterface } from './extract.ts';
import type { ModuleIndex } from './format.ts';
import type { ModuleInterface } from './interface.ts';

type SourceProblem = 'not-a-folder' | 'no-modules' | 'unreadable' | 'not-a-file' | 'not-a-template';

/** A compiled module has some megabytes at most. */
const mostBytes = 64 * 1024 * 1024;

/** What is wrong with a folder of compiled modules, and with which file. */
export class SourceError extends Error {
  override readonly name = 'SourceError';
  readonly code: SourceProblem;
  readonly path: string;

  constructor(code: SourceProblem, path: string, message: string) {
    super(`${message}: ${path}`);
    this.code = code;
    this.path = path;
  }
}

/** Versions published by `index.json` or, without one, found; and, as held, those with a `main.json`. */
export function readSourceIndex(folder: string): ModuleIndex {
  if (!existsSync(folder) || !statSync(folder).isDirectory())
    throw new SourceError('not-a-folder', folder, 'Not a folder of modules');
  const found = findVersions(folder, '');
  if (found.size === 0) throw new SourceError('no-modules', folder, 'No <module>/<version>/main.json in this folder');
  const published = readPublished(join(folder, 'index.json'));
  const modules = [...new Set([...found.keys(), ...published.keys()])].toSorted();
  return Object.fromEntries(
    modules.map((module) => {
      const held = ascending(found.get(module) ?? []);
      return [module, { versions: ascending([...(published.get(module) ?? []), ...held]), held }];
    }),
  );
}

export function readSourceInterface(folder: string, module: string, version: string): ModuleInterface {
  const path = join(folder, module, version, 'main.json');
  try {
    return extractInterface(module, version, readJson(path));
  } catch (error) {
    if (error instanceof NotATemplate)
      throw new SourceError('not-a-template', path, `Not a compiled module, ${error.message}`);
    throw error;
  }
}

/** The modules that a workspace added, in the file it has for them. @throws SourceError */
export function readAdded(file: string | undefined): Added {
  if (file === undefined || !existsSync(file)) return nothingAdded;
  const added = parseAdded(readJson(file));
  if (!added) throw new SourceError('unreadable', file, 'Not a catalog that avm catalog sync wrote');
  return added;
}

export function isThere(path: string): boolean {
  return existsSync(path);
}

function findVersions(root: string, module: string, found = new Map<string, string[]>()): Map<string, string[]> {
  for (const entry of readdirSync(join(root, module), { withFileTypes: true })) {
    if (!entry.isDirectory()) continue;
    const path = module === '' ? entry.name : `${module}/${entry.name}`;
    if (semver.valid(entry.name) !== entry.name) findVersions(root, path, found);
    else if (existsSync(join(root, path, 'main.json'))) found.set(module, [...(found.get(module) ?? []), entry.name]);
  }
  return found;
}

function readPublished(path: string): Map<string, string[]> {
  if (!existsSync(path)) return new Map();
  const index = readJson(path);
  if (typeof index !== 'object' || index === null)
    throw new SourceError('unreadable', path, 'Not an index, because it is not a JSON object of modules');
  return new Map(Object.entries(index).map(([module, entry]) => [module, versionsOf(path, module, entry)]));
}

function versionsOf(path: string, module: string, entry: unknown): string[] {
  const versions: unknown =
    typeof entry === 'object' && entry !== null ? (entry as { versions?: unknown }).versions : undefined;
  const valid =
    Array.isArray(versions) && versions.every((one) => typeof one === 'string' && semver.valid(one) === one);
  if (!valid) throw new SourceError('unreadable', path, `The index entry of ${module} has no list of versions`);
  return versions as string[];
}

/** @throws SourceError naming the file */
export function readJson(path: string): unknown {
  const found = statSync(path, { throwIfNoEntry: false });
  if (found !== undefined && !found.isFile()) throw new SourceError('not-a-file', path, 'Not a regular file');
  if (found !== undefined && found.size > mostBytes)
    throw new SourceError('unreadable', path, `File larger than ${mostBytes / 1024 / 1024} MiB`);
  try {
    return JSON.parse(readFileSync(path, 'utf8').replace(/^\uFEFF/, ''));
  } catch (error) {
    throw new SourceError('unreadable', path, `Invalid JSON (${(error as Error).message})`);
  }
}
