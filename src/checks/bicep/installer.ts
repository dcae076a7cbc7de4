import { isKnown } from './digests.ts';
import { CompilerError } from './error.ts';
import { runtimeIdentifier, thisBuild, type HostBuild } from './rid.ts';
import { pinnedVersion } from './version.ts';

/** What gets a compiler on a machine: this tool where it knows the digest, else the Azure CLI. */
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
