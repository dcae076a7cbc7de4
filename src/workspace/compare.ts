import type { FileSet, GeneratedFile } from '../files/file-set.ts';
import { carryBoxes, type Written } from './boxes.ts';
import { type DiskFile, holds, readDisk, sha256 } from './disk.ts';
import { withLines } from './lines.ts';
import type { Manifest } from './manifest.ts';
import { partFile, partOwnText, placeOwnText } from './own-text.ts';
import { checkPaths, pathsInside } from './paths.ts';
import { renamedFrom } from './renamed.ts';

/**
 * The difference between disk and file set, for one file.
 * `edited`: changed by a person since it was written; `foreign`: not written by create-avm. Neither is overwritten without --overwrite.
 */
export type ChangeKind = 'create' | 'update' | 'unchanged' | 'delete' | 'edited' | 'foreign';

export interface Change {
  readonly path: string;
  readonly kind: ChangeKind;
  /** What is to be on disk; undefined where the file is no longer generated. */
  readonly text: string | undefined;
  /** SHA-256 of `text`. */
  readonly hash: string | undefined;
  /** What is on disk; undefined where there is nothing, or nothing else than `text`. */
  readonly before: string | undefined;
  /** SHA-256 of the bytes on disk; undefined where there is nothing. */
  readonly disk: string | undefined;
  /** SHA-256 in the manifest: of the text that was written last. */
  readonly base: string | undefined;
  /** In the manifest: boxes of the text that was written last. */
  readonly boxes?: string | undefined;
  /** SHA-256 of the text as generated: `text` may have the boxes and the own text of a person. */
  readonly generated: string | undefined;
  /** `text` has all that is on disk, so that nothing of a person's is lost where it is written. */
  readonly isMerged?: true;
  /** In the manifest: SHA-256 of the generated text that stood back for this file when a person was told. */
  readonly known?: string | undefined;
}

/**
 * Compares a workspace, which may not exist yet, with what is to be in it; writes nothing. Sorted by path.
 * Throws WorkspaceError: `unsafe-path`, `link-outside`, `not-a-file`, `not-a-folder` and what the system refuses.
 */
export function compareWorkspace(root: string, files: FileSet, manifest: Manifest | undefined): readonly Change[] {
  checkPaths(files.map((file) => file.path));
  const inside = pathsInside(root);
  const read = (path: string): DiskFile | undefined => readDisk(inside(path), path);
  const base = manifest?.files ?? new Map<string, string>();
  const written = (path: string): Written | undefined => {
    const [hash, boxes] = [base.get(path), manifest?.boxes.get(path)];
    return hash === undefined || boxes === undefined ? undefined : { hash, boxes };
  };
  const paths = files.map((file) => file.path);
  const renamed = renamedFrom(paths, base);
  const moved = new Set<string>();
  const changes: Change[] = files.map((file) => {
    const disk = read(file.path);
    const change = compareFile(file, disk, base.get(file.path), written(file.path));
    const known = manifest?.leftAlone.get(file.path);
    const former = disk === undefined ? renamed(file.path) : undefined;
    const old = former === undefined ? undefined : read(former);
    if (former === undefined || old === undefined) return { ...change, known };
    const text = carriedOver(file, old, base.get(former), written(former));
    if (text === undefined) return { ...change, known };
    moved.add(former);
    return { ...change, known, text, hash: sha256(text) };
  });
  const generated = new Set(paths);
  for (const [path, hash] of base) {
    const disk = generated.has(path) ? undefined : read(path);
    if (disk) changes.push(compareOrphan(path, disk, moved.has(path) ? disk.hash : hash));
  }
  return changes.toSorted((one, other) => (one.path < other.path ? -1 : 1));
}

