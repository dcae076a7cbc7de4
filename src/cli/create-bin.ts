import { fileURLToPath } from 'node:url';
import type * as plainScript from './create-plain.ts';
import { runKept } from './program/kept-code.ts';
import { plainArguments } from './program/plain-arguments.ts';

/** Put in by scripts/build.ts. */
declare const plainHash: string;

/**
 * What `npm create avm` starts. CommonJS, since Node starts that without its loader of modules: a run with nothing to
 * ask and nothing to parse goes through one script whose compiled code is kept; any other through create-avm.js.
 */
const plain = plainArguments(process.argv.slice(2));
if (plain) {
  const file = fileURLToPath(new URL('./create-plain.cjs', import.meta.url));
  const kept = runKept({ file, hash: plainHash });
  void (kept as typeof plainScript).createPlain(plain);
} else {
  // Built beside this file, and so not known by this name here.
  const modules: string = './create-avm.js';
  void import(modules);
}
