import { symlinkSync } from 'node:fs';
import { type FsFixture, createFixture } from 'fs-fixture';
import { expect, test } from 'vitest';
import { sha256 } from '../../src/workspace/disk.ts';
import { recoverWorkspace } from '../../src/workspace/recover.ts';
import { codeOf, newFiles, oldFiles, treeOf, write } from './workspaces.ts';

class Stop extends Error {}

/** A workspace whose second run stopped at a step after its commit point. */
async function stopped(at: string): Promise<FsFixture> {
  const fixture = await createFixture();
  write(fixture.path, oldFiles);
  const onStep = (step: string): void => {
    if (step === at) throw new Stop();
  };
  expect(() => write(fixture.path, newFiles, { onStep })).toThrow(Stop);
  return fixture;
}

test('where nothing was interrupted there is nothing to do', async () => {
  await using fixture = await createFixture();
  expect(recoverWorkspace(fixture.path)).toBeUndefined();
  expect(recoverWorkspace(fixture.getPath('nowhere'))).toBeUndefined();
  write(fixture.path, oldFiles);
  expect(recoverWorkspace(fixture.path)).toBeUndefined();
});

test('staging without a journal is discarded, and the folder is empty again', async () => {
  await using fixture = await createFixture({ '.avm/staging': { 0: 'half', journal: '{' } });
  expect(recoverWorkspace(fixture.path)).toEqual({ kind: 'discarded' });
  expect(treeOf(fixture.path)).toEqual({});
});

test('what a person changed or removed between the runs stays as it is and is named', async () => {
  await using fixture = await stopped('placed main.bicep');
  await fixture.writeFile('scripts/run.ps1', 'mine\n');
  await fixture.rm('avm.yaml');
  expect(recoverWorkspace(fixture.path)).toEqual({
    kind: 'finished',
    files: [
      '.avm/manifest.json',
      '.avm/trace.json',
      'avm.yaml',
      'docs/gone/old.md',
      'main.bicep',
      'scripts/run.ps1',
      'specs/001/plan.md',
    ],
    left: ['avm.yaml', 'scripts/run.ps1'],
  });
  expect(await fixture.readFile('scripts/run.ps1', 'utf8')).toBe('mine\n');
  expect(await fixture.readFile('specs/001/plan.md', 'utf8')).toBe('plan\n');
});

test('staged texts that are lost: the old state where nothing was done yet, else an error', async () => {
  await using untouched = await stopped('journal placed');
  await untouched.rm('.avm/staging');
  expect(recoverWorkspace(untouched.path)).toEqual({ kind: 'discarded' });
  await using fresh = await createFixture();
  write(fresh.path, oldFiles);
  expect(treeOf(untouched.path)).toEqual(treeOf(fresh.path));

  await using begun = await stopped('placed main.bicep');
  await begun.writeFile('.avm/staging/3', 'damaged');
  const before = treeOf(begun.path);
  expect(codeOf(() => recoverWorkspace(begun.path))).toBe('journal-damaged');
  expect(treeOf(begun.path)).toEqual(before);
});

const evil = sha256('evil');

test.each([
  ['out of the folder', [{ path: '../victim', after: evil }]],
  ['absolute', [{ path: '/tmp/victim', after: evil }]],
  ['into .git', [{ path: '.git/hooks/pre-commit', after: evil }]],
  ['through a drive', [{ path: 'c:/victim', after: evil }]],
  ['without a hash', [{ path: 'victim', after: 'x' }]],
  ['without sense', [{ path: 'victim' }]],
  ['with more than is known', [{ path: 'victim', after: evil, from: '/etc/passwd' }]],
  ['that is no list', 'x'],
])('a journal %s is refused', async (_, operations) => {
  const journal = JSON.stringify({ schema: 1, operations });
  await using fixture = await createFixture({
    victim: 'good',
    'root/.avm': { 'journal.json': journal, staging: { 0: 'evil' } },
  });
  expect(codeOf(() => recoverWorkspace(fixture.getPath('root')))).toBe('journal-broken');
  expect(await fixture.readFile('victim', 'utf8')).toBe('good');
});

test('a journal does not write or delete through a link out of the folder', async () => {
  for (const operation of [
    { path: 'link/victim', before: sha256('good'), after: evil },
    { path: 'link/victim', before: sha256('good') },
  ]) {
    const journal = JSON.stringify({ schema: 1, operations: [operation] });
    await using fixture = await createFixture({
      'outside/victim': 'good',
      'root/.avm': { 'journal.json': journal, staging: { 0: 'evil' } },
    });
    symlinkSync('../outside', fixture.getPath('root/link'));
    expect(codeOf(() => recoverWorkspace(fixture.getPath('root')))).toBe('link-outside');
    expect(await fixture.readFile('outside/victim', 'utf8')).toBe('good');
  }
});

test('a staged link is not put in place', async () => {
  const journal = JSON.stringify({ schema: 1, operations: [{ path: 'link', before: sha256('old'), after: evil }] });
  await using fixture = await createFixture({
    target: 'evil',
    root: { link: 'old', '.avm': { 'journal.json': journal, staging: {} } },
  });
  symlinkSync('../../../target', fixture.getPath('root/.avm/staging/0'));
  expect(recoverWorkspace(fixture.getPath('root'))).toEqual({ kind: 'discarded' });
  expect(treeOf(fixture.getPath('root'))).toEqual({ link: 'old' });
});
