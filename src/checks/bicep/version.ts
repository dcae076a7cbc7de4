import gte from 'semver/functions/gte.js';
import valid from 'semver/functions/valid.js';
import { makeFinding, type Finding } from '../../findings/finding.ts';

/** The version that is installed, and that the tool is tested with. */
export const pinnedVersion = '0.49.2';

/** The first version that knows BICEP_TRUSTED_REGISTRIES. */
export const minimumVersion = '0.44.1';

/** A finding for a version that is too old, or that can't be read; nothing for one that serves. `install` is what gets another. */
export function checkVersion(version: string | null, path: string, install?: string): Finding | null {
  const getting = { pinned: pinnedVersion, ...(install === undefined ? {} : { install }) };
  if (version === null) return makeFinding('compiler/unusable', 'error', { path, ...getting });
  if (valid(version) !== null && gte(version, minimumVersion)) return null;
  return makeFinding('compiler/too-old', 'error', {
    path,
    version,
    minimum: minimumVersion,
    ...getting,
  });
}
