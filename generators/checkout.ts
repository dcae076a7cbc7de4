import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { NodePlopAPI } from 'node-plop';
import type * as Contribute from './contribute/index.ts';

/** The sources of create-avm: a workspace has avm.yaml, and the package has no sources. */
export function isCheckout(folder: string): boolean {
  return existsSync(join(folder, 'avm-catalog/components/index.ts')) && !existsSync(join(folder, 'avm.yaml'));
}

/** Registers the generators for contributors, which are read from the sources: they are no part of the bundle. */
export async function registerContributing(plop: NodePlopAPI, root: string): Promise<void> {
  const load = (path: string): Promise<unknown> => import(/* @vite-ignore */ pathToFileURL(join(root, path)).href);
  if (!import.meta.url.endsWith('.ts')) await load('scripts/register-sources.mjs');
  const { register } = (await load('generators/contribute/index.ts')) as typeof Contribute;
  register(plop);
}
