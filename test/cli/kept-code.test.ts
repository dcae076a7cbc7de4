import { execFile, spawnSync } from 'node:child_process';
import { appendFile, chmod, chown, mkdir, readdir, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { build } from 'esbuild';
import { createFixture } from 'fs-fixture';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const source = join(import.meta.dirname, '../../src/cli/program/kept-code.ts');

let fixture: Awaited<ReturnType<typeof createFixture>>;

beforeAll(async () => {
  fixture = await createFixture({
    'script.cjs': "(function(exports,require,module){exports.said = 'hello'; console.log(exports.said);\n})\n",
  });
  const run = `import { runKept } from ${JSON.stringify(source)}; runKept({ file: process.argv[2], hash: '0123' });`;
  await build({
    stdin: { contents: run, resolveDir: import.meta.dirname, loader: 'ts' },
    outfile: fixture.getPath('run.cjs'),
    bundle: true,
    platform: 'node',
    format: 'cjs',
  });
});
afterAll(() => fixture.rm());

/** Runs the script as a process; a run that does not end by itself is a failure. */
async function start(cache: string): Promise<string> {
  const args = [fixture.getPath('run.cjs'), fixture.getPath('script.cjs')];
  const env = { ...process.env, XDG_CACHE_HOME: cache, NODE_COMPILE_CACHE: '', NODE_DISABLE_COMPILE_CACHE: '' };
  return (await promisify(execFile)(process.execPath, args, { env, timeout: 20_000 })).stdout;
}

async function emptyCache(
  name: string,
): Promise<{ readonly cache: string; readonly own: string; readonly code: string }> {
  const cache = fixture.getPath(`cache-${name}`);
  await mkdir(cache);
  return { cache, own: join(cache, 'create-avm'), code: join(cache, 'create-avm', 'code') };
}

describe.skipIf(process.platform === 'win32')('kept code', () => {
  test('is in a folder that is the user’s alone, also where that folder was open before', async () => {
    const { cache, own, code } = await emptyCache('fresh');
    await mkdir(code, { recursive: true, mode: 0o755 });
    for (const folder of [own, code]) await chmod(folder, 0o755);
    expect(await start(cache)).toBe('hello\n');
    for (const folder of [own, code]) expect((await stat(folder)).mode & 0o777).toBe(0o700);
    expect(await readdir(code)).toHaveLength(1);
  });

  test.each(['own', 'code'] as const)('is neither kept in nor run from %s where others can write it', async (which) => {
    const paths = await emptyCache(`open-${which}`);
    await mkdir(paths.code, { recursive: true });
    await chmod(paths[which], 0o777);
    expect(await start(paths.cache)).toBe('hello\n');
    expect(await readdir(paths.code)).toEqual([]);
  });

  test.skipIf(process.getuid?.() !== 0)('is not run from a folder of somebody else', async () => {
    const { cache, code } = await emptyCache('other');
    await mkdir(code, { recursive: true, mode: 0o700 });
    await chown(code, 65_534, 65_534);
    expect(await start(cache)).toBe('hello\n');
    expect(await readdir(code)).toEqual([]);
  });

  test('is not kept through a link', async () => {
    const { cache, code, own } = await emptyCache('link');
    await mkdir(own, { mode: 0o700 });
    await mkdir(join(cache, 'elsewhere'), { mode: 0o700 });
    await symlink('../elsewhere', code);
    expect(await start(cache)).toBe('hello\n');
    expect(await readdir(join(cache, 'elsewhere'))).toEqual([]);
  });
});

describe.skipIf(process.platform === 'win32')('an entry of kept code', () => {
  /** A cache in which the script is kept, and where. */
  async function kept(name: string) {
    const { cache, code } = await emptyCache(name);
    await start(cache);
    const [entry = ''] = await readdir(code);
    return { cache, code, file: join(code, entry), bytes: await readFile(join(code, entry)) };
  }

  test('is used again, and is the user’s alone', async () => {
    const { cache, file, bytes } = await kept('again');
    const { mtimeMs, mode } = await stat(file);
    expect(mode & 0o777).toBe(0o600);
    expect(await start(cache)).toBe('hello\n');
    expect((await stat(file)).mtimeMs).toBe(mtimeMs);
    expect(await readFile(file)).toEqual(bytes);
  });

  test('that is damaged anywhere is made again', async () => {
    const { cache, file, bytes } = await kept('damaged');
    for (let at = 0; at < bytes.length; at += Math.ceil(bytes.length / 12)) {
      const damaged = Buffer.from(bytes);
      damaged[at] = (damaged[at] ?? 0) ^ 0xff;
      await writeFile(file, damaged);
      expect(await start(cache), `byte ${at}`).toBe('hello\n');
      expect((await readFile(file)).equals(damaged), `byte ${at}`).toBe(false);
    }
    for (const text of ['', 'no code']) {
      await writeFile(file, text);
      expect(await start(cache)).toBe('hello\n');
      expect((await readFile(file)).length).toBe(bytes.length);
    }
    await appendFile(file, 'more');
    expect(await start(cache)).toBe('hello\n');
  });

  test('that is a pipe, a link, a folder, or open to others is replaced and never read', async () => {
    const { cache, code, file, bytes } = await kept('odd');
    const put: Readonly<Record<string, () => unknown>> = {
      pipe: () => spawnSync('mkfifo', [file]),
      link: async () => {
        await writeFile(join(cache, 'planted'), bytes);
        await symlink(join(cache, 'planted'), file);
      },
      folder: () => mkdir(file),
      open: async () => {
        await writeFile(file, bytes);
        await chmod(file, 0o666);
      },
    };
    for (const [name, plant] of Object.entries(put)) {
      await rm(file);
      await plant();
      expect(await start(cache), name).toBe('hello\n');
      const found = await stat(file);
      expect([found.isFile(), found.mode & 0o777], name).toEqual([true, 0o600]);
    }
    expect(await readdir(code)).toHaveLength(1);
  });
});
