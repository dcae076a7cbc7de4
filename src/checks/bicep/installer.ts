import gte from 'semver/functions/gte.js';
import valid from 'semver/functions/valid.js';
import { makeFinding, type Finding } from '../../findings/finding.ts';
import { isKnown } from './digests.ts';
import { CompilerError } from './error.ts';
import { runtimeIdentifier, thisBuild, type HostBuild } from './rid.ts';
import { minimumVersion, pinnedVersion } from './version.ts';

/** How to install a compiler on a computer: with avm if it knows the digest, else with the Azure CLI. */
type Installer = 'avm' | 'az';

export function installerOn(build: HostBuild = thisBuild()): Installer {
  try {
    return isKnown(runtimeIdentifier(build)) ? 'avm' : 'az';
  } catch (error) {
    if (error instanceof CompilerError) return 'az';
    throw error;
  }
}

/** The same as arguments of what is said to people. */
export function installing(build?: HostBuild): { readonly install: Installer; readonly pinned: string } {
  return { install: installerOn(build), pinned: pinnedVersion };
}

/** A finding for a version that is too old, or that can't be read; nothing for one that serves. */
export function checkVersion(version: string | null, path: string): Finding | null {
  if (version === null) return makeFinding('compiler/unusable', 'error', { path, ...installing() });
  if (valid(version) !== null && gte(version, minimumVersion)) return null;
  return makeFinding('compiler/too-old', 'error', {
    path,
    version,
    minimum: minimumVersion,
    ...installing(),
  });
}
