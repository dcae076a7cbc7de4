import { createFixture } from 'fs-fixture';
import { expect, test } from 'vitest';
import type { FileSet } from '../../src/files/file-set.ts';
import { ownTextMarks, withOwnText } from '../../src/files/own-text.ts';
import { renamedFrom } from '../../src/workspace/renamed.ts';
import { filesOf, treeOf, write } from './workspaces.ts';

const withOwn = (text: string, own: string): string => text.replace(`${ownTextMarks.begin}\n`, (begin) => begin + own);

function featureOf(name: string): FileSet {
  const folder = `specs/001-${name}`;
  return filesOf({
    [`${folder}/spec.md`]: `# ${name}\n`,
    [`${folder}/tasks.md`]: `- [ ] T001 Prepare\n- [ ] T002 Deploy rg-${name}\n- [ ] T003 Verify\n`,
    'main.bicep': `// ${name}\n`,
  }).map((file) => {
    if (file.path === 'main.bicep') return file;
    return withOwnText(file.path.endsWith('tasks.md') ? { ...file, boxes: true } : file);
  });
}

const textOf = (files: FileSet, end: string): string => files.find(({ path }) => path.endsWith(end))?.text ?? '';

test('ticks and own text go along with a renamed workload, and the old folder goes', async () => {
  await using fixture = await createFixture();
  const [one, two] = [featureOf('old'), featureOf('new')];
  write(fixture.path, one);
  const ticked = textOf(one, 'tasks.md').replaceAll('[ ]', '[x]');
  await fixture.writeFile('specs/001-old/tasks.md', withOwn(ticked, 'ours\n').replaceAll('\n', '\r\n'));
  await fixture.writeFile('specs/001-old/spec.md', withOwn(textOf(one, 'spec.md'), 'ours too\n'));
  const result = write(fixture.path, two);
  expect(result).toEqual({
    written: ['main.bicep', 'specs/001-new/spec.md', 'specs/001-new/tasks.md'],
    deleted: ['specs/001-old/spec.md', 'specs/001-old/tasks.md'],
    kept: [],
    leftAlone: [],
  });
  const wanted = textOf(two, 'tasks.md').replace('[ ] T001', '[x] T001').replace('[ ] T003', '[x] T003');
  expect(await fixture.readFile('specs/001-new/tasks.md', 'utf8')).toBe(withOwn(wanted, 'ours\r\n'));
  expect(await fixture.readFile('specs/001-new/spec.md', 'utf8')).toBe(withOwn(textOf(two, 'spec.md'), 'ours too\n'));
  expect(await fixture.exists('specs/001-old')).toBe(false);
  const before = treeOf(fixture.path);
  expect(write(fixture.path, two)).toMatchObject({ written: [], leftAlone: [] });
  expect(treeOf(fixture.path)).toEqual(before);
});

test('a document in which more was edited stays where it was, and the new one is written', async () => {
  await using fixture = await createFixture();
  const [one, two] = [featureOf('old'), featureOf('new')];
  write(fixture.path, one);
  const edited = textOf(one, 'tasks.md').replace('[ ] T001 Prepare', '[x] T001 Prepare all');
  await fixture.writeFile('specs/001-old/tasks.md', edited);
  expect(write(fixture.path, two)).toMatchObject({
    deleted: ['specs/001-old/spec.md'],
    leftAlone: [{ path: 'specs/001-old/tasks.md', kind: 'released' }],
  });
  expect(await fixture.readFile('specs/001-old/tasks.md', 'utf8')).toBe(edited);
  expect(await fixture.readFile('specs/001-new/tasks.md', 'utf8')).toBe(textOf(two, 'tasks.md'));
});

test('a file that is at the new place already is nobody else’s', async () => {
  await using fixture = await createFixture({ 'specs/001-new/tasks.md': 'mine\n' });
  const [one, two] = [featureOf('old'), featureOf('new')];
  write(fixture.path, one);
  const ticked = textOf(one, 'tasks.md').replace('[ ]', '[x]');
  await fixture.writeFile('specs/001-old/tasks.md', ticked);
  expect(write(fixture.path, two).leftAlone).toMatchObject([
    { path: 'specs/001-new/tasks.md', kind: 'foreign' },
    { path: 'specs/001-old/tasks.md', kind: 'released' },
  ]);
  expect(await fixture.readFile('specs/001-new/tasks.md', 'utf8')).toBe('mine\n');
  expect(await fixture.readFile('specs/001-old/tasks.md', 'utf8')).toBe(ticked);
});

test.each([
  ['one folder follows another', ['specs/002-b/a.md'], ['specs/001-a/a.md'], 'specs/001-a/a.md'],
  ['none follows', ['specs/001-a/b/a.md'], ['specs/001-a/b/a.md'], undefined],
  ['two come', ['specs/001-b/a.md', 'specs/002-c/a.md'], ['specs/001-a/a.md'], undefined],
  ['two go', ['specs/001-b/a.md'], ['specs/001-a/a.md', 'specs/002-a/a.md'], undefined],
  ['the file is new', ['specs/001-b/new.md'], ['specs/001-a/a.md'], undefined],
  ['it is elsewhere', ['docs/001-b/a.md'], ['docs/001-a/a.md'], undefined],
])('where %s, what was where is known', (_, paths, written, from) => {
  expect(renamedFrom(paths, new Map(written.map((path) => [path, ''])))(paths[0] ?? '')).toBe(from);
});
