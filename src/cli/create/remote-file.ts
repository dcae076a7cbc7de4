import { createHash } from 'node:crypto';
import { patience } from '../../checks/bicep/patience.ts';
import { bodyOf, fetchFault, fetchIn, type Fetch } from '../../checks/network/fetch-through.ts';
import { basicOf } from '../../checks/network/tunnel.ts';
import { mostAnswersBytes } from '../shared/answers-text.ts';
import { Failure, UsageFailure } from '../shared/failure.ts';
import { decodeText, plainText } from '../shared/text.ts';

interface Address {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  /** Without a password or a token in the query. */
  readonly shown: string;
  readonly digest: string;
}

export interface RemoteText {
  readonly file: string;
  readonly text: string;
}

/** A file of settings at `https://…#sha256=HEX`: nothing is read that does not have the digest. */
export async function downloadAnswers(
  named: string,
  env: NodeJS.ProcessEnv,
  fetch: Fetch = fetchIn(env),
): Promise<RemoteText> {
  const { url, headers, shown, digest } = addressOf(named);
  const time = patience(env);
  const signal = AbortSignal.timeout(time);
  const bytes = await fetch(url, { signal, headers, mayRedirect: ({ protocol }) => protocol === 'https:' })
    .then((response) => bodyOf(response, mostAnswersBytes))
    .catch((error: unknown) => {
      const why = signal.aborted ? `it took longer than ${time / 1000} s` : fetchFault(error);
      throw unreadable(shown, why);
    });
  const found = createHash('sha256').update(bytes).digest('hex');
  if (found !== digest)
    throw new Failure({
      code: 'answers-digest',
      what: `'${shown}' does not have the digest that is given, so it is another file.`,
      where: shown,
      remedy:
        'Nothing of it was used. Ask its owner what changed. If you trust the new file, compute its digest and write that.',
    });
  return { file: shown, text: plainText(decodeText(bytes, shown)) };
}

function addressOf(named: string): Address {
  const url = URL.canParse(named) ? new URL(named) : undefined;
  if (url?.protocol !== 'https:')
    throw new UsageFailure(
      `'${withoutSecrets(url) ?? named}' is not read.`,
      'Use an address that begins with https://, or a file.',
    );
  const shown = `${url.origin}${url.pathname}`;
  const [, digest] = /^#sha256=([0-9a-f]{64})$/i.exec(url.hash) ?? [];
  if (digest === undefined)
    throw new UsageFailure(
      `'${shown}' has no SHA-256 digest, without which the file could become another one.`,
      `Download the file, read it, and compute its digest with sha256sum or Get-FileHash. Then write: --answers '${shown}#sha256=DIGEST'`,
    );
  const authorization = basicOf(url);
  url.username = '';
  url.password = '';
  url.hash = '';
  return {
    url: url.href,
    headers: authorization === undefined ? {} : { authorization },
    shown,
    digest: digest.toLowerCase(),
  };
}

function withoutSecrets(url: URL | undefined): string | undefined {
  return url && `${url.protocol}//${url.host}${url.pathname}`;
}

function unreadable(shown: string, why: string): Failure {
  return new Failure({
    code: 'answers-unreadable',
    what: `'${shown}' cannot be downloaded: ${why}.`,
    where: shown,
    remedy:
      'Check the address and the network. A proxy is used if HTTPS_PROXY names one. Otherwise, download the file and name it.',
  });
}
