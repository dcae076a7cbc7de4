import { execFile } from 'node:child_process';
import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { type FsFixture, createFixture } from 'fs-fixture';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { isInterrupted, recoverWorkspace } from '../../src/workspace/recover.ts';
import { newFiles, oldFiles, treeOf, write } from './workspaces.ts';

let fixture: FsFixture;
let program: string;

beforeAll(async () => {
  fixture = await createFixture();
  program = fixture.getPath('killed-run.mjs');
  const entry = join(import.meta.dirname, 'killed-run.ts');
  await build({
    entryPoints: [entry],
    outfile: program,
    bundle: true,
    platform: 'node',
    format: 'esm',
    external: ['diff'],
  });
});
afterAll(() => fixture.rm());

/** The signal that ended the process; undefined where it came to its end. */
function run(...args: string[]): Promise<string | undefined> {
  return new Promise((done, fail) => {
    execFile(process.execPath, [program, ...args], (error, _stdout, stderr) => {
      if (error && error.signal === null) fail(new Error(stderr));
      else done(error?.signal ?? undefined);
    });
  });
}

/** Runs a task in copies of a folder, killed at the first step, the second and so on until one ends. */
async function killAtEachStep(from: string, task: string): Promise<string[]> {
  const roots: string[] = [];
  for (let step = 1; step < 100; step += 1) {
    const root = fixture.getPath(`${task}-${step}-${Math.random()}`);
    cpSync(from, root, { recursive: true });
    roots.push(root);
    if ((await run(task, root, String(step))) === undefined) return roots;
  }
  throw new Error('it never came to its end');
}

test('a first run killed at any step leaves, once recovered, everything or an empty folder', async () => {
  const whole = fixture.getPath('whole');
  write(whole, oldFiles);
  await fixture.mkdir('nothing');
  const outcomes = new Set<string>();
  for (const root of await killAtEachStep(fixture.getPath('nothing'), 'commit-old')) {
    const recovery = recoverWorkspace(root);
    outcomes.add(recovery?.kind ?? 'nothing to do');
    expect(treeOf(root)).toEqual(recovery?.kind === 'discarded' ? {} : treeOf(whole));
    expect(recoverWorkspace(root)).toBeUndefined();
  }
  expect([...outcomes]).toEqual(['discarded', 'finished', 'nothing to do']);
});

test('a later run killed at any step leaves, once recovered, the old state or the new', async () => {
  const before = fixture.getPath('before');
  const after = fixture.getPath('after');
  write(before, oldFiles);
  cpSync(before, after, { recursive: true });
  write(after, newFiles);
  expect(treeOf(after)).not.toHaveProperty('docs/gone');
  const roots = await killAtEachStep(before, 'commit-new');
  expect(roots.length).toBeGreaterThan(15);
  for (const root of roots) {
    const recovery = recoverWorkspace(root);
    expect(treeOf(root)).toEqual(treeOf(recovery?.kind === 'discarded' ? before : after));
  }
});

test('a recovery killed at any step is finished by the next one', async () => {
  const before = fixture.getPath('recovery-before');
  const after = fixture.getPath('recovery-after');
  write(before, oldFiles);
  cpSync(before, after, { recursive: true });
  write(after, newFiles);
  const steps: string[] = [];
  const counted = fixture.getPath('counted');
  cpSync(before, counted, { recursive: true });
  write(counted, newFiles, { onStep: (step) => steps.push(step) });
  expect(await run('commit-new', before, String(steps.indexOf('journal placed') + 2))).toBe('SIGKILL');
  expect(isInterrupted(before)).toBe(true);
  for (const root of await killAtEachStep(before, 'recover')) {
    recoverWorkspace(root);
    expect(treeOf(root)).toEqual(treeOf(after));
  }
});
