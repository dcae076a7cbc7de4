import { statSync } from 'node:fs';
import { makeFinding, type Finding } from '../../findings/finding.ts';
import { executableName, installedPath, pathsOf, thisMachine, type Machine } from './folders.ts';
import { checkVersion, installing } from './installer.ts';
import { isOpen } from './own-folder.ts';
import {
  isExecutable,
  pathEntries,
  placeProblem,
  workspaceProblem,
  workspaceRoots,
  type SkipReason,
} from './programs.ts';
import { readVersion } from './read-version.ts';

type BicepOrigin = 'BICEP_PATH' | 'PATH' | 'azure-cli' | 'installed';

interface BicepPlace {
  readonly origin: BicepOrigin;
  readonly path: string;
}

export interface FoundBicep extends BicepPlace {
  readonly version: string;
}

/** A compiler that was found and is not used. */
interface SkippedBicep extends BicepPlace {
  readonly why: SkipReason | 'not-yours' | 'open-to-others';
}

interface Search {
  /** Every compiler that may be started, the one to prefer first. */
  readonly found: readonly BicepPlace[];
  readonly skipped: readonly SkippedBicep[];
  readonly looked: readonly BicepPlace[];
}

interface Located {
  readonly bicep: FoundBicep | null;
  readonly skipped: readonly SkippedBicep[];
  readonly looked: readonly BicepPlace[];
  /** Why no compiler serves; empty where one does. */
  readonly findings: readonly Finding[];
}

/**
 * Looks for compilers without starting one. BICEP_PATH decides alone where it is set: a wrong one
 * is not passed over in silence.
 */
export function searchBicep(machine: Machine = thisMachine()): Search {
  const looked = placesOf(machine);
  const there = looked
    .filter(({ path }) => isExecutable(path))
    .map((place) => ({ ...place, why: problemOf(place, machine) }));
  return {
    found: there.flatMap(({ why, ...place }) => (why === undefined ? [place] : [])),
    skipped: there.flatMap((place) => (place.why === undefined ? [] : [{ ...place, why: place.why }])),
    looked,
  };
}

/** What a person names by BICEP_PATH may be anywhere but in the workspace, which others write as well. */
function problemOf({ origin, path }: BicepPlace, machine: Machine): SkippedBicep['why'] | undefined {
  if (origin === 'BICEP_PATH') return workspaceProblem(path, machine, workspaceRoots(machine));
  if (origin === 'installed') return isOpen(statSync(path));
  return placeProblem(pathsOf(machine).dirname(path), machine) ?? workspaceProblem(path, machine);
}

/** The first compiler that is recent enough; else what is wrong with the one that was preferred. */
export async function locateBicep(machine: Machine = thisMachine()): Promise<Located> {
  const { found, skipped, looked } = searchBicep(machine);
  const findings: Finding[] = [];
  for (const place of found) {
    const version = await readVersion(place.path, machine);
    const problem = checkVersion(version, place.path);
    if (version !== null && problem === null) {
      return { bicep: { ...place, version }, skipped, looked, findings: [] };
    }
    if (problem !== null) findings.push(problem);
  }
  return { bicep: null, skipped, looked, findings: [findings[0] ?? missingCompiler(looked, skipped)] };
}

export function missingCompiler(looked: readonly BicepPlace[], skipped: readonly SkippedBicep[] = []): Finding {
  const named = skipped.find(({ origin }) => origin === 'BICEP_PATH');
  if (named) return makeFinding('compiler/inside-workspace', 'error', { path: named.path, ...installing() });
  const places = looked.map(({ origin, path }) => (origin === 'PATH' ? 'PATH' : path));
  return makeFinding('compiler/missing', 'error', {
    looked: [...new Set(places)],
    ...installing(),
    ...(skipped.length === 0 ? {} : { skipped: skipped.map(({ path }) => path) }),
  });
}

function placesOf(machine: Machine): BicepPlace[] {
  const { env, home } = machine;
  const { join, resolve } = pathsOf(machine);
  const named = env['BICEP_PATH'];
  if (named) return [{ origin: 'BICEP_PATH', path: resolve(named) }];
  const name = executableName(machine);
  return [
    ...pathEntries(machine).map((folder): BicepPlace => ({ origin: 'PATH', path: join(folder, name) })),
    { origin: 'azure-cli', path: join(home, '.azure', 'bin', name) },
    { origin: 'installed', path: installedPath(machine) },
  ];
}
