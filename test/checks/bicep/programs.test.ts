import { chmod, symlink } from 'node:fs/promises';
import { createFixture } from 'fs-fixture';
import { expect, test } from 'vitest';
import { locateBicep, searchBicep } from '../../../src/checks/bicep/locate.ts';
import { openCompiler } from '../../../src/checks/bicep/open.ts';
import { findProgram, safeEnvironment, surroundings } from '../../../src/checks/bicep/programs.ts';
import { readVersion } from '../../../src/checks/bicep/read-version.ts';
import { run } from '../../../src/checks/bicep/run.ts';
import { pinnedVersion } from '../../../src/checks/bicep/version.ts';

const script = '#!/bin/sh\nexit 0\n';
const folders = [
  'repo/work/node_modules/.bin',
  'repo/node_modules/.bin',
  'elsewhere/node_modules/.bin',
  'repo/work/bin',
  'repo/tools',
  'here',
  'bin',
];

/** A workspace in a repository, programs named dotnet and bicep all over the place, and a link to one of them. */
async function machine(PATH: readonly string[], env: NodeJS.ProcessEnv = {}) {
  const programs = folders.flatMap((folder) => [`${folder}/dotnet`, `${folder}/bicep`]);
  const fixture = await createFixture({
    'repo/.git/HEAD': '',
    'repo/work/avm.yaml': '',
    home: {},
    linked: {},
    ...Object.fromEntries(programs.map((path) => [path, script])),
  });
  for (const path of programs) await chmod(fixture.getPath(path), 0o755);
  await symlink('../repo/work/bin/dotnet', fixture.getPath('linked/dotnet'));
  const entries = PATH.map((entry) => (entry === '' || entry.startsWith('.') ? entry : fixture.getPath(entry)));
  const made = {
    env: { PATH: entries.join(':'), ...env },
    platform: 'linux',
    home: fixture.getPath('home'),
    workspace: fixture.getPath('repo/work'),
    cwd: fixture.getPath('here'),
  } as const;
  return Object.assign(fixture, { machine: made });
}

test('what the current folder, the workspace, its repository and packages offer is passed over, and told', async () => {
  await using fixture = await machine([...folders.slice(0, -1), 'linked', 'bin']);
  const { path, skipped } = findProgram('dotnet', fixture.machine);
  expect(path).toBe(fixture.getPath('bin/dotnet'));
  expect(skipped.map((one) => [one.path.slice(fixture.path.length + 1), one.why])).toEqual([
    ['repo/work/node_modules/.bin/dotnet', 'package-scripts'],
    ['repo/node_modules/.bin/dotnet', 'package-scripts'],
    ['elsewhere/node_modules/.bin/dotnet', 'package-scripts'],
    ['repo/work/bin/dotnet', 'workspace'],
    ['repo/tools/dotnet', 'workspace'],
    ['here/dotnet', 'current-folder'],
    ['linked/dotnet', 'workspace'],
  ]);
  expect(safeEnvironment(fixture.machine)['PATH']).toBe([fixture.getPath('linked'), fixture.getPath('bin')].join(':'));
});

test.each(['', '.', './bin', '../bin'])('an entry %j of PATH depends on the current folder', async (entry) => {
  await using fixture = await machine([entry, 'bin']);
  expect(findProgram('dotnet', fixture.machine).path).toBe(fixture.getPath('bin/dotnet'));
  expect(safeEnvironment(fixture.machine)['PATH']).toBe(fixture.getPath('bin'));
});

test('a repository of the home folder has the user’s own programs', async () => {
  await using fixture = await machine(['repo/tools']);
  const own = { ...fixture.machine, home: fixture.getPath('repo') };
  expect(findProgram('dotnet', own).path).toBe(fixture.getPath('repo/tools/dotnet'));
});

test('the compiler of a committed node_modules/.bin is not the compiler', async () => {
  await using fixture = await machine(['repo/work/node_modules/.bin', 'bin']);
  const { found, skipped } = searchBicep(fixture.machine);
  expect(found).toEqual([{ origin: 'PATH', path: fixture.getPath('bin/bicep') }]);
  expect(skipped).toMatchObject([{ why: 'package-scripts' }]);
});

test('BICEP_PATH may name any compiler, but none in the workspace', async () => {
  await using fixture = await machine(['bin']);
  const named = (path: string) => ({ ...fixture.machine, env: { BICEP_PATH: fixture.getPath(path) } });
  expect(searchBicep(named('repo/tools/bicep')).found).toHaveLength(1);
  expect((await locateBicep(named('repo/work/bin/bicep'))).findings).toMatchObject([
    { code: 'compiler/inside-workspace', args: { path: fixture.getPath('repo/work/bin/bicep') } },
  ]);
  await expect(openCompiler({ machine: named('repo/work/bin/bicep') })).rejects.toMatchObject({
    finding: { code: 'compiler/inside-workspace' },
  });
});

test.skipIf(process.platform === 'win32')('an installed compiler that others can write is not started', async () => {
  const path = `home/.cache/create-avm/bicep/${pinnedVersion}/bicep`;
  await using fixture = await createFixture({ [path]: script });
  await chmod(fixture.getPath(path), 0o777);
  const { found, skipped } = searchBicep({ env: {}, platform: 'linux', home: fixture.getPath('home') });
  expect(found).toEqual([]);
  expect(skipped).toMatchObject([{ origin: 'installed', why: 'open-to-others' }]);
});

test('a program is started in a folder of the tool’s own, and can start nothing of the workspace itself', async () => {
  await using fixture = await machine(['repo/work/bin', 'bin']);
  await fixture.writeFile('bin/bicep', '#!/bin/sh\npwd > "$HOME/said"; echo "$PATH" >> "$HOME/said"; echo 1.2.3\n');
  const env = { ...fixture.machine.env, HOME: fixture.getPath('home') };
  expect(await readVersion(fixture.getPath('bin/bicep'), { ...fixture.machine, env })).toBe('1.2.3');
  expect((await fixture.readFile('home/said', 'utf8')).split('\n').slice(0, 2)).toEqual([
    fixture.getPath('home/.cache/create-avm/work'),
    fixture.getPath('bin'),
  ]);
  const nowhere = { ...fixture.machine, home: fixture.getPath('repo/work/avm.yaml') };
  expect(surroundings(nowhere, fixture.getPath('bin/bicep')).cwd).toBe(fixture.getPath('bin'));
});

test('on Windows PATH has any case, and the current folder is not searched', () => {
  const Path = 'C:\\work\\bin;C:\\tools;.;C:\\other\\node_modules\\.bin';
  const env = safeEnvironment({
    env: { Path },
    platform: 'win32',
    home: 'C:\\Users\\me',
    workspace: 'C:\\work',
    cwd: 'C:\\work',
  });
  expect(env).toEqual({ Path: 'C:\\tools', NoDefaultCurrentDirectoryInExePath: '1' });
});

test('nothing is started by its name alone', () => {
  expect(() => run('dotnet', [])).toThrow('without its path');
});
