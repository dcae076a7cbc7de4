import { lstatSync } from 'node:fs';
import { cp, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { readDisk } from '../../workspace/disk.ts';

const configFile = 'bicepconfig.json';
const left = new Set(['.git', '.avm', 'node_modules']);

/** True where the workspace's own configuration says where modules are cached. */
export async function namesItsCache(root: string): Promise<boolean> {
  return (await readConfig(root)).includes('"cacheRootDirectory"');
}

/**
 * Copies the workspace to `target` and makes the copy's configuration name the cache. What the
 * compiler has no use for (.git, .avm, node_modules) stays behind.
 */
export async function stageWorkspace(root: string, target: string, cache: string): Promise<void> {
  await cp(root, target, {
    recursive: true,
    filter: (path) => path === root || (!left.has(basename(path)) && isPlain(path)),
  });
  const config = withCache(await readConfig(root), cache);
  await writeFile(join(target, configFile), config);
}

/** A pipe, a socket, or a device is nothing to compile, and cannot be copied. */
function isPlain(path: string): boolean {
  const found = lstatSync(path);
  return found.isFile() || found.isDirectory() || found.isSymbolicLink();
}

// The file may hold comments, which JSON.parse refuses: so it is changed as text.
function withCache(config: string, cache: string): string {
  const entry = `"cacheRootDirectory": ${JSON.stringify(cache)}`;
  const named = /"cacheRootDirectory"\s*:\s*(?:"(?:[^"\\]|\\.)*"|null)/;
  if (named.test(config)) return config.replace(named, () => entry);
  const comma = isEmpty(config) ? '' : ',';
  return config.replace('{', () => `{ ${entry}${comma}`);
}

function isEmpty(config: string): boolean {
  return /^\s*\{\s*\}\s*$/.test(config.replaceAll(/\/\*.*?\*\/|^\s*\/\/.*$/gms, ''));
}

async function readConfig(root: string): Promise<string> {
  return readDisk(join(root, configFile), configFile)?.bytes.toString('utf8') ?? '{}';
}
