import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, symlinkSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import { createFixture } from 'fs-fixture';
import { expect, test } from 'vitest';
import { takeLock, withLock } from '../../src/workspace/lock.ts';
import { codeOf, oldFiles, treeOf, write } from './workspaces.ts';

const lockFile = join(import.meta.dirname, '../../src/workspace/lock.ts');

/** A program around the lock, as one file that starts quickly. */
async function programOf(folder: string, code: string): Promise<string> {
  const outfile = join(folder, 'program.mjs');
  const contents = `import { takeLock, withLock } from ${JSON.stringify(lockFile)};\n${code}`;
  await build({
    stdin: { contents, resolveDir: folder, loader: 'ts' },
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
  });
  return outfile;
}

async function output(child: ChildProcess): Promise<string> {
  let text = '';
  child.stdout?.on('data', (chunk: Buffer) => (text += chunk.toString()));
  child.stderr?.on('data', (chunk: Buffer) => (text += chunk.toString()));
  await once(child, 'close');
  return text;
}

test('a second run is refused until the first gives the lock back', async () => {
  await using fixture = await createFixture({ kept: '' });
  await withLock(fixture.path, () => {
    expect(codeOf(() => takeLock(fixture.path))).toBe('locked');
    expect(treeOf(fixture.path)['.avm/lock']).toContain(String(process.pid));
  });
  expect(treeOf(fixture.path)).toEqual({ kept: '' });
});

test('folders made for the lock go where the work fails, and stay where it wrote', async () => {
  await using fixture = await createFixture();
  const root = fixture.getPath('a/b');
  await expect(withLock(root, () => Promise.reject(new Error('no')))).rejects.toThrow('no');
  expect(treeOf(fixture.path)).toEqual({});
  await withLock(root, () => write(root, oldFiles));
  expect(Object.keys(treeOf(root))).toContain('main.bicep');
  expect(Object.keys(treeOf(root))).not.toContain('.avm/lock');
});

test('a lock of a dead process, an empty one and one without sense are taken over', async () => {
  const child = spawn(process.execPath, ['-e', '']);
  await once(child, 'close');
  for (const text of [`${child.pid} ${hostname()}`, `${process.pid} ${hostname()}`, '', 'nonsense', '0 x', '-1 x']) {
    await using fixture = await createFixture({ '.avm/lock': text, '.avm/lock.stale': `${child.pid} ${hostname()}` });
    takeLock(fixture.path)();
    expect(treeOf(fixture.path)).toEqual({});
  }
});

/** Takes a lock over and is killed at the first, second, … call that changes the disk. */
const killedTakingOver = `import fs from 'node:fs';
  import { syncBuiltinESMExports } from 'node:module';
  let left = Number(process.argv[3]);
  const original = { writeFileSync: fs.writeFileSync, unlinkSync: fs.unlinkSync };
  for (const [name, work] of Object.entries(original)) fs[name] = (...args) => {
    if ((left -= 1) === 0) process.kill(process.pid, 'SIGKILL');
    const result = work(...args);
    if ((left -= 1) === 0) process.kill(process.pid, 'SIGKILL');
    return result;
  };
  syncBuiltinESMExports();
  const { takeLock } = await import(process.argv[4]);
  takeLock(process.argv[2]);
  process.kill(process.pid, 'SIGKILL');`;

test('a run that is killed while it takes over a dead lock is recovered from by the next one', async () => {
  const dead = spawn(process.execPath, ['-e', '']);
  await once(dead, 'close');
  await using fixture = await createFixture({ 'killed.mjs': killedTakingOver });
  const lockModule = fixture.getPath('lock.mjs');
  await build({ entryPoints: [lockFile], outfile: lockModule, bundle: true, platform: 'node', format: 'esm' });
  const trees = new Set<string>();
  for (let step = 1; step <= 12; step += 1) {
    const root = fixture.getPath(`root-${step}`);
    mkdirSync(fixture.getPath(`root-${step}/.avm`), { recursive: true });
    await fixture.writeFile(`root-${step}/.avm/lock`, `${dead.pid} ${hostname()}`);
    const child = spawn(process.execPath, [fixture.getPath('killed.mjs'), root, String(step), lockModule]);
    expect(await output(child)).toBe('');
    expect(child.signalCode).toBe('SIGKILL');
    trees.add(Object.keys(treeOf(root)).join(' '));
    // Another one dies at the same place, and leaves its own marker.
    await once(spawn(process.execPath, [fixture.getPath('killed.mjs'), root, String(step), lockModule]), 'close');
    takeLock(root)();
    expect(treeOf(root), `step ${step}`).toEqual({});
  }
  expect(trees.size).toBeGreaterThan(2);
});

