import { copyFile, mkdir, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { compilerError } from './error.ts';
import { run } from './run.ts';
import { pinnedVersion } from './version.ts';

/** Gets the compiler's package by `dotnet restore`, from the sources that the user has configured. */
export async function restorePackage(rid: string, file: string, work: string, env: NodeJS.ProcessEnv): Promise<void> {
  const folder = join(work, 'project');
  const packages = join(work, 'packages');
  const name = `Azure.Bicep.CommandLine.${rid}`;
  await mkdir(folder);
  await writeFile(join(folder, 'bicep.csproj'), projectOf(name, await sdkVersion(env)));
  const args = ['restore', folder, '--packages', packages];
  const { code, stdout, stderr, failure } = await run('dotnet', args, { env, timeout: 600_000 });
  if (code !== 0) {
    const detail = failure ?? (errorLine(stdout) || stderr.trim() || `exit code ${code}`);
    throw compilerError('compiler/not-installed', { pinned: pinnedVersion, detail });
  }
  const tools = join(packages, name.toLowerCase(), pinnedVersion, 'tools');
  await copyFile(join(tools, basename(file)), file);
}

function projectOf(name: string, sdk: string): string {
  return `<Project Sdk="Microsoft.NET.Sdk">
  <PropertyGroup><TargetFramework>net${sdk}</TargetFramework></PropertyGroup>
  <ItemGroup><PackageDownload Include="${name}" Version="[${pinnedVersion}]" /></ItemGroup>
</Project>
`;
}

// A project for a framework newer than the SDK would not restore, one for an older may want more packages.
async function sdkVersion(env: NodeJS.ProcessEnv): Promise<string> {
  const { stdout } = await run('dotnet', ['--version'], { env, timeout: 30_000 });
  return /^(\d+)\./.exec(stdout.trim())?.[1]?.concat('.0') ?? '8.0';
}

function errorLine(output: string): string {
  return (
    output
      .split('\n')
      .find((line) => line.includes('error'))
      ?.trim() ?? ''
  );
}
