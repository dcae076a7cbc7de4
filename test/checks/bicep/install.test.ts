import { once } from 'node:events';
import { chmod } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createFixture, type FsFixture } from 'fs-fixture';
import { expect, test } from 'vitest';
import type { Machine } from '../../../src/checks/bicep/folders.ts';
import { installBicep, type InstallOptions } from '../../../src/checks/bicep/install.ts';
import { runtimeIdentifier, type Build } from '../../../src/checks/bicep/rid.ts';
import { pinnedVersion } from '../../../src/checks/bicep/version.ts';

const build: Build = { platform: 'linux', arch: 'x64', musl: false };
const compiler = (version: string) => `#!/bin/sh\necho "Bicep CLI version ${version} (0123456789)"\n`;

/** Does what `dotnet restore PROJECT --packages FOLDER` does with a package that holds a compiler. */
const dotnet = `#!/bin/sh
if [ "$1" = --version ]; then echo 10.0.100; exit 0; fi
grep -q '<TargetFramework>net10.0<' "$2/bicep.csproj" || exit 3
grep -q 'PackageDownload Include="Azure.Bicep.CommandLine.linux-x64" Version="\\[${pinnedVersion}\\]"' "$2/bicep.csproj" || exit 4
tools="$4/azure.bicep.commandline.linux-x64/${pinnedVersion}/tools"
mkdir -p "$tools"
printf '#!/bin/sh\\necho "Bicep CLI version ${pinnedVersion} (0)"\\n' > "$tools/bicep"
`;
const brokenDotnet = `#!/bin/sh
if [ "$1" = --version ]; then echo 10.0.100; exit 0; fi
echo "  bicep.csproj : error NU1101: no such package"
exit 1
`;

async function machineWith(programs: Record<string, string>): Promise<FsFixture & { machine: Machine }> {
  const files = Object.entries(programs).map(([name, text]) => [`bin/${name}`, text]);
  const fixture = await createFixture({ cache: {}, ...Object.fromEntries(files) });
  for (const name of Object.keys(programs)) await chmod(fixture.getPath(`bin/${name}`), 0o755);
  const env = { PATH: `${fixture.getPath('bin')}:/usr/bin:/bin`, XDG_CACHE_HOME: fixture.getPath('cache') };
  return Object.assign(fixture, { machine: { env, platform: 'linux', home: fixture.getPath('home') } as const });
}

async function releasesOf(files: Record<string, string>) {
  const server = createServer((request, response) => {
    const text = files[request.url ?? ''];
    response.writeHead(text === undefined ? 404 : 200).end(text);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const close = async () => void server.close();
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, [Symbol.asyncDispose]: close };
}

const path = `/v${pinnedVersion}/bicep-linux-x64`;
const installed = `cache/create-avm/bicep/${pinnedVersion}/bicep`;

test('by dotnet where there is one, from a project that only downloads', async () => {
  await using fixture = await machineWith({ dotnet });
  const result = await installBicep({ machine: fixture.machine, build });
  expect(result).toEqual({ path: fixture.getPath(installed), version: pinnedVersion, method: 'nuget' });
  expect(await fixture.readdir('cache/create-avm/bicep')).toEqual([pinnedVersion]);
});

test('by download, over one that is there', async () => {
  await using fixture = await machineWith({});
  await using releases = await releasesOf({ [path]: compiler(pinnedVersion) });
  const options: InstallOptions = { machine: fixture.machine, build, method: 'download', releases: releases.url };
  expect((await installBicep(options)).method).toBe('download');
  expect((await installBicep(options)).path).toBe(fixture.getPath(installed));
});

test.each([
  ['another version', compiler('0.30.1'), 'it is version 0.30.1'],
  ['something that does not run', '<html>please log in</html>', 'it does not run'],
])('%s is not put in place', async (_, body, detail) => {
  await using fixture = await machineWith({});
  await using releases = await releasesOf({ [path]: body });
  const options: InstallOptions = { machine: fixture.machine, build, method: 'download', releases: releases.url };
  await expect(installBicep(options)).rejects.toMatchObject({
    finding: { code: 'compiler/not-installed', args: { detail } },
  });
  expect(await fixture.readdir('cache/create-avm/bicep')).toEqual([]);
});

test('a download that fails says what was asked for and why', async () => {
  await using fixture = await machineWith({});
  await using releases = await releasesOf({});
  const options: InstallOptions = { machine: fixture.machine, build, method: 'download', releases: releases.url };
  const detail = `${releases.url}${path}: HTTP 404`;
  await expect(installBicep(options)).rejects.toMatchObject({ finding: { args: { detail } } });
  const fetch = () => Promise.reject(new TypeError('fetch failed', { cause: new Error('getaddrinfo ENOTFOUND') }));
  await expect(installBicep({ ...options, fetch })).rejects.toMatchObject({
    finding: { args: { detail: expect.stringContaining('getaddrinfo ENOTFOUND') } },
  });
});

test('a restore that fails says what dotnet says', async () => {
  await using fixture = await machineWith({ dotnet: brokenDotnet });
  await expect(installBicep({ machine: fixture.machine, build })).rejects.toMatchObject({
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
