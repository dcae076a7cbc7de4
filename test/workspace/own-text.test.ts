import { readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { createFixture } from 'fs-fixture';
import { describe, expect, it, test } from 'vitest';
import type { FileSet } from '../../src/files/file-set.ts';
import { ownTextMarks, withOwnText } from '../../src/files/own-text.ts';
import { sha256 } from '../../src/workspace/disk.ts';
import { readManifest } from '../../src/workspace/manifest.ts';
import { partOwnText, placeOwnText } from '../../src/workspace/own-text.ts';
import { commitOf, filesOf, write } from './workspaces.ts';

const { begin, end }: Readonly<Record<'begin' | 'end', string>> = ownTextMarks;

/** README.md with a place for own text, main.bicep without one, and boxes to tick. */
function documents(title: string, tasks = '- [ ] T001 Deploy\n- [ ] T002 Verify\n'): FileSet {
  return filesOf({ 'README.md': `# ${title}\n`, 'main.bicep': '\n', 'tasks.md': tasks }).map((file) => {
    if (file.path === 'main.bicep') return file;
    return withOwnText(file.path === 'tasks.md' ? { ...file, boxes: true } : file);
  });
}

const textOf = (files: FileSet, path: string): string => files.find((file) => file.path === path)?.text ?? '';
const withOwn = (text: string, own: string): string => text.replace(`${begin}\n`, () => `${begin}\n${own}`);
const kindsOf = (root: string, files: FileSet): Readonly<Record<string, string>> =>
  Object.fromEntries(commitOf(root, files).changes.map(({ path, kind }) => [path, kind]));

describe('a place for own text', () => {
  it('is at the end of a document, with the reason of its title', () => {
    const [file] = documents('One');
    expect(file?.text).toMatch(new RegExp(`^# One\\n\\n<!-- [^\\n]+ -->\\n${begin}\\n${end}\\n$`));
    expect(file?.trace).toEqual([
      { from: 1, to: 1, reason: { ids: ['SEC-001'] } },
      { from: 2, to: 5, reason: { ids: ['SEC-001'] } },
    ]);
  });

  it.each([
    ['no marks', 'a\n'],
    ['no end', `${begin}\na\n`],
    ['no beginning', `a\n${end}\n`],
    ['the end first', `${end}\n${begin}\n`],
    ['a place inside a place', `${begin}\n${begin}\n${end}\n${end}\n`],
    ['two places', `${begin}\n${end}\n${begin}\n${end}\n`],
    ['a mark that is not a whole line', `${begin} \n${end}\n`],
    ['a mark that is indented', `${begin}\n  ${end}\n`],
    ['a mark behind another line end', `a\u2028${begin}\n${end}\n`],
  ])('is not known with %s', (_, text) => {
    expect(partOwnText(text)).toBeUndefined();
  });

  it('may name the marks inside of a line', () => {
    const own = `Write between \`${begin}\` and ${end}.\n`;
    expect(partOwnText(`a\n${begin}\n${own}${end}\n`)).toEqual({ rest: `a\n${begin}\n${end}\n`, own });
  });

  it('gives back any text byte for byte', () => {
    const line = fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('\r', '\t', begin, end, '- [x] T001', '$&'));
    fc.assert(
      fc.property(fc.array(line), (lines) => {
        const own = lines.map((one) => `${one}\n`).join('');
        const made = placeOwnText(`a\n${begin}\n${end}\n`, own);
        const parted = partOwnText(made);
        const isClear = !own.split('\n').some((one) => [begin, end].includes(one.replace(/\r$/, '')));
        expect(parted?.own).toBe(isClear ? own : undefined);
        expect(parted && placeOwnText(parted.rest, parted.own)).toBe(isClear ? made : undefined);
      }),
    );
  });
});

test('own text is no edit, stays when the rest is written, and is in no hash', async () => {
  await using fixture = await createFixture();
  const root = fixture.path;
  const [one, two] = [documents('One'), documents('Two')];
  write(root, one);
  const manifest = readFileSync(join(root, '.avm/manifest.json'), 'utf8');
  const own = '\uFEFF## Ours\r\n\n\u001b[31m- [x] T001 Deploy  \n```\n\u{1F600}\n';
  await fixture.writeFile('README.md', withOwn(textOf(one, 'README.md'), own));
  expect(kindsOf(root, one)['README.md']).toBe('unchanged');
  expect(write(root, one)).toMatchObject({ written: [], leftAlone: [] });
  expect(readFileSync(join(root, '.avm/manifest.json'), 'utf8')).toBe(manifest);
  expect(write(root, two)).toMatchObject({ written: ['README.md'], leftAlone: [] });
  expect(await fixture.readFile('README.md', 'utf8')).toBe(withOwn(textOf(two, 'README.md'), own));
  expect(readManifest(root)?.files.get('README.md')).toBe(sha256(textOf(two, 'README.md')));
  expect(write(root, two).written).toEqual([]);
});

