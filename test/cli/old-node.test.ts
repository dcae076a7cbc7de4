import { spawnSync } from 'node:child_process';
import { basename } from 'node:path';
import { transform } from 'esbuild';
import { createFixture, type FsFixture } from 'fs-fixture';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { bundleStart } from '../../scripts/bundle.ts';

const names = ['create-bin.cjs', 'avm-bin.cjs'];
const texts = new Map<string, string>();
let bins: FsFixture;

beforeAll(async () => {
  const bundles = await bundleStart();
  for (const { path, text } of bundles.flatMap(({ outputFiles }) => outputFiles)) texts.set(basename(path), text);
  bins = await createFixture({
    ...Object.fromEntries(names.map((name) => [name, texts.get(name) ?? ''])),
    'old.cjs': "Object.defineProperty(process.versions, 'node', { value: '18.17.1' });",
  });
});

afterAll(() => bins.rm());

it.each(names)('%s has no syntax that an old Node cannot read', async (name) => {
  const text = texts.get(name) ?? '';
  expect(text).toContain('import(');
  const plain = text.replace('import(', 'load(');
  const lowered = await transform(plain, { target: 'es2015' });
  expect(lowered.code).toBe((await transform(plain, { target: 'esnext' })).code);
});

it.each(names)('%s says in one sentence that Node is too old', (name) => {
  const ran = spawnSync(process.execPath, ['-r', bins.getPath('old.cjs'), bins.getPath(name), 'demo'], {
    encoding: 'utf8',
    cwd: bins.path,
  });
  expect(ran).toMatchObject({
    status: 1,
    stdout: '',
    stderr:
      'error[node-version]: create-avm needs Node.js 20.19 or later, and this is 18.17.1.\n    Install a newer one from https://nodejs.org, and run the same command again.\n',
  });
});
