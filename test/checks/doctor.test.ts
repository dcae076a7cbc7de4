import { chmod } from 'node:fs/promises';
import { createFixture } from 'fs-fixture';
import { expect, test } from 'vitest';
import { diagnose, type DiagnoseOptions } from '../../src/checks/doctor.ts';
import { factText, remedyText } from '../../src/cli/doctor/doctor-text.ts';
import { installerOn } from '../../src/checks/bicep/installer.ts';
import { pinnedVersion } from '../../src/checks/bicep/version.ts';
import { makeFinding } from '../../src/findings/finding.ts';
import { listening } from './network/listening.ts';
import { compilerCommand } from '../../src/cli/create/create-text.ts';
import { describe as describeFinding } from '../../src/findings/describe.ts';

const says = (text: string) => `#!/bin/sh\necho '${text}'\n`;

/** The state and the remedy of each fact, on a machine with these programs. */
async function look(
  programs: Record<string, string>,
  env: NodeJS.ProcessEnv = {},
  options: Omit<DiagnoseOptions, 'machine'> = {},
) {
  const files = Object.entries(programs).map(([name, text]) => [`bin/${name}`, says(text)]);
  await using fixture = await createFixture({ home: {}, modules: { avm: {} }, ...Object.fromEntries(files) });
  for (const name of Object.keys(programs)) await chmod(fixture.getPath(`bin/${name}`), 0o755);
  const home = fixture.getPath('home');
  const given = Object.entries(env).map(([name, value]) => [name, value?.replace('HERE', fixture.path)]);
  const machine = {
    env: { PATH: fixture.getPath('bin'), ...Object.fromEntries(given) },
    platform: 'linux',
    home,
  } as const;
  const facts = await diagnose({ machine, ...options });
  return {
    facts,
    brief: Object.fromEntries(
      facts.map(({ name, state, remedy }) => [name, remedy === null ? state : `${state}: ${remedy}`]),
    ),
  };
}

const bicep = `Bicep CLI version ${pinnedVersion} (0)`;

test('a machine with all there is', async () => {
  const programs = { bicep, dotnet: '10.0.100', az: '{ "azure-cli": "2.70.0" }', git: 'git version 2.47.1' };
  const { brief, facts } = await look(programs, { AVM_MODULES_DIR: 'HERE/modules' }, { nodeVersion: '20.19.0' });
  expect(brief).toEqual({
    node: 'ok',
    bicep: 'ok',
    modules: 'ok',
    dotnet: 'ok',
    az: 'ok',
    git: 'ok',
    cache: 'ok',
    'trusted-registries': 'ok',
  });
  expect(facts[1]?.args).toMatchObject({ origin: 'PATH', version: pinnedVersion, pinned: pinnedVersion });
  expect(facts.slice(3, 6).map(factText)).toEqual([
    expect.stringMatching(
      /^dotnet 10\.0\.100 at \/.*\/bin\/dotnet\. avm doctor --install restores the compiler with it\.$/,
    ),
    expect.stringMatching(/^Azure CLI 2\.70\.0 at \/.*\/bin\/az\.$/),
    expect.stringMatching(/^Git 2\.47\.1 at \/.*\/bin\/git\.$/),
  ]);
});

