import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { createFixture } from 'fs-fixture';
import { describe, expect, test } from 'vitest';
import { createSession } from '../../src/checks/bicep/session.ts';
import { compileWorkspace } from '../../src/checks/compile.ts';
import { prepareModules } from '../../src/checks/modules/prepare.ts';
import { chooseSource, publicRegistry, type ModuleSource } from '../../src/checks/modules/source.ts';
import { isTrusted } from '../../src/checks/modules/trust.ts';
import { bicepPath } from '../support/bicep.ts';
import { isMissing } from '../support/tools.ts';
import { startRegistry } from './registry-server.ts';
import { openWorkspace, realModules, smallFiles, smallModules } from './small-workspace.ts';

const stub = () => '{}';
const nsg = { module: 'avm/res/network/network-security-group', version: '0.5.3' };
const nsgFiles = {
  'main.bicep': `module nsg 'br/public:${nsg.module}:${nsg.version}' = {\n  params: { name: 'nsg' }\n}\n`,
};
const nsgStub = JSON.stringify({
  $schema: 'https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#',
  languageVersion: '2.0',
  contentVersion: '1.0.0.0',
  parameters: { name: { type: 'string' } },
  resources: {},
  outputs: { resourceId: { type: 'string', value: '' } },
});

describe('choosing where modules come from', () => {
  const mirror = { host: 'mirror.example.com', path: 'avm-mirror' };
  const AVM_MODULES_DIR = '/from/environment';
  test.each<[object, ModuleSource]>([
    [{ env: {} }, { kind: 'registry', registry: publicRegistry }],
    [
      { env: {}, mirror },
      { kind: 'mirror', registry: mirror },
    ],
    [
      { env: { AVM_MODULES_DIR }, mirror },
      { kind: 'folder', folder: AVM_MODULES_DIR },
    ],
    [
      { env: { AVM_MODULES_DIR }, modules: '/named' },
      { kind: 'folder', folder: '/named' },
    ],
    [
      { env: { AVM_MODULES_DIR }, modules: 'interfaces' },
      { kind: 'interfaces', stub },
    ],
  ])('%j', (choice, expected) => {
    expect(chooseSource({ env: {}, stub, ...choice })).toEqual(expected);
  });
});

test.each([
  ['mcr.microsoft.com', '', true],
  ['mine.azurecr.io', '', true],
  ['azurecr.io.example.com', '', false],
  ['localhost:5000', '', false],
  ['localhost:5000', 'other; localhost', true],
  ['avm.mirrors.example.com', '*.example.com', true],
])('trust in %s with %j is %s', (host, names, trusted) => {
  expect(isTrusted(host, { BICEP_TRUSTED_REGISTRIES: names })).toBe(trusted);
});

describe('modules from interfaces', () => {
  test('a module cache of its own, without a file in the workspace or at home', async () => {
    await using open = await openWorkspace(nsgFiles, { kind: 'interfaces', stub: () => nsgStub }, [nsg]);
    const cache = join(open.prepared.environment['HOME'] ?? '', '.bicep');
    expect(cache.startsWith(homedir())).toBe(false);
    expect(existsSync(cache)).toBe(true);
    expect(open.prepared.root).toBe(open.fixture.path);
    const { findings } = await compileWorkspace(open.session, open.prepared.root, { environments: [] });
    expect(findings).toEqual([]);
    await open.prepared.dispose();
    expect(existsSync(cache)).toBe(false);
  });

  test('an interface that is not known is a finding', async () => {
    const unknown = () => Promise.reject(new Error('no such module'));
    await using open = await openWorkspace(nsgFiles, { kind: 'interfaces', stub: unknown }, [nsg]);
    expect(open.prepared.findings).toMatchObject([{ code: 'modules/no-interface', args: { ...nsg } }]);
  });

  test.skipIf(isMissing('bicep')).each([
    ['where the home folder can not be moved', 'win32', undefined],
    [
      'where the workspace names its own cache',
      process.platform,
      '{ // here\n  "cacheRootDirectory": "elsewhere"\n}\n',
    ],
    ['where there is an empty configuration', 'win32', '{ }\n'],
  ] as const)('%s, a copy of the workspace is compiled', async (_, platform, config) => {
    const files = { ...nsgFiles, ...(config === undefined ? {} : { 'bicepconfig.json': config }) };
    await using fixture = await createFixture({ ...files, '.git/HEAD': 'x', 'scripts/a.ps1': 'a' });
    const machine = { env: process.env, platform, home: homedir() };
    const input = { root: fixture.path, modules: [nsg], registry: publicRegistry, bicep: bicepPath(), machine };
    const prepared = await prepareModules({ kind: 'interfaces', stub: () => nsgStub }, input);
    const session = createSession({ path: bicepPath(), env: { ...process.env, ...prepared.environment } });
    const { findings } = await compileWorkspace(session, prepared.root, { environments: [] });
    await session.close();
    expect(findings).toEqual([]);
    expect(prepared.root).not.toBe(fixture.path);
    expect(existsSync(join(prepared.root, 'scripts/a.ps1'))).toBe(true);
    expect(existsSync(join(prepared.root, '.git'))).toBe(false);
    await prepared.dispose();
    expect(existsSync(prepared.root)).toBe(false);
    expect(existsSync(fixture.getPath('bicepconfig.json'))).toBe(config !== undefined);
    expect(await fixture.readFile('main.bicep', 'utf8')).toBe(nsgFiles['main.bicep']);
  });
});

