// oxlint-disable-next-line import/no-unassigned-import -- looks at Node before anything else is loaded
import './program/old-node.ts';
import { fileURLToPath } from 'node:url';
import { setFlagsFromString } from 'node:v8';
import type * as plainScript from './create-plain.ts';
import { runKept } from './program/kept-code.ts';
import { plainArguments, withoutDashes } from './program/plain-arguments.ts';

/** Put in by scripts/build.ts. */
declare const plainHash: string;

/**
 * What `npm create avm` starts. CommonJS, since Node starts that without its loader of modules: a run with nothing to
 * ask and nothing to parse goes through one script whose compiled code is kept; any other through create-avm.js.
 */
const plain = plainArguments(withoutDashes(process.argv.slice(2)));
if (plain) {
  const file = fileURLToPath(new URL('./create-plain.cjs', import.meta.url));
  // Such a run is over before optimized code pays for its compilation, which takes more than a tenth of the time.
  setFlagsFromString('--no-opt');
  const kept = runKept({ file, hash: plainHash });
  void (kept as typeof plainScript).createPlain(plain);
} else {
  // Built beside this file, and so not known by this name here.
  const modules: string = './create-avm.js';
  void import(modules);
}
