import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { valueAt } from '../../answers/defaults.ts';
import { firstSpecNumber, nextSpecNumber } from '../../answers/feature.ts';
import type { Preset } from '../../answers/preset.ts';

const path = 'workload.specNumber';

/** The number of the workspace's spec beside the specs that the folder has; undefined if there are none. */
export function specNumberIn(root: string): number | undefined {
  const number = nextSpecNumber(foldersIn(join(root, 'specs')));
  return number === firstSpecNumber ? undefined : number;
}

/** The same as a setting, unless files or settings have a number already. */
export function numbered(root: string, set: readonly string[] = [], preset: Preset | undefined): readonly string[] {
  const number = specNumberIn(root);
  const isSaid = valueAt(preset?.data, path.split('.')) !== undefined || set.some((one) => says(one));
  return number === undefined || isSaid ? set : [...set, `${path}=${number}`];
}

/** A path may be the end of one. */
function says(setting: string): boolean {
  const typed = setting.slice(0, setting.indexOf('=')).trim();
  return typed !== '' && `.${path}`.endsWith(`.${typed}`);
}

function foldersIn(specs: string): readonly string[] {
  try {
    return readdirSync(specs, { withFileTypes: true }).flatMap((one) => (one.isDirectory() ? [one.name] : []));
  } catch {
    return [];
  }
}
