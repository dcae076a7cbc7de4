import { hash } from 'node:crypto';
import {
  closeSync,
  constants,
  fstatSync,
  openSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import * as nodeModule from 'node:module';
import { basename, dirname, join } from 'node:path';
import { Script } from 'node:vm';
import { cacheFolder, thisMachine } from '../../checks/bicep/folders.ts';
import { isOpen, ownFolder } from '../../checks/bicep/own-folder.ts';

interface KeptCode {
  /**
   * A script of this package in ASCII: one function with the parameters of a CommonJS module, and without `import()`,
   * since no loader stands behind code that was kept.
   */
  readonly file: string;
  /** Changes with the text of the script: V8 itself looks at its length alone. */
  readonly hash: string;
}

type Wrapper = (exports: object, require: NodeJS.Require, module: object, file: string, folder: string) => void;

const digestLength = 32;
const mostBytes = 64 * 1024 * 1024;
/** What Windows does not have is undefined there, and counts as 0. */
const toRead = constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK;

/**
 * Lets Node 22 and later keep the code of modules between runs. By itself Node takes a folder that all users share; it
 * compares a checksum of what it finds, but not whose it is.
 */
export function keepModules(): void {
  if (!('enableCompileCache' in nodeModule) || typeof nodeModule.enableCompileCache !== 'function') return;
  const folder = codeFolder();
  if (folder !== undefined) nodeModule.enableCompileCache(folder);
}

/**
 * Runs a script with the code that an earlier run compiled, and keeps it for the next one; without a place to keep
 * it, it only starts slower.
 */
export function runKept({ file, hash: text }: KeptCode): unknown {
  const folder = codeFolder();
  const place = folder && join(folder, `${basename(file, '.cjs')}-${text}-${process.version}-${process.arch}.bin`);
  const cachedData = place === undefined ? undefined : read(place);
  const script = new Script(readFileSync(file, 'latin1'), { filename: file, ...(cachedData ? { cachedData } : {}) });
  if (place !== undefined && (!cachedData || script.cachedDataRejected))
    process.once('exit', (code) => code === 0 && keep(script, place));
  const module = { exports: {} };
  (script.runInThisContext() as Wrapper)(module.exports, nodeModule.createRequire(file), module, file, dirname(file));
  return module.exports;
}

/** Compiled code is as good as a program: it is read from a folder that is the user's alone, or not at all. */
function codeFolder(): string | undefined {
  const folder = cacheFolder(thisMachine());
  return ownFolder(folder) && ownFolder(join(folder, 'code'));
}

/** Kept code that is whole: V8 does not look whether it is, and damaged code ends the process. */
function read(place: string): Buffer | undefined {
  try {
    const file = openSync(place, toRead);
    try {
      const found = fstatSync(file);
      if (!found.isFile() || isOpen(found) !== undefined || found.size > mostBytes) return undefined;
      const kept = readFileSync(file);
      const code = kept.subarray(digestLength);
      return kept.subarray(0, digestLength).equals(digestOf(code)) ? code : undefined;
    } finally {
      closeSync(file);
    }
  } catch {
    return undefined;
  }
}

function digestOf(code: Buffer): Buffer {
  return hash('sha256', code, 'buffer');
}

/** Replaces what earlier versions kept, and what was damaged. A folder that cannot be written is no reason to fail. */
function keep(script: Script, place: string): void {
  const folder = dirname(place);
  try {
    for (const old of readdirSync(folder))
      if (/\.bin(\.\d+)?$/.test(old)) rmSync(join(folder, old), { recursive: true, force: true });
    const code = script.createCachedData();
    writeFileSync(`${place}.${process.pid}`, Buffer.concat([digestOf(code), code]), { mode: 0o600, flag: 'wx' });
    renameSync(`${place}.${process.pid}`, place);
  } catch {
    // The next run compiles again.
  }
}
