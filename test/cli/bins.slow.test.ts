import { spawn } from 'node:child_process';
import { readdir, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { inTerminal, keys } from '../generators/pty.ts';
import { listening } from '../checks/network/listening.ts';
import { modulesFolder } from '../support/modules.ts';
import { folder, workspace } from './run.ts';
import { isMissing, toolPath } from '../support/tools.ts';

const root = (path: string): string => fileURLToPath(new URL(`../../${path}`, import.meta.url));

interface Options {
  readonly input?: string;
  readonly env?: NodeJS.ProcessEnv;
  /** Closes standard output at once, as `head` may. */
  readonly deaf?: boolean;
  /** Sends Ctrl-C when this is said on standard error. */
  readonly stopAt?: string;
}

/** A bin of the sources in a process of its own, with pipes. */
function run(
  bin: 'avm' | 'create-avm',
  argv: readonly string[],
  cwd: string,
  { input = '', env = {}, deaf, stopAt }: Options = {},
): Promise<{
  readonly code: number | null;
  readonly signal: string | null;
  readonly out: string;
  readonly err: string;
}> {
  const child = spawn(
    process.execPath,
    [
      '--import',
      import.meta.resolve('tsx'),
      '--import',
      root('scripts/register-hbs.mjs'),
      root(`src/cli/${bin}.ts`),
      ...argv,
    ],
    { cwd, env: { ...process.env, npm_config_user_agent: '', ...env } },
  );
  let out = '';
  let err = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => void (out += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    err += text;
    if (stopAt !== undefined && err.includes(stopAt)) child.kill('SIGINT');
  });
  if (deaf) child.stdout.destroy();
  child.stdin.end(input);
  return new Promise((done) => child.on('close', (code, signal) => done({ code, signal, out, err })));
}

describe('the bins', () => {
  it('take answers from a pipe, ask nothing, and are plain', async () => {
    const { file } = await workspace();
    const at = await folder();
    const ran = await run('create-avm', ['piped', '--answers', '-', '--no-check'], at.path, {
      input: await file('avm.yaml'),
    });
    expect(ran.code).toBe(0);
    expect(ran.out + ran.err).not.toMatch(/\x1b/);
    expect(await readdir(at.getPath('piped'))).toContain('main.bicep');
  });

  it.each([
    ['create-avm', ['--nonsense'], 2],
    ['avm', ['plan'], 2],
    ['avm', ['--help'], 0],
    ['create-avm', ['.', '--answers', 'none.yaml'], 1],
  ] as const)('%s %o ends with its exit code', async (bin, argv, code) => {
    expect(await run(bin, argv, (await folder()).path)).toMatchObject({ code });
  });

  it('do not mind that nobody listens', async () => {
    const ran = await run('avm', ['catalog', 'modules'], (await folder()).path, { deaf: true });
    expect(ran).toMatchObject({ code: 0, err: '' });
  });

  it('never show a stack for a mistake, and show one where it is asked for', async () => {
    const { cwd } = await workspace();
    await writeFile(join(cwd, 'avm.yaml'), 'version: [');
    expect((await run('avm', ['render'], cwd)).err).not.toMatch(/\n {4}at /);
    expect((await run('avm', ['set', 'x'], cwd, { env: { DEBUG: '1' } })).err).toMatch(/\n {4}at /);
  });
});

