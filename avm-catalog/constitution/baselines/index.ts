import cis from './cis.yaml?raw';
import mcsb from './mcsb.yaml?raw';

/** Settings with rules for the controls of a baseline, as YAML, by name. A new workspace can start from them. */
export const baselines: Readonly<Record<string, string>> = { cis, mcsb };
