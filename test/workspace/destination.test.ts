import { chmodSync } from 'node:fs';
import { createFixture } from 'fs-fixture';
import { expect, test } from 'vitest';
import { inspectDestination } from '../../src/workspace/destination.ts';
import { recoverWorkspace } from '../../src/workspace/recover.ts';
import { oldFiles, write } from './workspaces.ts';

test.each([
  ['nothing', {}, 'empty', []],
  ['a new repository', { '.git/HEAD': '', '.DS_Store': '' }, 'empty', []],
  ['a file', { 'README.md': '' }, 'occupied', ['README.md']],
  ['a folder of the tool and no more', { '.avm': {} }, 'empty', []],
  ['answers', { 'avm.yaml': '' }, 'workspace', ['avm.yaml']],
  ['a manifest', { '.avm/manifest.json': '' }, 'workspace', ['.avm']],
  ['a file named .avm', { '.avm': '' }, 'occupied', ['.avm']],
])('a folder with %s', async (_, content, kind, entries) => {
  await using fixture = await createFixture(content);
  expect(inspectDestination(fixture.path)).toMatchObject({ kind, entries, count: entries.length, interrupted: false });
});

test('the first ten names are given, sorted, and how many there are', async () => {
  await using fixture = await createFixture(
    Object.fromEntries(Array.from({ length: 25 }, (_, index) => [`f${index}`, ''])),
  );
  const { kind, entries, count } = inspectDestination(fixture.path);
  expect({ kind, count, first: entries[0], shown: entries.length }).toEqual({
    kind: 'occupied',
    count: 25,
    first: 'f0',
    shown: 10,
  });
});

test('no folder, a file, a file on the way', async () => {
  await using fixture = await createFixture({ file: '' });
  expect(inspectDestination(fixture.getPath('a/b'))).toMatchObject({ kind: 'missing', where: fixture.getPath('a/b') });
  expect(inspectDestination(fixture.getPath('file'))).toMatchObject({
    kind: 'not-a-folder',
    where: fixture.getPath('file'),
  });
  expect(inspectDestination(fixture.getPath('file/a/b'))).toMatchObject({
    kind: 'not-a-folder',
    where: fixture.getPath('file'),
  });
});

test.skipIf(process.platform === 'win32' || process.getuid?.() === 0)('a folder that cannot be written', async () => {
  await using fixture = await createFixture({ closed: {} });
  chmodSync(fixture.getPath('closed'), 0o555);
  expect(inspectDestination(fixture.getPath('closed'))).toMatchObject({ kind: 'unwritable', reason: 'EACCES' });
  expect(inspectDestination(fixture.getPath('closed/new'))).toMatchObject({
    kind: 'unwritable',
    where: fixture.getPath('closed'),
  });
  chmodSync(fixture.getPath('closed'), 0o755);
});

test('what an interrupted first run left is empty, or once it was committed a workspace', async () => {
  await using fixture = await createFixture({ '.avm': { lock: '1 x', staging: { 0: '' } } });
  expect(inspectDestination(fixture.path)).toMatchObject({ kind: 'empty', interrupted: true, entries: [] });
  await fixture.rm('.avm');
  const onStep = (step: string): void => {
    if (step === 'journal placed') throw new Error('stop');
  };
  expect(() => write(fixture.path, oldFiles, { onStep })).toThrow('stop');
  expect(inspectDestination(fixture.path)).toMatchObject({ kind: 'workspace', interrupted: true });
  recoverWorkspace(fixture.path);
  expect(inspectDestination(fixture.path)).toMatchObject({ kind: 'workspace', interrupted: false });
});
