import { fileURLToPath } from 'node:url';
import { cacheFolder, thisMachine } from '../checks/bicep/folders.ts';
import { join } from 'node:path';
import { runKept } from './kept-code.ts';
import { plainArguments } from './plain-arguments.ts';

declare const __PLAIN_HASH__: string;

/**
 * What `npm create avm` starts. CommonJS, since Node starts that without its loader of modules: a run with nothing to
 * ask and nothing to parse goes through one script whose compiled code is kept; any other through create-avm.js.
 */
const plain = plainArguments(process.argv.slice(2));
if (plain) {
  const file = fileURLToPath(new URL('./create-plain.cjs', import.meta.url));
  const kept = runKept({ file, hash: __PLAIN_HASH__, folder: join(cacheFolder(thisMachine()), 'code') });
  void (kept as typeof import('./create-plain.ts')).createPlain(plain);
} else {
  void import('./create-avm.js' as string);
}
