import { once } from 'node:events';
import { request as requestPlain, type ClientRequest, type IncomingMessage } from 'node:http';
import { request as requestSecure } from 'node:https';
import { isIP } from 'node:net';
import { Readable } from 'node:stream';
import { connect as connectSecurely } from 'node:tls';
import { hostOf, portOf, proxyFor, shownProxy, type Proxy } from './proxy.ts';
import { messageOf } from '../../text/message.ts';
import { openTunnel, proxyAuthorization } from './tunnel.ts';

interface FetchOptions {
  readonly signal: AbortSignal;
  readonly headers?: Readonly<Record<string, string>>;
  /** Whether a redirect may lead there; @default anywhere */
  readonly mayRedirect?: (to: URL) => boolean;
}

/** What a download needs of `fetch`. */
export type Fetch = (url: string, options: FetchOptions) => Promise<Response>;

const redirects: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);
const mostRedirects = 10;

/** `fetch`; through the proxy that the environment names for the URL, which Node's own does not look at before Node 24. */
export function fetchIn(env: NodeJS.ProcessEnv): Fetch {
  return (url, options) =>
    proxyFor(new URL(url), env) === undefined && options.mayRedirect === undefined
      ? globalThis.fetch(url, options)
      : follow(new URL(url), options, env);
}

/** The whole of what was answered. Throws where it is no success, or larger than it may be. */
export async function bodyOf(response: Response, mostBytes: number): Promise<Buffer> {
  if (!response.ok || response.body === null) throw new Error(`HTTP ${response.status}`);
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of response.body as unknown as AsyncIterable<Uint8Array>) {
    size += chunk.length;
    if (size > mostBytes) throw new Error(`it has more than ${mostBytes / 1000} kB`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** Why there is no answer: fetch says "fetch failed" and keeps the reason in its cause. */
export function fetchFault(error: unknown): string {
  return messageOf(error instanceof Error && error.cause instanceof Error ? error.cause : error);
}

async function follow(
  first: URL,
  { signal, headers = {}, mayRedirect }: FetchOptions,
  env: NodeJS.ProcessEnv,
): Promise<Response> {
  let url = first;
  for (let times = 0; times <= mostRedirects; times += 1) {
    // What was said to one host in confidence is not for another.
    const sent = url.origin === first.origin ? headers : {};
    const response = await get(url, { signal, headers: sent }, env);
    const { statusCode: status = 0, headers: said } = response;
    if (!redirects.has(status) || said.location === undefined) {
      const hasBody = ![204, 205, 304].includes(status);
      return new Response(hasBody ? (Readable.toWeb(response) as ReadableStream) : null, { status });
    }
    response.destroy();
    url = new URL(said.location, url);
    if (mayRedirect?.(url) === false) throw new Error(`it was redirected to ${url.origin}, where it may not lead`);
  }
  throw new Error(`it was redirected more than ${mostRedirects} times`);
}

async function get(url: URL, options: FetchOptions, env: NodeJS.ProcessEnv): Promise<IncomingMessage> {
  const proxy = proxyFor(url, env);
  try {
    const request = await requestBy(proxy, url, options);
    request.end();
    const [response] = (await once(request, 'response')) as [IncomingMessage];
    return response;
  } catch (error) {
    if (proxy === undefined || options.signal.aborted) throw error;
    const why = messageOf(error);
    throw new Error(`${shownProxy(proxy)}: ${why}`, { cause: error });
  }
}

async function requestBy(proxy: Proxy | undefined, url: URL, options: FetchOptions): Promise<ClientRequest> {
  if (proxy === undefined) return (url.protocol === 'https:' ? requestSecure : requestPlain)(url, options);
  if (!/^https?:$/.test(proxy.url.protocol)) throw new Error('only HTTP proxies are supported');
  if (url.protocol === 'http:') {
    const headers = { ...options.headers, host: url.host, ...proxyAuthorization(proxy.url) };
    return (proxy.url.protocol === 'https:' ? requestSecure : requestPlain)({
      ...options,
      host: hostOf(proxy.url),
      port: portOf(proxy.url),
      path: url.href,
      headers,
    });
  }
  const socket = await openTunnel(proxy, `${url.hostname}:${portOf(url)}`, options.signal);
  const servername = isIP(hostOf(url)) === 0 ? { servername: hostOf(url) } : {};
  const secure = connectSecurely({ socket, host: hostOf(url), ...servername });
  return requestSecure(url, { ...options, createConnection: () => secure });
}
