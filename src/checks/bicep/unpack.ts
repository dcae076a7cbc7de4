import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { inflateRaw } from 'node:zlib';
import { compilerError } from './error.ts';
import type { Digest } from './digests.ts';
import { pinnedVersion } from './version.ts';

const inflate = promisify(inflateRaw);
const endOfDirectory = 0x06054b50;
const directoryEntry = 0x02014b50;

/** Takes one file out of a package once the package is the one that is known; throws `CompilerError` for any other. */
export async function unpack(archive: string, entry: string, file: string, digest: Digest): Promise<void> {
  const bytes = await readFile(archive);
  refuseOther('the package', createHash('sha512').update(bytes).digest('base64'), digest.package);
  const program = await entryOf(bytes, entry);
  if (program === undefined) throw notInstalled(`the package holds no ${entry}`);
  await writeFile(file, program);
}

/** Throws where a program is not the one that is known, byte for byte. */
export async function verifyProgram(file: string, digest: Digest): Promise<void> {
  const found = createHash('sha256')
    .update(await readFile(file))
    .digest('hex');
  refuseOther('the compiler', found, digest.program);
}

function refuseOther(what: string, found: string, known: string): void {
  if (found !== known) throw notInstalled(`${what} is not the one that is known: its digest is ${found}, not ${known}`);
}

function notInstalled(detail: string): Error {
  return compilerError('compiler/not-installed', { pinned: pinnedVersion, detail });
}

/** A file of a ZIP archive whose bytes were verified before, so that only what such a package uses is read here. */
async function entryOf(bytes: Buffer, wanted: string): Promise<Buffer | undefined> {
  const end = bytes.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
  if (end === -1 || bytes.readUInt32LE(end) !== endOfDirectory) return undefined;
  const count = bytes.readUInt16LE(end + 10);
  let at = bytes.readUInt32LE(end + 16);
  for (let index = 0; index < count && bytes.readUInt32LE(at) === directoryEntry; index += 1) {
    const [method, size] = [bytes.readUInt16LE(at + 10), bytes.readUInt32LE(at + 20)];
    const [name, extra, comment] = [28, 30, 32].map((offset) => bytes.readUInt16LE(at + offset)) as [
      number,
      number,
      number,
    ];
    const local = bytes.readUInt32LE(at + 42);
    if (bytes.toString('utf8', at + 46, at + 46 + name) === wanted) {
      const start = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
      const data = bytes.subarray(start, start + size);
      return method === 0 ? data : inflate(data);
    }
    at += 46 + name + extra + comment;
  }
  return undefined;
}
