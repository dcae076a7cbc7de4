import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import semver from 'semver';
import { makeFinding, type Finding } from '../../findings/finding.ts';
import { messageOf } from '../../text/message.ts';
import type { ModuleReference } from './source.ts';

/** A compiled module has some megabytes at most. */
const mostBytes = 64 * 1024 * 1024;

interface ModuleText extends ModuleReference {
  /** The compiled template. */
  readonly json: string;
}

export interface ModuleTexts {
  readonly texts: readonly ModuleText[];
  readonly findings: readonly Finding[];
}

/** Reads `<folder>/<module>/<version>/main.json` of each module; what is not there is a finding. */
export async function readFolder(folder: string, modules: readonly ModuleReference[]): Promise<ModuleTexts> {
  if (!(await isFolder(folder))) {
    return { texts: [], findings: [makeFinding('modules/no-folder', 'error', { folder })] };
  }
  const read = await Promise.all(modules.map((reference) => readModule(folder, reference)));
  return {
    texts: read.filter((result) => 'json' in result),
    findings: read.filter((result) => 'code' in result),
  };
}

async function readModule(folder: string, { module, version }: ModuleReference): Promise<ModuleText | Finding> {
  const path = join(folder, module, version, 'main.json');
  const odd = await oddity(path);
  if (odd !== undefined) return makeFinding('modules/odd-file', 'error', { path, detail: odd });
  try {
    return { module, version, json: await readFile(path, 'utf8') };
  } catch (error) {
    const there = await versionsIn(join(folder, module));
    const detail = messageOf(error);
    const args = { module, version, folder, there, detail };
    return makeFinding('modules/not-in-folder', 'error', args, { file: 'main.bicep' });
  }
}

/** Why a file is not even opened; nothing for one that is missing, which is told otherwise. */
async function oddity(path: string): Promise<string | undefined> {
  const found = await stat(path).catch(() => null);
  if (found === null) return undefined;
  if (!found.isFile()) return 'it is a folder, a pipe, or a device';
  return found.size > mostBytes ? `it has more than ${mostBytes / 1024 / 1024} MiB` : undefined;
}

async function versionsIn(folder: string): Promise<string[]> {
  const names = await readdir(folder).catch(() => []);
  return names.filter((name) => semver.valid(name) !== null).toSorted(semver.compare);
}

async function isFolder(path: string): Promise<boolean> {
  return (await stat(path).catch(() => null))?.isDirectory() ?? false;
}
