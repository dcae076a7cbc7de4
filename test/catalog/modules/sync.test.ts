import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { createFixture, type FileTree } from 'fs-fixture';
import { outputFile } from 'fs-extra/esm';
import { describe, expect, test } from 'vitest';
import { loadIndex } from '../../../avm-catalog/modules/load.ts';
import { formatDiff } from '../../../avm-catalog/modules/sync-lines.ts';
import { folderStore, syncModules } from '../../../avm-catalog/modules/sync.ts';
import { modulesFolder } from '../../support/modules.ts';

const real = modulesFolder();
const $schema = 'https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#';
const template = (...names: string[]): string =>
  JSON.stringify({
    $schema,
    parameters: Object.fromEntries(names.map((name) => [name, { type: 'string' }])),
    outputs: {},
  });

function source(modules: Record<string, string>, index?: Record<string, string[]>): FileTree {
  const files = Object.entries(modules).map(([path, text]) => [`source/${path}/main.json`, text]);
  const entries = Object.entries(index ?? {}).map(([module, versions]) => [module, { versions }]);
  return Object.fromEntries([
    ...files,
    ...(index ? [['source/index.json', JSON.stringify(Object.fromEntries(entries))]] : []),
  ]) as FileTree;
}

async function open(files: FileTree) {
  const fixture = await createFixture(files);
  const [from, to] = [fixture.getPath('source'), fixture.getPath('data')];
  const tree = (): string[] =>
    readdirSync(to, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.json'))
      .map((file) => file.replaceAll('\\', '/'))
      .toSorted();
  return { fixture, from, to, tree, [Symbol.asyncDispose]: () => fixture.rm() };
}

describe('syncModules', () => {
  test('takes the newest version of each module, and says so', async () => {
    await using at = await open(
      source({
        'avm/res/a/b/0.9.0': template('old'),
        'avm/res/a/b/0.10.0': template('name'),
        'avm/res/a/b/c/1.0.0': template(),
      }),
    );
    const diff = syncModules(at.from, folderStore(at.to));
    expect(formatDiff(diff)).toEqual([
      '2 added, 0 removed, 0 changed (0 with breaking changes).',
      '+ avm/res/a/b 0.10.0',
      '+ avm/res/a/b/c 1.0.0',
    ]);
    expect(at.tree()).toEqual(['avm/res/a/b/0.10.0.json', 'avm/res/a/b/c/1.0.0.json', 'index.json']);
    expect(readFileSync(join(at.to, 'index.json'), 'utf8')).toBe(
      '{\n"avm/res/a/b":{"versions":["0.9.0","0.10.0"],"held":["0.10.0"]},\n"avm/res/a/b/c":{"versions":["1.0.0"],"held":["1.0.0"]}\n}\n',
    );
    expect(formatDiff(syncModules(at.from, folderStore(at.to)))).toEqual(['The catalog is up to date.']);
  });

  test('a newer version joins the older one, and its changes are told', async () => {
    await using at = await open(source({ 'avm/res/a/b/0.9.0': template('name', 'gone') }));
    syncModules(at.from, folderStore(at.to));
    await outputFile(at.fixture.getPath('source/avm/res/a/b/0.10.0/main.json'), template('name', 'fresh'));
    const before = at.tree();
    const planned = syncModules(at.from, folderStore(at.to), { dryRun: true });
    expect(at.tree()).toEqual(before);
    expect(syncModules(at.from, folderStore(at.to))).toEqual(planned);
    expect(formatDiff(planned)).toEqual([
      '0 added, 0 removed, 1 changed (1 with breaking changes).',
      '~ avm/res/a/b 0.9.0 -> 0.10.0',
      '  ! parameter added: fresh (string)',
      '  ! parameter removed: gone',
    ]);
    expect(at.tree()).toEqual(['avm/res/a/b/0.10.0.json', 'avm/res/a/b/0.9.0.json', 'index.json']);
  });

  /** Three modules, and a source that publishes another version of two of them. */
  async function older() {
    const at = await open(
      source({ 'avm/res/a/b/1.0.0': template(), 'avm/res/c/d/1.0.0': template(), 'avm/res/e/f/1.0.0': template() }),
    );
    syncModules(at.from, folderStore(at.to));
    const next = source(
      { 'avm/res/a/b/2.0.0': template(), 'avm/res/c/d/2.0.0': template() },
      { 'avm/res/a/b': ['1.0.0', '2.0.0'], 'avm/res/c/d': ['2.0.0'] },
    );
    await at.fixture.rm('source');
    for (const [path, text] of Object.entries(next)) await outputFile(at.fixture.getPath(path), text as string);
    return at;
  }

  test('nothing goes that the source does not have', async () => {
    await using at = await older();
    expect(syncModules(at.from, folderStore(at.to)).removed).toEqual([]);
    expect(at.tree()).toEqual([
      'avm/res/a/b/1.0.0.json',
      'avm/res/a/b/2.0.0.json',
      'avm/res/c/d/1.0.0.json',
      'avm/res/c/d/2.0.0.json',
      'avm/res/e/f/1.0.0.json',
      'index.json',
    ]);
  });

  test('what is published no more goes where that is asked for, but for what is used', async () => {
    await using at = await older();
    expect(formatDiff(syncModules(at.from, folderStore(at.to), { dryRun: true, prune: true }))).toEqual([
      '0 added, 2 removed, 2 changed (0 with breaking changes).',
      '- avm/res/c/d 1.0.0',
      '- avm/res/e/f',
      '~ avm/res/a/b 1.0.0 -> 2.0.0',
      '~ avm/res/c/d 1.0.0 -> 2.0.0',
    ]);
    const keep = { 'avm/res/e/f': { versions: ['1.0.0'], held: ['1.0.0', '9.9.9'] } };
    expect(syncModules(at.from, folderStore(at.to), { prune: true, keep }).removed).toEqual(['avm/res/c/d 1.0.0']);
    expect(at.tree()).toEqual([
      'avm/res/a/b/1.0.0.json',
      'avm/res/a/b/2.0.0.json',
      'avm/res/c/d/2.0.0.json',
      'avm/res/e/f/1.0.0.json',
      'index.json',
    ]);
  });

  test('a preview is taken only where nothing else is published', async () => {
    await using at = await open(
      source({
        'avm/res/a/b/1.0.0': template(),
        'avm/res/a/b/2.0.0-beta': template(),
        'avm/res/c/d/0.1.0-beta': template(),
      }),
    );
    syncModules(at.from, folderStore(at.to));
    expect(at.tree()).toEqual(['avm/res/a/b/1.0.0.json', 'avm/res/c/d/0.1.0-beta.json', 'index.json']);
  });

  test.skipIf(real === null)('the real modules give the catalog as it is', async () => {
    await using at = await open({});
    expect(syncModules(real!, folderStore(at.to)).added).toHaveLength(Object.keys(loadIndex()).length);
    expect(readFileSync(join(at.to, 'index.json'), 'utf8')).toContain('avm/res/network/nat-gateway');
  });
});

describe('a source that cannot be read', () => {
  const good = { 'avm/res/a/b/1.0.0': template() };
  test.each([
    ['not-a-folder', {}, 'source'],
    ['not-a-folder', { source: 'a file' }, 'source'],
    ['no-modules', { 'source/readme.md': '' }, 'source'],
    ['unreadable', source({ 'avm/res/a/b/1.0.0': '{ not json' }), 'source/avm/res/a/b/1.0.0/main.json'],
    ['not-a-template', source({ 'avm/res/a/b/1.0.0': '{}' }), 'source/avm/res/a/b/1.0.0/main.json'],
    ['not-a-file', { 'source/avm/res/a/b/1.0.0/main.json/x': '' }, 'source/avm/res/a/b/1.0.0/main.json'],
    ['unreadable', { ...source(good), 'source/index.json': '[' }, 'source/index.json'],
    ['unreadable', { ...source(good), 'source/index.json': '{"avm/res/a/b":{}}' }, 'source/index.json'],
  ] as const)('%s: %j', async (code, files: FileTree, path) => {
    await using at = await open(files);
    const sync = () => syncModules(at.from, folderStore(at.to));
    expect(sync).toThrow(expect.objectContaining({ code, path: at.fixture.getPath(path) }));
    expect(sync).toThrow(at.fixture.getPath(path));
    expect(await at.fixture.exists('data')).toBe(false);
  });
});
