import { accessSync, closeSync, constants, existsSync, fsyncSync, openSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { FileSet } from '../files/file-set.ts';
import { type JudgedWrite, finish, judge } from './apply.ts';
import { boxesOf } from './boxes.ts';
import type { Change } from './compare.ts';
import { holds, makeFolders, move, readDisk, remove, removeEmptyFolders, sha256 } from './disk.ts';
import { WorkspaceError, onDisk } from './errors.ts';
import { type Journal, type OnStep, type Operation, journalText, stagedPaths } from './journal.ts';
import { type Decided, type LeftAlone, isTouchy, leftAlone } from './left-alone.ts';
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

export interface CommitOptions extends Decided {
  readonly onStep?: OnStep;
}

export interface CommitResult {
  readonly written: readonly string[];
  readonly deleted: readonly string[];
  /** Unchanged files: those of `keep`, and those that changed during this run. */
  readonly kept: readonly string[];
  /** Files of a person's that nobody named: left as they are, and remembered. */
  readonly leftAlone: readonly LeftAlone[];
}

interface Write extends Operation {
  readonly text: string | undefined;
}

/**
 * Writes a file set into a workspace, all of it or nothing; where nothing changes, nothing is written. What a person
 * edited or put there stays, unless it is to be overwritten.
 * Throws WorkspaceError: `interrupted` where recoverWorkspace must be called first,
 * `unfinished` where the next run has to finish, or what the system refuses, then with nothing left behind.
 *
 * It is synchronous (half the time of promises for thirty files), so no handler of a signal runs inside it. A run killed
 * before the journal is in place is cleaned up by the recoverWorkspace of the next one, a later one finished by it.
 */
export function commitFiles(root: string, commit: Commit, options: CommitOptions = {}): CommitResult {
  const spared = new Set(
    commit.changes.filter((one) => isTouchy(one) && !options.overwrite?.includes(one.path)).map(({ path }) => path),
  );
  const kept = [...spared].filter((path) => options.keep?.includes(path));
  const left = { kept, leftAlone: leftAlone(commit.changes, options) };
  const writes = [...fileWrites(commit.changes, spared), ...ownWrites(root, commit, spared)];
  if (writes.length === 0) return { written: [], deleted: [], ...left };
  if (existsSync(resolve(root, own.journal))) throw new WorkspaceError('interrupted', own.journal);
  checkWritable(root, writes);
  const judged = prepare(root, writes, options.onStep);
  return { ...settle(root, judged, kept, options.onStep), leftAlone: left.leftAlone };
}

function fileWrites(changes: readonly Change[], spared: ReadonlySet<string>): Write[] {
  return changes
    .filter((change) => change.kind !== 'unchanged' && !spared.has(change.path))
    .map(({ path, text, hash, disk }) => ({ path, text, before: disk, after: hash }));
}

/** The trace and then the manifest, if they changed. */
function ownWrites(root: string, commit: Commit, spared: ReadonlySet<string>): Write[] {
  const inside = pathsInside(root);
  const changes = new Map(commit.changes.map((change) => [change.path, change]));
  const files = new Map<string, string>();
  const states = new Map<string, string>();
  const stoodBack = new Map<string, string>();
  for (const { path, owner, boxes, text } of commit.files) {
    if (owner === 'person') continue;
    const change = changes.get(path);
    const isSpared = spared.has(path);
    const hash = isSpared ? change?.base : change?.generated;
    if (hash !== undefined) files.set(path, hash);
    if (isSpared && change?.generated !== undefined) stoodBack.set(path, change.generated);
    const written = isSpared ? change?.boxes : boxes && boxesOf(text);
    if (written) states.set(path, written);
  }
  const manifest = { tool: commit.tool, blueprint: commit.blueprint, files, boxes: states, leftAlone: stoodBack };
  const texts: [string, string][] = [
    [own.trace, traceText(commit.files.filter((file) => !spared.has(file.path)))],
    [own.manifest, manifestText(manifest)],
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
      onDisk(path, () => writeFileSync(staged(index), text, { mode: text.startsWith('#!') ? 0o777 : 0o666 }));
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
  kept: readonly string[],
  onStep: OnStep = () => {},
): Omit<CommitResult, 'leftAlone'> {
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
