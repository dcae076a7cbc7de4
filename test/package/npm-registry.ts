import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { project } from './tarball.ts';

interface Registry extends AsyncDisposable {
  readonly url: string;
  /** Paths of the requests, in their order. */
  readonly asked: readonly string[];
}

/** A registry on this computer that has one package, this one, and knows nothing else. */
export async function npmRegistry(tarball: string): Promise<Registry> {
  const bytes = readFileSync(tarball);
  const asked: string[] = [];
  const server = createServer((request: IncomingMessage, response: ServerResponse) => {
    const { url = '' } = request;
    asked.push(url);
    if (url === '/create-avm') response.end(JSON.stringify(packument(bytes, `http://${request.headers.host ?? ''}`)));
    else if (url.endsWith('.tgz')) response.end(bytes);
    else response.writeHead(404).end('{}');
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const close = async (): Promise<void> => {
    server.closeAllConnections();
    server.close();
    await once(server, 'close');
  };
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, asked, [Symbol.asyncDispose]: close };
}

/** What a registry says of a package: its one version, and where its tarball is. */
function packument(bytes: Buffer, at: string): object {
  const manifest = JSON.parse(readFileSync(join(project, 'package.json'), 'utf8')) as Readonly<Record<string, unknown>>;
  const { name, version, bin, engines } = manifest as { name: string; version: string; bin: object; engines: object };
  const hash = (algorithm: string, encoding: 'hex' | 'base64'): string =>
    createHash(algorithm).update(bytes).digest(encoding);
  const dist = {
    tarball: `${at}/${name}/-/${name}-${version}.tgz`,
    shasum: hash('sha1', 'hex'),
    integrity: `sha512-${hash('sha512', 'base64')}`,
  };
  return {
    name,
    'dist-tags': { latest: version },
    versions: { [version]: { name, version, bin, engines, dist } },
  };
}
