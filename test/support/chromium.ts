import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const names = ['chromium', 'chromium-browser', 'google-chrome'];

/** A Chromium: CHROMIUM_PATH, else one on PATH. Null, with a warning, where there is none; throws in CI. */
export function chromiumPath(): string | null {
  const named = process.env['CHROMIUM_PATH'];
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter(Boolean);
  const places = named ? [named] : names.flatMap((name) => folders.map((folder) => join(folder, name)));
  const found = places.find((place) => existsSync(place));
  if (found !== undefined) return found;
  const message = 'No Chromium on PATH: run scripts/install-debian-tools.sh, or set CHROMIUM_PATH';
  if (process.env['CI']) throw new Error(message);
  console.warn(`${message}; tests that need one are skipped`);
  return null;
}
