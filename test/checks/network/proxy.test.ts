import { describe, expect, it } from 'vitest';
import { proxyFor, shownProxy } from '../../../src/checks/network/proxy.ts';

const registry = new URL('https://mcr.microsoft.com');
const by = (env: NodeJS.ProcessEnv, url = registry): string | undefined => {
  const proxy = proxyFor(url, env);
  return proxy && `${proxy.variable} ${proxy.url.host}`;
};

describe('a proxy', () => {
  it.each<[NodeJS.ProcessEnv, string | undefined]>([
    [{}, undefined],
    [{ HTTPS_PROXY: '' }, undefined],
    [{ HTTPS_PROXY: 'http://proxy:8080' }, 'HTTPS_PROXY proxy:8080'],
    [{ HTTPS_PROXY: 'http://upper:1', https_proxy: 'http://lower:2' }, 'https_proxy lower:2'],
    [{ https_proxy: 'proxy:8080' }, 'https_proxy proxy:8080'],
    [{ http_proxy: 'http://proxy:8080' }, undefined],
    [{ ALL_PROXY: 'http://proxy:8080' }, 'ALL_PROXY proxy:8080'],
    [{ HTTPS_PROXY: 'http://:::' }, undefined],
  ])('%j is %s', (env, expected) => {
    expect(by(env)).toBe(expected);
  });

  it('does not serve this machine itself', () => {
    const env = { HTTPS_PROXY: 'http://proxy:8080' };
    for (const host of ['localhost:5000', '127.0.0.1', '[::1]:5000', 'mirror.localhost'])
      expect(by(env, new URL(`https://${host}`))).toBeUndefined();
  });

  it.each([
    ['*', false],
    ['mcr.microsoft.com', false],
    ['.microsoft.com', false],
    ['*.microsoft.com', false],
    ['microsoft.com', false],
    ['example.com, MCR.Microsoft.com', false],
    ['mcr.microsoft.com:443', false],
    ['mcr.microsoft.com:8443', true],
    ['soft.com', true],
    ['', true],
  ])('with NO_PROXY=%s is taken: %s', (NO_PROXY, taken) => {
    expect(by({ HTTPS_PROXY: 'http://proxy:8080', NO_PROXY }) !== undefined).toBe(taken);
  });

  it('is shown without its password', () => {
    const proxy = proxyFor(registry, { HTTPS_PROXY: 'http://ann:secret@proxy:8080' });
    expect(proxy && shownProxy(proxy)).toBe('the proxy proxy:8080 (HTTPS_PROXY)');
  });
});
