import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { createFixture } from 'fs-fixture';
import { describe, expect, it, test } from 'vitest';
import type { FileSet } from '../../src/files/file-set.ts';
import { boxesOf, carryBoxes } from '../../src/workspace/boxes.ts';
import { compareWorkspace } from '../../src/workspace/compare.ts';
import { sha256 } from '../../src/workspace/disk.ts';
import { readManifest } from '../../src/workspace/manifest.ts';
import { filesOf, write } from './workspaces.ts';

const first = `# Tasks

- [x] T001 Record the answers
- [ ] T002 Install the tools, after T001; done when they are there
- [ ] T003 Make the group
- [ ] T004 Deploy, after T002, T003
`;
/** A task comes in front, one goes, and the answers do another. */
const second = `# Tasks

- [x] T001 Record the answers
- [x] T002 Adopt the constitution
- [ ] T003 Install the tools, after T001; done when they are there
- [ ] T004 Deploy, after T003
`;
const written = { hash: sha256(first), boxes: boxesOf(first) };

describe('boxes of a person', () => {
  const lines = (text: string | undefined, state: string): readonly string[] =>
    (text ?? '').split('\n').filter((line) => line.startsWith(`- [${state}]`));

  it('stay with their tasks, whatever the numbers are', () => {
    const ticked = first.replace('- [ ] T002', '- [X] T002').replace('- [ ] T004', '- [x] T004');
    const carried = carryBoxes(second, ticked, written);
    expect(lines(carried, 'X')).toEqual(['- [X] T003 Install the tools, after T001; done when they are there']);
    expect(lines(carried, 'x')).toEqual([
      '- [x] T001 Record the answers',
      '- [x] T002 Adopt the constitution',
      '- [x] T004 Deploy, after T003',
    ]);
  });

  it('stay open where a person opened them', () => {
    expect(carryBoxes(first, first.replace('[x]', '[ ]'), written)).toBe(first.replace('[x]', '[ ]'));
  });

  it('go with their task', () => {
    expect(carryBoxes(second, first.replace('- [ ] T003', '- [x] T003'), written)).toBe(second);
  });

  it('say nothing where more was changed than boxes', () => {
    expect(carryBoxes(second, first.replace('Make', 'Made'), written)).toBeUndefined();
    expect(carryBoxes(second, `${first}- [ ] T005 Rest\n`, written)).toBeUndefined();
  });

  it('of tasks with the same words are told apart by their order', () => {
    const two = '- [ ] T001 Look, after T009\n- [ ] T002 Look, after T010\n';
    const ticked = two.replace('- [ ] T002', '- [x] T002');
    expect(carryBoxes(two, ticked, { hash: sha256(two), boxes: '  ' })).toBe(ticked);
  });

  it('of any text are carried into the same text as they are', () => {
    const line = fc
      .tuple(fc.constantFrom('- [ ] ', '- [x] ', '  - [ ] ', '', 'a - [ ] '), fc.string())
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(fc.array(line), fc.array(fc.boolean()), (made, flips) => {
        const text = made.join('\n');
        let index = 0;
        const left = text.replace(
          /^( *- \[)([ x])(?=\] )/gm,
          (_, before, state) => before + (flips[index++] ? 'X' : state),
        );
        expect(carryBoxes(text, left, { hash: sha256(text), boxes: boxesOf(text) })?.toLowerCase()).toBe(
          left.toLowerCase(),
        );
      }),
    );
  });
});

function tasks(text: string): FileSet {
  return filesOf({ 'main.bicep': 'param a int\n', 'tasks.md': text }).map((file) =>
    file.path === 'tasks.md' ? { ...file, boxes: true } : file,
  );
}

test('a ticked task is no edit: the next run keeps the tick and writes the rest', async () => {
  await using fixture = await createFixture();
  const root = fixture.path;
  const kind = (files: FileSet): string | undefined =>
    compareWorkspace(root, files, readManifest(root)).find(({ path }) => path === 'tasks.md')?.kind;
  const read = (): string => readFileSync(join(root, 'tasks.md'), 'utf8');
  write(root, tasks(first));
  await fixture.writeFile('tasks.md', first.replace('- [ ] T002', '- [X] T002').replaceAll('\n', '\r\n'));
  expect(kind(tasks(first))).toBe('unchanged');
  expect(kind(tasks(second))).toBe('update');
  write(root, tasks(second));
  expect(read()).toBe(second.replace('- [ ] T003', '- [X] T003'));
  expect(kind(tasks(second))).toBe('unchanged');
  write(root, tasks(first));
  expect(read()).toBe(first.replace('- [ ] T002', '- [X] T002'));
  await fixture.writeFile('tasks.md', `${read()}More.\n`);
  expect(kind(tasks(first))).toBe('edited');
  write(root, tasks(second), { keep: ['tasks.md'] });
  await fixture.writeFile('tasks.md', read().replace('More.\n', ''));
  expect(kind(tasks(first))).toBe('unchanged');
});
