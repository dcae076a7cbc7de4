import { once } from 'node:events';
import { chmod, mkdir, stat, writeFile } from 'node:fs/promises';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createFixture, type FsFixture } from 'fs-fixture';
import { expect, test } from 'vitest';
import type { Machine } from '../../../src/checks/bicep/folders.ts';
import { installBicep, type InstallOptions } from '../../../src/checks/bicep/install.ts';
import { runtimeIdentifier, type HostBuild } from '../../../src/checks/bicep/rid.ts';
import { pinnedVersion } from '../../../src/checks/bicep/version.ts';
import { digestsOf, nupkgOf } from './nupkg.ts';

const build: HostBuild = { platform: 'linux', arch: 'x64', musl: false };
const compiler = (version: string) => `#!/bin/sh\necho "Bicep CLI version ${version} (0123456789)"\n`;
const good = compiler(pinnedVersion);
const archive = nupkgOf({ 'tools/bicep.xml': '<doc />', 'tools/bicep': good });
const digests = digestsOf(archive, good);

/** Does what `dotnet restore PROJECT --packages FOLDER` does with the package beside it; says where it was started. */
const dotnet = `#!/bin/sh
pwd >> "$(dirname "$0")/started-in"
if [ "$1" = --version ]; then echo 10.0.100; exit 0; fi
grep -q '<TargetFramework>net10.0<' "$2/bicep.csproj" || exit 3
grep -q 'PackageDownload Include="Azure.Bicep.CommandLine.linux-x64" Version="\\[${pinnedVersion}\\]"' "$2/bicep.csproj" || exit 4
package="$4/azure.bicep.commandline.linux-x64/${pinnedVersion}"
mkdir -p "$package"
cp "$(dirname "$0")/package" "$package/azure.bicep.commandline.linux-x64.${pinnedVersion}.nupkg"
`;
const brokenDotnet = `#!/bin/sh
if [ "$1" = --version ]; then echo 10.0.100; exit 0; fi
echo "  bicep.csproj : error NU1101: no such package"
exit 1
`;

async function machineWith(programs: Record<string, string | Buffer>): Promise<FsFixture & { machine: Machine }> {
  const files = Object.entries(programs).map(([name, text]) => [`bin/${name}`, text]);
  const fixture = await createFixture({ cache: {}, ...Object.fromEntries(files) });
  for (const name of Object.keys(programs)) await chmod(fixture.getPath(`bin/${name}`), 0o755);
  const env = { PATH: `${fixture.getPath('bin')}:/usr/bin:/bin`, XDG_CACHE_HOME: fixture.getPath('cache') };
  return Object.assign(fixture, { machine: { env, platform: 'linux', home: fixture.getPath('home') } as const });
}

