import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { bicepPath } from './bicep.ts';

/** A day on which nothing is edited anymore, long after every API version here has become old. */
export const laterDay = '2031-06-01 12:00:00';

const places = (process.env['PATH'] ?? '').split(delimiter).filter(Boolean);
const faketime = places.map((folder) => join(folder, 'faketime')).find((path) => existsSync(path));

/** The compiler with its clock in 2031. Null, with a warning, without faketime; throws in CI. */
export function laterBicep(): string | null {
  if (faketime === undefined) {
    const message = 'No faketime on PATH: run scripts/install-debian-tools.sh';
    if (process.env['CI']) throw new Error(message);
    console.warn(`${message}; the compiler runs with the clock of today`);
    return null;
  }
  const path = join(mkdtempSync(join(tmpdir(), 'bicep-later-')), 'bicep');
  writeFileSync(path, `#!/bin/sh\nexec '${faketime}' '${laterDay}' '${bicepPath()}' "$@"\n`, { mode: 0o755 });
  return path;
}

/** What the compiler says of a file, one diagnostic a line. */
export function lint(bicep: string, file: string): readonly string[] {
  try {
    execFileSync(bicep, ['lint', file], { stdio: ['ignore', 'pipe', 'pipe'] });
    return [];
  } catch (error) {
    return String((error as { readonly stderr: Buffer }).stderr)
      .split('\n')
      .filter(Boolean);
  }
}
