import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { compilerError } from './error.ts';
import { pinnedVersion } from './version.ts';

const officialReleases = 'https://github.com/Azure/bicep/releases/download';

export interface DownloadOptions {
  /** Where the releases are, without a slash at the end. */
  readonly releases?: string;
  readonly fetch?: typeof globalThis.fetch;
}

/** Downloads the official release for a machine to a file. */
export async function download(
  rid: string,
  file: string,
  { releases = officialReleases, fetch = globalThis.fetch }: DownloadOptions,
): Promise<void> {
  const suffix = rid.startsWith('win-') ? '.exe' : '';
  const url = `${releases}/v${pinnedVersion}/bicep-${rid}${suffix}`;
  try {
    const response = await fetch(url);
    if (!response.ok || response.body === null) throw new Error(`HTTP ${response.status}`);
    await pipeline(Readable.fromWeb(response.body), createWriteStream(file));
  } catch (error) {
    const detail = `${url}: ${reasonOf(error)}`;
    throw compilerError('compiler/not-installed', { pinned: pinnedVersion, detail }, { cause: error });
  }
}

// fetch says "fetch failed" and keeps the reason in its cause.
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause instanceof Error ? error.cause.message : error.message;
}
