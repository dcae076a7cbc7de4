import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export interface Repository {
  /** `mcr.microsoft.com`, `localhost:5000`. */
  readonly registry: string;
  /** `bicep/avm/res/network/nat-gateway`. */
  readonly path: string;
}

/** Where Bicep caches the public modules. */
export function publicRepository(module: string): Repository {
  return { registry: 'mcr.microsoft.com', path: `bicep/${module}` };
}

/** The folder in which Bicep looks for one version of a module; `$` replaces characters that a file name cannot contain. */
export function cacheFolder(cacheRoot: string, { registry, path }: Repository, version: string): string {
  return join(cacheRoot, 'br', registry.replaceAll(':', '$'), path.replaceAll('/', '$'), `${version}$`);
}

/** Lays a module into a Bicep module cache as `bicep restore` does, and returns its folder. */
export function writeCacheEntry(cacheRoot: string, repository: Repository, version: string, template: string): string {
  const folder = cacheFolder(cacheRoot, repository, version);
  const manifest = manifestOf(template);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'main.json'), template);
  writeFileSync(join(folder, 'manifest'), manifest);
  writeFileSync(join(folder, 'metadata'), JSON.stringify({ manifestDigest: digest(manifest) }));
  writeFileSync(join(folder, 'lock'), '');
  return folder;
}

function manifestOf(template: string): string {
  const config = { mediaType: 'application/vnd.ms.bicep.module.config.v1+json', digest: digest(''), size: 0 };
  const layer = {
    mediaType: 'application/vnd.ms.bicep.module.layer.v1+json',
    digest: digest(template),
    size: Buffer.byteLength(template),
  };
  const mediaType = 'application/vnd.oci.image.manifest.v1+json';
  const artifactType = 'application/vnd.ms.bicep.module.artifact';
  return JSON.stringify({ schemaVersion: 2, mediaType, artifactType, config, layers: [layer] });
}

function digest(text: string): string {
  return `sha256:${createHash('sha256').update(text).digest('hex')}`;
}
