import { accessSync, closeSync, constants, existsSync, fsyncSync, openSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { FileSet } from '../files/file-set.ts';
import { type JudgedWrite, finish, judge } from './apply.ts';
import { boxesOf } from './boxes.ts';
import type { Change } from './compare.ts';
import { holds, makeFolders, move, readDisk, remove, removeEmptyFolders, sha256 } from './disk.ts';
import { WorkspaceError, onDisk } from './errors.ts';
import { type Journal, type OnStep, type Operation, journalText, stagedPaths } from './journal.ts';
import { type Versioned, manifestText } from './manifest.ts';
import { foldersOf, own, pathsInside } from './paths.ts';
import { traceText } from './trace.ts';

export interface Commit {
  readonly files: FileSet;
  /** What compareWorkspace said of the same files. */
  readonly changes: readonly Change[];
  readonly tool: Versioned;
  readonly blueprint: Versioned;
}

export interface CommitOptions {
  /** Edited and foreign files to overwrite, or to delete where they are no longer generated. */
  readonly overwrite?: readonly string[];
  /** Edited and foreign files to leave as they are. */
  readonly keep?: readonly string[];
  readonly onStep?: OnStep;
}

export interface CommitResult {
  readonly written: readonly string[];
  readonly deleted: readonly string[];
  /** Files left as they are, asked for by `keep` or changed by somebody while this ran. */
  readonly kept: readonly string[];
}

interface Write extends Operation {
  readonly text: string | undefined;
}

/**
 * Writes a file set into a workspace, all of it or nothing; where nothing changes, nothing is written.
 * Throws WorkspaceError: `edited` with all paths, `interrupted` where recoverWorkspace must be called first,
 * `unfinished` where the next run has to finish, or what the system refuses, then with nothing left behind.
 *
 * It is synchronous (half the time of promises for thirty files), so no handler of a signal runs inside it. A run killed
 * before the journal is in place is cleaned up by the recoverWorkspace of the next one, a later one finished by it.
 */
export function commitFiles(root: string, commit: Commit, options: CommitOptions = {}): CommitResult {
  const kept = new Set(
    commit.changes.filter((change) => isTouchy(change) && options.keep?.includes(change.path)).map(({ path }) => path),
  );
  refuseEdited(commit.changes, new Set([...(options.overwrite ?? []), ...kept]));
  const writes = [...fileWrites(commit.changes, kept), ...ownWrites(root, commit, kept)];
  if (writes.length === 0) return { written: [], deleted: [], kept: [...kept] };
  if (existsSync(resolve(root, own.journal))) throw new WorkspaceError('interrupted', own.journal);
  checkWritable(root, writes);
  const judged = prepare(root, writes, options.onStep);
  return settle(root, judged, kept, options.onStep);
}

function isTouchy({ kind }: Change): boolean {
  return kind === 'edited' || kind === 'foreign';
}

function refuseEdited(changes: readonly Change[], decided: ReadonlySet<string>): void {
  const paths = changes.filter((change) => isTouchy(change) && !decided.has(change.path)).map((change) => change.path);
  if (paths.length > 0) throw new WorkspaceError('edited', paths[0] ?? '', { detail: paths.join(', '), paths });
}

function fileWrites(changes: readonly Change[], kept: ReadonlySet<string>): Write[] {
  return changes
    .filter((change) => change.kind !== 'unchanged' && !kept.has(change.path))
    .map(({ path, text, hash, disk }) => ({ path, text, before: disk, after: hash }));
}

/** The trace and, last of all, the manifest, where they differ from what is there. */
function ownWrites(root: string, commit: Commit, kept: ReadonlySet<string>): Write[] {
  const inside = pathsInside(root);
  const changes = new Map(commit.changes.map((change) => [change.path, change]));
  const files = new Map<string, string>();
  const states = new Map<string, string>();
  for (const { path, owner, boxes, text } of commit.files) {
    const hash = kept.has(path) ? changes.get(path)?.base : changes.get(path)?.generated;
    if (hash === undefined || owner === 'person') continue;
    files.set(path, hash);
    const written = kept.has(path) ? changes.get(path)?.boxes : boxes && boxesOf(text);
    if (written) states.set(path, written);
  }
  const texts: [string, string][] = [
    [own.trace, traceText(commit.files.filter((file) => !kept.has(file.path)))],
    [own.manifest, manifestText({ tool: commit.tool, blueprint: commit.blueprint, files, boxes: states })],
  ];
  return texts.flatMap(([path, text]) => {
    const disk = readDisk(inside(path), path);
    const after = sha256(text);
    return disk && holds(disk, after) ? [] : [{ path, text, before: disk?.hash, after }];
  });
}

/** What can't be written is to be found before the change counts as made. */
function checkWritable(root: string, writes: readonly Write[]): void {
  const inside = pathsInside(root);
  const folders = new Map(writes.flatMap(({ path }) => foldersOf(path)).map((folder) => [inside(folder), folder]));
  for (const [full, folder] of [[resolve(root), root] as const, ...folders]) {
    if (!existsSync(full)) continue;
    if (!statSync(full).isDirectory()) throw new WorkspaceError('not-a-folder', folder);
    onDisk(folder, () => accessSync(full, constants.W_OK | constants.X_OK));
  }
}

/** Stages all texts, then puts the journal in its place. Where that fails, everything made is removed again. */
function prepare(root: string, writes: readonly Write[], onStep: OnStep = () => {}): readonly JudgedWrite[] {
  const inside = pathsInside(root);
  const staging = inside(own.staging);
  remove(staging, own.staging);
  const made = makeFolders(staging, root);
  try {
    onStep('staging made');
    const staged = stagedPaths(root);
    writes.forEach(({ path, text }, index) => {
      if (text === undefined) return;
      onDisk(path, () => writeFileSync(staged(index), text));
      onStep(`staged ${path}`);
    });
    writeJournal(join(staging, 'journal'), writes);
    onStep('journal staged');
    const judged = judge(root, writes, true);
    move(join(staging, 'journal'), inside(own.journal), own.journal);
    return judged;
  } catch (error) {
    undo(staging, made);
    throw error;
  }
}

function undo(staging: string, made: string | undefined): void {
  try {
    remove(staging, own.staging);
  } catch {
    // What went wrong first is what is told; the next run discards what is left.
  }
  removeEmptyFolders(dirname(staging), made === undefined || made === staging ? dirname(staging) : made);
}

function writeJournal(full: string, journal: Journal): void {
  onDisk(own.journal, () => {
    const file = openSync(full, 'w');
    try {
      writeFileSync(file, journalText(journal));
      // It costs half as much as all else together, and where nothing was there before nothing can be lost.
      if (journal.some((operation) => operation.before !== undefined)) fsyncSync(file);
    } finally {
      closeSync(file);
    }
  });
}

function settle(
  root: string,
  judged: readonly JudgedWrite[],
  kept: ReadonlySet<string>,
  onStep: OnStep = () => {},
): CommitResult {
  try {
    onStep('journal placed');
    finish(root, judged, onStep);
    const left = judged.filter(({ progress }) => progress === 'left').map(({ path }) => path);
    const changed = judged.filter(
      ({ path, progress }) => progress !== 'left' && path !== own.trace && path !== own.manifest,
    );
    return {
      written: changed.filter(({ after }) => after !== undefined).map(({ path }) => path),
      deleted: changed.filter(({ after }) => after === undefined).map(({ path }) => path),
      kept: [...kept, ...left].toSorted(),
    };
  } catch (error) {
    if (!(error instanceof WorkspaceError)) throw error;
    throw new WorkspaceError('unfinished', error.where, { detail: error.message.replace(/\.$/, ''), cause: error });
  }
}