describe('modules from a folder', () => {
  test.skipIf(realModules === null)('a version that is not there names those that are', async () => {
    const asked = [{ ...nsg, version: '9.9.9' }, ...smallModules];
    await using open = await openWorkspace(smallFiles, undefined, asked);
    expect(open.prepared.findings).toMatchObject([
      { code: 'modules/not-in-folder', severity: 'error', args: { module: nsg.module, version: '9.9.9' } },
    ]);
    expect(open.prepared.findings[0]?.args).toMatchObject({ there: expect.arrayContaining(['0.5.3']) });
  });

  test('a folder that is not there is one finding', async () => {
    const source = { kind: 'folder', folder: '/no/such/folder' } as const;
    await using open = await openWorkspace(smallFiles, source);
    expect(open.prepared.findings.map(({ code }) => code)).toEqual(['modules/no-folder']);
  });
});

describe.skipIf(isMissing('bicep'))('modules from a registry', () => {
  const mirrored = (host: string) => ({
    ...nsgFiles,
    'bicepconfig.json': JSON.stringify({
      experimentalFeaturesEnabled: { ociEnabled: true },
      moduleAliases: { br: { public: { registry: host, modulePath: 'bicep' } } },
    }),
  });

  async function restore(host: string, trusted: string) {
    await using fixture = await createFixture({ home: {}, ...prefixed('workspace', mirrored(host)) });
    const home = fixture.getPath('home');
    const env = { ...process.env, HOME: home, BICEP_TRUSTED_REGISTRIES: trusted };
    const registry = { host, path: 'bicep' };
    const root = fixture.getPath('workspace');
    const machine = { env, platform: process.platform, home };
    const input = { root, modules: [nsg], registry, bicep: bicepPath(), machine };
    const prepared = await prepareModules({ kind: 'mirror', registry }, input);
    if (prepared.findings.length > 0) return { findings: prepared.findings, again: [] };
    const session = createSession({ path: bicepPath(), env: { ...env, ...prepared.environment } });
    const { findings } = await compileWorkspace(session, prepared.root, { environments: [] });
    await session.close();
    return { findings, again: (await prepareModules({ kind: 'mirror', registry }, input)).findings };
  }

  test('a mirror is restored from once, and what is cached is not asked for again', async () => {
    await using server = await startRegistry({ [`bicep/${nsg.module}:${nsg.version}`]: nsgStub });
    const { findings, again } = await restore(server.host, 'localhost');
    expect([findings, again]).toEqual([[], []]);
    expect(server.requests.filter((request) => request.includes('/manifests/'))).toHaveLength(1);
  });

  test('a mirror that is not trusted is one finding with the name to give', async () => {
    const { findings } = await restore('localhost:9', 'other.example.com');
    expect(findings).toMatchObject([
      {
        code: 'modules/untrusted-registry',
        args: { host: 'localhost:9', name: 'localhost', trusted: ['other.example.com'] },
      },
    ]);
  });

  test('a module that the mirror lacks is a finding with its name', async () => {
    await using server = await startRegistry({});
    const { findings } = await restore(server.host, 'localhost');
    expect(findings).toMatchObject([
      { code: 'modules/not-in-registry', args: { modules: [`${server.host}/bicep/${nsg.module}:${nsg.version}`] } },
    ]);
  });

  test('a mirror that can not be reached is one finding with the reason', async () => {
    const { findings } = await restore('localhost:9', 'localhost');
    expect(findings).toMatchObject([{ code: 'modules/unreachable', args: { host: 'localhost:9' } }]);
    expect(findings[0]?.args).toMatchObject({
      detail: expect.stringMatching(/^could not connect to localhost, port 9/),
    });
  });
});

function prefixed(folder: string, files: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(files).map(([path, text]) => [`${folder}/${path}`, text]));
}

test.skipIf(realModules === null)('real modules are laid out as they are', async () => {
  await using open = await openWorkspace();
  const entry = '.bicep/br/mcr.microsoft.com/bicep$avm$res$network$network-security-group/0.5.3$/main.json';
  const laid = await readFile(join(open.prepared.environment['HOME'] ?? '', entry), 'utf8');
  expect(laid).toBe(await readFile(join(realModules ?? '', nsg.module, nsg.version, 'main.json'), 'utf8'));
});
