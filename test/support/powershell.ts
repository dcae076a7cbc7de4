import { spawnSync } from 'node:child_process';

/** PowerShell 7, which runs the scripts of a workspace in tests: from `PWSH_PATH` or `PATH`; null where there is none. */
export function powershellPath(): string | null {
  const path = process.env['PWSH_PATH'] ?? 'pwsh';
  return spawnSync(path, ['-Version'], { encoding: 'utf8' }).status === 0 ? path : null;
}
