import { chmod } from 'node:fs/promises';
import { createFixture, type FsFixture } from 'fs-fixture';
import { expect, test } from 'vitest';
import { argumentOf } from '../../../src/findings/finding.ts';
import { installedPath, type Machine } from '../../../src/checks/bicep/folders.ts';
import { locateBicep, searchBicep } from '../../../src/checks/bicep/locate.ts';
import { openCompiler } from '../../../src/checks/bicep/open.ts';
import { checkVersion } from '../../../src/checks/bicep/installer.ts';
import { pinnedVersion } from '../../../src/checks/bicep/version.ts';
import { bicepPath } from '../../support/bicep.ts';
import { isMissing } from '../../support/tools.ts';

/** A program that answers `--version` and nothing else. */
const sayingVersion = (version: string) => `#!/bin/sh\necho "Bicep CLI version ${version} (0123456789)"\n`;

async function withCompilers(compilers: Record<string, string>): Promise<FsFixture> {
  const entries = Object.entries(compilers).map(([path, version]) => [path, sayingVersion(version)]);
  const fixture = await createFixture(Object.fromEntries(entries));
  for (const path of Object.keys(compilers)) await chmod(fixture.getPath(path), 0o755);
  return fixture;
}

function machineAt(fixture: FsFixture, env: NodeJS.ProcessEnv = {}): Machine {
  return { env: { PATH: fixture.getPath('bin'), ...env }, platform: 'linux', home: fixture.getPath('home') };
}

const everywhere = {
  'named/bicep': '0.49.2',
  'bin/bicep': '0.49.1',
  'home/.azure/bin/bicep': '0.49.0',
  [`home/.cache/create-avm/bicep/${pinnedVersion}/bicep`]: pinnedVersion,
};

test('places in their order', async () => {
  await using fixture = await withCompilers(everywhere);
  const { found } = searchBicep(machineAt(fixture));
  expect(found.map(({ origin }) => origin)).toEqual(['PATH', 'azure-cli', 'installed']);
  const { bicep } = await locateBicep(machineAt(fixture));
  expect(bicep).toEqual({ origin: 'PATH', path: fixture.getPath('bin/bicep'), version: '0.49.1' });
});

test('BICEP_PATH decides alone, even where it is wrong', async () => {
  await using fixture = await withCompilers(everywhere);
  const right = machineAt(fixture, { BICEP_PATH: fixture.getPath('named/bicep') });
  expect((await locateBicep(right)).bicep?.origin).toBe('BICEP_PATH');
  const wrong = machineAt(fixture, { BICEP_PATH: '/no/such/bicep' });
  const { bicep, findings } = await locateBicep(wrong);
  expect(bicep).toBeNull();
  expect(findings).toMatchObject([{ code: 'compiler/missing', args: { looked: ['/no/such/bicep'] } }]);
});

test('no compiler: the places that were looked at', async () => {
  await using fixture = await createFixture({ home: {} });
  const { findings } = await locateBicep(machineAt(fixture));
  expect(findings.map((one) => argumentOf(one, 'looked'))[0]).toEqual([
    'PATH',
    fixture.getPath('home/.azure/bin/bicep'),
    fixture.getPath(`home/.cache/create-avm/bicep/${pinnedVersion}/bicep`),
  ]);
});

test('one that is too old is passed over for one that serves', async () => {
  await using fixture = await withCompilers({ ...everywhere, 'bin/bicep': '0.30.3' });
  expect((await locateBicep(machineAt(fixture))).bicep?.origin).toBe('azure-cli');
});

test('one that is too old, and no other', async () => {
  await using fixture = await withCompilers({ 'bin/bicep': '0.30.3' });
  const { bicep, findings } = await locateBicep(machineAt(fixture));
  expect(bicep).toBeNull();
  expect(findings).toMatchObject([{ code: 'compiler/too-old', args: { version: '0.30.3', pinned: pinnedVersion } }]);
});

test('something that is no compiler', () => {
  expect(checkVersion(null, '/bin/true')?.code).toBe('compiler/unusable');
});

test.each([
  [
    'win32',
    { LOCALAPPDATA: 'C:\\Local' },
    'C:\\Users\\me',
    `C:\\Local\\create-avm\\bicep\\${pinnedVersion}\\bicep.exe`,
  ],
  ['darwin', {}, '/Users/me', `/Users/me/Library/Caches/create-avm/bicep/${pinnedVersion}/bicep`],
  ['linux', {}, '/home/me', `/home/me/.cache/create-avm/bicep/${pinnedVersion}/bicep`],
  ['linux', { XDG_CACHE_HOME: '/cache' }, '/home/me', `/cache/create-avm/bicep/${pinnedVersion}/bicep`],
  ['linux', { XDG_CACHE_HOME: 'relative' }, '/home/me', `/home/me/.cache/create-avm/bicep/${pinnedVersion}/bicep`],
] as const)('the folder of this tool on %s with %j', (platform, env, home, expected) => {
  expect(installedPath({ platform, env, home })).toBe(expected);
});

test.skipIf(isMissing('bicep'))('the real compiler, opened', async () => {
  await using fixture = await createFixture({ home: {} });
  const env = { ...process.env, XDG_CACHE_HOME: '', BICEP_PATH: bicepPath() };
  const machine = { env, platform: process.platform, home: fixture.getPath('home') };
  const { bicep, session } = await openCompiler({ machine });
  expect(bicep).toEqual({ origin: 'BICEP_PATH', path: bicepPath(), version: pinnedVersion });
  await session.close();
});

test('nothing to open', async () => {
  await using fixture = await createFixture({ home: {} });
  await expect(openCompiler({ machine: machineAt(fixture) })).rejects.toMatchObject({
    finding: { code: 'compiler/missing' },
  });
});