test('the registry of modules is told of as it was found, in this run', async () => {
  await using server = await listening((socket) => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n'));
  await using silent = await listening();
  const env = { AVM_TIMEOUT: '0.5' };
  const modulesOf = async (mirror: string) => (await look({}, env, { mirror })).facts[2];
  const found = await modulesOf(`localhost:${server.port}`);
  expect(found).toMatchObject({ name: 'modules', state: 'ok' });
  expect(found && factText(found)).toBe(`The module registry localhost:${server.port} can be reached.`);
  const missed = await modulesOf(`localhost:${silent.port}`);
  expect(missed).toMatchObject({ name: 'modules', state: 'warn', remedy: 'reach-registry' });
  expect(missed && factText(missed)).toContain('can’t be reached: got no answer to a TLS handshake within 0.5 s');
  expect(missed && remedyText(missed)).toContain('HTTPS_PROXY');
});

test('where --install gets the compiler from a mirror, that is said', async () => {
  const { facts } = await look({}, { AVM_BICEP_MIRROR: 'https://mirror.example.com', AVM_MODULES_DIR: '/no' });
  expect(facts.map(factText).join()).toContain('--install downloads the compiler from the mirror');
});

test('a machine with nothing', async () => {
  const env = { AVM_MODULES_DIR: '/no/such/folder' };
  const { brief, facts } = await look({}, env, { nodeVersion: '20.18.3', mirror: 'localhost:5000' });
  expect(brief).toEqual({
    node: 'fail: upgrade-node',
    bicep: 'fail: install-bicep',
    modules: 'fail: fix-modules-dir',
    dotnet: 'ok',
    az: 'warn: install-az',
    git: 'ok',
    cache: 'ok',
    'trusted-registries': 'fail: name-trusted-registry',
  });
  expect(facts[1]?.args['looked']).toHaveLength(3);
  expect(facts.at(-1)?.args).toEqual({ names: [], needed: 'localhost' });
});

test.each([
  [{ bicep: 'Bicep CLI version 0.48.1 (0)' }, {}, 'warn: use-pinned-bicep'],
  [{ bicep: 'Bicep CLI version 0.20.4 (0)' }, {}, 'fail: install-bicep'],
  [{ bicep }, { BICEP_PATH: '/no/such/bicep' }, 'fail: fix-bicep-path'],
])('compilers %j with %j', async (programs, env, expected) => {
  expect((await look(programs, env)).brief['bicep']).toBe(expected);
});

test('where this tool has no digest of the compiler, the Azure CLI gets it', async () => {
  const macOs = { platform: 'darwin', arch: 'arm64', musl: false } as const;
  const { facts } = await look({}, {}, { build: macOs });
  expect(remedyText(facts[1]!)).toMatch(/^To install Bicep [\d.]+, run: az bicep install --version v[\d.]+$/);
  expect(factText(facts[3]!)).toBe('No dotnet. avm doctor --install supports no compiler on this platform.');
  const old = await look({ bicep: 'Bicep CLI version 0.48.1 (0)' }, {}, { build: macOs });
  expect(remedyText(old.facts[1]!)).toMatch(/^To install Bicep ([\d.]+), run: az bicep install --version v\1$/);
  const linux = { ...macOs, platform: 'linux', arch: 'x64' } as const;
  expect(remedyText((await look({}, {}, { build: linux })).facts[1]!)).toMatch(
    /^To install Bicep [\d.]+, run: avm doctor --install$/,
  );
  expect(installerOn({ ...linux, arch: 'riscv64' })).toBe('az');
});

const about = { path: '/b', version: '0.1.0', minimum: '0.2.0', looked: ['PATH'], pinned: pinnedVersion };

test.each(['compiler/missing', 'compiler/too-old', 'compiler/unusable', 'compiler/inside-workspace'] as const)(
  '%s names what gets a compiler here',
  (code) => {
    const said = (install: string): string => describeFinding(makeFinding(code, 'error', { ...about, install })).remedy;
    expect(said('avm')).toContain('avm doctor --install');
    expect(said('az')).toContain(`az bicep install --version v${pinnedVersion}`);
    expect(said('az')).not.toContain('avm doctor');
    expect(compilerCommand({ getting: { install: 'az', pinned: '0.1.2' } }, (args) => `avm ${args}`)).toBe(
      'az bicep install --version v0.1.2',
    );
  },
);

test.each([
  ['localhost:5000', 'localhost', 'ok'],
  ['mine.azurecr.io', '', 'ok'],
  ['mirror.example.com', 'other.example.com', 'fail: name-trusted-registry'],
])('a mirror at %s with %j trusted', async (mirror, names, expected) => {
  const { brief } = await look({}, { BICEP_TRUSTED_REGISTRIES: names }, { mirror });
  expect(brief['trusted-registries']).toBe(expected);
});

test('a program that a workspace could have put there is not started, and that is told', async () => {
  await using fixture = await createFixture({
    'work/avm.yaml': '',
    'work/node_modules/.bin/bicep': says('evil; touch started'),
    'bin/bicep': says(bicep),
    home: {},
  });
  for (const path of ['work/node_modules/.bin/bicep', 'bin/bicep']) await chmod(fixture.getPath(path), 0o755);
  const [root, planted] = [fixture.getPath('work'), fixture.getPath('work/node_modules/.bin/bicep')];
  const env = { PATH: `${fixture.getPath('work/node_modules/.bin')}:${fixture.getPath('bin')}` };
  const machine = { env, platform: 'linux', home: fixture.getPath('home'), workspace: root, cwd: root } as const;
  const fact = (await diagnose({ machine })).find(({ name }) => name === 'bicep');
  expect(fact?.args).toMatchObject({ path: fixture.getPath('bin/bicep'), skipped: [`${planted} (package-scripts)`] });
  expect(factText(fact!)).toBe(
    `Bicep ${pinnedVersion} at ${fixture.getPath('bin/bicep')}. Not used: ${planted} (it is a script of a package, which npm and npx add to PATH).`,
  );
});

test.skipIf(process.platform === 'win32')('a cache that others can write is named, with what to do', async () => {
  await using fixture = await createFixture({ 'home/.cache/create-avm': {} });
  await chmod(fixture.getPath('home/.cache/create-avm'), 0o777);
  const machine = { env: {}, platform: 'linux', home: fixture.getPath('home') } as const;
  const fact = (await diagnose({ machine })).find(({ name }) => name === 'cache');
  const folder = fixture.getPath('home/.cache/create-avm');
  expect(fact).toMatchObject({ state: 'warn', args: { folder, problem: 'open-to-others' } });
  expect(factText(fact!)).toBe(`The cache '${folder}' is not used: other users can write it.`);
  expect(remedyText(fact!)).toBe(`Remove it, or restrict it to your user: chmod 700 ${folder}`);
});
