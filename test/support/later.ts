import { execFileSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bicepPath } from './bicep.ts';
import { toolPath } from './tools.ts';

/** A day on which nothing is edited anymore, long after every API version here has become old. */
export const laterDay = '2031-06-01 12:00:00';

/** The compiler with its clock in 2031; null, with a warning, without faketime. */
export function laterBicep(): string | null {
  const faketime = toolPath('faketime');
  if (faketime === null) return null;
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