describe('the check that follows', () => {
  const modules = modulesFolder();
  const env = { BICEP_PATH: toolPath('bicep') ?? '', AVM_MODULES_DIR: modules ?? '' };

  it.skipIf(modules === null || isMissing('bicep'))('proves what was made, with the real compiler', async () => {
    const at = await folder();
    const notified = ['--set', 'alerts.emails=[operations@example.com]'];
    const ran = await run('create-avm', ['demo', '--yes', '--no-git', '--json', ...notified], at.path, { env });
    expect(JSON.parse(ran.out)).toMatchObject({
      ok: true,
      data: { check: { depth: 'order', modules: 'folder', without: null } },
    });
    const { findings } = JSON.parse(ran.out) as { findings: readonly { severity: string }[] };
    expect(findings.filter(({ severity }) => severity !== 'note')).toEqual([]);
    expect(ran.err).toContain('Predicting prod …');
    const checked = await run('avm', ['check', '--env', 'prod'], at.getPath('demo'), { env });
    expect(checked.out).toMatch(/Template, compact +\d+ KiB of 4096 KiB/);
    expect(checked.out).toContain('predicted resources, their types, and their order of prod');
    expect(checked.code).toBe(0);
  });

  it('is less deep where there is no compiler, and says how to get one', async () => {
    const at = await folder();
    const ran = await run('create-avm', ['demo', '--yes', '--no-git'], at.path, {
      env: { BICEP_PATH: join(at.path, 'nothing') },
    });
    expect(ran.code).toBe(0);
    expect(ran.out).toContain('Nothing was compiled, because there is no Bicep compiler');
    expect(ran.out).toMatch(/\nNext steps:\n[^]*\/dist\/avm-bin\.cjs doctor --install\n.*\/dist\/avm-bin\.cjs check\n/);
  });

  it.skipIf(isMissing('bicep'))(
    'compiles against interfaces where no registry can be reached, and says so once',
    async () => {
      await using silent = await listening();
      const at = await folder();
      const offline = {
        ...env,
        AVM_MODULES_DIR: '',
        HTTPS_PROXY: `http://127.0.0.1:${silent.port}`,
        NO_PROXY: '',
        no_proxy: '',
        HOME: at.getPath('home'),
        DOTNET_BUNDLE_EXTRACT_BASE_DIR: join(homedir(), '.net'),
      };
      const ran = await run('create-avm', ['demo', '--yes', '--no-git'], at.path, { env: offline });
      expect(ran).toMatchObject({ code: 0, out: expect.stringContaining('modules from interfaces') as string });
      expect(ran.err).toContain('Connecting to mcr.microsoft.com …');
      expect(ran.err.match(/could not open a tunnel to mcr\.microsoft\.com:443 within 3 s/g)).toHaveLength(1);
      // The compiler itself asks for other things, whose answer nobody waits for.
      expect(silent.heard.filter((one) => one.includes('mcr.microsoft.com'))).toHaveLength(1);
    },
  );

  it.skipIf(isMissing('bicep'))('compiles against interfaces where that is asked for', async () => {
    const { cwd } = await workspace();
    const ran = await run('avm', ['check', '--depth', 'module', '--modules', 'interfaces'], cwd, { env });
    expect(ran).toMatchObject({ code: 0, out: expect.stringContaining('modules from interfaces') as string });
  });

  it.skipIf(modules === null || isMissing('bicep'))(
    'can be stopped; the workspace is whole, and that is said',
    async () => {
      const at = await folder();
      const ran = await run('create-avm', ['demo', '--yes', '--no-git', '--json'], at.path, {
        env,
        stopAt: 'Compiling',
      });
      expect(ran).toMatchObject({ code: 130, signal: null });
      expect(ran.err).toMatch(
        /files in demo\n[^]*Compiling …\nStopped\..*the workspace in demo is complete\.\n.*cd demo && node \S+\/dist\/avm-bin\.cjs check\n$/,
      );
      expect(JSON.parse(ran.out)).toMatchObject({
        ok: false,
        exitCode: 130,
        error: { code: 'interrupted', place: at.getPath('demo') },
        next: ['cd demo', expect.stringMatching(/avm-bin\.cjs check$/)],
      });
      expect(await run('avm', ['check', '--depth', 'interface'], at.getPath('demo'))).toMatchObject({ code: 0 });
    },
  );

  it.skipIf(modules === null || isMissing('bicep'))('can be stopped by itself, and its document says so', async () => {
    const { cwd } = await workspace();
    const ran = await run('avm', ['check', '--json'], cwd, { env, stopAt: 'Compiling' });
    expect(ran).toMatchObject({ code: 130, signal: null });
    expect(JSON.parse(ran.out)).toMatchObject({
      command: 'avm check',
      exitCode: 130,
      data: null,
      error: { code: 'interrupted' },
    });
    expect(await run('avm', ['check'], cwd, { env, stopAt: 'Compiling' })).toMatchObject({ out: '', signal: 'SIGINT' });
  });

  it.skipIf(modules === null || isMissing('bicep'))('can be stopped in a terminal too', async () => {
    const at = await folder();
    const asked = inTerminal('create-avm', ['demo', '--yes', '--no-git'], at.path, {
      ...env,
      npm_config_user_agent: '',
    });
    await asked.when('files in demo');
    await asked.when('Compiling', keys.interrupt);
    expect(await asked.exit).toBe(130);
    expect(asked.screen()).toMatch(
      /the workspace in demo is complete\.\s+→ To check it, run: cd demo && node \S+\/dist\/avm-bin\.cjs\s+check\s*$/,
    );
    // The cursor that the spinner hid is shown again.
    expect(asked.raw().lastIndexOf('\x1b[?25h')).toBeGreaterThan(asked.raw().lastIndexOf('\x1b[?25l'));
  });
});
