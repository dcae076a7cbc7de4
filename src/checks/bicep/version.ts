/** The version that is installed, and that the tool is tested with. */
export const pinnedVersion = '0.49.2';

/** The first version that knows BICEP_TRUSTED_REGISTRIES. */
export const minimumVersion = '0.44.1';
