import * as fc from 'fast-check';
import { createFixture } from 'fs-fixture';
import { expect, test } from 'vitest';
import type { FileSet } from '../../src/files/file-set.ts';
import { withLines } from '../../src/workspace/lines.ts';
import { commitOf, filesOf, write } from './workspaces.ts';

const ours = '# Ours\n/a\n\n# More\n/b\n!/b/c\n';

test.each([
  ['nothing', '', ours],
  ['other lines', 'x\n', `${ours}\nx\n`],
  ['no line end', 'x', `${ours}\nx`],
  ['some of ours', 'x\n/b\n', '# Ours\n/a\n# More\n!/b/c\n\nx\n/b\n'],
  ['all of ours', '!/b/c\n/b\n/a', '!/b/c\n/b\n/a'],
  ['CRLF', 'x\r\n/a\r\n', '# Ours\r\n# More\r\n/b\r\n!/b/c\r\n\r\nx\r\n/a\r\n'],
  ['a byte order mark', '\uFEFFx\n', `\uFEFF${ours}\nx\n`],
  ['a line that is longer', ' /a\n', `${ours}\n /a\n`],
])('lines are added to %s, ours first', (_, theirs, wanted) => {
  expect(withLines(theirs, ours)).toBe(wanted);
});

test('no byte of any text is lost, and what is merged has nothing to merge', () => {
  const line = fc.oneof(fc.string(), fc.constantFrom('/a', '/b', '\r', '# Ours', '\uFEFF'));
  fc.assert(
    fc.property(fc.array(line), fc.constantFrom('\n', '\r\n'), (lines, end) => {
      const theirs = lines.join(end);
      const merged = withLines(theirs, ours);
      expect(merged.endsWith(theirs.replace(/^\uFEFF/, ''))).toBe(true);
      expect(withLines(merged, ours)).toBe(merged);
    }),
  );
});

const ignored = (text: string): FileSet => filesOf({ '.gitignore': text }).map((file) => ({ ...file, lines: true }));
const kindOf = (root: string, files: FileSet): string | undefined => commitOf(root, files).changes[0]?.kind;

test('a line that a person adds is no edit, one that they take out is', async () => {
  await using fixture = await createFixture();
  write(fixture.path, ignored(ours));
  await fixture.writeFile('.gitignore', `${ours}mine\n`);
  expect(kindOf(fixture.path, ignored(ours))).toBe('unchanged');
  expect(write(fixture.path, ignored(`${ours}/d\n`)).leftAlone).toMatchObject([{ kind: 'edited', hasNewText: true }]);
  write(fixture.path, ignored(`${ours}/d\n`), { overwrite: ['.gitignore'] });
  expect(await fixture.readFile('.gitignore', 'utf8')).toBe(`/d\n\n${ours}mine\n`);
  expect(kindOf(fixture.path, ignored(`${ours}/d\n`))).toBe('unchanged');
  await fixture.writeFile('.gitignore', ours.replace('/a\n', ''));
  expect(kindOf(fixture.path, ignored(ours))).toBe('edited');
});

test('it follows while it is as written', async () => {
  await using fixture = await createFixture();
  write(fixture.path, ignored(ours));
  expect(write(fixture.path, ignored('/d\n')).written).toEqual(['.gitignore']);
  expect(await fixture.readFile('.gitignore', 'utf8')).toBe('/d\n');
});

test('what is no text is not merged', async () => {
  await using fixture = await createFixture();
  await fixture.writeFile('.gitignore', Buffer.from('\uFEFFnode_modules\r\n', 'utf16le'));
  const [change] = commitOf(fixture.path, ignored(ours)).changes;
  expect(change).toMatchObject({ kind: 'foreign', text: ours });
  expect(change?.isMerged).toBeUndefined();
});
