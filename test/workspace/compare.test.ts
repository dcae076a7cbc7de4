import { symlinkSync } from 'node:fs';
import * as fc from 'fast-check';
import { createFixture } from 'fs-fixture';
import { expect, test } from 'vitest';
import type { FileSet } from '../../src/files/file-set.ts';
import { compareWorkspace } from '../../src/workspace/compare.ts';
import { readManifest } from '../../src/workspace/manifest.ts';
import { checkPaths, pathProblem } from '../../src/workspace/paths.ts';
import { codeOf, filesOf, newFiles, oldFiles, write } from './workspaces.ts';

function kinds(root: string, files: FileSet): Readonly<Record<string, string>> {
  return Object.fromEntries(compareWorkspace(root, files, readManifest(root)).map(({ path, kind }) => [path, kind]));
}

test('where there is no folder everything is created', () => {
  expect(new Set(Object.values(kinds('/nowhere/at/all', oldFiles)))).toEqual(new Set(['create']));
});

test('each kind of change', async () => {
  await using fixture = await createFixture({ 'specs/001/plan.md': 'foreign' });
  write(fixture.path, oldFiles);
  expect(kinds(fixture.path, newFiles)).toEqual({
    'avm.yaml': 'update',
    'docs/gone/old.md': 'delete',
    'docs/stays.md': 'unchanged',
    'main.bicep': 'update',
    'scripts/run.ps1': 'update',
    'specs/001/plan.md': 'foreign',
  });
  await fixture.writeFile('avm.yaml', 'by hand');
  await fixture.writeFile('docs/gone/old.md', 'by hand');
  await fixture.writeFile('main.bicep', 'by hand');
  await fixture.rm('scripts/run.ps1');
  await fixture.rm('docs/stays.md');
  await fixture.writeFile('specs/001/plan.md', 'plan\n');
  expect(kinds(fixture.path, newFiles)).toEqual({
    'avm.yaml': 'update',
    'docs/gone/old.md': 'edited',
    'docs/stays.md': 'create',
    'main.bicep': 'edited',
    'scripts/run.ps1': 'create',
    'specs/001/plan.md': 'unchanged',
  });
});

test('a file that other tools write too follows while it is as written, and is left alone otherwise', async () => {
  const shared = (text: string): FileSet => filesOf({ pointer: text }).map((file) => ({ ...file, owner: 'shared' }));
  await using fixture = await createFixture({ pointer: 'theirs\n' });
  expect(kinds(fixture.path, shared('one\n'))).toEqual({ pointer: 'unchanged' });
  await fixture.rm('pointer');
  expect(kinds(fixture.path, shared('one\n'))).toEqual({ pointer: 'create' });
  write(fixture.path, shared('one\n'));
  expect(kinds(fixture.path, shared('two\n'))).toEqual({ pointer: 'update' });
  await fixture.writeFile('pointer', 'theirs\n');
  expect(write(fixture.path, shared('two\n')).written).toEqual([]);
  expect(await fixture.readFile('pointer', 'utf8')).toBe('theirs\n');
});

test('an orphan that is gone already is no change, and an edit that equals the new text is none either', async () => {
  await using fixture = await createFixture();
  write(fixture.path, oldFiles);
  await fixture.rm('docs/gone/old.md');
  await fixture.writeFile('scripts/run.ps1', 'two\n');
  expect(kinds(fixture.path, newFiles)).not.toHaveProperty('docs/gone/old.md');
  expect(kinds(fixture.path, newFiles)['scripts/run.ps1']).toBe('unchanged');
});

test('a working copy with CRLF is not edited', async () => {
  await using fixture = await createFixture();
  write(fixture.path, oldFiles);
  for (const { path, text } of oldFiles) await fixture.writeFile(path, text.replaceAll('\n', '\r\n'));
  expect(new Set(Object.values(kinds(fixture.path, oldFiles)))).toEqual(new Set(['unchanged']));
  expect(kinds(fixture.path, newFiles)).toMatchObject({ 'main.bicep': 'update', 'docs/gone/old.md': 'delete' });
  await fixture.writeFile('main.bicep', 'param a int\r\nmine\r\n');
  expect(kinds(fixture.path, newFiles)['main.bicep']).toBe('edited');
  expect(write(fixture.path, newFiles, { overwrite: ['main.bicep'] }).written).toContain('main.bicep');
});

test('a link out of the workspace is an error, one inside it an edit, a linked root neither', async () => {
  await using fixture = await createFixture({ outside: { 'stays.md': 'stays\n' }, real: {} });
  symlinkSync(fixture.getPath('real'), fixture.getPath('root'));
  const root = fixture.getPath('root');
  write(root, oldFiles);
  await fixture.rm('real/docs/stays.md');
  symlinkSync('../main.bicep', fixture.getPath('real/docs/stays.md'));
  expect(kinds(root, oldFiles)['docs/stays.md']).toBe('edited');
  for (const [link, target] of [
    ['docs', '../outside'],
    ['main.bicep', '../outside/stays.md'],
    ['scripts', 'nowhere'],
    ['.avm', '../outside'],
  ] as const) {
    await fixture.rm(`real/${link}`);
    symlinkSync(target, fixture.getPath(`real/${link}`));
    expect(codeOf(() => kinds(root, oldFiles))).toBe('link-outside');
    await fixture.rm(`real/${link}`);
  }
});

test.each([
  '',
  '/etc/passwd',
  '../up',
  'a/../b',
  'a//b',
  'a/',
  './a',
  'C:/x',
  'a\\b',
  'a\u0000b',
  'a\nb',
  'a\u202eb',
  'a:stream',
  '.git/config',
  '.GIT/hooks/x',
  'git~1/config',
  '.git./config',
  'a /b',
  'aux.md',
  'docs/CON',
  'x'.repeat(241),
  'é'.repeat(128),
  'a\ud800b',
])('the path %j is refused', (path) => {
  expect(pathProblem(path)).toBeDefined();
  expect(codeOf(() => compareWorkspace('/nowhere', filesOf({ [path]: '' }), undefined))).toBe('unsafe-path');
});

test.each([
  [['.avm/manifest.json']],
  [['.avm/Journal.json']],
  [['.avm/staging/0']],
  [['.avm/staging']],
  [['.avm/lock']],
  [['.avm']],
  [['README.md', 'readme.MD']],
  [['a', 'a/b']],
  [['a.md', 'a.md']],
])('the paths %j get in the way', (paths) => {
  expect(codeOf(() => checkPaths(paths))).toBe('unsafe-path');
});

test('paths as they are generated pass', () => {
  const paths = [...oldFiles, ...newFiles].map((file) => file.path);
  expect(() =>
    checkPaths([...new Set(paths), '.github/workflows/check.yml', '.gitignore', '.specify/memory/constitution.md']),
  ).not.toThrow();
});

test('no path that passes leads out of the workspace', () => {
  const segment = fc.oneof(fc.constantFrom('..', '.', '', 'a', '.git', 'C:', '...', '.. ', '\\', '~'), fc.string());
  fc.assert(
    fc.property(fc.array(segment, { minLength: 1, maxLength: 5 }), (segments) => {
      const path = segments.join('/');
      if (pathProblem(path) !== undefined) return;
      expect(
        new URL(path.split('/').map(encodeURIComponent).join('/'), 'file:///root/').pathname.startsWith('/root/'),
      ).toBe(true);
      expect(path).not.toMatch(/\\|^\/|^[a-z]:/i);
    }),
  );
});
