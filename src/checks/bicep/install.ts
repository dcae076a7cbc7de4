import { chmod, mkdir, mkdtemp, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { download, type DownloadOptions } from './download.ts';
import { compilerError } from './error.ts';
import { executableName, installedPath, thisMachine, type Machine } from './folders.ts';
import { restorePackage } from './nuget.ts';
import { runtimeIdentifier, thisBuild, type Build } from './rid.ts';
import { run } from './run.ts';
import { pinnedVersion, readVersion } from './version.ts';

export type InstallMethod = 'nuget' | 'download';

export interface InstallOptions extends DownloadOptions {
  /** @default nuget where there is a `dotnet`, else download */
  readonly method?: InstallMethod;
  readonly machine?: Machine;
  readonly build?: Build;
}

export interface Installed {
  readonly path: string;
  readonly version: string;
  readonly method: InstallMethod;
}

/**
 * Gets the pinned compiler into this tool's own folder. It is in place only after it has run and
 * said its version. Throws `CompilerError`.
 */
export async function installBicep(options: InstallOptions = {}): Promise<Installed> {
  const { machine = thisMachine(), build = thisBuild() } = options;
  const rid = runtimeIdentifier(build);
  const target = installedPath(machine);
  const method = options.method ?? ((await hasDotnet(machine.env)) ? 'nuget' : 'download');
  const versions = dirname(dirname(target));
  await mkdir(versions, { recursive: true });
  // Beside its place, since a file can't be renamed from one disk to another.
  const work = await mkdtemp(join(versions, '.installing-'));
  try {
    const file = join(work, executableName(machine));
    if (method === 'nuget') await restorePackage(rid, file, work, machine.env);
    else await download(rid, file, options);
    await chmod(file, 0o755);
    await verify(file, machine.env);
    await moveInPlace(file, target, machine.env);
    return { path: target, version: pinnedVersion, method };
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

async function hasDotnet(env: NodeJS.ProcessEnv): Promise<boolean> {
  return (await run('dotnet', ['--version'], { env, timeout: 30_000 })).code === 0;
}

async function verify(path: string, env: NodeJS.ProcessEnv): Promise<void> {
  const version = await readVersion(path, env);
  if (version === pinnedVersion) return;
  const detail = version === null ? 'it does not run' : `it is version ${version}`;
  throw compilerError('compiler/not-installed', { pinned: pinnedVersion, detail });
}

async function moveInPlace(file: string, target: string, env: NodeJS.ProcessEnv): Promise<void> {
  await mkdir(dirname(target), { recursive: true });
  try {
    await rename(file, target);
  } catch (error) {
    // On Windows a compiler that is running can't be replaced; the same one is as good.
    if ((await readVersion(target, env)) === pinnedVersion) return;
    throw error;
  }
}