test('own text stays when an edit around it is overwritten, and is its own in a working copy with CRLF', async () => {
  await using fixture = await createFixture();
  const root = fixture.path;
  const [one, two] = [documents('One'), documents('Two')];
  write(root, one);
  await fixture.writeFile('README.md', withOwn(textOf(one, 'README.md').replace('One', 'Mine'), 'ours\n'));
  expect(write(root, two).leftAlone).toMatchObject([{ path: 'README.md', kind: 'edited' }]);
  write(root, two, { overwrite: ['README.md'] });
  expect(await fixture.readFile('README.md', 'utf8')).toBe(withOwn(textOf(two, 'README.md'), 'ours\n'));
  await fixture.writeFile('README.md', withOwn(textOf(two, 'README.md'), 'ours\n').replaceAll('\n', '\r\n'));
  expect(kindsOf(root, two)['README.md']).toBe('unchanged');
  write(root, one);
  expect(await fixture.readFile('README.md', 'utf8')).toBe(withOwn(textOf(one, 'README.md'), 'ours\r\n'));
});

test('a box that a person ticks in own text is theirs, beside those of tasks', async () => {
  await using fixture = await createFixture();
  const root = fixture.path;
  const [one, two] = [documents('One'), documents('One', '- [ ] T001 Prepare\n- [ ] T002 Deploy\n- [ ] T003 Verify\n')];
  write(root, one);
  const own = '- [ ] T001 Deploy\n- [x] ours\n';
  await fixture.writeFile('tasks.md', withOwn(textOf(one, 'tasks.md').replace('[ ] T001', '[x] T001'), own));
  expect(write(root, one).written).toEqual([]);
  write(root, two);
  expect(await fixture.readFile('tasks.md', 'utf8')).toBe(
    withOwn(textOf(two, 'tasks.md').replace('[ ] T002', '[x] T002'), own),
  );
});

test.each([
  ['the marks are gone', (text: string) => text.replace(`${begin}\n`, '').replace(`${end}\n`, '')],
  ['a mark is there twice', (text: string) => `${text}${end}\n`],
  ['it is no UTF-8', (text: string) => Buffer.from(withOwn(text, '\u00ff\n'), 'latin1')],
  ['text stands behind it', (text: string) => `${text}mine\n`],
])('where %s the file is edited, and left alone', async (_, change) => {
  await using fixture = await createFixture();
  const root = fixture.path;
  write(root, documents('One'));
  const left = change(textOf(documents('One'), 'README.md'));
  writeFileSync(join(root, 'README.md'), left);
  expect(write(root, documents('Two')).leftAlone).toMatchObject([{ path: 'README.md', kind: 'edited' }]);
  expect(readFileSync(join(root, 'README.md'))).toEqual(Buffer.from(left));
});

test('a file without such a place has none, whatever it says, and neither has a link', async () => {
  await using fixture = await createFixture();
  const root = fixture.path;
  write(root, documents('One'));
  await fixture.writeFile('main.bicep', `${begin}\nmine\n${end}\n`);
  await fixture.writeFile('other.md', withOwn(textOf(documents('One'), 'README.md'), 'mine\n'));
  await fixture.rm('README.md');
  symlinkSync('other.md', join(root, 'README.md'));
  expect(kindsOf(root, documents('One'))).toMatchObject({ 'README.md': 'edited', 'main.bicep': 'edited' });
});

test('a document that was written before there was a place gets one', async () => {
  await using fixture = await createFixture();
  const root = fixture.path;
  const plain = filesOf({ 'README.md': '# One\n' });
  write(root, plain);
  expect(write(root, plain.map(withOwnText))).toMatchObject({ written: ['README.md'], leftAlone: [] });
});

test('a generated text with the marks of somebody else in it keeps nothing, and loses nothing', async () => {
  await using fixture = await createFixture();
  const root = fixture.path;
  const odd = filesOf({ 'README.md': `${begin}\n${end}\n` }).map(withOwnText);
  write(root, odd);
  await fixture.writeFile('README.md', withOwn(textOf(odd, 'README.md'), 'mine\n'));
  expect(write(root, odd).leftAlone).toMatchObject([{ path: 'README.md', kind: 'edited' }]);
});

test('a document that is no longer generated stays for the text that is in it', async () => {
  await using fixture = await createFixture();
  const root = fixture.path;
  const one = documents('One');
  write(root, one);
  await fixture.writeFile('README.md', withOwn(textOf(one, 'README.md'), 'mine\n'));
  const result = write(root, filesOf({ 'main.bicep': '\n' }));
  expect(result).toMatchObject({ deleted: ['tasks.md'], leftAlone: [{ path: 'README.md', kind: 'released' }] });
});
