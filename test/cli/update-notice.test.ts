import { execFile } from 'node:child_process';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { version } from '../../src/files/tool.ts';
import { registryOfUser } from '../../src/cli/update-notice/registry.ts';
import { watchForUpdate } from '../../src/cli/update-notice/update-notice.ts';
import { isNoticeWanted } from '../../src/cli/update-notice/wanted.ts';
import { processTerminal, type Terminal } from '../../src/cli/shared/terminal.ts';
import type { Machine } from '../../src/checks/bicep/folders.ts';
import { folder } from './run.ts';

const heard: IncomingMessage[] = [];
let answer = '';
const server = createServer((request, response) => {
  heard.push(request);
  if (answer !== 'silence') response.end(answer);
});
server.on('connect', (request: IncomingMessage, socket) => {
  heard.push(request);
  socket.end('HTTP/1.1 502 Bad Gateway\r\n\r\n');
});
let registry = '';
beforeAll(async () => {
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  registry = `http://127.0.0.1:${(server.address() as AddressInfo).port}/npm`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

const published = (latest: unknown): string => JSON.stringify({ 'dist-tags': { latest } });
const time = Date.parse('2026-11-28T00:00:00Z');
const hour = 60 * 60 * 1000;

async function machineWith(env: NodeJS.ProcessEnv = {}): Promise<Machine> {
  const { path } = await folder();
  return { env: { XDG_CACHE_HOME: path, ...env }, home: path, platform: 'linux' };
}

/** A command that lasts until the registry answered, if it is asked; what it prints, and how often it asked. */
async function command(machine: Machine, now: number, name = 'avm check'): Promise<{ said: string; asked: number }> {
  const before = heard.length;
  let said = '';
  const terminal: Terminal = {
    ...processTerminal(name),
    env: {},
    live: true,
    paintErr: (_, text) => text,
    err: (line = '') => void (said += `${line}\n`),
  };
  const end = watchForUpdate(terminal, { machine, script: '', now: () => now });
  await wait(150);
  end();
  return { said, asked: heard.length - before };
}

describe('the notice of a newer version', () => {
  it('is one line a day, of a version that is asked for once a day', async () => {
    const machine = await machineWith({ npm_config_registry: registry });
    answer = published('99.0.0');
    expect(await command(machine, time)).toEqual({
      said: `create-avm 99.0.0 is available, and this is ${version}. To use it, run: npx -p create-avm@99.0.0 avm check (AVM_NO_UPDATE_NOTICE=1 turns this off)\n`,
      asked: 1,
    });
    expect(heard.at(-1)).toMatchObject({ url: '/npm/create-avm' });
    expect(heard.at(-1)?.headers).not.toHaveProperty('authorization');
    expect(await command(machine, time + hour)).toEqual({ said: '', asked: 0 });
    expect(await command(machine, time + 25 * hour)).toMatchObject({
      said: expect.stringContaining('99.0.0') as string,
      asked: 1,
    });
    expect(await command(machine, time - hour)).toMatchObject({ asked: 1 });
  });

  it('is printed by a short command of what is known, which asks nobody', async () => {
    const machine = await machineWith({ npm_config_registry: registry });
    answer = published('99.0.0');
    expect(await command(machine, time, 'avm plan')).toEqual({ said: '', asked: 0 });
    await command(machine, time);
    expect(await command(machine, time + 25 * hour, 'avm plan')).toMatchObject({
      said: expect.stringContaining('avm plan') as string,
      asked: 0,
    });
  });

  it.each([
    ['this version', published(version)],
    ['an older one', published('0.0.1')],
    ['a prerelease', published('99.0.0-beta.1')],
    ['no version', published('\u001b[31m99.0.0 now')],
    ['another type', published({ a: 1 })],
    ['no JSON', '<html>'],
    ['too much', published('99.0.0') + ' '.repeat(1_100_000)],
    ['nothing', 'silence'],
  ])('is not printed if the registry answers %s', async (_, text) => {
    const machine = await machineWith({ npm_config_registry: registry });
    answer = text;
    expect(await command(machine, time)).toEqual({ said: '', asked: 1 });
    expect(await command(machine, time + hour)).toEqual({ said: '', asked: 0 });
  });

  it('keeps no process that is done, whoever does not answer', async () => {
    const { path } = await folder();
    answer = 'silence';
    const script = `
      import { watchForUpdate } from './src/cli/update-notice/update-notice.ts';
      const terminal = { command: 'avm check', env: {}, err: console.log, paintErr: (_, text) => text };
      const env = { XDG_CACHE_HOME: ${JSON.stringify(path)}, npm_config_registry: ${JSON.stringify(registry)} };
      const end = watchForUpdate(terminal, { machine: { env, home: '/', platform: 'linux' }, script: '', now: Date.now });
      await new Promise((done) => setTimeout(done, 300));
      console.log('done');
      const before = Date.now();
      process.on('exit', () => console.log(Date.now() - before));
      end();`;
    const argv = ['--import', 'tsx', '--input-type=module', '-e', script];
    const { stdout } = await promisify(execFile)(process.execPath, argv, {
      cwd: fileURLToPath(new URL('../..', import.meta.url)),
    });
    const [said, after] = stdout.trim().split('\n');
    expect(said).toBe('done');
    expect(Number(after)).toBeLessThan(1000);
  });

  it('fails for nobody', async () => {
    const machine = await machineWith({ npm_config_registry: 'http://127.0.0.1:1/' });
    expect(await command(machine, time)).toEqual({ said: '', asked: 0 });
  });

  it('asks through the proxy of the environment', async () => {
    const proxy = registry.replace('/npm', '');
    const machine = await machineWith({ npm_config_registry: 'https://packages.example/', HTTPS_PROXY: proxy });
    expect(await command(machine, time)).toEqual({ said: '', asked: 1 });
    expect(heard.at(-1)?.url).toBe('packages.example:443');
    const none = await machineWith({
      npm_config_registry: 'https://packages.invalid/',
      HTTPS_PROXY: proxy,
      NO_PROXY: '.invalid',
    });
    expect(await command(none, time)).toEqual({ said: '', asked: 0 });
  });

  it.each<[string, NodeJS.ProcessEnv, boolean, boolean, boolean]>([
    ['in a terminal', {}, true, false, true],
    ['elsewhere', {}, false, false, false],
    ['in CI', { CI: 'true' }, true, false, false],
    ['for programs', {}, true, true, false],
    ['where it is off', { AVM_NO_UPDATE_NOTICE: '1' }, true, false, false],
    ['where all such notices are off', { NO_UPDATE_NOTIFIER: '1' }, true, false, false],
    ['with CI=false', { CI: 'false' }, true, false, true],
  ])('%s', (_, env, live, json, wanted) => {
    expect(isNoticeWanted({ ...processTerminal('avm check'), env, live }, json)).toBe(wanted);
  });
});

describe('the registry of the user', () => {
  const lock = (resolved: string): string => JSON.stringify({ packages: { 'node_modules/create-avm': { resolved } } });

  it('is that of npm’s environment, of the user’s file, or where the package is from; otherwise nobody is asked', async () => {
    const at = await folder({
      '.npmrc': '//a.example/:_authToken=secret\nregistry=https://a.example/npm\n',
      'node_modules/.package-lock.json': lock('https://b.example/x/create-avm/-/create-avm-0.1.0.tgz'),
      'other/package-lock.json': lock('file:../create-avm.tgz'),
    });
    const bare = await folder();
    const script = at.getPath('node_modules/create-avm/dist/avm-bin.cjs');
    const of = (home: string, env: NodeJS.ProcessEnv = {}, from = script): string | undefined =>
      registryOfUser({ env, home, platform: 'linux' }, from)?.href;
    expect(of(at.path, { npm_config_registry: 'https://c.example' })).toBe('https://c.example/');
    expect(of(at.path)).toBe('https://a.example/npm/');
    expect(of(bare.path, { npm_config_userconfig: at.getPath('.npmrc') })).toBe('https://a.example/npm/');
    expect(of(bare.path)).toBe('https://b.example/x/');
    expect(of(bare.path, {}, at.getPath('other/node_modules/create-avm/dist/avm-bin.cjs'))).toBeUndefined();
    expect(of(bare.path, {}, '/usr/local/bin/avm')).toBeUndefined();
  });

  it.each(['http://plain.example/', 'https://me:secret@a.example/', 'file:///etc/', '${REGISTRY}', ''])(
    'is not "%s"',
    async (text) => {
      const machine = await machineWith({ npm_config_registry: text });
      expect(registryOfUser(machine, '')).toBeUndefined();
    },
  );
});
