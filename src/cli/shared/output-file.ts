import { resolve } from 'node:path';
import type { Terminal } from './terminal.ts';

/** Writes an output to the file that a person named, but not through a link, or over a folder or a device. */
export async function writeOutput(target: string, text: string, { cwd }: Terminal): Promise<void> {
  const { lookAtPlace, placeFile } = await import('../../workspace/place.ts');
  const full = resolve(cwd, target);
  lookAtPlace(full, target, '');
  placeFile(full, target, text);
}
