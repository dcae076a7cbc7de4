import { homedir } from 'node:os';
import { posix, win32 } from 'node:path';
import { pinnedVersion } from './version.ts';

/** Properties of the computer that decide where files are; tests use another one. */
export interface Machine {
  readonly env: NodeJS.ProcessEnv;
  readonly platform: NodeJS.Platform;
  readonly home: string;
  /** The workspace that is worked on: nothing in it is ever started. */
  readonly workspace?: string;
  /** @default that of the process */
  readonly cwd?: string;
}

export function thisMachine(): Machine {
  return { env: process.env, platform: process.platform, home: homedir() };
}

export function pathsOf(machine: Machine): typeof posix {
  return machine.platform === 'win32' ? win32 : posix;
}

export function executableName(machine: Machine): string {
  return machine.platform === 'win32' ? 'bicep.exe' : 'bicep';
}

/** The cache folder of this tool for the user; an XDG_CACHE_HOME that is not absolute counts as unset. */
export function cacheFolder(machine: Machine): string {
  const { join, isAbsolute } = pathsOf(machine);
  const { env, platform, home } = machine;
  if (platform === 'win32') {
    return join(env['LOCALAPPDATA'] ?? join(home, 'AppData', 'Local'), 'create-avm');
  }
  const xdg = env['XDG_CACHE_HOME'];
  if (xdg !== undefined && isAbsolute(xdg)) return join(xdg, 'create-avm');
  return join(home, platform === 'darwin' ? 'Library/Caches' : '.cache', 'create-avm');
}

/** Where this tool installs the compiler. */
export function installedPath(machine: Machine, version: string = pinnedVersion): string {
  return pathsOf(machine).join(cacheFolder(machine), 'bicep', version, executableName(machine));
}
