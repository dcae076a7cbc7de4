import { chmodSync, readFileSync, statSync, symlinkSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { createFixture } from 'fs-fixture';
import { expect, test } from 'vitest';
import type { FileSet } from '../../src/files/file-set.ts';
import { sha256 } from '../../src/workspace/disk.ts';
import { WorkspaceError } from '../../src/workspace/errors.ts';
import { readManifest } from '../../src/workspace/manifest.ts';
import { recoverWorkspace } from '../../src/workspace/recover.ts';
import { type CommitOptions, commitFiles } from '../../src/workspace/write.ts';
import { codeOf, commitOf, filesOf, newFiles, oldFiles, treeOf, write } from './workspaces.ts';

test('a new workspace is written with its manifest, and nothing else is left', async () => {
  await using fixture = await createFixture();
  const root = fixture.getPath('deep/er/workspace');
  const result = write(root, oldFiles);
  expect(result).toEqual({ written: oldFiles.map((file) => file.path), deleted: [], kept: [], leftAlone: [] });
  for (const file of oldFiles) expect(readFileSync(join(root, file.path), 'utf8')).toBe(file.text);
  expect(await fixture.readdir('deep/er/workspace/.avm')).toEqual(['manifest.json', 'trace.json']);
  expect([...(readManifest(root)?.files.keys() ?? [])]).toEqual([
    'docs/gone/old.md',
    'docs/stays.md',
    'main.bicep',
    'scripts/run.ps1',
  ]);
});

test('a file that begins with #! can be run, and no other', async () => {
  await using fixture = await createFixture();
  const [first] = oldFiles;
  const files = ['a.sh', 'b.md'].map((path) => ({
    ...first!,
    path,
    text: path === 'a.sh' ? '#!/usr/bin/env bash\n' : 'text\n',
  }));
  write(fixture.path, files);
  const canRun = (path: string): boolean => (statSync(fixture.getPath(path)).mode & 0o100) !== 0;
  expect([canRun('a.sh'), canRun('b.md')]).toEqual([true, false]);
});

test('a second commit of the same files touches nothing', async () => {
  await using fixture = await createFixture();
  write(fixture.path, oldFiles);
  const paths = ['.avm', '.avm/manifest.json', '.avm/trace.json', '.', ...oldFiles.map((file) => file.path)].map(
    (path) => fixture.getPath(path),
  );
  for (const path of paths) utimesSync(path, 1000, 1000);
  const steps: string[] = [];
  expect(write(fixture.path, oldFiles, { onStep: (step) => steps.push(step) })).toEqual({
    written: [],
    deleted: [],
    kept: [],
    leftAlone: [],
  });
  expect(steps).toEqual([]);
  for (const path of paths) expect(statSync(path).mtimeMs).toBe(1_000_000);
});

test('the same files give the same bytes in another folder, after another history', async () => {
  await using fixture = await createFixture();
  const [one, other] = [fixture.getPath('one'), fixture.getPath('other')];
  write(one, newFiles);
  write(other, oldFiles);
  write(other, newFiles);
  expect(treeOf(other)).toEqual(treeOf(one));
});

test('files no longer generated go, with the folders that empties, and only those', async () => {
  await using fixture = await createFixture({ docs: { 'mine.md': 'mine' } });
  write(fixture.path, oldFiles);
  const result = write(fixture.path, newFiles);
  expect(result.deleted).toEqual(['docs/gone/old.md']);
  expect(result.written).toEqual(['avm.yaml', 'main.bicep', 'scripts/run.ps1', 'specs/001/plan.md']);
  expect(await fixture.exists('docs/gone')).toBe(false);
  expect(await fixture.exists('docs/mine.md')).toBe(true);
});

test('edited and foreign files stay, and everything else is written', async () => {
  await using fixture = await createFixture({ 'specs/001/plan.md': 'foreign' });
  write(fixture.path, oldFiles);
  await fixture.writeFile('main.bicep', 'edited\n');
  await fixture.writeFile('docs/stays.md', 'edited\n');
  await fixture.writeFile('docs/gone/old.md', 'edited\n');
  const before = treeOf(fixture.path);
  const result = write(fixture.path, newFiles);
  expect(result).toEqual({
    written: ['avm.yaml', 'scripts/run.ps1'],
    deleted: [],
    kept: [],
    leftAlone: [
      { path: 'docs/gone/old.md', kind: 'released', isKnown: false, hasNewText: false },
      { path: 'docs/stays.md', kind: 'edited', isKnown: false, hasNewText: false },
      { path: 'main.bicep', kind: 'edited', isKnown: false, hasNewText: true },
      { path: 'specs/001/plan.md', kind: 'foreign', isKnown: false, hasNewText: false },
    ],
  });
  const after = treeOf(fixture.path);
  for (const { path } of result.leftAlone) expect(after[path]).toBe(before[path]);
});

test('what was left alone is remembered until its generated text changes, or it is overwritten', async () => {
  await using fixture = await createFixture({ 'specs/001/plan.md': 'foreign' });
  const told = (files: FileSet, options?: CommitOptions): readonly string[] =>
    write(fixture.path, files, options).leftAlone.map(
      ({ path, isKnown, hasNewText }) => `${path}${isKnown ? ' known' : ''}${hasNewText ? ' new text' : ''}`,
    );
  write(fixture.path, oldFiles);
  await fixture.writeFile('main.bicep', 'edited\n');
  expect(told(oldFiles)).toEqual(['main.bicep']);
  const first = treeOf(fixture.path);
  expect(told(oldFiles)).toEqual(['main.bicep known']);
  expect(treeOf(fixture.path)).toEqual(first);
  await fixture.writeFile('main.bicep', 'edited more\n');
  expect(told(oldFiles)).toEqual(['main.bicep known']);
  expect(told(newFiles)).toEqual(['main.bicep new text', 'specs/001/plan.md']);
  expect(told(newFiles)).toEqual(['main.bicep known', 'specs/001/plan.md known']);
  const manifest = readManifest(fixture.path);
  expect(manifest?.files.get('main.bicep')).toBe(sha256('param a int\n'));
  expect(manifest?.leftAlone).toEqual(
    new Map([
      ['main.bicep', sha256('param a int\nparam b int\n')],
      ['specs/001/plan.md', sha256('plan\n')],
    ]),
  );
  expect(told(newFiles, { overwrite: ['main.bicep'] })).toEqual(['specs/001/plan.md known']);
  await fixture.writeFile('specs/001/plan.md', 'plan\n');
  expect(told(newFiles)).toEqual([]);
  expect(readManifest(fixture.path)?.leftAlone.size).toBe(0);
});

test('an edit that is undone, and a file that is deleted, follow again', async () => {
  await using fixture = await createFixture();
  write(fixture.path, oldFiles);
  await fixture.writeFile('main.bicep', 'edited\n');
  await fixture.writeFile('scripts/run.ps1', 'edited\n');
  write(fixture.path, newFiles);
  await fixture.writeFile('main.bicep', 'param a int\n');
  await fixture.rm('scripts/run.ps1');
  expect(write(fixture.path, newFiles)).toMatchObject({ written: ['main.bicep', 'scripts/run.ps1'], leftAlone: [] });
});

test('an edited file is overwritten or kept when asked; kept, it stays an edited one', async () => {
  await using fixture = await createFixture({ 'specs/001/plan.md': 'foreign' });
  write(fixture.path, oldFiles);
  await fixture.writeFile('main.bicep', 'edited\n');
  await fixture.writeFile('scripts/run.ps1', 'edited\n');
  const result = write(fixture.path, newFiles, {
    overwrite: ['scripts/run.ps1'],
    keep: ['main.bicep', 'specs/001/plan.md', 'avm.yaml'],
  });
  expect(result.kept).toEqual(['main.bicep', 'specs/001/plan.md']);
  expect(await fixture.readFile('scripts/run.ps1', 'utf8')).toBe('two\n');
  expect(await fixture.readFile('main.bicep', 'utf8')).toBe('edited\n');
  const kinds = commitOf(fixture.path, newFiles).changes.map(({ path, kind }) => `${path} ${kind}`);
  expect(kinds.filter((line) => !line.endsWith('unchanged'))).toEqual([
    'main.bicep edited',
    'specs/001/plan.md foreign',
  ]);
  const written = commitOf(fixture.path, oldFiles).changes.find(({ path }) => path === 'main.bicep')?.hash;
  expect(readManifest(fixture.path)?.files.get('main.bicep')).toBe(written);
});

test('a file that changes while the run is at work is left alone', async () => {
  await using fixture = await createFixture();
  write(fixture.path, oldFiles);
  const commit = commitOf(fixture.path, newFiles);
  await fixture.writeFile('main.bicep', 'just now\n');
  expect(commitFiles(fixture.path, commit).kept).toEqual(['main.bicep']);
  expect(await fixture.readFile('main.bicep', 'utf8')).toBe('just now\n');
  expect(await fixture.readFile('scripts/run.ps1', 'utf8')).toBe('two\n');
});

test('permissions of a file survive its update', async () => {
  await using fixture = await createFixture();
  write(fixture.path, oldFiles);
  chmodSync(fixture.getPath('scripts/run.ps1'), 0o755);
  write(fixture.path, newFiles);
  expect(statSync(fixture.getPath('scripts/run.ps1')).mode & 0o777).toBe(0o755);
});

test.each(['new/folder/workspace', 'existing'])(
  'a failure at any step before the commit point leaves nothing in %s',
  async (root) => {
    await using fixture = await createFixture({ existing: {} });
    await using whole = await createFixture();
    const steps: string[] = [];
    write(whole.path, oldFiles, { onStep: (step) => steps.push(step) });
    for (const failing of steps.slice(0, steps.indexOf('journal placed'))) {
      const onStep = (step: string): void => {
        if (step === failing) throw new Error('it fails here');
      };
      expect(() => write(fixture.getPath(root), oldFiles, { onStep })).toThrow('it fails here');
      expect(treeOf(fixture.path)).toEqual({ existing: undefined });
    }
  },
);

test('a failure after the commit point says that the next run finishes', async () => {
  await using fixture = await createFixture();
  write(fixture.path, oldFiles);
  const onStep = (step: string): void => {
    if (step === 'journal placed') symlinkSync('nowhere', fixture.getPath('specs'));
  };
  expect(codeOf(() => write(fixture.path, newFiles, { onStep }))).toBe('unfinished');
  await fixture.rm('specs');
  expect(codeOf(() => write(fixture.path, newFiles))).toBe('interrupted');
  expect(recoverWorkspace(fixture.path)?.kind).toBe('finished');
  expect(write(fixture.path, newFiles).written).toEqual([]);
});

test.each([
  ['a file on the way', 'file/workspace', 'not-a-folder'],
  ['a file as root', 'file', 'not-a-folder'],
  ['a root no file system takes', `${'x'.repeat(300)}/workspace`, 'path-too-long'],
])('%s is an error with its place, and nothing is made', async (_, path, code) => {
  await using fixture = await createFixture({ file: 'text' });
  expect(codeOf(() => write(fixture.getPath(path), oldFiles))).toBe(code);
  expect(treeOf(fixture.path)).toEqual({ file: 'text' });
});

test.skipIf(process.platform !== 'linux')('a file system that takes no files is an error', () => {
  for (const root of ['/proc/avm/workspace', '/proc/self']) {
    expect(['not-permitted', 'read-only', 'refused']).toContain(codeOf(() => write(root, oldFiles)));
  }
});

test('errors say what, where and what to do', () => {
  const error = new WorkspaceError('disk-full', 'main.bicep');
  expect(error).toMatchObject({
    message: 'There is no space left on the disk.',
    where: 'main.bicep',
    remedy: 'Free some space, and run the command again.',
  });
});

test('a folder where a file is to be, or a file where a folder is to be, is found before anything is written', async () => {
  await using fixture = await createFixture({ 'main.bicep/x': '', specs: 'file' });
  expect(codeOf(() => write(fixture.path, filesOf({ 'main.bicep': '' })))).toBe('not-a-file');
  expect(codeOf(() => write(fixture.path, filesOf({ 'specs/a.md': '' })))).toBe('not-a-folder');
  expect(await fixture.exists('.avm')).toBe(false);
});
