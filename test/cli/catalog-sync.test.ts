import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { readdir, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { outputFile } from 'fs-extra/esm';
import { expect, test } from 'vitest';
import { parseAdded } from '../../avm-catalog/modules/added.ts';
import type { ModuleIndex } from '../../avm-catalog/modules/format.ts';
import { dataFolder, loadIndex } from '../../avm-catalog/modules/load.ts';
import { fingerprint, project } from '../package/tarball.ts';
import { avm, dataOf, folder, workspace } from './run.ts';

const $schema = 'https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#';
const template = (...names: string[]): string =>
  JSON.stringify({
    $schema,
    parameters: Object.fromEntries(names.map((name) => [name, { type: 'string' }])),
    outputs: {},
  });
const nat = 'avm/res/network/nat-gateway';

/** A folder with one module, in a version that nobody has yet. */
async function source(version = '99.0.0'): Promise<string> {
  const at = await folder();
  await outputFile(at.getPath(`${nat}/${version}/main.json`), template('fresh'));
  return at.path;
}

test('one module is added to the workspace; the package stays as it is, and everything works', async () => {
  const before = fingerprint(dataFolder());
  const { cwd, file } = await workspace();
  const known = Object.keys(loadIndex()).length;
  const synced = await avm({ cwd }, 'catalog', 'sync', await source());
  expect(synced.code, synced.err).toBe(0);
  expect(synced.out).toContain(`~ ${nat} `);
  expect(synced.out).toContain('0 added, 0 removed, 1 changed (1 with breaking changes).');
  expect(fingerprint(dataFolder())).toEqual(before);
  expect(Object.keys(JSON.parse(await file('.avm/catalog.json')) as object)).toEqual([
    'schema',
    'modules',
    'interfaces',
  ]);
  expect((await avm({ cwd }, 'catalog', 'show', 'network/nat-gateway@99.0.0')).out).toContain('fresh');
  expect((await avm({ cwd }, 'catalog', 'show', 'network/nat-gateway')).out).toContain(':99.0.0');
  const { entries } = dataOf(await avm({ cwd }, 'catalog', 'modules', '--json'));
  expect(entries).toHaveLength(known);
  for (const command of [
    ['render', '--dry-run'],
    ['check', '--depth', 'interface'],
    ['plan', '--json'],
  ])
    expect(await avm({ cwd }, ...command), command.join(' ')).toMatchObject({ code: 0 });
  expect((await avm({ cwd }, 'catalog', 'sync', await source())).out).toBe('The catalog is up to date.\n');
});

test('a workspace does not change what the package says of a version', async () => {
  const { cwd } = await workspace();
  const version = loadIndex()[nat]?.held.at(-1) ?? '';
  const synced = await avm({ cwd }, 'catalog', 'sync', await source(version));
  expect(synced.code, synced.err).toBe(0);
  expect((await avm({ cwd }, 'catalog', 'show', `network/nat-gateway@${version}`)).out).not.toContain('fresh');
});

test('--prune takes back what was added, and keeps what main.bicep names', async () => {
  const { cwd } = await workspace();
  const all = async () => JSON.parse(readFileSync(join(cwd, '.avm/catalog.json'), 'utf8')) as { interfaces: object };
  await avm({ cwd }, 'catalog', 'sync', await source('98.0.0'));
  await avm({ cwd }, 'catalog', 'sync', await source('99.0.0'));
  await outputFile(join(cwd, 'main.bicep'), `module x 'br/public:${nat}:98.0.0' = {}\n`);
  const pruned = await avm({ cwd }, 'catalog', 'sync', await source('100.0.0'), '--prune');
  expect(pruned.out).toContain(`- ${nat} 99.0.0\n`);
  expect(Object.keys((await all()).interfaces)).toEqual([`${nat}/100.0.0`, `${nat}/98.0.0`]);
});

test('outside of a workspace it is said where to write, and a folder can be named', async () => {
  const at = await folder();
  const from = await source();
  const refused = await avm({ cwd: at.path }, 'catalog', 'sync', from);
  expect(refused).toMatchObject({ code: 2, err: expect.stringContaining('--into FOLDER') });
  expect(await readdir(at.path)).toEqual([]);
  expect(await avm({ cwd: at.path }, 'catalog', 'sync', from, '--into', 'mine')).toMatchObject({ code: 0 });
  expect((await readdir(at.getPath('mine'))).toSorted()).toEqual(['avm', 'index.json']);
});

test('nothing is written through a link, and a file that is no catalog is named', async () => {
  const { cwd, parent } = await workspace();
  await outputFile(parent.getPath('outside.json'), '{}');
  await symlink('../../outside.json', join(cwd, '.avm/catalog.json'));
  const refused = await avm({ cwd }, 'catalog', 'show', 'network/nat-gateway');
  expect(refused).toMatchObject({ code: 1, err: expect.stringContaining("catalog.json' cannot be read") });
  expect(await parent.readFile('outside.json', 'utf8')).toBe('{}');
});

/** Takes one source and the other into a workspace and a folder, again and again, until it is killed. */
const forever = (root: string, into: string, sources: readonly string[]): string => `
  import { folderStore, syncModules } from ${JSON.stringify(join(project, 'avm-catalog/modules/sync.ts'))};
  import { workspaceStore } from ${JSON.stringify(join(project, 'src/cli/catalog/workspace-catalog.ts'))};
  process.send('ready');
  for (let turn = 0; ; turn += 1) {
    const source = ${JSON.stringify(sources)}[turn % 2];
    syncModules(source, workspaceStore(${JSON.stringify(root)}), { prune: true });
    syncModules(source, folderStore(${JSON.stringify(into)}), { prune: true });
  }`;

test('a sync that is killed at any time leaves the old catalog or the new one', async () => {
  const { cwd, parent } = await workspace();
  const sources = [await source('98.0.0'), await source('99.0.0')];
  const into = parent.getPath('into');
  const hooks = ['--import', 'tsx', '--import', join(project, 'scripts/register-hbs.mjs')];
  const args = [...hooks, '--input-type=module', '--eval', forever(cwd, into, sources)];
  for (let turn = 0; turn < 5; turn += 1) {
    const child = spawn(process.execPath, args, { cwd: project, stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
    await once(child, 'message');
    await wait(150 + turn * 37);
    child.kill('SIGKILL');
    await once(child, 'close');
    const added = parseAdded(JSON.parse(readFileSync(join(cwd, '.avm/catalog.json'), 'utf8')));
    expect([...(added?.interfaces.keys() ?? [])]).toEqual([expect.stringMatching(/nat-gateway\/9[89]\.0\.0$/)]);
    const index = JSON.parse(readFileSync(join(into, 'index.json'), 'utf8')) as ModuleIndex;
    for (const version of index[nat]?.held ?? ['none'])
      expect(JSON.parse(readFileSync(join(into, nat, `${version}.json`), 'utf8'))).toMatchObject({ version });
  }
});
