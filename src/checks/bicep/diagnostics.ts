import { isAbsolute, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { makeFinding, type Finding, type Severity } from '../../findings/finding.ts';
import type { RpcDiagnostic } from './protocol.ts';

interface Source {
  /** Absolute path of the folder that findings are relative to. */
  readonly root: string;
  readonly environment?: string;
}

/**
 * What the compiler says, as findings with the code `bicep/<code>`. A file outside of the root
 * keeps its absolute path; the root is taken out of messages too, so that they read the same
 * wherever the workspace is.
 */
export function toFindings(diagnostics: readonly RpcDiagnostic[], source: Source): Finding[] {
  return diagnostics
    .filter((diagnostic) => diagnostic.level !== 'Off')
    .map((diagnostic) => toFinding(diagnostic, source))
    .toSorted(byPlace);
}

// The compiler keeps files in no order.
function byPlace({ code, where: a }: Finding, { code: other, where: b }: Finding): number {
  return (
    compareText(a.file ?? '', b.file ?? '') ||
    (a.line ?? 0) - (b.line ?? 0) ||
    (a.column ?? 0) - (b.column ?? 0) ||
    compareText(code, other)
  );
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}

function toFinding(diagnostic: RpcDiagnostic, { root, environment }: Source): Finding {
  const { line, char } = diagnostic.range.start;
  const where = {
    file: relativePath(diagnostic.source, root),
    line: line + 1,
    column: char + 1,
    ...(environment === undefined ? {} : { environment }),
  };
  const message = withoutRoot(diagnostic.message, root);
  return makeFinding(`bicep/${diagnostic.code}`, severityOf(diagnostic.level), { message }, where);
}

/** Findings without those that say the same of the same place; the first one stays. */
export function withoutRepeats(findings: readonly Finding[]): Finding[] {
  const seen = new Set<string>();
  return findings.filter(({ code, where, args }) => {
    const key = JSON.stringify([code, where.file, where.line, where.column, args]);
    return seen.size < seen.add(key).size;
  });
}

export function withoutRoot(text: string, root: string): string {
  return text.replaceAll(root + sep, '').replaceAll(root.replaceAll('\\', '/') + '/', '');
}

export function severityOf(level: string): Severity {
  if (level === 'Error') return 'error';
  return level === 'Warning' ? 'warning' : 'note';
}

function relativePath(source: string, root: string): string {
  const path = source.startsWith('file:') ? fileURLToPath(source) : source;
  const inside = relative(root, path);
  const kept = inside.startsWith('..') || isAbsolute(inside) ? path : inside;
  return kept.replaceAll('\\', '/');
}
