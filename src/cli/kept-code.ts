import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import * as nodeModule from 'node:module';
import { basename, dirname, join } from 'node:path';
import { Script } from 'node:vm';

export interface KeptCode {
  /** A CommonJS script of this package, without `import()`: no loader stands behind code that was kept. */
  readonly file: string;
  /** Changes with the text of the script: V8 itself looks at its length alone. */
  readonly hash: string;
  /** Where compiled code is kept. */
  readonly folder: string;
}

type Wrapper = (exports: object, require: NodeJS.Require, module: object, file: string, folder: string) => void;

/**
 * Runs a script with the code that an earlier run compiled, and keeps it for the next one; without a place to keep
 * it, it only starts slower. Node 22 does this by itself.
 */
export function runKept(kept: KeptCode): unknown {
  const { file } = kept;
  const require = nodeModule.createRequire(file);
  if ('enableCompileCache' in nodeModule && typeof nodeModule.enableCompileCache === 'function') {
    nodeModule.enableCompileCache();
    return require(file);
  }
  const place = join(kept.folder, `${basename(file, '.cjs')}-${kept.hash}-${process.version}-${process.arch}.bin`);
  const cachedData = read(place);
  const script = new Script(
    `(function(exports,require,module,__filename,__dirname){${readFileSync(file, 'utf8')}\n})`,
    { filename: file, ...(cachedData ? { cachedData } : {}) },
  );
  if (!cachedData || script.cachedDataRejected) process.once('exit', (code) => code === 0 && keep(script, place));
  const module = { exports: {} };
  (script.runInThisContext() as Wrapper)(module.exports, require, module, file, dirname(file));
  return module.exports;
}

function read(place: string): Buffer | undefined {
  try {
    return readFileSync(place);
  } catch {
    return undefined;
  }
}

/** Replaces what earlier versions kept. A folder that cannot be written is no reason to fail. */
function keep(script: Script, place: string): void {
  const folder = dirname(place);
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    for (const old of readdirSync(folder)) if (old.endsWith('.bin')) rmSync(join(folder, old), { force: true });
    writeFileSync(`${place}.${process.pid}`, script.createCachedData(), { mode: 0o600 });
    renameSync(`${place}.${process.pid}`, place);
  } catch {
    // The next run compiles again.
  }
}