async function releasesOf(body: string | Buffer | ((response: ServerResponse) => void), authorization?: string) {
  const server = createServer((request, response) => {
    if (request.url !== path || request.headers.authorization !== authorization) response.writeHead(404).end();
    else if (typeof body === 'function') body(response.writeHead(200));
    else response.writeHead(200).end(body);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const close = async () => {
    server.closeAllConnections();
    server.close();
  };
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, [Symbol.asyncDispose]: close };
}

/** The machine with a mirror of the releases. */
const mirroring = ({ machine }: { readonly machine: Machine }, url: string): Machine => ({
  ...machine,
  env: { ...machine.env, AVM_BICEP_MIRROR: url },
});

const path = `/v${pinnedVersion}/bicep-linux-x64`;
const installed = `cache/create-avm/bicep/${pinnedVersion}/bicep`;

test('by dotnet where there is one, from a project that only downloads, in a folder of its own', async () => {
  await using fixture = await machineWith({ dotnet, package: archive });
  const result = await installBicep({ machine: fixture.machine, build, digests });
  expect(result).toEqual({ path: fixture.getPath(installed), version: pinnedVersion, method: 'nuget' });
  expect(await fixture.readdir('cache/create-avm/bicep')).toEqual([pinnedVersion]);
  expect((await stat(fixture.getPath('cache/create-avm'))).mode & 0o777).toBe(0o700);
  const folders = (await fixture.readFile('bin/started-in', 'utf8')).trim().split('\n');
  for (const folder of folders) expect(folder).toContain('cache/create-avm/bicep/.installing-');
});

test('by download, over one that is there', async () => {
  await using fixture = await machineWith({});
  await using releases = await releasesOf(good);
  const options: InstallOptions = {
    machine: mirroring(fixture, releases.url),
    build,
    digests,
    method: 'download',
  };
  expect((await installBicep(options)).method).toBe('download');
  expect((await installBicep(options)).path).toBe(fixture.getPath(installed));
});

/** A program that would tell of itself, were it started. */
const telling = (file: string): string => `#!/bin/sh\ntouch ${file}\necho "Bicep CLI version ${pinnedVersion} (0)"\n`;

test.each([
  ['nuget', 'the package'],
  ['download', 'the compiler'],
] as const)('%s: what is not the known one is never started', async (method, what) => {
  await using fixture = await machineWith({ dotnet });
  const program = telling(fixture.getPath('started'));
  await writeFile(fixture.getPath('bin/package'), nupkgOf({ 'tools/bicep': program }));
  await using releases = await releasesOf(program);
  const options: InstallOptions = { machine: mirroring(fixture, releases.url), build, digests, method };
  await expect(installBicep(options)).rejects.toMatchObject({
    finding: {
      code: 'compiler/not-installed',
      args: { detail: expect.stringMatching(new RegExp(`^${what} is not the one that is known`)) },
    },
  });
  expect(await fixture.exists('started')).toBe(false);
  expect(await fixture.readdir('cache/create-avm/bicep')).toEqual([]);
});

test('a program other than the known one in the known package is never started', async () => {
  await using fixture = await machineWith({ dotnet });
  const other = nupkgOf({ 'tools/bicep': telling(fixture.getPath('started')) });
  await writeFile(fixture.getPath('bin/package'), other);
  await expect(
    installBicep({ machine: fixture.machine, build, digests: digestsOf(other, good), method: 'nuget' }),
  ).rejects.toMatchObject({
    finding: { args: { detail: expect.stringMatching(/^the compiler is not the one that is known/) } },
  });
  expect(await fixture.exists('started')).toBe(false);
});

test('what is installed is the pinned version', async () => {
  await using fixture = await machineWith({});
  const old = compiler('0.30.1');
  await using releases = await releasesOf(old);
  const options: InstallOptions = {
    machine: mirroring(fixture, releases.url),
    build,
    digests: digestsOf(archive, old),
    method: 'download',
  };
  await expect(installBicep(options)).rejects.toMatchObject({ finding: { args: { detail: 'it is version 0.30.1' } } });
});

test('a platform whose digest is not known is refused before anything is fetched', async () => {
  await using fixture = await machineWith({ dotnet });
  const arm: HostBuild = { ...build, arch: 'arm64' };
  await expect(installBicep({ machine: fixture.machine, build: arm })).rejects.toMatchObject({
    finding: { code: 'compiler/no-digest', args: { rid: 'linux-arm64', known: ['linux-x64'] } },
  });
  expect(await fixture.exists('bin/started-in')).toBe(false);
});

test.skipIf(process.platform === 'win32')('nothing is installed where others can write', async () => {
  await using fixture = await machineWith({});
  await mkdir(fixture.getPath('cache/create-avm'));
  await chmod(fixture.getPath('cache/create-avm'), 0o777);
  await expect(installBicep({ machine: fixture.machine, build, digests })).rejects.toMatchObject({
    finding: { code: 'compiler/open-folder', args: { problem: 'open-to-others' } },
  });
});

test('a download that fails says what was asked for and why', async () => {
  await using fixture = await machineWith({});
  const options: InstallOptions = { machine: fixture.machine, build, digests, method: 'download' };
  await using nothing = await releasesOf((response) => response.destroy());
  await expect(
    installBicep({ ...options, machine: mirroring(fixture, `${nothing.url}/other/`) }),
  ).rejects.toMatchObject({
    finding: { args: { detail: `${nothing.url}/other${path}: HTTP 404` } },
  });
  const fetch = () => Promise.reject(new TypeError('fetch failed', { cause: new Error('getaddrinfo ENOTFOUND') }));
  await expect(installBicep({ ...options, fetch })).rejects.toMatchObject({
    finding: { args: { detail: expect.stringContaining('getaddrinfo ENOTFOUND') } },
  });
});

test('a mirror comes before dotnet; its password is sent, and not shown', async () => {
  await using fixture = await machineWith({ dotnet, package: archive });
  await using releases = await releasesOf(good, `Basic ${btoa('ann:secret')}`);
  const open = mirroring(fixture, releases.url.replace('//', '//ann:secret@'));
  expect(await installBicep({ machine: open, build, digests })).toMatchObject({ method: 'download' });
  expect(await fixture.exists('bin/started-in')).toBe(false);
  const wrong = mirroring(fixture, releases.url.replace('//', '//ann:wrong@'));
  await expect(installBicep({ machine: wrong, build, digests })).rejects.toMatchObject({
    finding: { args: { detail: `${releases.url}${path}: HTTP 404` } },
  });
});

test.each(['mirror', 'file:///mirror', 'https://'])('a mirror %j is refused', async (mirror) => {
  await using fixture = await machineWith({});
  await expect(installBicep({ machine: mirroring(fixture, mirror), build, digests })).rejects.toMatchObject({
    finding: { args: { detail: expect.stringContaining('AVM_BICEP_MIRROR is no URL') } },
  });
});

test('what a mirror has is held against the digests of the official releases', async () => {
  await using fixture = await machineWith({});
  await using releases = await releasesOf(telling(fixture.getPath('started')));
  await expect(installBicep({ machine: mirroring(fixture, releases.url), build, digests })).rejects.toMatchObject({
    finding: { args: { detail: expect.stringMatching(/^the compiler is not the one that is known/) } },
  });
  expect(await fixture.exists('started')).toBe(false);
});

test('a server that goes silent is given up', async () => {
  await using fixture = await machineWith({});
  await using releases = await releasesOf((response) => void response.write(good.slice(0, 20)));
  const options: InstallOptions = {
    machine: mirroring(fixture, releases.url),
    build,
    digests,
    method: 'download',
    silence: 200,
  };
  await expect(installBicep(options)).rejects.toMatchObject({
    finding: { args: { detail: expect.stringMatching(/nothing came for 0.2 seconds$/) } },
  });
  expect(await fixture.readdir('cache/create-avm/bicep')).toEqual([]);
});

test('a restore that fails says what dotnet says', async () => {
  await using fixture = await machineWith({ dotnet: brokenDotnet });
  await expect(installBicep({ machine: fixture.machine, build, digests })).rejects.toMatchObject({
    finding: { args: { detail: 'bicep.csproj : error NU1101: no such package' } },
  });
});

test.each([
  ['linux', 'x64', false, 'linux-x64'],
  ['linux', 'x64', true, 'linux-musl-x64'],
  ['linux', 'arm64', false, 'linux-arm64'],
  ['darwin', 'arm64', false, 'osx-arm64'],
  ['win32', 'x64', false, 'win-x64'],
] as const)('%s %s, musl %s is %s', (platform, arch, musl, expected) => {
  expect(runtimeIdentifier({ platform, arch, musl })).toBe(expected);
});

test('a machine that no compiler is published for', () => {
  expect(() => runtimeIdentifier({ platform: 'freebsd', arch: 'x64', musl: false })).toThrow('compiler/no-build');
});
