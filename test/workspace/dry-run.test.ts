import { createFixture } from 'fs-fixture';
import { expect, test } from 'vitest';
import { describeChanges, unifiedDiff } from '../../src/workspace/dry-run.ts';
import { commitOf, filesOf, newFiles, oldFiles, treeOf, write } from './workspaces.ts';

test('each change is shown as a unified diff, and nothing is written', async () => {
  await using fixture = await createFixture();
  write(fixture.path, oldFiles);
  const before = treeOf(fixture.path);
  const described = await describeChanges(commitOf(fixture.path, newFiles).changes);
  expect(described.map(({ path, kind, added, removed }) => `${kind} ${path} +${added} -${removed}`)).toEqual([
    'update avm.yaml +1 -1',
    'delete docs/gone/old.md +0 -1',
    'update main.bicep +1 -0',
    'update scripts/run.ps1 +1 -1',
    'create specs/001/plan.md +1 -0',
  ]);
  expect(described.map(unifiedDiff).join('')).toMatchInlineSnapshot(`
    "--- a/avm.yaml
    +++ b/avm.yaml
    @@ -1,1 +1,1 @@
    -vm: 1
    +vm: 2
    --- a/docs/gone/old.md
    +++ /dev/null
    @@ -1,1 +0,0 @@
    -old
    --- a/main.bicep
    +++ b/main.bicep
    @@ -1,1 +1,2 @@
     param a int
    +param b int
    --- a/scripts/run.ps1
    +++ b/scripts/run.ps1
    @@ -1,1 +1,1 @@
    -one
    +two
    --- /dev/null
    +++ b/specs/001/plan.md
    @@ -0,0 +1,1 @@
    +plan
    "
  `);
  expect(treeOf(fixture.path)).toEqual(before);
});

test('three lines around a change are shown', async () => {
  await using fixture = await createFixture();
  const lines = Array.from({ length: 30 }, (_, index) => `line ${index}\n`);
  write(fixture.path, filesOf({ 'a.md': lines.join('') }));
  const [described] = await describeChanges(
    commitOf(fixture.path, filesOf({ 'a.md': lines.with(15, 'new\n').join('') })).changes,
  );
  expect(described?.hunks).toHaveLength(1);
  expect(described?.hunks[0]).toMatchObject({ oldStart: 13, oldLines: 7, newStart: 13, newLines: 7 });
});

test('line ends of a working copy are no change, and control characters are spelled out', async () => {
  await using fixture = await createFixture();
  write(fixture.path, filesOf({ 'a.md': 'one\ntwo\n' }));
  await fixture.writeFile('a.md', 'one\r\n\u001b[31mtwo\u202e\r\n');
  const [described] = await describeChanges(commitOf(fixture.path, filesOf({ 'a.md': 'one\nthree\n' })).changes);
  expect(described).toMatchObject({
    kind: 'edited',
    hunks: [{ lines: [' one', '-\\u{1b}[31mtwo\\u{202e}', '+three'] }],
  });
});

test('texts with nothing in common do not take long', async () => {
  await using fixture = await createFixture();
  const many = (word: string): string => Array.from({ length: 20_000 }, (_, index) => `${word} ${index}\n`).join('');
  write(fixture.path, filesOf({ 'a.md': many('old') }));
  const [described] = await describeChanges(commitOf(fixture.path, filesOf({ 'a.md': many('new') })).changes);
  expect(described).toMatchObject({ added: 20_000, removed: 20_000, hunks: [{ oldStart: 1, newStart: 1 }] });
}, 20_000);
