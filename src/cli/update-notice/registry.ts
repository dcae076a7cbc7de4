import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { ownValue } from '../../bicep/own.ts';
import type { Machine } from '../../checks/bicep/folders.ts';
import { isLoopback } from '../../checks/network/proxy.ts';
import { tool } from '../../files/tool.ts';

/**
 * The registry that the user's npm takes packages from: what npm says to programs it starts, then what the user set,
 * then where npm got this package. Undefined if none says so. The .npmrc of a project is not read, so that a folder that
 * somebody else wrote doesn't decide whom this computer asks.
 */
export function registryOfUser(machine: Machine, script: string): URL | undefined {
  const { env, home } = machine;
  const userFile = env['npm_config_userconfig'] ?? env['NPM_CONFIG_USERCONFIG'] ?? join(home, '.npmrc');
  return (
    asRegistry(env['npm_config_registry'] ?? env['NPM_CONFIG_REGISTRY']) ??
    asRegistry(setIn(userFile)) ??
    asRegistry(installedFrom(script))
  );
}

/** A password in an address is for npm alone. */
function asRegistry(text: string | undefined): URL | undefined {
  if (text === undefined || !URL.canParse(text)) return undefined;
  const url = new URL(text);
  const isSafe = url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback(url.hostname));
  if (!isSafe || url.username !== '' || url.password !== '') return undefined;
  url.pathname = url.pathname.replace(/\/*$/, '/');
  return url;
}

function setIn(file: string): string | undefined {
  const lines = textOf(file).split(/\r?\n/);
  return lines.flatMap((line) => /^\s*registry\s*=\s*"?([^\s"]+)"?\s*$/.exec(line)?.[1] ?? []).at(-1);
}

/** npm records in node_modules where each package is from. */
function installedFrom(script: string): string | undefined {
  const [modules] = /^.*[\\/]node_modules(?=[\\/])/.exec(script) ?? [];
  if (modules === undefined) return undefined;
  const places = [join(modules, '.package-lock.json'), join(dirname(modules), 'package-lock.json')];
  for (const place of places) {
    const resolved = resolvedIn(textOf(place));
    const at = resolved?.indexOf(`/${tool.name}/-/`) ?? -1;
    if (at > 0) return resolved?.slice(0, at);
  }
  return undefined;
}

function resolvedIn(text: string): string | undefined {
  try {
    const packages = ownValue(JSON.parse(text), 'packages');
    const resolved = ownValue(ownValue(packages, `node_modules/${tool.name}`), 'resolved');
    return typeof resolved === 'string' ? resolved : undefined;
  } catch {
    return undefined;
  }
}

function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
