import { closeSync, constants, fstatSync, openSync, readSync, type Stats } from 'node:fs';
import { resolve } from 'node:path';
import { Failure, Refusal } from './failure.ts';
import type { Terminal } from './terminal.ts';
import { decodeText, plainText } from './text.ts';

/** An avm.yaml has a few kilobytes. */
export const mostAnswersBytes = 1_000_000;
/** Without waiting for a writer of a pipe; Windows has no such flag, which counts as 0. */
const toRead = constants.O_RDONLY | constants.O_NONBLOCK;

/** The text of a settings file, or of standard input where it is `-`. */
export async function readAnswersText(file: string, terminal: Terminal): Promise<string> {
  if (file !== '-') return readTextFile(resolve(terminal.cwd, file), file);
  try {
    const text = await terminal.readInput(mostAnswersBytes);
    if (text.trim() !== '') return text;
  } catch (error) {
    if (error instanceof RangeError) throw tooLarge('standard input');
    throw error;
  }
  throw new Failure({
    code: 'answers-empty',
    what: 'Standard input is empty.',
    remedy: 'Pipe an avm.yaml file, or the same settings as JSON, to the command.',
  });
}

/** With LF line ends and no byte order mark. Throws `Failure` where there is no such file, or it is no text of a sensible size. */
export function readTextFile(path: string, shown: string): string {
  return plainText(readWritten(path, shown));
}

/** The same, as it was written. */
export function readWritten(path: string, shown: string): string {
  let file: number | undefined;
  try {
    file = openSync(path, toRead);
    refuseOdd(fstatSync(file), shown);
    return decodeText(readBounded(file, shown), shown);
  } catch (error) {
    if (error instanceof Failure || error instanceof Refusal || !(error instanceof Error)) throw error;
    const missing = 'code' in error && error.code === 'ENOENT';
    throw new Failure({
      code: 'answers-unreadable',
      what: missing ? `There is no file '${shown}'.` : `'${shown}' cannot be read: ${error.message}.`,
      remedy: missing
        ? 'Specify a settings file, such as the avm.yaml of another workspace.'
        : 'Check its permissions.',
    });
  } finally {
    if (file !== undefined) closeSync(file);
  }
}

function refuseOdd(found: Stats, shown: string): void {
  if (found.isFile()) {
    if (found.size > mostAnswersBytes) throw tooLarge(shown);
    return;
  }
  throw new Failure({
    code: 'answers-unreadable',
    what: found.isDirectory() ? `'${shown}' is a folder.` : `'${shown}' is a pipe or a device, not a file.`,
    remedy: found.isDirectory()
      ? 'Specify a settings file.'
      : 'Specify a settings file, or pipe it to standard input: --answers -',
  });
}

/** Some files are longer than they say, such as those below /proc. */
function readBounded(file: number, shown: string): Buffer {
  const chunks: Buffer[] = [];
  for (let size = 0; ;) {
    const chunk = Buffer.alloc(65_536);
    const length = readSync(file, chunk, 0, chunk.length, null);
    if (length === 0) return Buffer.concat(chunks);
    chunks.push(chunk.subarray(0, length));
    size += length;
    if (size > mostAnswersBytes) throw tooLarge(shown);
  }
}

function tooLarge(what: string): Failure {
  return new Failure({
    code: 'answers-too-large',
    what: `'${what}' has more than ${mostAnswersBytes / 1000} kB.`,
    where: what,
    remedy: 'Remove what is not a setting. An avm.yaml file usually has a few kilobytes.',
  });
}
