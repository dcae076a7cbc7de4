import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** The folder of real modules: AVM_MODULES_DIR, else ../shared/avm-modules. Null, with a warning, where there is none; throws in CI. */
export function modulesFolder(): string | null {
  const folder =
    process.env['AVM_MODULES_DIR'] ?? fileURLToPath(new URL('../../../shared/avm-modules', import.meta.url));
  if (existsSync(folder)) return folder;
  const message = `No modules in ${folder}: set AVM_MODULES_DIR`;
  if (process.env['CI']) throw new Error(message);
  console.warn(`SKIPPED: tests that need real modules. ${message}`);
  return null;
}
