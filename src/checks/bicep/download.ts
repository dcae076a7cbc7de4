import { createWriteStream } from 'node:fs';
import { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { compilerError } from './error.ts';
import { fetchFault, fetchIn, type Fetch } from '../network/fetch-through.ts';
import { basicOf } from '../network/tunnel.ts';
import { pinnedVersion } from './version.ts';

/** Where the compiler is downloaded from; AVM_BICEP_MIRROR names a place with the same files. */
const officialReleases = 'https://github.com/Azure/bicep/releases/download';
/** Far more than any compiler has. */
const mostBytes = 500_000_000;

export interface DownloadOptions {
  readonly fetch?: Fetch;
  /** Milliseconds in which nothing arrives before it is given up; @default 30000 */
  readonly silence?: number;
}

/** Downloads the released compiler for a platform to a file; whether it is the known one is for `verifyProgram` to say. */
export async function download(
  rid: string,
  file: string,
  env: NodeJS.ProcessEnv,
  { fetch = fetchIn(env), silence = 30_000 }: DownloadOptions,
): Promise<void> {
  const { url, headers, shown } = addressOf(rid, env);
  const patience = patienceOf(silence);
  try {
    const response = await fetch(url, { signal: patience.signal, headers });
    if (!response.ok || response.body === null) throw new Error(`HTTP ${response.status}`);
    await pipeline(Readable.fromWeb(response.body), patience.watch, createWriteStream(file), {
      signal: patience.signal,
    });
  } catch (error) {
    const detail = `${shown}: ${patience.signal.aborted ? patience.reason : fetchFault(error)}`;
    throw compilerError('compiler/not-installed', { pinned: pinnedVersion, detail }, { cause: error });
  } finally {
    patience.end();
  }
}

/** The mirror that the environment names; its digests are those of the official releases. */
export function mirrorOf(env: NodeJS.ProcessEnv): string | undefined {
  return env['AVM_BICEP_MIRROR'] || undefined;
}

/** A password in the address goes into a header, and into no message; no more does a token in its query. */
function addressOf(rid: string, env: NodeJS.ProcessEnv) {
  const base = mirrorOf(env) ?? officialReleases;
  if (!/^https?:/.test(base) || !URL.canParse(base)) {
    const detail = 'AVM_BICEP_MIRROR is no URL that begins with https:// or http://';
    throw compilerError('compiler/not-installed', { pinned: pinnedVersion, detail });
  }
  const url = new URL(base);
  const authorization = basicOf(url);
  url.username = '';
  url.password = '';
  url.pathname = `${url.pathname.replace(/\/+$/, '')}/v${pinnedVersion}/bicep-${rid}${rid.startsWith('win-') ? '.exe' : ''}`;
  const shown = `${url.origin}${url.pathname}`;
  return { url: url.href, headers: authorization === undefined ? {} : { authorization }, shown };
}

/** Gives up where nothing arrives for a while, or far too much does. */
function patienceOf(silence: number) {
  const controller = new AbortController();
  const late = (): void => controller.abort(new Error(`nothing came for ${silence / 1000} seconds`));
  let timer = setTimeout(late, silence);
  let size = 0;
  const watch = new Transform({
    transform(chunk: Buffer, _, done) {
      clearTimeout(timer);
      timer = setTimeout(late, silence);
      size += chunk.length;
      done(size > mostBytes ? new Error(`it has more than ${mostBytes / 1e6} MB`) : null, chunk);
    },
  });
  const { signal } = controller;
  return {
    signal,
    watch,
    end: () => clearTimeout(timer),
    get reason() {
      return fetchFault(signal.reason);
    },
  };
}
