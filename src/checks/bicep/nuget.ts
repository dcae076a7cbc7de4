import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { packageName } from './digests.ts';
import { compilerError } from './error.ts';
import type { Machine } from './folders.ts';
import { safeEnvironment } from './programs.ts';
import { run, type RunResult } from './run.ts';
import { pinnedVersion } from './version.ts';

/**
 * Gets the compiler's package by `dotnet restore`, from the sources that the user has configured; the path of the
 * package. It runs in its own folder, where no global.json of a workspace is looked for.
 */
export async function restorePackage(rid: string, work: string, dotnet: string, machine: Machine): Promise<string> {
  const folder = join(work, 'project');
  const packages = join(work, 'packages');
  const start = (args: readonly string[], timeout: number): Promise<RunResult> =>
    run(dotnet, args, { env: quiet(machine), cwd: folder, timeout });
  await mkdir(folder);
  const sdk = sdkOf((await start(['--version'], 30_000)).stdout);
  await writeFile(join(folder, 'bicep.csproj'), projectOf(packageName(rid), sdk));
  const result = await start(['restore', folder, '--packages', packages], 300_000);
  if (result.code !== 0) throw compilerError('compiler/not-installed', { pinned: pinnedVersion, detail: said(result) });
  const id = packageName(rid).toLowerCase();
  return join(packages, id, pinnedVersion, `${id}.${pinnedVersion}.nupkg`);
}

/** No process of its own stays behind that would hold the folder. */
function quiet(machine: Machine): NodeJS.ProcessEnv {
  return { MSBUILDDISABLENODEREUSE: '1', DOTNET_NOLOGO: '1', ...safeEnvironment(machine) };
}

function projectOf(name: string, sdk: string): string {
  return `<Project Sdk="Microsoft.NET.Sdk">
  <PropertyGroup><TargetFramework>net${sdk}</TargetFramework></PropertyGroup>
  <ItemGroup><PackageDownload Include="${name}" Version="[${pinnedVersion}]" /></ItemGroup>
</Project>
`;
}

// A project for a framework newer than the SDK would not restore, one for an older may want more packages.
function sdkOf(version: string): string {
  return /^(\d+)\./.exec(version.trim())?.[1]?.concat('.0') ?? '8.0';
}

function said({ code, stdout, stderr, failure }: RunResult): string {
  const line = stdout.split('\n').find((one) => one.includes('error'));
  return failure ?? line?.trim() ?? (stderr.trim() || `exit code ${code}`);
}
