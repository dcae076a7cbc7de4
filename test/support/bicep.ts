import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The real compiler: BICEP_PATH, else PATH, else .tools/bicep of this project. Throws where there is none. */
export function bicepPath(): string {
  const named = process.env['BICEP_PATH'];
  const own = fileURLToPath(new URL('../../.tools/bicep', import.meta.url));
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter(Boolean);
  const places = named ? [named] : [...folders.map((folder) => join(folder, 'bicep')), own];
  const found = places.find((place) => existsSync(place));
  if (found === undefined) throw new Error(`No Bicep compiler in ${places.join(', ')}: run scripts/get-bicep.sh`);
  return found;
}
