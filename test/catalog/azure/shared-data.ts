import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const shared = fileURLToPath(new URL('../../../../shared/', import.meta.url));

export function sharedPath(path: string): string {
  return shared + path;
}

/** Data the facts were made from lies beside the checkout; where it is missing only CI insists on it. */
export function hasShared(path: string): boolean {
  if (existsSync(shared + path)) return true;
  if (process.env['CI'] !== undefined && process.env['CI'] !== '') throw new Error(`${shared + path} is missing`);
  console.warn(`SKIPPED: ${shared + path} is missing, so facts were not compared with their source`);
  return false;
}

export function readShared(path: string): unknown {
  return JSON.parse(readFileSync(shared + path, 'utf8'));
}
