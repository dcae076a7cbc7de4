import { join } from 'node:path';
import { WorkspaceError } from './errors.ts';
import { Unexpected, digest, fields, list, readJson, string } from './json.ts';
import { own, pathProblem, pathsInside } from './paths.ts';

/** One file that is put in place or deleted. The text of operation n is staged as `.avm/staging/n`. */
export interface Operation {
  readonly path: string;
  /** SHA-256 of what was on disk; undefined where nothing was. */
  readonly before: string | undefined;
  /** SHA-256 of what is to be there; undefined where it is deleted. */
  readonly after: string | undefined;
}

/** Once it is in place the change is committed, and the next run completes it. */
export type Journal = readonly Operation[];

/** Told after each change on disk; tests stop the process there. */
export type OnStep = (step: string) => void;

/** Gives the full path of the staged text of an operation; throws `link-outside` where staging is elsewhere. */
export function stagedPaths(root: string): (index: number) => string {
  const staging = pathsInside(root)(own.staging);
  return (index) => join(staging, String(index));
}

export function journalText(journal: Journal): string {
  const lines = journal.map(({ path, before, after }) => `    ${JSON.stringify({ path, before, after })}`);
  return `{\n  "schema": 1,\n  "operations": [\n${lines.join(',\n')}\n  ]\n}\n`;
}

/** The journal an interrupted run left; undefined where there is none. Throws `journal-broken`, also for paths out of the workspace. */
export function readJournal(root: string): Journal | undefined {
  try {
    const value = readJson(pathsInside(root)(own.journal), own.journal);
    if (value === undefined) return undefined;
    const [schema, operations] = fields(value, 'the journal', ['schema', 'operations']);
    if (schema !== 1) throw new Unexpected('schema is not 1');
    return list(operations, 'operations').map(parseOperation);
  } catch (error) {
    if (!(error instanceof Unexpected)) throw error;
    throw new WorkspaceError('journal-broken', own.journal, { detail: error.message, cause: error });
  }
}

function parseOperation(value: unknown): Operation {
  const [given, before, after] = fields(value, 'an operation', ['path', 'before?', 'after?']);
  const path = string(given, 'path');
  const problem = pathProblem(path);
  if (problem !== undefined) throw new Unexpected(`the path ${JSON.stringify(path)} is not allowed: ${problem}`);
  if (before === undefined && after === undefined) throw new Unexpected(`nothing is said of ${path}`);
  return {
    path,
    before: before === undefined ? undefined : digest(before, 'before'),
    after: after === undefined ? undefined : digest(after, 'after'),
  };
}
