import { chmod, mkdir, mkdtemp, readdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { digestOf, type Digest } from './digests.ts';
import { download, mirrorOf, type DownloadOptions } from './download.ts';
import { compilerError } from './error.ts';
import { cacheFolder, executableName, installedPath, thisMachine, type Machine } from './folders.ts';
import { restorePackage } from './nuget.ts';
import { makeOwnFolder } from './own-folder.ts';
import { findProgram } from './programs.ts';
import { readVersion } from './read-version.ts';
import { runtimeIdentifier, thisBuild, type HostBuild } from './rid.ts';
import { removeAtEnd } from './signals.ts';
import { unpack, verifyProgram } from './unpack.ts';
import { pinnedVersion } from './version.ts';

type InstallMethod = 'nuget' | 'download';

export interface InstallOptions extends DownloadOptions {
  /** @default nuget where there is a `dotnet` and no mirror is named, else download */
  readonly method?: InstallMethod;
  readonly machine?: Machine;
  readonly build?: HostBuild;
  /** What is known of each platform's compiler; @default that of the pinned version */
  readonly digests?: ReadonlyMap<string, Digest>;
}

interface Installed {
  readonly path: string;
  readonly version: string;
  readonly method: InstallMethod;
}

const workFolder = '.installing-';
/** Milliseconds after which such a folder is no longer in use. */
const longAgo = 3_600_000;

/**
 * Gets the pinned compiler into this tool's own folder. Nothing of it is started before its package and the program in
 * it are the ones that are known by their digests. Throws `CompilerError`.
 */
export async function installBicep(options: InstallOptions = {}): Promise<Installed> {
  const { machine = thisMachine(), build = thisBuild() } = options;
  const rid = runtimeIdentifier(build);
  const digest = digestOf(rid, options.digests);
  const target = installedPath(machine);
  const dotnet = findProgram('dotnet', machine).path;
  const method = options.method ?? (dotnet === null || mirrorOf(machine.env) !== undefined ? 'download' : 'nuget');
  const versions = dirname(dirname(target));
  refuseOpen(cacheFolder(machine), versions);
  await removeLeftovers(versions);
  // Beside its place, since a file can't be renamed from one disk to another.
  const work = await mkdtemp(join(versions, workFolder));
  const release = removeAtEnd(work);
  try {
    const file = join(work, executableName(machine));
    if (method === 'nuget' && dotnet !== null)
      await unpack(await restorePackage(rid, work, dotnet, machine), `tools/${executableName(machine)}`, file, digest);
    else await download(rid, file, machine.env, options);
    await verifyProgram(file, digest);
    await chmod(file, 0o700);
    await refuseOtherVersion(file, machine);
    await moveInPlace(file, target, machine);
    return { path: target, version: pinnedVersion, method };
  } finally {
    await rm(work, { recursive: true, force: true });
    release();
  }
}

/** What others can write they can change between here and the next check. */
function refuseOpen(...folders: readonly string[]): void {
  for (const folder of folders) {
    const problem = makeOwnFolder(folder);
    if (problem !== undefined) throw compilerError('compiler/open-folder', { folder, problem });
  }
}

/** Of an installation that was killed. */
async function removeLeftovers(versions: string): Promise<void> {
  for (const name of await readdir(versions)) {
    if (!name.startsWith(workFolder)) continue;
    const { mtimeMs } = await stat(join(versions, name));
    if (Date.now() - mtimeMs > longAgo) await rm(join(versions, name), { recursive: true, force: true });
  }
}

async function refuseOtherVersion(path: string, machine: Machine): Promise<void> {
  const version = await readVersion(path, machine);
  if (version === pinnedVersion) return;
  const detail = version === null ? 'it does not run' : `it is version ${version}`;
  throw compilerError('compiler/not-installed', { pinned: pinnedVersion, detail });
}

async function moveInPlace(file: string, target: string, machine: Machine): Promise<void> {
  await mkdir(dirname(target), { recursive: true, mode: 0o700 });
  try {
    await rename(file, target);
  } catch (error) {
    // On Windows a compiler that is running can't be replaced; the same one is as good.
    if ((await readVersion(target, machine)) === pinnedVersion) return;
    throw error;
  }
}
