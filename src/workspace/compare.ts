import type { FileSet, GeneratedFile } from '../files/file-set.ts';
import { carryBoxes, type Written } from './boxes.ts';
import { type DiskFile, holds, readDisk, sha256 } from './disk.ts';
import type { Manifest } from './manifest.ts';
import { checkPaths, pathsInside } from './paths.ts';

/**
 * What stands between disk and file set, for one file.
 * `edited`: changed by hand since it was written; `foreign`: there, but not made by the tool. Neither is touched unasked.
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
  /** SHA-256 of the text as generated: `text` may have the boxes of a person. */
  readonly generated: string | undefined;
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
  const changes = files.map((file) => compareFile(file, read(file.path), base.get(file.path), written(file.path)));
  const generated = new Set(files.map((file) => file.path));
  for (const [path, hash] of base) {
    const disk = generated.has(path) ? undefined : read(path);
    if (disk) changes.push(compareOrphan(path, disk, hash));
  }
  return changes.toSorted((one, other) => (one.path < other.path ? -1 : 1));
}

function compareFile(
  file: GeneratedFile,
  disk: DiskFile | undefined,
  base: string | undefined,
  written: Written | undefined,
): Change {
  const carried =
    file.boxes && disk && !disk.link && written ? carryBoxes(file.text, lfText(disk), written) : undefined;
  const text = carried ?? file.text;
  const generated = sha256(file.text);
  const hash = text === file.text ? generated : sha256(text);
  const kind =
    carried === undefined ? kindOf(file, hash, disk, base) : disk && holds(disk, hash) ? 'unchanged' : 'update';
  const before = kind === 'unchanged' ? undefined : disk?.bytes.toString('utf8');
  return { path: file.path, kind, text, hash, before, disk: disk?.hash, base, boxes: written?.boxes, generated };
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