function compareFile(
  file: GeneratedFile,
  disk: DiskFile | undefined,
  base: string | undefined,
  written: Written | undefined,
): Change {
  if (file.lines && disk) {
    const change = compareLines(file, disk, base);
    if (change) return change;
  }
  const parts = disk && partsOf(file, disk, written);
  const { rest = disk, own = '', ticked } = parts ?? {};
  const made = ticked ?? file.text;
  const generated = sha256(file.text);
  const hash = made === file.text ? generated : sha256(made);
  const kind =
    ticked === undefined ? kindOf(file, hash, rest, base) : rest && holds(rest, hash) ? 'unchanged' : 'update';
  const before = kind === 'unchanged' ? undefined : disk?.bytes.toString('utf8');
  const change = { path: file.path, kind, before, disk: disk?.hash, base, boxes: written?.boxes, generated } as const;
  if (own === '') return { ...change, text: made, hash };
  const text = placeOwnText(made, own);
  return { ...change, text, hash: sha256(text) };
}

/** A file whose lines count one by one; undefined where it is as written, or no text that could be written again. */
function compareLines(file: GeneratedFile, disk: DiskFile, base: string | undefined): Change | undefined {
  const theirs = disk.bytes.toString('utf8');
  if (disk.link || !Buffer.from(theirs).equals(disk.bytes)) return undefined;
  const text = withLines(theirs, file.text);
  if (text !== theirs && base !== undefined && isAsWritten(disk, base)) return undefined;
  const kind = text === theirs ? 'unchanged' : base === undefined ? 'foreign' : 'edited';
  const before = kind === 'unchanged' ? undefined : theirs;
  const hashes = { hash: sha256(text), disk: disk.hash, base, generated: sha256(file.text) };
  return { path: file.path, kind, text, before, ...hashes, isMerged: true };
}

/** What of a file on disk is the tool's, and what is a person's: own text, and the generated text with their ticks. */
function partsOf(file: GeneratedFile, disk: DiskFile, written: Written | undefined) {
  const parted = file.ownText && partOwnText(file.text) ? partFile(disk) : undefined;
  const rest = parted?.rest ?? disk;
  const ticked = file.boxes && !rest.link && written ? carryBoxes(file.text, lfText(rest), written) : undefined;
  return { rest, own: parted?.own ?? '', ticked };
}

/** A file with what a person left in it at its former path; undefined where they edited more than that. */
function carriedOver(
  file: GeneratedFile,
  old: DiskFile,
  base: string | undefined,
  written: Written | undefined,
): string | undefined {
  const { rest, own, ticked } = partsOf(file, old, written);
  if (ticked === undefined && (base === undefined || !isAsWritten(rest, base))) return undefined;
  const made = ticked ?? file.text;
  return own === '' ? made : placeOwnText(made, own);
}

function lfText({ bytes }: DiskFile): string {
  return bytes.toString('utf8').replaceAll('\r\n', '\n');
}

function kindOf(file: GeneratedFile, hash: string, disk: DiskFile | undefined, base: string | undefined): ChangeKind {
  if (disk === undefined) return 'create';
  if (holds(disk, hash) || (file.owner === 'person' && isSameText(disk, file.text))) return 'unchanged';
  if (file.owner === 'person' || (base !== undefined && isAsWritten(disk, base))) return 'update';
  if (file.owner === 'shared') return 'unchanged';
  return base === undefined ? 'foreign' : 'edited';
}

/** Line ends and a byte order mark are no difference in a file that a person writes. */
function isSameText(disk: DiskFile, text: string): boolean {
  const plain = (one: string): string => one.replace(/^\uFEFF/, '').replaceAll(/\r\n?/g, '\n');
  return plain(disk.bytes.toString('utf8')) === plain(text);
}

function compareOrphan(path: string, disk: DiskFile, base: string): Change {
  const kind = isAsWritten(disk, base) ? 'delete' : 'edited';
  return {
    path,
    kind,
    text: undefined,
    hash: undefined,
    before: disk.bytes.toString('utf8'),
    disk: disk.hash,
    base,
    generated: undefined,
  };
}

/** A link was put there by a person, whatever it leads to. */
function isAsWritten(disk: DiskFile, base: string): boolean {
  return !disk.link && holds(disk, base);
}
