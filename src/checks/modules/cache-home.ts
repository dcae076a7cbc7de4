import { join } from 'node:path';
import { thisMachine, type Machine } from '../bicep/folders.ts';

/**
 * Environment that moves the compiler's module cache to `<home>/.bicep`. The one native library
 * that the compiler unpacks stays where it is, so that a new home does not cost unpacking.
 * Not for Windows: there the profile's folder is not taken from the environment.
 */
export function environmentOfHome(home: string, machine: Machine = thisMachine()): Record<string, string> {
  const unpacked = machine.env['DOTNET_BUNDLE_EXTRACT_BASE_DIR'] ?? join(machine.home, '.net');
  return { HOME: home, USERPROFILE: home, DOTNET_BUNDLE_EXTRACT_BASE_DIR: unpacked };
}
