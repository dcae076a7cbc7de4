import { chmod } from 'node:fs/promises';
import { createFixture } from 'fs-fixture';
import { expect, test } from 'vitest';
import { diagnose, type DiagnoseOptions } from '../../src/checks/doctor.ts';
import { pinnedVersion } from '../../src/checks/bicep/version.ts';

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
  const programs = { bicep, dotnet: '10.0.100', az: '{ "azure-cli": "2.70.0" }' };
  const { brief, facts } = await look(programs, { AVM_MODULES_DIR: 'HERE/modules' }, { nodeVersion: '20.19.0' });
  expect(brief).toEqual({ node: 'ok', bicep: 'ok', modules: 'ok', dotnet: 'ok', az: 'ok', 'trusted-registries': 'ok' });
  expect(facts[1]?.args).toMatchObject({ origin: 'PATH', version: pinnedVersion, pinned: pinnedVersion });
  expect(facts[4]?.args).toEqual({ version: '2.70.0' });
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
    'trusted-registries': 'fail: name-trusted-registry',
  });
  expect(facts[1]?.args['looked']).toHaveLength(3);
  expect(facts[5]?.args).toEqual({ names: [], needed: 'localhost' });
});

test.each([
  [{ bicep: 'Bicep CLI version 0.48.1 (0)' }, {}, 'warn: use-pinned-bicep'],
  [{ bicep: 'Bicep CLI version 0.20.4 (0)' }, {}, 'fail: install-bicep'],
  [{ bicep }, { BICEP_PATH: '/no/such/bicep' }, 'fail: fix-bicep-path'],
])('compilers %j with %j', async (programs, env, expected) => {
  expect((await look(programs, env)).brief['bicep']).toBe(expected);
});

test.each([
  ['localhost:5000', 'localhost', 'ok'],
  ['mine.azurecr.io', '', 'ok'],
  ['mirror.example.com', 'other.example.com', 'fail: name-trusted-registry'],
])('a mirror at %s with %j trusted', async (mirror, names, expected) => {
  const { brief } = await look({}, { BICEP_TRUSTED_REGISTRIES: names }, { mirror });
  expect(brief['trusted-registries']).toBe(expected);
});
