import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs';
import { resolve } from 'node:path';
import { isUtf8 } from 'node:buffer';
import type { Json } from '../../checks/canonical.ts';
import { Failure } from '../shared/failure.ts';
import type { Terminal } from '../shared/terminal.ts';
import { plainText, standardInput } from '../shared/text.ts';

/** The result of a template with 800 resources has some megabytes. */
const mostBytes = 64 * 1024 * 1024;
const chunkBytes = 1024 * 1024;

/** Text of a file, or of standard input where it is `-`; with one message if there is none. */
export async function readText(file: string, terminal: Terminal): Promise<string> {
  if (file !== '-') return textOf(readBounded(resolve(terminal.cwd, file), file), file);
  try {
    return plainText(await terminal.readInput(mostBytes));
  } catch (error) {
    if (error instanceof RangeError) throw tooLarge(standardInput);
    throw error;
  }
}

/** A compiled template, or parameters. */
export async function readJson(
  file: string,
  terminal: Terminal,
): Promise<{ readonly text: string; readonly json: Json }> {
  const text = await readText(file, terminal);
  try {
    return { text, json: JSON.parse(text) as Json };
  } catch {
    throw new Failure({
      code: 'what-if-input',
      what: `'${file}' is not JSON.`,
      where: file,
      remedy: 'Specify the compiled file. To compile one, run: bicep build main.bicep',
    });
  }
}

/** Windows PowerShell redirects output as UTF-16. */
function textOf(bytes: Buffer, file: string): string {
  if (isUtf8(bytes) && !bytes.includes(0)) return plainText(bytes.toString('utf8'));
  const start = bytes.subarray(0, 2).toString('hex');
  if (start === 'fffe') return plainText(bytes.toString('utf16le'));
  throw new Failure({
    code: 'what-if-encoding',
    what: `'${file}' is neither UTF-8 nor UTF-16 text.`,
    where: file,
    remedy: 'Write the result as UTF-8: az deployment group what-if … --no-pretty-print > FILE',
  });
}

function readBounded(path: string, shown: string): Buffer {
  let file: number | undefined;
  try {
    file = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK);
    if (!fstatSync(file).isFile()) throw unreadable(shown, `'${shown}' is not a file.`);
    return readAll(file, shown);
  } catch (error) {
    if (error instanceof Failure || !(error instanceof Error)) throw error;
    const isMissing = 'code' in error && error.code === 'ENOENT';
    throw unreadable(
      shown,
      isMissing ? `There is no file '${shown}'.` : `'${shown}' cannot be read: ${error.message}.`,
    );
  } finally {
    if (file !== undefined) closeSync(file);
  }
}

function readAll(file: number, shown: string): Buffer {
  const chunks: Buffer[] = [];
  for (let size = 0; ;) {
    const chunk = Buffer.alloc(chunkBytes);
    const length = readSync(file, chunk, 0, chunkBytes, null);
    if (length === 0) return Buffer.concat(chunks);
    chunks.push(chunk.subarray(0, length));
    size += length;
    if (size > mostBytes) throw tooLarge(shown);
  }
}

function unreadable(where: string, what: string): Failure {
  return new Failure({
    code: 'what-if-unreadable',
    what,
    where,
    remedy: 'Specify a file, or pipe the result to standard input: avm whatif -',
  });
}

function tooLarge(where: string): Failure {
  return new Failure({
    code: 'what-if-too-large',
    what: `'${where}' has more than ${mostBytes / 1024 / 1024} MiB.`,
    where,
    remedy: 'Preview a part of the deployment, with a template of its own.',
  });
}
