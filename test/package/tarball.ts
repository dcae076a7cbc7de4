import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

export const project = fileURLToPath(new URL('../..', import.meta.url));

export interface Installed {
  /** An empty folder that the package was installed into. */
  readonly folder: string;
  /** Path of the tarball. */
  readonly tarball: string;
  /** What the tarball holds, sorted. */
  readonly files: readonly string[];
  readonly createAvm: string;
  readonly avm: string;
}

/** Packs the project and installs the tarball in an empty folder, as a user's npm would. */
export function installTarball(): Installed {
  const folder = mkdtempSync(join(tmpdir(), 'tarball-'));
  const packed = execFileSync('npm', ['pack', '--json', '--pack-destination', folder], {
    cwd: project,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const [{ filename, files }] = readPacked(packed);
  writeFileSync(join(folder, 'package.json'), '{"private":true}\n');
  execFileSync('npm', ['install', '--no-audit', '--no-fund', join(folder, filename)], { cwd: folder, stdio: 'ignore' });
  const bin = (file: string): string => join(folder, 'node_modules/create-avm/dist', file);
  return {
    folder,
    tarball: join(folder, filename),
    files: files.map((file) => file.path).toSorted(),
    createAvm: bin('create-bin.cjs'),
    avm: bin('avm-bin.cjs'),
  };
}

interface Packed {
  readonly filename: string;
  readonly files: readonly { readonly path: string }[];
}

/** npm 11 gives a list, npm 12 an object by name; what `prepare` prints may stand before it. */
function readPacked(output: string): readonly [Packed] {
  const start = output.search(/^[[{]/m);
  const parsed = JSON.parse(output.slice(start)) as readonly Packed[] | Readonly<Record<string, Packed>>;
  const [first] = Array.isArray(parsed)
    ? (parsed as readonly Packed[])
    : Object.values(parsed as Readonly<Record<string, Packed>>);
  if (!first) throw new Error(`npm pack said: ${output}`);
  return [first];
}

export interface Run {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export function run(
  command: string,
  args: readonly string[],
  options: { readonly cwd: string; readonly env?: NodeJS.ProcessEnv },
): Run {
  const { status, stdout, stderr } = spawnSync(command, args, {
    cwd: options.cwd,
    encoding: 'utf8',
    env: { ...process.env, ...options.env },
    input: '',
  });
  return { code: status, stdout, stderr };
}

/** Path of every file below a folder, sorted. */
export function filesBelow(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
    .toSorted();
}

/** Path and hash of every file below a folder, sorted. */
export function fingerprint(folder: string): readonly string[] {
  return filesBelow(folder).map(
    (file) =>
      `${file} ${createHash('sha256')
        .update(readFileSync(join(folder, file)))
        .digest('hex')}`,
  );
}

export function emptyFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'empty-'));
  mkdirSync(folder, { recursive: true });
  return folder;
}
