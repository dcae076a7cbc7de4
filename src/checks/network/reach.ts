import { lookup as lookUp, type LookupAddress } from 'node:dns';
import { once } from 'node:events';
import { connect, isIP, type Socket } from 'node:net';
import { connect as connectSecurely } from 'node:tls';
import { stepTime } from '../bicep/patience.ts';
import { hostOf, isLoopback, portOf, proxyFor, shownProxy } from './proxy.ts';
import { messageOf } from '../../text/message.ts';
import { openTunnel, ProxyRefusal } from './tunnel.ts';

type Lookup = (host: string, done: (error: Error | null, found: LookupAddress[]) => void) => void;

interface Way {
  readonly host: string;
  readonly port: number;
  /** Milliseconds that each step may take. */
  readonly time: number;
  readonly lookup: Lookup;
}

const systemLookup: Lookup = (host, done) => lookUp(host, { all: true }, done);
const tried = new Map<string, Promise<string | undefined>>();

/**
 * Why a registry cannot be reached, as this process finds out once; undefined where something answers there. Name,
 * connection, and TLS handshake have a few seconds each, so that nobody waits for a network that is not there.
 */
export function reachRegistry(registry: string, env: NodeJS.ProcessEnv, lookup?: Lookup): Promise<string | undefined> {
  const url = new URL(`https://${registry}`);
  const key = [registry, proxyFor(url, env)?.url.href ?? '', stepTime(env)].join(' ');
  const known = tried.get(key) ?? reach(url, env, lookup ?? systemLookup);
  tried.set(key, known);
  return known;
}

async function reach(url: URL, env: NodeJS.ProcessEnv, lookup: Lookup): Promise<string | undefined> {
  const proxy = proxyFor(url, env);
  const to = proxy?.url ?? url;
  const time = stepTime(env);
  const target = `${url.hostname}:${portOf(url)}`;
  let socket: Socket | undefined;
  try {
    socket = await connectTo({ host: hostOf(to), port: portOf(to), time, lookup });
    // What speaks SOCKS, or TLS before anything else, is left to the compiler.
    if (proxy?.url.protocol === 'http:') {
      socket.destroy();
      socket = await within(time, `could not open a tunnel to ${target}`, (signal) =>
        openTunnel(proxy, target, signal),
      );
    }
    if (proxy === undefined || proxy.url.protocol === 'http:') await greet(socket, url, time);
    return undefined;
  } catch (error) {
    // The compiler knows ways to prove who it is that are not tried here.
    if (error instanceof ProxyRefusal && error.status === 407) return undefined;
    const why = messageOf(error);
    return proxy === undefined ? why : `${shownProxy(proxy)}: ${why}`;
  } finally {
    socket?.destroy();
  }
}

async function connectTo({ host, port, time, lookup }: Way): Promise<Socket> {
  const found = await within(time, `could not resolve the name ${host}`, () => addressesOf(host, lookup));
  return within(time, `could not connect to ${host}, port ${port}`, async (signal) => {
    const socket = connect({
      host,
      port,
      autoSelectFamily: true,
      autoSelectFamilyAttemptTimeout: Math.max(Math.floor(time / 3), 10),
      lookup: (_, { all }, done) => (all ? done(null, found) : done(null, found[0]?.address ?? '', found[0]?.family)),
      signal,
    });
    // What comes after the step is nobody's any more, and would end the process.
    socket.on('error', () => {});
    await once(socket, 'connect');
    return socket;
  });
}

async function addressesOf(host: string, lookup: Lookup): Promise<LookupAddress[]> {
  const family = isIP(host);
  if (family !== 0) return [{ address: host, family }];
  return new Promise((done, fail) => lookup(host, (error, found) => (error === null ? done(found) : fail(error))));
}

/**
 * Waits until somebody answers a TLS handshake. Nothing is sent after it, so whose certificate it is does not matter:
 * the compiler looks at that, with the certificates that it trusts. An answer that is no TLS is one too.
 */
async function greet(socket: Socket, url: URL, time: number): Promise<void> {
  const servername = isIP(hostOf(url)) === 0 ? hostOf(url) : '';
  await within(time, 'got no answer to a TLS handshake', async (signal) => {
    const secure = connectSecurely({ socket, servername, rejectUnauthorized: false });
    secure.on('error', () => {});
    try {
      await once(secure, 'secureConnect', { signal });
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? error.code : undefined;
      const isCut = signal.aborted || code === 'ECONNRESET' || code === 'EPIPE';
      // A registry on this computer usually has no TLS.
      if (signal.aborted || (isCut && !isLoopback(url.hostname))) throw error;
    } finally {
      secure.destroy();
    }
  });
}

/** A step to its end or to the end of its time; `what` says what could not be done. */
async function within<T>(time: number, what: string, work: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const controller = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, fail) => {
    timer = setTimeout(() => {
      fail(new Error(`${what} within ${time / 1000} s`));
      controller.abort();
    }, time);
  });
  try {
    return await Promise.race([work(controller.signal), late]);
  } catch (error) {
    if (error instanceof ProxyRefusal || controller.signal.aborted) throw error;
    throw new Error(`${what} (${reasonOf(error)})`, { cause: error });
  } finally {
    clearTimeout(timer);
  }
}

function reasonOf(error: unknown): string {
  if (error instanceof Error && 'code' in error && typeof error.code === 'string') return error.code;
  return messageOf(error);
}
