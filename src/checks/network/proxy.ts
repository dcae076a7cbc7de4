import { ownValue } from '../../bicep/own.ts';

/** A proxy that the environment names. */
export interface Proxy {
  readonly url: URL;
  /** The variable that names it. */
  readonly variable: string;
}

const variables: Readonly<Record<string, readonly string[]>> = {
  'https:': ['https_proxy', 'HTTPS_PROXY', 'all_proxy', 'ALL_PROXY'],
  'http:': ['http_proxy', 'HTTP_PROXY', 'all_proxy', 'ALL_PROXY'],
};

/** The proxy for a URL, as curl and .NET read the environment; this machine itself is reached without one. */
export function proxyFor(url: URL, env: NodeJS.ProcessEnv): Proxy | undefined {
  const variable = ownValue(variables, url.protocol)?.find((name) => (ownValue(env, name) ?? '') !== '');
  if (variable === undefined || isLoopback(url.hostname) || isExcepted(url, env)) return undefined;
  const text = ownValue(env, variable) ?? '';
  const full = /^\w+:\/\//.test(text) ? text : `http://${text}`;
  return URL.canParse(full) ? { url: new URL(full), variable } : undefined;
}

/** Host and port, without a password that the variable may have. */
export function shownProxy({ url, variable }: Proxy): string {
  return `the proxy ${url.host} (${variable})`;
}

export function portOf({ protocol, port }: URL): number {
  return Number(port) || (protocol === 'https:' ? 443 : 80);
}

/** Without the brackets of an IPv6 address. */
export function hostOf({ hostname }: URL): string {
  return hostname.replaceAll(/[[\]]/g, '');
}

export function isLoopback(hostname: string): boolean {
  return /^(localhost|.+\.localhost|127(\.\d+){3}|\[?::1\]?)$/i.test(hostname);
}

function isExcepted(url: URL, env: NodeJS.ProcessEnv): boolean {
  const name = url.hostname.toLowerCase();
  const entries = (env['no_proxy'] || env['NO_PROXY'] || '').toLowerCase().split(/[\s,;]+/);
  return entries.filter(Boolean).some((entry) => {
    const [, host = entry, port] = /^(.*?)(?::(\d+))?$/.exec(entry) ?? [];
    if (port !== undefined && Number(port) !== portOf(url)) return false;
    const suffix = host.replace(/^\*?\./, '');
    return host === '*' || name === suffix || name.endsWith(`.${suffix}`);
  });
}
