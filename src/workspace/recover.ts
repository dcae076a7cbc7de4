import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { finish, judge } from './apply.ts';
import { remove, removeEmptyFolders } from './disk.ts';
import { WorkspaceError } from './errors.ts';
import { type OnStep, readJournal } from './journal.ts';
import { own, pathsInside } from './paths.ts';

export type Recovery =
  | {
      readonly kind: 'finished';
      /** Files the interrupted run was to change, sorted. */
      readonly files: readonly string[];
      /** Those of them a person has changed or removed since; they stay as they are. */
      readonly left: readonly string[];
    }
  | { readonly kind: 'discarded' };

/**
 * Brings a workspace that an interrupted run left into a whole state: the new one if the run had written its journal,
 * else the old one. Undefined where there is nothing to do. May itself be interrupted.
 * Throws WorkspaceError: `journal-broken`, `journal-damaged`, `link-outside` and what the system refuses.
 */
export function recoverWorkspace(root: string, onStep?: OnStep): Recovery | undefined {
  if (!isInterrupted(root)) return undefined;
  const journal = readJournal(root);
  if (journal === undefined) return discard(root);
  const judged = judge(root, journal, false);
  const lost = judged.filter(({ progress }) => progress === 'lost').map(({ path }) => path);
  if (lost.length > 0) {
    if (!judged.some(({ progress }) => progress === 'done')) return discard(root);
    throw new WorkspaceError('journal-damaged', own.staging, { detail: lost.join(', '), paths: lost });
  }
  finish(root, judged, onStep);
  return {
    kind: 'finished',
    files: judged.map(({ path }) => path).toSorted(),
    left: judged
      .filter(({ progress }) => progress === 'left')
      .map(({ path }) => path)
      .toSorted(),
  };
}

/** Whether a run was interrupted here, so that recoverWorkspace has something to do. */
export function isInterrupted(root: string): boolean {
  return existsSync(resolve(root, own.journal)) || existsSync(resolve(root, own.staging));
}

function discard(root: string): Recovery {
  const inside = pathsInside(root);
  // The journal goes first: staging without it is discarded by the next run, it without staging is damage.
  remove(inside(own.journal), own.journal);
  remove(inside(own.staging), own.staging);
  removeEmptyFolders(inside(own.folder), inside(own.folder));
  return { kind: 'discarded' };
}
