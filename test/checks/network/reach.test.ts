import { createFixture } from 'fs-fixture';
import { describe, expect, it } from 'vitest';
import { patience, stepTime } from '../../../src/checks/bicep/patience.ts';
import { fetchModules } from '../../../src/checks/modules/fetch.ts';
import { reachRegistry } from '../../../src/checks/network/reach.ts';
import { listening } from './listening.ts';

/** Steps of half a second. */
const soon = { AVM_TIMEOUT: '0.5' };

describe('a registry is reached', () => {
  it('where something answers, also without TLS or a certificate that anybody trusts', async () => {
    await using plain = await listening((socket) => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n'));
    expect(await reachRegistry(`localhost:${plain.port}`, soon)).toBeUndefined();
    await using cut = await listening((socket) => socket.destroy());
    expect(await reachRegistry(`127.0.0.1:${cut.port}`, soon)).toBeUndefined();
  });

  it('through the proxy that the environment names, with its password', async () => {
    await using proxy = await listening((socket, heard) => {
      if (!heard.startsWith('CONNECT')) return;
      socket.write('HTTP/1.1 200 OK\r\n\r\n');
      socket.once('data', () => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n'));
    });
    const env = { ...soon, HTTPS_PROXY: `http://ann:s%40cret@127.0.0.1:${proxy.port}` };
    expect(await reachRegistry('registry.invalid', env)).toBeUndefined();
    const asked = proxy.heard.join('');
    expect(asked).toContain('CONNECT registry.invalid:443 HTTP/1.1');
    expect(asked.toLowerCase()).toContain(`proxy-authorization: basic ${btoa('ann:s@cret')}`.toLowerCase());
  });

  it('as far as can be seen, where a proxy wants to know who asks', async () => {
    await using proxy = await listening((socket) => socket.end('HTTP/1.1 407 Who\r\ncontent-length: 0\r\n\r\n'));
    const env = { ...soon, https_proxy: `127.0.0.1:${proxy.port}` };
    expect(await reachRegistry('registry.invalid', env)).toBeUndefined();
  });
});

describe('a registry is not reached, and that is known in seconds', () => {
  const slow = (): void => {};

  it('where its name is not resolved', async () => {
    expect(await reachRegistry('silent.invalid', soon, slow)).toBe(
      'could not resolve the name silent.invalid within 0.5 s',
    );
    const failing = Object.assign(new Error('no'), { code: 'ENOTFOUND' });
    expect(await reachRegistry('absent.invalid', soon, (_, done) => done(failing, []))).toBe(
      'could not resolve the name absent.invalid (ENOTFOUND)',
    );
  });

  it('where nobody listens, or no way leads there', async () => {
    const gone = await listening();
    await gone[Symbol.asyncDispose]();
    expect(await reachRegistry(`127.0.0.1:${gone.port}`, soon)).toBe(
      `could not connect to 127.0.0.1, port ${gone.port} (ECONNREFUSED)`,
    );
    expect(await reachRegistry('192.0.2.1', soon)).toMatch(/^could not connect to 192\.0\.2\.1, port 443/);
  });

  it('where somebody listens and never answers', async () => {
    await using silent = await listening();
    expect(await reachRegistry(`localhost:${silent.port}`, soon)).toBe('got no answer to a TLS handshake within 0.5 s');
  });

  it('where the connection is cut, as some firewalls do', async () => {
    await using proxy = await listening((socket, heard) =>
      heard.startsWith('CONNECT')
        ? void socket.write('HTTP/1.1 200 OK\r\n\r\n', () => socket.once('data', () => socket.destroy()))
        : undefined,
    );
    const env = { ...soon, HTTPS_PROXY: `http://127.0.0.1:${proxy.port}` };
    expect(await reachRegistry('cut.invalid', env)).toMatch(/got no answer to a TLS handshake \((ECONNRESET|EPIPE)\)$/);
  });

  it('where the proxy is silent or refuses; its password is not shown', async () => {
    await using silent = await listening();
    const proxy = { ...soon, HTTPS_PROXY: `http://ann:secret@127.0.0.1:${silent.port}` };
    expect(await reachRegistry('registry.invalid', proxy)).toBe(
      `the proxy 127.0.0.1:${silent.port} (HTTPS_PROXY): could not open a tunnel to registry.invalid:443 within 0.5 s`,
    );
    await using refusing = await listening((socket) => socket.end('HTTP/1.1 403 No\r\ncontent-length: 0\r\n\r\n'));
    const other = { ...soon, HTTPS_PROXY: `http://127.0.0.1:${refusing.port}` };
    expect(await reachRegistry('registry.invalid', other)).toContain('it answered HTTP 403');
  });
});

it('is asked once in a run', async () => {
  await using server = await listening((socket) => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n'));
  for (let times = 0; times < 3; times += 1) await reachRegistry(`localhost:${server.port}`, soon);
  expect(server.heard).toHaveLength(1);
});

it.each([
  [undefined, 3],
  ['600', 15],
  ['60', 3],
  ['1', 1],
])('a step of AVM_TIMEOUT=%s has %d s', (AVM_TIMEOUT, seconds) => {
  const env = AVM_TIMEOUT === undefined ? {} : { AVM_TIMEOUT };
  expect(stepTime(env)).toBe(seconds * 1000);
  expect(stepTime(env)).toBeLessThanOrEqual(patience(env));
});

it('without a way to the registry no compiler is started, and what was tried is one finding', async () => {
  await using fixture = await createFixture({ 'main.bicep': '' });
  await using silent = await listening();
  const registry = { host: `localhost:${silent.port}`, path: 'bicep' };
  const machine = {
    env: { ...soon, BICEP_TRUSTED_REGISTRIES: 'localhost' },
    platform: 'linux',
    home: fixture.path,
  } as const;
  const modules = [{ module: 'avm/res/network/virtual-network', version: '0.10.1' }];
  const said: string[] = [];
  const findings = await fetchModules({
    root: fixture.path,
    template: 'main.bicep',
    modules,
    registry,
    bicep: '/no/such/compiler',
    machine,
    progress: (step) => void said.push(step),
  });
  expect(findings).toMatchObject([
    { code: 'modules/unreachable', args: { host: registry.host, detail: expect.stringContaining('TLS') as string } },
  ]);
  expect(said).toEqual([`reach ${registry.host}`]);
});
