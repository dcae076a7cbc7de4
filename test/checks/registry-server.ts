import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface RegistryServer extends AsyncDisposable {
  /** `localhost:PORT`. */
  readonly host: string;
  readonly requests: readonly string[];
}

interface Artifact {
  readonly type: string;
  readonly body: string;
}

const digest = (text: string) => `sha256:${createHash('sha256').update(text).digest('hex')}`;

/** A registry that serves compiled modules by `<repository>:<version>`, as far as the compiler asks for it. */
export async function startRegistry(modules: Readonly<Record<string, string>>): Promise<RegistryServer> {
  const served = new Map(Object.entries(modules).flatMap(([name, json]) => artifactsOf(name, json)));
  const requests: string[] = [];
  const server = createServer((request, response) => {
    const path = request.url ?? '';
    requests.push(`${request.method} ${path}`);
    const artifact = path === '/v2/' ? { type: 'application/json', body: '{}' } : served.get(path);
    if (artifact === undefined) {
      response.writeHead(404, { 'content-type': 'application/json' });
      response.end('{"errors":[{"code":"MANIFEST_UNKNOWN","message":"manifest unknown"}]}');
      return;
    }
    const { type, body } = artifact;
    const length = Buffer.byteLength(body);
    response.writeHead(200, { 'content-type': type, 'content-length': length, 'docker-content-digest': digest(body) });
    response.end(request.method === 'HEAD' ? undefined : body);
  });
  server.listen(0, 'localhost');
  await once(server, 'listening');
  const host = `localhost:${(server.address() as AddressInfo).port}`;
  const close = async () => {
    server.closeAllConnections();
    server.close();
    await once(server, 'close');
  };
  return { host, requests, [Symbol.asyncDispose]: close };
}

function artifactsOf(name: string, json: string): [string, Artifact][] {
  const [repository = '', version = ''] = name.split(':');
  const config = { mediaType: 'application/vnd.ms.bicep.module.config.v1+json', digest: digest(''), size: 0 };
  const layer = 'application/vnd.ms.bicep.module.layer.v1+json';
  const type = 'application/vnd.oci.image.manifest.v1+json';
  const body = JSON.stringify({
    schemaVersion: 2,
    mediaType: type,
    artifactType: 'application/vnd.ms.bicep.module.artifact',
    config,
    layers: [{ mediaType: layer, digest: digest(json), size: Buffer.byteLength(json) }],
  });
  const manifest = { type, body };
  return [
    [`/v2/${repository}/manifests/${version}`, manifest],
    [`/v2/${repository}/manifests/${digest(body)}`, manifest],
    [`/v2/${repository}/blobs/${digest(json)}`, { type: 'application/octet-stream', body: json }],
    [`/v2/${repository}/blobs/${digest('')}`, { type: 'application/octet-stream', body: '' }],
  ];
}