test('a run waits for another one for a time, then says who is at work', async () => {
  await using fixture = await createFixture({ 'avm.yaml': '' });
  const release = takeLock(fixture.path);
  setTimeout(release, 250);
  expect(await withLock(fixture.path, () => 'done')).toBe('done');
  takeLock(fixture.path);
  await expect(withLock(fixture.path, () => 'done', 200)).rejects.toThrow(
    `Another command is running in this workspace: process ${process.pid} on ${hostname()}, still after 0.2 seconds.`,
  );
});

test.skipIf(process.platform === 'win32').each(['pipe', 'folder', 'link to a pipe'])(
  'a lock that is a %s is refused at once',
  async (kind) => {
    await using fixture = await createFixture({ '.avm': {} });
    const file = fixture.getPath('.avm/lock');
    if (kind === 'folder') mkdirSync(file);
    else spawnSync('mkfifo', [kind === 'pipe' ? file : fixture.getPath('pipe')]);
    if (kind === 'link to a pipe') symlinkSync('../pipe', file);
    expect(codeOf(() => takeLock(fixture.path))).toBe('not-a-file');
  },
);

test('a lock of a living process, or one on another machine, is not taken over', async () => {
  for (const text of [`${process.ppid} ${hostname()}`, '1 another-machine']) {
    await using fixture = await createFixture({ '.avm/lock': text });
    expect(codeOf(() => takeLock(fixture.path))).toBe('locked');
    expect(treeOf(fixture.path)['.avm/lock']).toBe(text);
  }
});

test('a process that just exits gives the lock back', async () => {
  await using fixture = await createFixture();
  const program = await programOf(fixture.path, 'takeLock(process.argv[2]); process.exit(3);');
  await once(spawn(process.execPath, [program, fixture.getPath('root')]), 'close');
  expect(await fixture.exists('root')).toBe(false);
});

test('of many runs that find a dead lock no two work at once', async () => {
  await using fixture = await createFixture({ 'root/.avm/lock': 'dead', 'root/avm.yaml': '' });
  const program = await programOf(
    fixture.path,
    `import { rmdirSync, mkdirSync } from 'node:fs';
     const busy = process.argv[3];
     let turns = 0;
     for (const end = Date.now() + 1500; Date.now() < end; ) {
       let release;
       try { release = takeLock(process.argv[2]); } catch (error) { if (error.code !== 'locked') throw error; continue; }
       mkdirSync(busy); turns += 1; rmdirSync(busy); release();
     }
     console.log(turns);`,
  );
  const children = [1, 2, 3, 4].map(() =>
    spawn(process.execPath, [program, fixture.getPath('root'), fixture.getPath('busy')]),
  );
  const ends = await Promise.all(children.map(async (child) => await output(child)));
  expect(ends.filter((text) => !/^\d+\n$/.test(text))).toEqual([]);
  expect(ends.reduce((sum, turns) => sum + Number(turns), 0)).toBeGreaterThan(4);
});

test.skipIf(process.platform === 'win32')('Ctrl-C takes effect once the work is done', async () => {
  await using fixture = await createFixture();
  const program = await programOf(
    fixture.path,
    `import { writeFileSync } from 'node:fs';
     await withLock(process.argv[2], () => {
       process.kill(process.pid, 'SIGINT');
       Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 100);
       writeFileSync(process.argv[2] + '/whole', '');
     });
     console.log('not reached');`,
  );
  const child = spawn(process.execPath, [program, fixture.getPath('root')]);
  expect(await output(child)).toBe('');
  expect(child.signalCode).toBe('SIGINT');
  expect(treeOf(fixture.getPath('root'))).toEqual({ whole: '' });
});
