import { copyFile, mkdir, rename } from 'node:fs/promises';
import { dirname } from 'node:path';
import { CompilerError } from '../src/checks/bicep/error.ts';
import { installBicep } from '../src/checks/bicep/install.ts';
import { describe } from '../src/findings/describe.ts';

/** `get-bicep.ts TARGET`: the pinned compiler, verified, at a path. */
const [target = '.tools/bicep'] = process.argv.slice(2);
try {
  const { path, method } = await installBicep();
  await mkdir(dirname(target), { recursive: true });
  await copyFile(path, `${target}.new`);
  await rename(`${target}.new`, target);
  console.error(`get-bicep: ${target} (${method})`);
} catch (error) {
  if (!(error instanceof CompilerError)) throw error;
  const { message, remedy } = describe(error.finding);
  console.error(`get-bicep: ${message}. ${remedy}`);
  process.exitCode = 1;
}
