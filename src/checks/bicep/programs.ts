import { ownValue } from '../../bicep/own.ts';
import { accessSync, constants, existsSync, realpathSync, statSync } from 'node:fs';
import { cacheFolder, pathsOf, type Machine } from './folders.ts';
import { ownFolder } from './own-folder.ts';

/** Why a program is not used: the author of the workspace could have put it there. */
export type SkipReason = 'relative' | 'package-scripts' | 'current-folder' | 'workspace';

export interface Skipped {
  readonly path: string;
  readonly why: SkipReason;
}

interface Program {
  /** Absolute; null where there is none that may be started. */
  readonly path: string | null;
  readonly skipped: readonly Skipped[];
}

/** The first program of this name on PATH that no workspace can have put there. */
export function findProgram(name: string, machine: Machine): Program {
  const { join, isAbsolute } = pathsOf(machine);
  const names = machine.platform === 'win32' ? [`${name}.exe`, `${name}.cmd`] : [name];
  const skipped: Skipped[] = [];
  for (const folder of pathEntries(machine)) {
    const path = names.map((one) => join(folder, one)).find(isExecutable);
    if (path === undefined) continue;
    const why = placeProblem(folder, machine) ?? workspaceProblem(path, machine);
    if (why === undefined && isAbsolute(path)) return { path, skipped };
    skipped.push({ path, why: why ?? 'relative' });
  }
  return { path: null, skipped };
}

/** What a program is started with: a folder of the tool's own, and a PATH on which nothing of a workspace is. */
export function surroundings(
  machine: Machine,
  program: string,
): { readonly cwd: string; readonly env: NodeJS.ProcessEnv } {
  const { dirname, join } = pathsOf(machine);
  return {
    // A global.json, a Python package, or on Windows a program of the current folder would decide otherwise.
    cwd: ownFolder(join(cacheFolder(machine), 'work')) ?? dirname(program),
    env: safeEnvironment(machine),
  };
}

/** The environment with a PATH from which programs can be started: a compiler starts others too, such as `az`. */
export function safeEnvironment(machine: Machine): NodeJS.ProcessEnv {
  const { delimiter } = pathsOf(machine);
  const safe = pathEntries(machine).filter(
    (folder) => placeProblem(folder, machine) === undefined && workspaceProblem(folder, machine) === undefined,
  );
  const env = { ...machine.env, [pathKey(machine)]: safe.join(delimiter) };
  return machine.platform === 'win32' ? { ...env, NoDefaultCurrentDirectoryInExePath: '1' } : env;
}

export function pathEntries(machine: Machine): readonly string[] {
  const text = ownValue(machine.env, pathKey(machine)) ?? '';
  return text === '' ? [] : text.split(pathsOf(machine).delimiter);
}

function pathKey({ env, platform }: Machine): string {
  return (platform === 'win32' ? Object.keys(env).find((key) => key.toUpperCase() === 'PATH') : undefined) ?? 'PATH';
}

/** What is wrong with a folder as a place for programs, whatever is in it. */
export function placeProblem(folder: string, machine: Machine): SkipReason | undefined {
  const { isAbsolute, resolve } = pathsOf(machine);
  if (!isAbsolute(folder)) return 'relative';
  // npx and npm run put those of the current folder and of each one above before all others.
  if (/[\\/]node_modules[\\/]\.bin[\\/]?$/.test(folder)) return 'package-scripts';
  return resolve(folder) === currentFolder(machine) ? 'current-folder' : undefined;
}

/** A path in the workspace, or a link into it. */
export function workspaceProblem(
  path: string,
  machine: Machine,
  roots: readonly string[] = guardedRoots(machine),
): SkipReason | undefined {
  const places = [path, realPath(path)];
  return roots.some((root) => places.some((place) => isInside(place, root, machine))) ? 'workspace' : undefined;
}

/** The workspace and the repository it is in. A repository that holds the home folder has the user's own programs too. */
function guardedRoots(machine: Machine): readonly string[] {
  const start = machine.workspace ?? currentFolder(machine);
  if (start === undefined) return [];
  const repository = repositoryOf(start, machine);
  const wide = repository !== undefined && isInside(machine.home, repository, machine);
  return [
    ...(machine.workspace === undefined ? [] : workspaceRoots(machine)),
    ...(repository === undefined || wide ? [] : [repository, realPath(repository)]),
  ];
}

export function workspaceRoots({ workspace }: Machine): readonly string[] {
  return workspace === undefined ? [] : [workspace, realPath(workspace)];
}

function repositoryOf(start: string, machine: Machine): string | undefined {
  const { dirname, join } = pathsOf(machine);
  for (let folder = start; folder !== dirname(folder); folder = dirname(folder))
    if (existsSync(join(folder, '.git'))) return folder;
  return undefined;
}

function isInside(path: string, root: string, machine: Machine): boolean {
  const { relative, isAbsolute, sep } = pathsOf(machine);
  const inside = relative(root, path);
  return inside === '' || !(inside === '..' || inside.startsWith(`..${sep}`) || isAbsolute(inside));
}

function currentFolder({ cwd }: Machine): string | undefined {
  if (cwd !== undefined) return cwd;
  try {
    return process.cwd();
  } catch {
    return undefined;
  }
}

function realPath(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return path;
  }
}

export function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}
