import { once } from 'node:events';
import { request as requestPlain } from 'node:http';
import { request as requestSecure } from 'node:https';
import type { Socket } from 'node:net';
import { hostOf, portOf, type Proxy } from './proxy.ts';

/** A proxy that answered, and does not connect. */
export class ProxyRefusal extends Error {
  override readonly name = 'ProxyRefusal';
  readonly status: number;

  constructor(status: number) {
    super(status === 407 ? 'it wants a user name and a password (HTTP 407)' : `it answered HTTP ${status}`);
    this.status = status;
  }
}

/** A connection to `host:port` that an HTTP proxy makes. Rejects with `ProxyRefusal` where it answers otherwise. */
export async function openTunnel({ url }: Proxy, target: string, signal: AbortSignal): Promise<Socket> {
  const request = (url.protocol === 'https:' ? requestSecure : requestPlain)({
    host: hostOf(url),
    port: portOf(url),
    method: 'CONNECT',
    path: target,
    headers: { host: target, ...proxyAuthorization(url) },
    agent: false,
    signal,
  });
  request.on('error', () => {});
  request.end();
  const [response, socket] = (await Promise.race([once(request, 'connect'), once(request, 'response')])) as [
    { readonly statusCode: number },
    Socket?,
  ];
  socket?.on('error', () => {});
  if (socket !== undefined && response.statusCode >= 200 && response.statusCode < 300) return socket;
  request.destroy();
  socket?.destroy();
  throw new ProxyRefusal(response.statusCode);
}

export function proxyAuthorization(url: URL): Record<string, string> {
  const basic = basicOf(url);
  return basic === undefined ? {} : { 'proxy-authorization': basic };
}

/** The credentials that a URL has, as a header has them. */
export function basicOf({ username, password }: URL): string | undefined {
  if (username === '') return undefined;
  const text = `${decodeURIComponent(username)}:${decodeURIComponent(password)}`;
  return `Basic ${Buffer.from(text).toString('base64')}`;
}
