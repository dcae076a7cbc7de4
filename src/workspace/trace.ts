import type { Reason } from '../bicep/value.ts';
import type { FileSet, TraceRun } from '../files/file-set.ts';
import { WorkspaceError } from './errors.ts';
import { Unexpected, fields, list, readJson, record, string, wholeNumber } from './json.ts';
import { own, pathsInside } from './paths.ts';

/** The reasons of the lines of each file, by path. */
type Trace = ReadonlyMap<string, readonly TraceRun[]>;

/** The text of the trace: a sorted table of reasons, then runs `[from, to, index of reason]`, one a line. */
export function traceText(files: FileSet): string {
  const keys = new Map<Reason, string>();
  for (const file of files)
    for (const { reason } of file.trace) if (!keys.has(reason)) keys.set(reason, reasonText(reason));
  const reasons = [...new Set(keys.values())].toSorted();
  const indexes = new Map(reasons.map((text, index) => [text, index]));
  const traced = files
    .filter((file) => file.trace.length > 0)
    .map((file) => {
      const runs = joinRuns(file.trace.map((run) => [run.from, run.to, indexes.get(keys.get(run.reason) ?? '') ?? 0]));
      return `    ${JSON.stringify(file.path)}: [\n${runs.map((run) => `      [${run.join(',')}]`).join(',\n')}\n    ]`;
    });
  const table = reasons.map((text) => `    ${text}`).join(',\n');
  return `{\n  "schema": 1,\n  "reasons": [\n${table}\n  ],\n  "files": {\n${traced.join(',\n')}\n  }\n}\n`;
}

function reasonText({ ids, component, answers }: Reason): string {
  return JSON.stringify({ ids, component, answers });
}

type Run = [from: number, to: number, reason: number];

function joinRuns(runs: readonly Run[]): Run[] {
  const joined: Run[] = [];
  for (const [from, to, reason] of runs) {
    const last = joined.at(-1);
    if (last && last[2] === reason && last[1] + 1 === from) last[1] = to;
    else joined.push([from, to, reason]);
  }
  return joined;
}

/** The trace of a workspace; undefined where there is none. Throws `trace-broken`. */
export function readTrace(root: string): Trace | undefined {
  try {
    const value = readJson(pathsInside(root)(own.trace), own.trace);
    return value === undefined ? undefined : parseTrace(value);
  } catch (error) {
    if (!(error instanceof Unexpected)) throw error;
    throw new WorkspaceError('trace-broken', own.trace, { detail: error.message, cause: error });
  }
}

function parseTrace(value: unknown): Trace {
  const [schema, table, files] = fields(value, 'the trace', ['schema', 'reasons', 'files']);
  if (schema !== 1) throw new Unexpected('schema is not 1');
  const reasons = list(table, 'reasons').map(parseReason);
  const parsed = new Map<string, readonly TraceRun[]>();
  for (const [path, runs] of record(files, 'files')) parsed.set(path, parseRuns(list(runs, path), path, reasons));
  return parsed;
}

function parseReason(value: unknown): Reason {
  const [ids, component, answers] = fields(value, 'a reason', ['ids', 'component?', 'answers?']);
  const texts = (given: unknown, name: string): string[] => list(given, name).map((one) => string(one, name));
  return {
    ids: texts(ids, 'ids'),
    ...(component !== undefined && { component: string(component, 'component') }),
    ...(answers !== undefined && { answers: texts(answers, 'answers') }),
  };
}

function parseRuns(values: readonly unknown[], path: string, reasons: readonly Reason[]): TraceRun[] {
  let line = 0;
  return values.map((value) => {
    const numbers = list(value, `a run of ${path}`).map((one) => wholeNumber(one, `a run of ${path}`));
    const [from = 0, to = 0, index = -1] = numbers;
    const reason = reasons[index];
    if (numbers.length !== 3 || from <= line || to < from || reason === undefined)
      throw new Unexpected(`the runs of ${path} do not follow each other`);
    line = to;
    return { from, to, reason };
  });
}
