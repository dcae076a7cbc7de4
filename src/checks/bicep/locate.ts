import { constants } from 'node:fs';
import { access, stat } from 'node:fs/promises';
import type { Finding } from '../../findings/finding.ts';
import { makeFinding } from '../make-finding.ts';
import { executableName, installedPath, pathsOf, thisMachine, type Machine } from './folders.ts';
import { checkVersion, pinnedVersion, readVersion } from './version.ts';

export type BicepOrigin = 'BICEP_PATH' | 'PATH' | 'azure-cli' | 'installed';

export interface BicepPlace {
  readonly origin: BicepOrigin;
  readonly path: string;
}

export interface FoundBicep extends BicepPlace {
  readonly version: string;
}

export interface Search {
  /** Every compiler there is, the one to prefer first. */
  readonly found: readonly BicepPlace[];
  readonly looked: readonly BicepPlace[];
}

export interface Located {
  readonly bicep: FoundBicep | null;
  readonly looked: readonly BicepPlace[];
  /** Why no compiler serves; empty where one does. */
  readonly findings: readonly Finding[];
}

/**
 * Looks for compilers without starting one. BICEP_PATH decides alone where it is set: a wrong one
 * is not passed over in silence.
 */
export async function searchBicep(machine: Machine = thisMachine()): Promise<Search> {
  const looked = placesOf(machine);
  const there = await Promise.all(looked.map((place) => isExecutable(place.path)));
  return { found: looked.filter((_, index) => there[index]), looked };
}

/** The first compiler that is recent enough; else what is wrong with the one that was preferred. */
export async function locateBicep(machine: Machine = thisMachine()): Promise<Located> {
  const { found, looked } = await searchBicep(machine);
  const findings: Finding[] = [];
  for (const place of found) {
    const version = await readVersion(place.path, machine.env);
    const problem = checkVersion(version, place.path);
    if (version !== null && problem === null) {
      return { bicep: { ...place, version }, looked, findings: [] };
    }
    if (problem !== null) findings.push(problem);
  }
  return { bicep: null, looked, findings: [findings[0] ?? missingCompiler(looked)] };
}

export function missingCompiler(looked: readonly BicepPlace[]): Finding {
  const places = looked.map(({ origin, path }) => (origin === 'PATH' ? 'PATH' : path));
  return makeFinding('compiler/missing', 'error', {
    looked: [...new Set(places)],
    pinned: pinnedVersion,
  });
}

function placesOf(machine: Machine): BicepPlace[] {
  const { env, home } = machine;
  const { join, delimiter, resolve } = pathsOf(machine);
  const named = env['BICEP_PATH'];
  if (named) return [{ origin: 'BICEP_PATH', path: resolve(named) }];
  const name = executableName(machine);
  const folders = (env['PATH'] ?? env['Path'] ?? '').split(delimiter).filter(Boolean);
  return [
    ...folders.map((folder): BicepPlace => ({ origin: 'PATH', path: join(folder, name) })),
    { origin: 'azure-cli', path: join(home, '.azure', 'bin', name) },
    { origin: 'installed', path: installedPath(machine) },
  ];
}

async function isExecutable(path: string): Promise<boolean> {
  try {
    await access(path, constants.X_OK);
    return (await stat(path)).isFile();
  } catch {
    return false;
  }
}
